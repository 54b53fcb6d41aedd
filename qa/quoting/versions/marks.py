"""Words and numbers that mark a version of a document, in some twenty languages: new, old, draft, v2.10, 3rd edition.

Patterns for names and first lines; `age` makes an order of them. Left out: marks within words, as "newsletter" has one.
"""

from __future__ import annotations

from typing import Final

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["ASKS_FORMER", "EDITION", "IN_FORCE", "NEWER", "OLDER", "REPLACED", "REPLACES", "UNFINISHED", "VERSION"]


def _words(pattern: str) -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})", regex.I | regex.VERBOSE)


VERSION: Final = Pattern(
    r"(?<!\p{L})(?:version|versión|versione|versie|wersja|versão|verze|verzió|sürüm|версия|fassung|rev(?:ision)?|rel"
    r"|ver|v|バージョン)[.:]?\s?(?P<number>\d{1,6}(?:\.\d{1,6}){0,3})(?![\p{L}\p{N}])"
    r"|(?<![\p{N}.])(?P<number>\d{1,3}(?:\.\d{1,4}){1,3})\s*\)?\s*$",
    regex.I,
)
"""The number of a version, also at the end of a name; in the group `number`."""

EDITION: Final = Pattern(
    r"(?<![\p{L}\p{N}])(?P<number>\d{1,3})(?:st|nd|rd|th|e|ème|[ºªa.])?\s(?:edition|auflage|ausgabe|édition|edición|edizione"
    r"|edição|editie|druk|wydanie|upplagan?|udgave|utgave|vydání|kiadás|baskı|издание)(?!\p{L})"
    r"|(?<!\p{L})(?:edition|ausgabe|édition)\s(?:no\.?\s)?(?P<number>\d{1,3})(?![\p{L}\p{N}])"
    r"|第\s?(?P<number>\d{1,3})\s?版",
    regex.I,
)
"""The number of an edition, in the group `number`."""

OLDER: Final = _words(
    r"""old|older|previous|former|outdated|obsolete|superseded|archived?|deprecated|withdrawn|expired
    |alt|alte[rsn]?|veraltet\p{L}*|bisherige[rsn]?|frühere?[rsn]?|überholt|archiv
    |ancien(?:ne)?s?|vieux|vieille|précédente?s?|périmée?s?|obsolète
    |antigu[oa]s?|viej[oa]s?|anterior|obsolet[oa]|vecchi[oa]?|precedente|superat[oa]|antig[oa]s?|velh[oa]s?
    |oude?|vorige|verouderde?|vervallen|star[yae]|poprzedni[ea]?|nieaktualn\p{L}+
    |gammal|gamla|gammel|gamle|förra|forrige|utgången|eski|önceki|star[ýáé]|předchozí|régi|korábbi|vanha|aiempi
    |vechi|veche|стар(?:ый|ая|ое|ые)|прежн\p{L}+|(?:旧|舊)版?|古い|이전|구버전"""
)
NEWER: Final = _words(
    r"""new|newer|newest|latest|current|revised|updated|amended|final
    |neue?[rsn]?|neueste[rsn]?|aktuell\p{L}*|überarbeitet\p{L}*|geändert\p{L}*|endgültig\p{L}*|endfassung
    |nouve(?:au|lle|aux|lles)|actuel(?:le)?s?|révisée?s?|définiti(?:f|ve)s?
    |nuev[oa]s?|actual|actualizad[oa]s?|revisad[oa]s?|definitiv[oa]|nuov[oaie]|attuale|aggiornat[oa]|finale
    |nov[oa]s?|atual|atualizad[oa]|nieuwe?|huidige|herziene?|bijgewerkte?|now[yae]|aktualn[yae]
    |nya|nytt|nye|nyt|ny|yeni|güncel|nov[ýáé]|aktuální|új|uusi|nouă?
    |нов(?:ый|ая|ое|ые)|действующ\p{L}+|актуальн\p{L}+|新版?|最新版?|現行|现行|최신|신버전"""
)
UNFINISHED: Final = _words(
    "draft|wip|entwurf|brouillon|borrador|bozza|rascunho|concept|szkic|utkast|udkast|taslak|návrh|luonnos|tervezet"
    "|черновик|草案|下書き|草稿|초안"
)
"""Words that say that a document is old, that it is new or final, and that it is a draft."""

