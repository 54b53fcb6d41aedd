"""The words by which other languages than English ask for a date, a number, a duration, a person, a place, or a reason.

Patterns of question words alone, in lower case; what kinds there are `answer_type` says. Left out: languages that are
not named here, whose questions have no kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["ASKS_IN"]


Kind = Literal["date", "number", "duration", "person", "place", "cause"]


def _read(  # noqa: PLR0917
    date: str, number: str, duration: str, person: str, place: str, cause: str
) -> tuple[tuple[Kind, Pattern], ...]:
    kinds: dict[Kind, str] = {
        "duration": duration,
        "date": date,
        "number": number,
        "person": person,
        "place": place,
        "cause": cause,
    }
    return tuple(
        (kind, Pattern(pattern if "[" in pattern[:2] else rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})", regex.I))
        for kind, pattern in kinds.items()
    )


ASKS_IN: Final[Mapping[str, tuple[tuple[Kind, Pattern], ...]]] = {
    "de": _read(
        r"wann|bis wann|ab wann|seit wann|welche[mnrs]? (?:tag|jahr|monat|datum|uhrzeit)|um wie ?viel uhr"
        r"|wie spät|wie früh"
        r"|bis wie ?viel uhr|öffnungszeiten|zu welcher zeit",
        r"wie ?viele?[mnr]?|wie (?:hoch|teuer|groß|alt|oft|weit|schwer|hoch|tief|breit|lang|schnell|häufig)"
        r"|was kostet|was kosten|(?<!\w)preis(?:e)?|welche[rn]? (?:preis|betrag|gebühr|anteil|höhe)",
        r"wie lange|welche[rn]? (?:zeitraum|dauer|frist)|welche frist|kündigungsfrist",
        r"wer|wen|wem|wessen|an wen|mit wem|bei wem|welche[rn]? (?:person|frau|mann)|ansprechpartner(?:in)?",
        r"wo|wohin|woher|in welche[rmns]? (?:stadt|ort|raum|straße|gebäude|land)",
        r"warum|wieso|weshalb|aus welchem grund|wozu",
    ),
    "fr": _read(
        r"quand|à quelle heure|quelle (?:date|heure|année)|quel (?:jour|mois)|jusqu['’]à quand|dans quel délai"
        r"|horaires?",
        r"combien(?! de temps)|quel (?:est le )?(?:prix|montant|tarif|taux|nombre)|quelle (?:est la )?(?:somme"
        r"|taille|hauteur)"
        r"|coûte(?:nt)?|tarifs?",
        r"combien de temps|quelle (?:est la )?durée|quel (?:est le )?(?:délai|préavis)|pendant combien",
        r"(?<!est-ce )(?<!personnes? )qui|à qui|de qui|avec qui|chez qui",
        r"où|d['’]où|dans quel(?:le)? (?:ville|pays|lieu|salle|rue|bâtiment)",
        r"pourquoi|pour quelle raison",
    ),
    "es": _read(
        r"cu[aá]ndo|a qué hora|qué (?:d[ií]a|fecha|hora|año|mes)|hasta cu[aá]ndo|horarios?",
        r"cu[aá]nt[oa]s?(?! tiempo)|qué (?:precio|importe|cantidad)|cu[aá]l es el (?:precio|importe|coste"
        r"|n[uú]mero)|cuesta[n]?"
        r"|precios?",
        r"cu[aá]nto tiempo|cu[aá]nto dura|qué plazo|cu[aá]l es (?:el plazo|la duraci[oó]n)",
        r"qui[eé]n(?:es)?|a qui[eé]n|con qui[eé]n",
        r"d[oó]nde|a?d[oó]nde|en qué (?:ciudad|lugar|calle|sala|edificio)",
        r"por qué|por qu[eé] motivo",
    ),
    "it": _read(
        r"quando|a che ora|che (?:giorno|data|ora|anno|mese)|fino a quando|entro quando|orari[oi]?",
        r"quant[oaie](?! tempo)|quanto costa(?:no)?|qual è (?:il prezzo|l['’]importo|il costo|la tariffa)|prezz[oi]",
        r"quanto tempo|quanto dura|per quanto|qual è (?:la durata|il preavviso|il termine)",
        r"chi|a chi|con chi|da chi",
        r"dove|dov['’]è|in (?:che|quale) (?:città|via|luogo|sala|edificio)",
        r"perché|per quale motivo",
    ),
    "pt": _read(
        r"quando|a que horas?|que (?:dia|data|hora|ano|mês)|até quando|hor[aá]rios?",
        r"quant[oa]s?(?! tempo)|qual (?:é )?o (?:preço|valor|custo|número)|custa[m]?|preços?",
        r"quanto tempo|qual (?:é )?(?:o prazo|a duração)|por quanto tempo",
        r"quem|a quem|com quem|de quem",
        r"onde|aonde|em que (?:cidade|lugar|rua|sala|edifício)",
        r"por ?que|porquê|por que motivo",
    ),
    "nl": _read(
        r"wanneer|hoe laat|welke (?:dag|datum|maand|tijd)|welk (?:jaar|uur)|tot wanneer|vanaf wanneer|openingstijden",
        r"hoeveel|hoe (?:hoog|duur|groot|oud|vaak|ver|zwaar|snel)|wat kost(?:en)?|welk (?:bedrag|percentage)"
        r"|prijs|prijzen",
        r"hoe lang|welke (?:termijn|periode)|opzegtermijn",
        r"wie|aan wie|met wie|bij wie|van wie",
        r"waar|waarheen|in welke? (?:stad|plaats|straat|ruimte|gebouw)",
        r"waarom|om welke reden",
    ),
    "pl": _read(
        r"kiedy|o kt[oó]rej(?: godzinie)?|do kiedy|od kiedy|jakiego dnia|w jakim terminie|godziny",
        r"ile(?! czasu)|jak (?:wysok[aie]|du[zż][aoey]|cz[eę]sto|daleko)|jaka jest (?:cena|kwota"
        r"|wysoko[sś][cć])|kosztuje|cena",
        r"jak d[lł]ugo|ile czasu|przez ile|jaki (?:jest )?(?:okres|termin)",
        r"kto|kogo|komu|kim|z kim|do kogo",
        r"gdzie|dok[aą]d|sk[aą]d|w jakim mie[sś]cie",
        r"dlaczego|czemu|z jakiego powodu",
    ),
    "tr": _read(
        r"ne zaman|saat kaçta|hangi (?:gün|tarih|yıl|ay)|kaçta|ne zamana kadar",
        r"kaç|ne kadar|fiyatı? ne|ücreti? (?:ne|kaç)",
        r"ne kadar süre|kaç (?:gün|ay|yıl|hafta|saat)|süresi ne",
        r"kim|kime|kimin|kiminle|kimler",
        r"nere(?:de|ye|den)|hangi (?:şehir|oda|bina|sokak)",
        r"neden|niçin|niye",
    ),
    "sv": _read(
        r"n[aä]r|vilken (?:tid|dag|m[aå]nad)|vilket (?:datum|[aå]r)|hur dags|öppettider",
        r"hur (?:m[aå]nga|mycket|h[oö]g|stor|gammal|ofta|l[aå]ngt)|vad kostar|pris(?:et)?",
        r"hur l[aä]nge|hur l[aå]ng tid|uppsägningstid",
        r"vem|vilka|till vem",
        r"var|vart|i vilken (?:stad|lokal)",
        r"varf[oö]r",
    ),
    "da": _read(
        r"hvornår|hvilken (?:dag|dato|tid)|hvilket år|hvad tid|åbningstider",
        r"hvor (?:mange|meget|høj|stor|gammel|ofte|langt)|hvad koster|pris(?:en)?",
        r"hvor længe|hvor lang tid",
        r"hvem|til hvem",
        r"hvor(?! \w+(?:t|e|ge|get|nge)\b)|hvorhen",
        r"hvorfor",
    ),
    "no": _read(
        r"når|hvilken (?:dag|dato|tid)|hvilket år|åpningstider",
        r"hvor (?:mange|mye|høy|stor|gammel|ofte|langt)|hva koster|pris(?:en)?",
        r"hvor lenge|hvor lang tid",
        r"hvem|til hvem",
        r"hvor(?! \w+(?:t|e|ge|ye|nge)\b)|hvorhen",
        r"hvorfor",
    ),
    "cs": _read(
        r"kdy|v kolik|do kdy|od kdy|kter[yý] den",
        r"kolik|jak (?:vysok[yýáa]|velk[yýáa]|často)|cena|stoj[ií]",
        r"jak dlouho|na jak dlouho",
        r"kdo|komu|koho|k[ýy]m|s k[ýy]m",
        r"kde|kam|odkud",
        r"pro[cč]",
    ),
    "hu": _read(
        r"mikor|hány órakor|meddig|mettől|melyik nap",
        r"hány|mennyi|mennyibe|milyen (?:magas|nagy|gyakran)",
        r"mennyi ideig|meddig|milyen hosszú",
        r"ki|kik|kit|kinek|kivel",
        r"hol|hova|honnan",
        r"miért",
    ),
    "ru": _read(
        r"когда|во сколько|до какого|с какого|в каком году|какого числа|часы работы",
        r"сколько(?! времени)|какова? (?:цена|сумма|стоимость)|стоит|цена",
        r"сколько времени|как долго|на какой срок|какой срок",
        r"кто|кого|кому|кем|с кем|к кому",
        r"где|куда|откуда|в каком городе",
        r"почему|зачем|по какой причине",
    ),
    "zh": _read(
        r"[什甚]么时候|何时|几点|哪[天年月]|什么日期",
        r"[几多]少|几|多[高大远重长]",
        r"[多]久|多长时间|几[天年]",
        r"[谁]|什么人|哪位",
        r"[哪]里|哪儿|在哪|何处|几楼",
        r"[为]什么|为何|怎么会",
    ),
    "ja": _read(
        r"[い]つ|何時|何日|何年|何月",
        r"[い]くら|いくつ|何[人個件回本円]|どのくらい|どれくらい",
        r"[何]日間|何年間|何時間|どのくらいの期間",
        r"[誰]|だれ|どなた",
        r"[ど]こ|何階|どちら",
        r"[な]ぜ|どうして|理由",
    ),
}
"""The patterns of kinds of question, by language; the first that is found is the kind."""
