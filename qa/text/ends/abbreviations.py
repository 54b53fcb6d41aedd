"""What is known of the abbreviations of a language: what each is written before or behind, and what begins a sentence.

TITLE: before a name, or in the middle of a sentence, and never at its end (Dr., e.g.). BEFORE: before anything, seldom
at the end (incl., tel.). NUMBER: before a number (No., p.). AFTER: behind a number (p.m., tbsp.). NAME: behind a name
(Inc.). END: at the end of a list (etc.). MONTH and DAY: shortened ones. WORD: also a word of the language (no, art), so
that only what follows tells which it is. One that has several kinds has all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from qa.text.ends.calendar import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from qa.text.ends.lists.further import FURTHER
from qa.text.ends.lists.germanic import GERMANIC
from qa.text.ends.lists.nordic import NORDIC
from qa.text.ends.lists.romance import ROMANCE
from qa.text.ends.lists.slavic import SLAVIC
from qa.text.ends.openers import OPENERS
from qa.text.function_words import FUNCTION_WORDS

__all__ = ["AFTER", "BEFORE", "DAY", "END", "MONTH", "NAME", "NUMBER", "TITLE", "WORD", "Usage", "usage_of"]

TITLE: Final = 1
BEFORE: Final = 2
NUMBER: Final = 4
AFTER: Final = 8
NAME: Final = 16
END: Final = 32
MONTH: Final = 64
DAY: Final = 128
WORD: Final = 256

_KINDS = {
    "title": TITLE,
    "before": BEFORE,
    "number": NUMBER,
    "after": AFTER,
    "name": NAME,
    "limit": AFTER | NAME,
    "end": END,
}
_LISTS: Mapping[str, Mapping[str, str]] = {**GERMANIC, **NORDIC, **ROMANCE, **SLAVIC, **FURTHER}
# Of any language in these letters, since no language is recognised without fail.
_SHARED = {
    "title": """
    Rev Sen Gov Gen Capt Mt Ft Dr Prof Mr Mrs Ms St dr prof e.g i.e z.B d.h p.ej p.ex t.ex f.eks bl.a o.a m.in т.е
    """,
    "before": """
    et.al et.seq op.cit loc.cit Univ Inst Dept Fac Assoc incl Incl inkl Inkl excl Excl exkl Exkl ekskl approx Approx
    aprox tel Tel zzgl Zzgl ca Ca cca Dipl Ing
    """,
    "number": "nr Nr No pp vol Vol fig Fig",
    "after": "a.m p.m kg km cm mm ml cl dl min",
    "name": "max Max Inc Ltd Co Corp S.A Ph.D",
    "end": "etc Etc usw osv ecc itd itp atd stb enz",
}
_OTHER_SCRIPTS = frozenset("ar bn el fa gu he hi hy ja ka kn ko ml mr pa ta te th ur zh am km lo my si".split())
_WITH_ORDINALS = frozenset("de da no nb nn sv fi is et lv lt pl cs sk sl hr sr bs hu tr el ko".split())
# What capitals say of nouns, and consonants of abbreviations, differs in these.
_WITH_SYLLABIC_R = frozenset("cs sk sl hr sr bs mk".split())


@dataclass(frozen=True, slots=True, eq=False)
class Usage:
    """How a language is written.

    kinds: what each abbreviation is, of the constants above. openers: words that begin a sentence, in lower case.
    months, calendar: months, and weekdays as well, in lower case. has_ordinals: a full stop makes a number an ordinal.
    has_noun_capitals: nouns begin with a capital. has_bare_words: words are written without a vowel. is_unspaced: no
    space parts words.
    """

    language: str
    kinds: Mapping[str, int]
    openers: frozenset[str]
    months: frozenset[str]
    calendar: frozenset[str]
    has_ordinals: bool
    has_noun_capitals: bool
    has_bare_words: bool
    is_unspaced: bool


@cache
def usage_of(language: str) -> Usage:
    """Return how a language is written; for one without a list, what holds for all."""
    kinds: dict[str, int] = {}
    own = _LISTS.get({"nb": "no", "nn": "no", "bs": "hr"}.get(language, language), {})
    lists = [own] if language in _OTHER_SCRIPTS and own else [own, _SHARED]
    for number, words_by_kind in enumerate(lists):
        known = frozenset(kinds) if number else frozenset()
        for kind, flag in _KINDS.items():
            for word in words_by_kind.get(kind, "").split():
                if word not in known:
                    kinds[word] = kinds.get(word, 0) | flag
    for flag, names in ((MONTH, SHORT_MONTHS), (DAY, SHORT_DAYS)):
        for word in names.get(language, ()):
            kinds[word] = kinds.get(word, 0) | flag
            if word.islower():
                kinds.setdefault(word.capitalize(), flag)
    for word in own.get("word", "").split():
        if word in kinds:
            kinds[word] |= WORD
    months = MONTHS.get(language, frozenset())
    return Usage(
        language,
        kinds,
        FUNCTION_WORDS.get(language, frozenset()) | frozenset(OPENERS.get(language, "").split()),
        months | frozenset(word.lower() for word in SHORT_MONTHS.get(language, ())),
        months
        | DAYS.get(language, frozenset())
        | frozenset(
            word.lower() for word in SHORT_DAYS.get(language, frozenset()) | SHORT_MONTHS.get(language, frozenset())
        ),
        language in _WITH_ORDINALS,
        language in {"de", "lb"},
        language in _WITH_SYLLABIC_R or language in _OTHER_SCRIPTS,
        language in {"zh", "ja"},
    )
