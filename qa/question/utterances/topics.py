"""Whether what was typed is a topic: a few words that ask nothing, such as "parental leave" or "error E14".

It has no question mark, no word that asks, and no verb of a sentence, as far as those are known of its language; then
it asks for the places that are about it. "Tell me about parental leave" is a topic too, whose first words only say so.
Left out: verbs that are written like nouns, and longer queries, which are looked for as questions are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern

__all__ = ["find_topic", "is_topic"]

_MOST_WORDS = 8
_MOST_CHARACTERS = 24  # of scripts without spaces
_ASKED = regex.compile(r"[?？؟]")
_SENTENCE = regex.compile(r"[.!。！]\s+\S")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’]+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_ASKS_UNSPACED = Pattern(
    r"[什甚]么|什麼|[谁誰]|哪|几|幾|多少|多[久长大高远]|怎|如何|为何|為何|[吗嗎呢]$|是否|能不能|可不可以|有没有|请问|告诉我"
    r"|何|いつ|どこ|だれ|どう|どの|どれ|どち|なぜ|いくら|いくつ|ですか|ますか|でしょうか|のか$|[すだ]か$|教えて|ください"
    r"|อะไร|ใคร|ที่ไหน|เมื่อไ|ทำไม|อย่างไร|เท่าไ|กี่|ไหม|หรือไม่"
)

# What asks, or is the verb or the subject of a sentence, by language.
_ASKING: Final[Mapping[str, str]] = {
    "en": "who whom whose what which when where why how whether what's who's where's when's how's is are was were am be"
    " isn't aren't do does did don't doesn't didn't can could can't cannot has have had haven't hasn't will would won't"
    " shall should may might must i i'm i've i'd we he she they you it there's that's it's explain define describe"
    " compare name list tell please need want",
    "de": "wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb wie"
    " wieviel wozu womit wofür worauf wodurch ist sind war waren bin hat haben habe hatte kann können könnte darf"
    " dürfen muss müssen soll sollen sollte wird werden wurde gibt kostet kosten? gilt gelten ich du er wir ihr man"
    " erkläre beschreibe nenne möchte brauche",
    "fr": "qui que quoi quel quelle quels quelles quand où pourquoi comment combien est-ce qu'est-ce qu'est est sont"
    " était étaient peut peut-on puis-je peux dois doit doivent faut faut-il ai avons avez ont il elle on je j'ai nous"
    " vous ils elles y-a-t-il a-t-on explique expliquez décris",
    "es": "quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas es son está están era"
    " fue hay puedo puede pueden debo debe tengo tiene tienen cuesta yo él ella nosotros explica explique",
    "it": "chi che cosa cos'è quale quali qual quando dove dov'è perché come quanto quanta quanti quante è sono era ho"
    " ha hanno c'è posso può possono devo deve costa io lui lei noi spiega",
    "pt": "quem que qual quais quando onde como quanto quanta quantos quantas porquê é são está estão foi há posso pode"
    " podem devo deve tenho tem têm custa eu ele ela nós explica explique",
    "nl": "wie wat welke welk wanneer waar waarheen waarom hoe hoeveel waarvoor is zijn was waren ben heb heeft hebben"
    " kan kunnen mag mogen moet moeten wordt worden kost ik jij hij wij we men er",
    "pl": "kto kogo komu kim co czego czemu jaki jaka jakie który która które kiedy gdzie skąd dokąd dlaczego jak ile"
    " czy jest są był była było mogę może można muszę trzeba mam ma mają kosztuje ja on ona my",
    "sv": "vem vad vilken vilket vilka när var vart varför hur är finns har kan får måste ska skall jag han hon vi man",
    "da": "hvem hvad hvilken hvilket hvilke hvornår hvor hvorfor hvordan er findes har kan må skal jeg han hun vi man",
    "no": "hvem hva hvilken hvilket hvilke når hvor hvorfor hvordan er finnes har kan må skal jeg han hun vi man",
    "fi": "kuka kenen mikä mitä mitkä milloin missä mistä mihin miksi miten kuinka onko on ovat voiko saako minä hän",
    "cs": "kdo koho komu co čeho jaký jaká jaké který která které kdy kde kam odkud proč jak kolik je jsou byl byla"
    " mohu můžu může musím lze mám má já on ona",
    "hu": "ki kik kit mi mit melyik mikor hol hova honnan miért hogyan mennyi hány mennyibe meddig van vannak lehet"
    " szabad kell én ő",
    "ro": "cine ce care când unde cum cât câtă câți câte este sunt e are au poate pot trebuie eu el ea",
    "ru": "кто кого кому кем что чего чем какой какая какое какие который когда где куда откуда почему зачем как"
    " сколько можно ли есть нужно я он она мы был была",
    "uk": "хто кого кому що чого чим який яка яке які коли де куди звідки чому навіщо як скільки чи є можна треба я",
    "tr": "kim kime kimin ne neler hangi nerede nereye nereden neden niçin niye nasıl kaç kaçta mi mı mu mü midir mıdır"
    " var ben",
    "el": "ποιος ποια ποιο ποιοι τι πότε πού γιατί πώς πόσο πόση πόσοι πόσα είναι έχει μπορώ πρέπει",
    "ar": "من ما ماذا متى أين لماذا كيف كم هل أي أيّ",
    "he": "מי מה מתי איפה היכן לאן מאין למה מדוע איך כיצד כמה האם איזה איזו",
    "fa": "کی چه چی کجا چرا چگونه چطور چند آیا کدام است",
    "hi": "कौन क्या कब कहाँ कहां क्यों कैसे कितना कितने कितनी किस किसने किसका है हैं",
    "id": "siapa apa apakah kapan mana dimana kemana mengapa kenapa bagaimana berapa saya",
    "vi": "ai gì nào đâu sao khi khi-nào bao mấy không",
    "ko": "누가 누구 무엇 뭐 무슨 언제 어디 왜 어떻게 얼마 몇",
}
_ENDS_ASKING = regex.compile(r"(?:나요|까요?|인가요|습니까|니|죠|은가|는가)$")

_LEADS = Pattern(
    r"(?:please |pls )?(?:tell me (?:more |everything |all )?about"
    r"|(?:i (?:want|need|would like) |i'd like |give me |some |more |any |all |looking for |show me |find (?:me )?)*"
    r"(?:information|info|details?|facts|anything|everything|something) (?:on|about|regarding|concerning|for)"
    r"|show me|find|search(?: for)?|look(?:ing)? for|look up"
    r"|erzähl(?:e|en sie)? mir (?:etwas |mehr |alles )?(?:über|von|zu)"
    r"|(?:alles|infos?|informationen|angaben|mehr) (?:über|zu|zum|zur)"
    r"|parle[zr]?[- ]moi (?:de|du|des)|(?:des |plus d')?(?:informations?|infos?) (?:sur|concernant)"
    r"|(?:háblame|cuéntame|hábleme) (?:de|sobre|del)|información (?:sobre|acerca de|de)"
    r"|(?:parlami|mi parli|dimi) (?:di|del|della|dei)|informazioni (?:su|sul|sulla|sui|riguardo a)"
    r"|fal[ae][- ]me (?:de|sobre|do|da)|informaç(?:ão|ões) (?:sobre|acerca de)"
    r"|vertel(?: me| mij)? (?:meer |iets |alles )?over|(?:informatie|info) over"
    r"|(?:opowiedz|powiedz)(?: mi)? o|informacje (?:o|na temat)|расскажи(?:те)?(?: мне)? (?:об?|про)|информация об?)"
    r"(?:\s+(?:the|der|die|das|la|le|el|il|de|het))?\s+(?=\S)",
    regex.I,
)


def is_topic(text: str, language: str) -> bool:
    """Tell whether a text is a topic. language: the one that it is read in.

    >>> [is_topic(text, "en") for text in ("parental leave", "IBAN", "error E14", "Tell me about the pool")]
    [True, True, True, True]
    >>> [is_topic(text, "en") for text in ("is it free", "how to descale", "parking?", "dogs are allowed", "")]
    [False, False, False, False, False]
    """
    topic = text[find_topic(text) :]
    if not topic.strip() or _ASKED.search(text) or _SENTENCE.search(topic):
        return False
    if _UNSPACED.search(topic):
        return len(topic.strip()) <= _MOST_CHARACTERS and not _ASKS_UNSPACED.search(topic)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(topic)]
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    asking = _read_asking(language)
    if language == "ko" and any(_ENDS_ASKING.search(word) for word in words):
        return False
    # An English word that asks is known whatever the documents are in.
    return asking.isdisjoint(words) and words[0] not in _OPENS


def find_topic(text: str) -> int:
    """Return where a topic begins behind the words that only ask for it.

    >>> find_topic("Tell me about parental leave"), find_topic("parental leave")
    (14, 0)
    """
    lead = _LEADS.match(text)
    return lead.end() if lead else 0


@cache
def _read_asking(language: str) -> frozenset[str]:
    return frozenset(_ASKING.get(language, "").split())


_OPENS = frozenset("who what which when where why how".split()) & _read_asking(DEFAULT_LANGUAGE)
