"""One word to the term that stands for all its forms, by language: folded, then stemmed.

Folding takes away what writers leave out or do two ways: case, width, accents, vowel signs, the separators of a number,
the digits of another script. Then the Snowball stemmer of the language, where there is one, takes away the ending.
English words are stemmed without their accents; of other languages the stemmer gets what it knows (`é`, `ü`, `й`), and
accents go afterwards, so that a question typed without them mostly finds its words. Left out: lemmas, the parts of
compounds, and Chinese characters in their other form.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import regex
import Stemmer

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.function_words import FUNCTION_WORDS
from qa.text.irregular import IRREGULAR, SPELLINGS
from qa.text.memo import remember

__all__ = ["TONAL", "fold", "function_terms", "is_function_word", "stemmer", "strip_marks", "term"]

_SNOWBALL: Mapping[str, str] = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
TONAL = frozenset({"vi", "yo"})
"""Languages whose marks are no accents: without them most words are one with others. Some type none all the same."""
_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})

_ACCENTS = regex.compile(r"[\u0300-\u036f]+")
_CYRILLIC_ACCENTS = regex.compile(r"[\u0300\u0301]+|(?<=е)\u0308")  # stress, and ё as е; й stays
_THOUSANDS = regex.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_ELISION = regex.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:d|n|s|c)?[aeu]ll|quest|quell)'(?=\p{L})")
_CONJUNCTION = regex.compile(r"[وف](?=(?:[بك]?ال|لل)\p{L}{2})")  # before an article; Snowball leaves it
_JOINED = {"ar": _CONJUNCTION, "ca": _ELISION, "fr": _ELISION, "it": _ELISION}  # written as one with the next word

_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0)
_CHARACTERS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)} | {
    ord("’"): "'",
    0x66B: ".",  # the Arabic decimal and thousands separators
    0x66C: ",",
    0x200C: "",  # joiners and what keeps from joining
    0x200D: "",
}
_HARAKAT = dict.fromkeys([0x640, 0x670, *range(0x64B, 0x653)], "")  # tatweel and vowel signs
_INDIC = {0x93C: "", 0x901: "ं"}  # nukta; candrabindu as anusvara
_MARKS: Mapping[str, Mapping[int, str]] = {
    "ar": _HARAKAT,
    "fa": _HARAKAT | {ord("ي"): "ی", ord("ك"): "ک"},
    "he": dict.fromkeys(range(0x591, 0x5C8), ""),
    "hi": _INDIC,
    "mr": _INDIC,
    "ne": _INDIC,
    "ur": _HARAKAT,
}
_AFTERWARDS: Mapping[str, Mapping[int, str]] = {
    "ar": {ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ٱ"): "ا", ord("ى"): "ي", ord("ة"): "ه"},
}


def fold(word: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return `word` without case, accents, width variants, thousands separators or the dots of an acronym.

    >>> fold("Café"), fold("U.S."), fold("1,400"), fold("Israel’s")
    ('cafe', 'us', '1400', "israel's")
    >>> fold("Übergröße", "de"), fold("ёлка", "ru"), fold("मूल्य१२", "hi")
    ('ubergrosse', 'елка', 'मूल्य12')
    """
    return _drop_accents(_normalise(word, language), language)


def _normalise(word: str, language: str) -> str:
    """Return a word as the stemmer of its language knows it, but for English still with accents."""
    if word.isascii() and language != "tr":
        normal = word.lower()
    else:
        if language == "tr":
            word = word.replace("İ", "i").replace("I", "ı")
        marks = {**_CHARACTERS, **_MARKS[language]} if language in _MARKS else _CHARACTERS
        decomposed = unicodedata.normalize("NFKD", word.translate(_CHARACTERS)).casefold().translate(marks)
        if language in _CYRILLIC:
            decomposed = _CYRILLIC_ACCENTS.sub("", decomposed)
        normal = unicodedata.normalize("NFC", decomposed)
    if normal[:1].isdigit():
        return _THOUSANDS.sub("", normal)
    joined = _JOINED.get(language)
    if joined and (match := joined.match(normal)):
        normal = normal[match.end() :]
    return normal.replace(".", "") if normal.endswith(".") else normal


def _drop_accents(word: str, language: str) -> str:
    """Return a folded word or a stem without what may be written in two ways."""
    if word.isascii():
        return word
    word = word.translate(_AFTERWARDS.get(language, {}))
    if language in _CYRILLIC or language in TONAL:
        return word
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word)))


class _Stemmers(threading.local):
    """The stemmers of one thread: Snowball's objects must not be shared."""

    def __init__(self) -> None:
        self.of: dict[str, Callable[[str], str]] = {}


_STEMMERS = _Stemmers()


def _get_snowball(language: str) -> Callable[[str], str]:
    """Return this thread's stemmer for a language that has one."""
    if language not in _STEMMERS.of:
        _STEMMERS.of[language] = Stemmer.Stemmer(_SNOWBALL[language], 0).stemWord
    return _STEMMERS.of[language]


@cache
def _read_spellings() -> Mapping[str, str]:
    """Return the stem of each American spelling to that of the British one."""
    stem = _get_snowball(DEFAULT_LANGUAGE)
    return {stem(american): stem(british) for american, british in SPELLINGS.items() if stem(american) != stem(british)}


@lru_cache(maxsize=64)  # languages in use at a time, not all that a caller might name
def stemmer(language: str) -> Callable[[str], str]:
    """Return the function from a word of `language` to its term, which remembers the words that it has seen."""

    def english(word: str) -> str:
        folded = fold(word)
        stem = _get_snowball(DEFAULT_LANGUAGE)(IRREGULAR.get(folded, folded))
        return _read_spellings().get(stem, stem) or word

    def stemmed(word: str) -> str:
        return _drop_accents(_get_snowball(language)(_normalise(word, language)), language) or word

    def folded(word: str) -> str:
        return fold(word, language) or word

    if language == DEFAULT_LANGUAGE:
        return remember(english, 1 << 18)
    return remember(stemmed, 1 << 18) if language in _SNOWBALL else remember(folded, 1 << 16)


def term(word: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return the term that the index holds for `word`.

    >>> term("Displaced"), term("displacement"), term("Israel’s")
    ('displac', 'displac', 'israel')
    >>> term("Häuser", "de"), term("книгами", "ru"), term("والكتاب", "ar"), term("l’université", "fr")
    ('haus', 'книг', 'كتاب', 'univers')
    """
    return stemmer(language)(word)


@lru_cache(maxsize=64)
def function_terms(language: str) -> frozenset[str]:
    """Return the terms of the function words of `language`; none when there is no list of them."""
    return frozenset(map(stemmer(language), FUNCTION_WORDS.get(language, ())))


@lru_cache(maxsize=64)
def _folded_function_words(language: str) -> frozenset[str]:
    folded = frozenset(fold(word, language) for word in FUNCTION_WORDS.get(language, ()))
    return folded.union(map(strip_marks, folded)) if language in TONAL else folded


def strip_marks(word: str) -> str:
    """Return a folded word as those type it who type no marks.

    >>> strip_marks("nghỉ"), strip_marks("được")
    ('nghi', 'duoc')
    """
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word))).replace("đ", "d")


def is_function_word(word: str, language: str = DEFAULT_LANGUAGE) -> bool:
    """Tell whether `word` carries grammar rather than matter."""
    return fold(word, language) in _folded_function_words(language)