IN_FORCE: Final = Pattern(
    r"(?:(?<!\p{L})(?:in force|in effect|effective|valid|applies|as of|as at|updated?|last (?:updated?|modified"
    r"|revised|changed|edited)|revised|amended|version|edition|dated?|date|issued|published|created|approved|adopted"
    r"|stand|gültig|gilt|in kraft|fassung|aktualisiert|geändert|zuletzt|datum|ausgabe|beschlossen|en vigueur|valable"
    r"|applicable|mise? à jour|version|modifiée?|état|vigente|en vigor|válid[oa]|actualizad[oa]|actualización|versión"
    r"|fecha|in vigore|valid[oa]|aggiornat[oa]|aggiornamento|versione|data|em vigor|atualizad[oa]|atualização|versão"
    r"|geldig|van kracht|bijgewerkt|versie|datum|obowiązuje|ważn[yae]|stan na|aktualizacja|wersja|gäller|gälder|gælder"
    r"|gjelder|uppdaterad|opdateret|oppdatert|giltig|platn[éýá]|platí|aktualizováno|geçerli\p{L}*|yürürlük\p{L}*"
    r"|güncelleme|hatályos|frissítve|voimassa|päivitetty|действует|действительн\p{L}+|редакция|обновлен\p{L}+|дата)"
    r"(?:\s(?!until|bis|jusqu|hasta|fino|até|tot|do)\p{L}{1,12}){0,3}|施行|発効|有効|改定|改訂|更新|生效|修订|修訂|実施)"
    r"[\s:.,(*_|]*$",
    regex.I,
)
"""The words right before a date that say since when a document holds; not until when."""

REPLACES: Final = _words(
    r"""supersedes|replaces|replacing|superseding|ersetzt\s(?!durch)\p{L}+|annule\set\sremplace|remplace|sustituye\sa?
    |reemplaza|sostituisce|substitui|vervangt|zastępuje|ersätter|erstatter|nahrazuje|yerine\sgeçer|заменяет|korvaa"""
)
REPLACED: Final = _words(
    r"""(?:superseded|replaced)\sby|no\slonger\s(?:in\sforce|valid|applies|current)|out\sof\sdate|repealed
    |(?:wurde|wird|ist)\sersetzt|ersetzt\sdurch|außer\skraft|nicht\smehr\sgültig|remplacée?s?\spar|abrogée?|n['’]est\splus
    \sen\svigueur|sustituid[oa]\spor|derogad[oa]|sostituit[oa]\sda|abrogat[oa]|substituíd[oa]\spor|revogad[oa]
    |vervangen\sdoor|ingetrokken|zastąpion[yae]|uchylon[yae]|upphävd|ersatt\sav|ophævet|opphevet|zrušen[oaý]?
    |yürürlükten\skaldırıl\p{L}+|утратил\p{L}*\sсилу"""
)
"""What a document says of itself: that it takes the place of another one, and that another took its place."""

ASKS_FORMER: Final = _words(
    r"""(?<!how\s)old|older|previous|previously|former|formerly|used\sto|originally|until\snow|so\sfar
    |(?:before|earlier|avant|antes|prima|vorher)(?=\W*$)|alte[rsn]?|bisher\p{L}*|früher\p{L}*|ehemals|damals
    |ancien(?:ne)?s?|précédent\p{L}*|auparavant|antigu[oa]s?|anterior\p{L}*|precedent[ei]|vecchi[oa]|oude?|vorige
    |vroeger|poprzedni\p{L}*|wcześniej|dawniej|tidigare|gamla|tidligere|gamle|dříve|eskiden|önceki|раньше|прежн\p{L}+"""
)
"""What a question says that asks how it was."""
