"""Words of some twenty languages that affirm, deny and say that something changed: negations, scales and "now".

The scales are those on which rules change: free or paid for, allowed or forbidden, open or closed, required or not, in
or extra. Patterns, of words in any case; of Chinese, Japanese and Korean, of parts of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CHANGES", "NEGATIONS", "SCALES"]

NEGATIONS: Final[Mapping[str, str]] = {
    "en": r"not|no(?!\.?\s?\d)|never|none|neither|nor|without|cannot|nobody|nothing|\p{L}+n['’]t",
    "de": r"nicht|kein(?:e[nmrs]?)?|nie|niemals|nichts|ohne|weder",
    "fr": r"ne|n(?=['’])|pas|jamais|aucune?|sans|ni",
    "es": r"no|nunca|jamás|ning[uú]n[oa]?s?|tampoco|sin|ni|nadie|nada",
    "it": r"non|mai|nessun[oa]?|né|senza|nulla|niente",
    "pt": r"não|nunca|jamais|nenhuma?|sem|nem|ninguém|nada",
    "nl": r"niet|geen|nooit|zonder|niets|niemand",
    "pl": r"nie|nigdy|bez|żad\p{L}+|ani|nikt|nic",
    "sv": r"inte|ej|aldrig|ing(?:en|et|a)|utan",
    "da": r"ikke|ej|aldrig|ing(?:en|et)|uden",
    "no": r"ikke|ikkje|aldri|ing(?:en|et)|uten",
    "cs": r"ne(?:ní|jsou|smí|smějí|lze|může|mohou|musí|platí|bude|potřebuj\p{L}+|mají|má)?|nikdy|žádn\p{L}+|bez",
    "sk": r"nie|ne(?:smie|smú|možno|môže|musí|platí|bude)|nikdy|žiadn\p{L}+|bez",
    "ru": r"не|нет|нельзя|никогда|без|ни",
    "uk": r"не|нема(?:є)?|ніколи|без|ні",
    "tr": r"değil\p{L}*|yok\p{L}*|hiç|asla|\p{L}+(?:m[ae]z|mıyor|miyor|mamalı|memeli)(?:lar|ler)?(?:dır|dir)?",
    "fi": r"ei(?:vät)?|en|et|emme|ette|älä|ilman",
    "hu": r"nem|ne|sem|soha|nincs(?:en(?:ek)?)?|nélkül",
    "ro": r"nu|niciodată|nici|fără|niciun|nicio",
    "el": r"δεν|δε|μην?|ποτέ|χωρίς",
    "ca": r"no|mai|cap|sense",
    "ja": r"ない|ません|なく|ぬ(?=[。、]|$)|不(?:可|要)",
    "zh": r"不|没|沒|未|无需|無需|無|非",
    "ko": r"않|못|없|안\s",
}
"""Words that deny, by language."""

SCALES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "en": (
        (
            r"(?<!un)free(?!\s(?:space|time|place|seat|day|room|from))|free of charge",
            r"permits?|fees?|pay|pays|paid|payable|(?<!free of )charges?|charged|costs?|subject to charge",
        ),
        (
            r"allowed|permitted|(?-i:may)|welcome|can(?!not)|authori[sz]ed|tolerated|possible|available|lawful",
            r"forbidden|prohibited|banned|barred|disallowed|ruled out|off[- ]limits|impossible|unavailable|refused",
        ),
        (r"open|opens|opened", r"closed|closes|shut"),
        (
            r"need(?:s|ed)?|must|required?|requires|mandatory|compulsory|obligatory|have to|has to|necessary",
            r"optional|voluntary|unnecessary|without (?:a |any )?(?:permit|ticket|appointment|booking|registration)",
        ),
        (r"includ(?:ed|es?|ing)|covered|covers", r"exclud(?:ed|es?|ing)|extra"),
    ),
    "de": (
        (
            r"kostenlos\p{L}*|kostenfrei\p{L}*|gratis|umsonst|gebührenfrei\p{L}*|unentgeltlich\p{L}*|frei",
            r"kosten|kostet|kostenpflichtig\p{L}*|\p{L}*gebühr(?:en)?|gebührenpflichtig\p{L}*|bezahlen|bezahlt|zahlen|zahlt"
            r"|entgelt|\p{L}*ausweis|\p{L}*genehmigung|\p{L}*erlaubnis|\p{L}*schein",
        ),
        (
            r"erlaubt\p{L}*|gestattet|dürfen|darf|zulässig|zugelassen|möglich|willkommen|können|kann",
            r"verboten\p{L}*|untersagt|unzulässig|unmöglich|ausgeschlossen|unerwünscht",
        ),
        (r"offen|geöffnet|öffnet", r"geschlossen|schließt|zu"),
        (
            r"brauch(?:t|en)|benötig(?:t|en)|müssen|muss|erforderlich|verpflichtend|pflicht|notwendig|nötig",
            r"freiwillig|optional|entbehrlich",
        ),
        (r"inbegriffen|inklusive|enthalten|eingeschlossen", r"exklusive|zuzüglich|ausgenommen"),
    ),
    "fr": (
        (
            r"gratuit(?:e|s|es|ement)?|sans frais|offert(?:e|s|es)?",
            r"payante?s?|coûte(?:nt)?|frais|paient|paie|payer|tarif|redevance|permis(?! de (?:fumer|se))|vignette",
        ),
        (
            r"autorisée?s?|(?:est|sont) permise?s?|peuvent|peut|admise?s?|possible|bienvenue?s?|acceptée?s?",
            r"interdite?s?|prohibée?s?|défendue?s?|impossible|proscrite?s?|exclue?s?|refusée?s?",
        ),
        (r"ouverte?s?|ouvre(?:nt)?", r"fermée?s?|ferme(?:nt)?"),
        (
            r"obligatoires?|doivent|doit|nécessaires?|requise?s?|exigée?s?|faut",
            r"facultati(?:f|ve)s?|optionnel(?:le)?s?",
        ),
    ),
    "es": (
        (
            r"gratis|gratuit[oa]s?|gratuitamente|sin coste|sin cargo|libre(?:mente)?",
            r"de pago|pagan?|pagar|cuestan?|coste|tarifa|tasas?|permiso|cobran?|abonan?",
        ),
        (
            r"permitid[oa]s?|permite|pueden?|autorizad[oa]s?|admitid[oa]s?|admiten|posible|bienvenid[oa]s?",
            r"prohibid[oa]s?|prohíbe|vetad[oa]s?|imposible|excluid[oa]s?",
        ),
        (r"abiert[oa]s?|abren?", r"cerrad[oa]s?|cierran?"),
        (
            r"obligatori[oa]s?|deben?|necesari[oa]s?|necesitan?|requieren?|hace falta",
            r"opcional(?:es)?|voluntari[oa]s?",
        ),
    ),
    "it": (
        (
            r"gratis|gratuit[oaie]|gratuitamente|liber[oaie]",
            r"a pagamento|pagan?o?|costan?o?|tariffa|tassa|permesso|canone",
        ),
        (
            r"consentit[oaie]|permess[oaie]|possono|può|ammess[oaie]|autorizzat[oaie]|benvenut[oaie]|possibile",
            r"vietat[oaie]|proibit[oaie]|impossibile|esclus[oaie]",
        ),
        (r"apert[oaie]|apre|aprono", r"chius[oaie]|chiude|chiudono"),
        (
            r"obbligatori[oae]?|devono|deve|necessari[oae]?|occorre|serve|richiest[oaie]",
            r"facoltativ[oaie]|opzional[ei]",
        ),
    ),
    "pt": (
        (r"grátis|gratuit[oa]s?|gratuitamente|de graça|livre", r"pag[oa]s?|pagam?|pagar|custam?|taxas?|tarifa|licença"),
        (
            r"permitid[oa]s?|podem?|autorizad[oa]s?|admitid[oa]s?|possível|bem-vind[oa]s?|aceit[oa]s?",
            r"proibid[oa]s?|vedad[oa]s?|impossível|excluíd[oa]s?|interdit[oa]s?",
        ),
        (r"abert[oa]s?|abrem?", r"fechad[oa]s?|fecham?|encerrad[oa]s?"),
        (r"obrigatóri[oa]s?|devem?|necessári[oa]s?|precisam?|exigid[oa]s?", r"opciona(?:l|is)|facultativ[oa]s?"),
    ),
    "nl": (
        (r"gratis|kosteloos|vrij", r"betaald|betalen|betaalt|kosten|kost|tarief|vergunning|ontheffing|leges"),
        (r"toegestaan|mogen|mag|welkom|mogelijk|kunnen|kan", r"verboden|onmogelijk|uitgesloten|ontoelaatbaar"),
        (r"open|geopend", r"gesloten|dicht"),
        (r"verplicht|moeten|moet|nodig|vereist|noodzakelijk", r"vrijwillig|optioneel|facultatief"),
    ),
    "pl": (
        (
            r"bezpłatn\p{L}+|darmow\p{L}+|za darmo|gratis|nieodpłatn\p{L}+",
            r"płatn\p{L}+|odpłatn\p{L}+|płacą|płaci|kosztuj\p{L}+|opłat\p{L}+|zezwoleni\p{L}+|pozwoleni\p{L}+",
        ),
        (
            r"dozwolon\p{L}+|wolno|można|mogą|może|dopuszczaln\p{L}+",
            r"zabronion\p{L}+|zakazan\p{L}+|niedozwolon\p{L}+|wzbronion\p{L}+|zakaz",
        ),
        (r"otwart\p{L}+", r"zamknięt\p{L}+|nieczynn\p{L}+"),
        (
            r"obowiązkow\p{L}+|musi|muszą|wymagan\p{L}+|potrzebn\p{L}+|konieczn\p{L}+",
            r"dobrowoln\p{L}+|opcjonaln\p{L}+",
        ),
    ),
    "sv": (
        (r"gratis|avgiftsfri\p{L}*|kostnadsfri\p{L}*|fri(?:tt|a)?", r"avgift\p{L}*|kostar|betalar?|tillstånd|betalas"),
        (r"tillåt(?:et|na|en)|får|kan|välkom\p{L}+|möjligt", r"förbjud\p{L}+|otillåt\p{L}+|omöjligt"),
        (r"öpp\p{L}+", r"stäng\p{L}+"),
        (r"måste|krävs|obligatorisk\p{L}*|behöver|nödvändig\p{L}*|ska", r"frivillig\p{L}*|valfri\p{L}*"),
    ),
    "da": (
        (r"gratis|fri(?:t)?|afgiftsfri\p{L}*", r"betal\p{L}+|koster|gebyr\p{L}*|tilladelse|afgift\p{L}*"),
        (r"tillad[te]\p{L}*|må|kan|velkom\p{L}+|muligt", r"forbud\p{L}*|umuligt"),
        (r"åb\p{L}+", r"lukk\p{L}+"),
        (r"skal|kræves|obligatorisk\p{L}*|behøver|nødvendig\p{L}*", r"frivillig\p{L}*|valgfri\p{L}*"),
    ),
    "no": (
        (r"gratis|fritt?|avgiftsfri\p{L}*", r"betal\p{L}+|koster|gebyr\p{L}*|tillatelse|avgift\p{L}*"),
        (r"tillatt?e?|lov|kan|velkom\p{L}+|mulig", r"forbudt?|ulovlig|umulig"),
        (r"åp\p{L}+", r"steng\p{L}+"),
        (r"må|skal|kreves|obligatorisk\p{L}*|trenger|nødvendig\p{L}*", r"frivillig\p{L}*|valgfri\p{L}*"),
    ),
    "cs": (
        (r"zdarma|bezplatn\p{L}+|volně", r"placen\p{L}+|platí|stojí|poplat\p{L}+|povolení|zpoplatněn\p{L}+"),
        (
            r"povolen[oayé]?|dovolen[oayé]?|smí|smějí|mohou|může|lze|možné",
            r"zakázán[oay]?|zakázan\p{L}+|nelze|nesmí|zákaz",
        ),
        (r"otevřen\p{L}*", r"zavřen\p{L}*|uzavřen\p{L}*"),
        (r"povinn\p{L}+|musí|nutn\p{L}+|potřebuj\p{L}+|vyžaduje", r"dobrovoln\p{L}+|nepovinn\p{L}+"),
    ),
    "ru": (
        (r"бесплатн\p{L}+|даром|свободн\p{L}+", r"платн\p{L}+|стоит|плат[аяитеь]\p{L}*|оплат\p{L}+|разрешение|пропуск"),
        (r"разрешен[оаы]?|можно|могут|может|допускается|позволен[оаы]?", r"запрещен[оаы]?|запрещён|нельзя|запрещается"),
        (r"открыт\p{L}*", r"закрыт\p{L}*"),
        (
            r"обязательн\p{L}+|должн[аоы]?|должен|нужн\p{L}+|необходим\p{L}*|требуется",
            r"добровольн\p{L}+|необязательн\p{L}+",
        ),
    ),
    "tr": (
        (r"ücretsiz\p{L}*|bedava|parasız", r"ücretli\p{L}*|ücret(?:i|e)?|öder|ödenir|izin|ruhsat\p{L}*"),
        (r"serbest\p{L}*|izin verilir|mümkün\p{L}*|edilebilir", r"yasak\p{L}*|yasaktır|imkansız"),
        (r"açık\p{L}*|açılır", r"kapalı\p{L}*|kapanır|kapatıl\p{L}+"),
        (r"zorunlu\p{L}*|gerekli\p{L}*|gerekir|şart\p{L}*|mecburi\p{L}*", r"isteğe bağlı|gönüllü|ihtiyari"),
    ),
    "ja": (
        (r"無料", r"有料|料金|許可"),
        (r"可能|できま|できる|認め|許可", r"禁止|不可|禁じ"),
        (r"開館|営業|開い", r"閉館|休業|休館|閉ま"),
    ),
    "zh": (
        (r"免费|免費", r"收费|收費|付费|许可证|許可證"),
        (r"允许|允許|可以|准许", r"禁止|严禁|不得|嚴禁"),
        (r"开放|開放", r"关闭|關閉"),
    ),
}
"""Of each scale, the words of its one end and of the other, by language: the same scale has the same place."""

CHANGES: Final[Mapping[str, str]] = {
    "en": r"now|no longer|any ?more|from now on|henceforth|as from|newly",
    "de": r"jetzt|nun|nunmehr|künftig|ab sofort|nicht mehr|kein\p{L}* (?:\p{L}+ )?mehr|neuerdings",
    "fr": r"désormais|maintenant|dorénavant|(?:ne |n['’]).{1,40} plus",
    "es": r"ahora|en adelante|ya no",
    "it": r"adesso|d['’]ora in poi|ora|non .{1,40} più",
    "pt": r"agora|já não|não .{1,40} mais|doravante",
    "nl": r"nu|voortaan|niet (?:\p{L}+ )?meer|geen .{1,40} meer|vanaf nu",
    "pl": r"teraz|obecnie|odtąd|już nie|nie .{1,40} już",
    "sv": r"nu|numera|inte längre|hädanefter",
    "da": r"nu|fremover|ikke længere",
    "no": r"nå|heretter|ikke lenger",
    "cs": r"nyní|nově|už ne\p{L}*|již ne\p{L}*|nadále",
    "sk": r"teraz|odteraz|už ne\p{L}*",
    "ru": r"теперь|отныне|больше не|сейчас",
    "uk": r"тепер|відтепер|більше не",
    "tr": r"artık|bundan böyle|şimdi",
    "fi": r"nyt|enää|jatkossa",
    "hu": r"most|mostantól|már nem",
    "ro": r"acum|de acum|nu mai",
    "el": r"τώρα|πλέον|πια",
    "ja": r"今後|今は|現在|もう",
    "zh": r"现在|現在|现已|不再|今后",
    "ko": r"이제|더 이상|앞으로",
}
"""Words that say that something is other than it was, by language."""
