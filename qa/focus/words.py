"""The words of a sentence as the choice of the focus sees them: their shapes, and the function words by name."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import regex

from qa.text import function_words
from qa.text.english import AUXILIARIES, MONTHS, POSSESSIVES, SHORT_MONTHS, SPELLED, WEEKDAYS
from qa.text.stems import fold, term

__all__ = [
    "FUNCTION_WORDS",
    "LEXICON",
    "N_STEMS",
    "PREPOSITIONS",
    "SHAPES",
    "TRAITS",
    "Word",
    "code_of",
    "read_word",
]

FUNCTION_WORDS = function_words.FUNCTION_WORDS["en"]
"""Of English, the only language whose questions are understood by their form."""

_SHAPES = (
    "start end function mark year number ordinal month weekday spelled unit opening name capitals ing ed ly plural "
    "noun adjective lower other asked asked_name"
).split()
SHAPES = {name: code for code, name in enumerate(_SHAPES)}
"""The code of each shape. `start`, `end`: beyond the sentence; `asked`, `asked_name`: a word of the question."""

LEXICON = {name: n for n, name in enumerate([*_SHAPES, "'s", *",.;:()[]\"“”'‘’-–—$£€%/&", *sorted(FUNCTION_WORDS)])}
"""The code of each shape, mark and function word."""

PREPOSITIONS = frozenset("of in by for to with from on at as into".split())
N_STEMS = 1024
_ARTICLES = frozenset(("a", "an", "the"))
_NUMERALS = frozenset(SHAPES[name] for name in ("year", "number", "ordinal", "spelled"))
_VERBS = frozenset((SHAPES["ed"], SHAPES["ing"]))
_LEANS_BACK = _ARTICLES | {"'s", "of", "and", "or"}
_LEANS_ON = frozenset(
    "the a an of and or to in by for with from at on as that which who is was were are be been than into between "
    "during 's".split()
).union(POSSESSIVES)
TRAITS = {
    name: bit
    for bit, name in enumerate(
        "number comma verb conjunction auxiliary preposition word function capital barrier begins ends article opens "
        "closes quotes stop".split()
    )
}
"""The bit of each trait. `begins`, `ends`: an answer may do so with it; `barrier`: no answer holds it."""

_UNITS = (
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades "
    "century centuries generation generations percent".split()
)
_CAPITALISED = dict.fromkeys(FUNCTION_WORDS, "function")
_CAPITALISED |= dict.fromkeys(map(str.lower, (*MONTHS, *SHORT_MONTHS)), "month")
_CAPITALISED |= dict.fromkeys(map(str.lower, WEEKDAYS), "weekday")
_SMALL = dict.fromkeys(_UNITS, "unit") | dict.fromkeys(SPELLED, "spelled") | dict.fromkeys(FUNCTION_WORDS, "function")
_ENDINGS = {"ing": "ing", "ed": "ed", "ly": "ly"} | dict.fromkeys(("tion", "ment", "ness", "ity", "ism"), "noun")
_ENDINGS |= dict.fromkeys(("al", "ive", "ous", "ic"), "adjective") | {"s": "plural"}
_YEAR = regex.compile(r"(?:1\d|20)\d\ds?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark by itself.

    lower: folded; a mark as it is. stem: its term; empty for a mark. shape: a code of `SHAPES`.
    lexical: its own code for a function word or a mark of `LEXICON`, else its shape. hashed: code of its stem.
    capital: it begins with one. traits: the bits of `TRAITS` that it has.
    """

    lower: str
    stem: str
    shape: int
    lexical: int
    hashed: int
    capital: bool
    traits: int


@lru_cache(maxsize=1 << 16)
def read_word(text: str, first: bool) -> Word:
    """Return a word or mark as the focus sees it. first: it begins the sentence, where a capital says nothing.

    >>> word = read_word("Ships", False)
    >>> word.stem, word.shape == SHAPES["name"], word.lexical == SHAPES["name"]
    ('ship', True, True)
    """
    if not text[0].isalnum():
        lower = text.replace("’", "'") if len(text) > 1 else text
        lexical = LEXICON.get(lower, LEXICON["mark"])
        return Word(lower, "", SHAPES["mark"], lexical, 0, False, _find_traits(lower, SHAPES["mark"], capital=False))
    lower, stem = fold(text), term(text)
    shape = _find_shape(text, lower, first)
    lexical = LEXICON.get(lower, SHAPES[shape]) if shape == "function" else SHAPES[shape]
    capital = text[0].isupper()
    traits = _find_traits(lower, SHAPES[shape], capital=capital)
    return Word(lower, stem, SHAPES[shape], lexical, code_of(stem, N_STEMS), capital, traits)


def _find_traits(lower: str, shape: int, *, capital: bool) -> int:
    mark = shape == SHAPES["mark"]
    traits = {
        "number": shape in _NUMERALS,
        "comma": lower == ",",
        "verb": shape in _VERBS,
        "conjunction": lower in ("and", "or"),
        "auxiliary": lower in AUXILIARIES,
        "preposition": lower in PREPOSITIONS,
        "word": not mark,
        "function": lower in FUNCTION_WORDS,
        "capital": capital,
        "barrier": lower in _BARRIERS,
        "begins": lower not in _LEANS_BACK if not mark else lower in _CURRENCIES,
        "ends": lower not in _LEANS_ON if not mark else lower == "%",
        "article": lower in _ARTICLES,
        "opens": lower == "(",
        "closes": lower == ")",
        "quotes": lower in _QUOTES,
        "stop": lower == ".",
    }
    return sum(1 << TRAITS[name] for name, has in traits.items() if has)


_BARRIERS, _CURRENCIES, _QUOTES = frozenset(';()[]“”"'), frozenset("$£€"), frozenset('"“”')


def _find_shape(text: str, lower: str, first: bool) -> str:
    if text[0].isdecimal():  # no raised figure, which is a mark or an exponent
        ordinal = text.endswith(("st", "nd", "rd", "th"))
        return "year" if _YEAR.fullmatch(text) else "ordinal" if ordinal else "number"
    if text[0].isupper():
        if len(text) > 1 and text.replace(".", "").isupper():
            return "capitals"
        return _CAPITALISED.get(lower, "opening" if first else "name")
    by_ending = "lower" if text[0].islower() else "other"
    if len(lower) > 4 and not lower.endswith("ss"):
        by_ending = next((shape for ending, shape in _ENDINGS.items() if lower.endswith(ending)), by_ending)
    return _SMALL.get(lower, by_ending)


def code_of(text: str, size: int) -> int:
    """Return a code in [0, size) for a text: 0 for an empty one, and the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "replace")) % size if text else 0
