"""Words and terms of a text, as exact places in it.

A *term* is what the index holds of a word: folded and stemmed as its language asks for (`stems`). Scripts that are
written without spaces give one term a character, in every language.
Every function takes the text's language, English by default.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import regex

from qa.arrays import distinct
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.stems import function_terms, is_function_word, stemmer, term

__all__ = [
    "FIRST_CHARACTER",
    "FUNCTION_TERMS",
    "content_words",
    "is_character",
    "light_terms",
    "places",
    "terms",
    "tokens",
    "trigrams",
    "words",
]


_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{N}}])(?:\p{{L}}\.){{2,}}                 # an acronym with dots: U.S.
    | \p{{N}}+(?:[.,٫٬]\p{{N}}+)+                            # a number with separators: 1,400.5
    | [{_UNSPACED}]\p{{M}}*                                  # a character of a script without spaces
    | [[\p{{L}}\p{{N}}]--[{_UNSPACED}]]
      [[\p{{L}}\p{{M}}\p{{N}}\u200c\u200d]--[{_UNSPACED}]]*
      (?:['’][[\p{{L}}\p{{M}}]--[{_UNSPACED}]]+)*            # a word: Israel’s, 21st
    """,
    regex.VERBOSE | regex.V1,
)


# The same for most texts in Latin letters, by the quicker module: without the figures that are no decimals (½, ²), the
# letters of other scripts and what joins or marks a letter.
_PLAIN = re.compile(r"[\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\u024f\u2010-\u2027\u2030-\u205e]*")
_PLAIN_WORD = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W\d_]+)*")

FIRST_CHARACTER = "\u0e00"  # of the scripts that are written without spaces: no term of theirs sorts before it
_CHARACTER = regex.compile(rf"[{_UNSPACED}]\p{{M}}*")


def is_character(name: str) -> bool:
    """Tell whether a term is a single character of a script that is written without spaces."""
    return name >= FIRST_CHARACTER and _CHARACTER.fullmatch(name) is not None


FUNCTION_TERMS = function_terms(DEFAULT_LANGUAGE)


def words(text: str) -> list[str]:
    """Return the words of `text` as written, in order.

    >>> words("Israel’s U.S. visit, 1,400 km"), words("多少 euro")
    (['Israel’s', 'U.S.', 'visit', '1,400', 'km'], ['多', '少', 'euro'])
    """
    found: list[str] = (_PLAIN_WORD if _PLAIN.fullmatch(text) else _WORD).findall(text)
    return found


def places(text: str, found: Sequence[str]) -> list[tuple[int, int]]:
    """Return `(start, end)` of each of the words that `words` found in `text`.

    A word begins at the first letter or figure after the one before, so that it cannot be found too early.
    """
    at: list[tuple[int, int]] = []
    end = 0
    for word in found:
        start = text.find(word, end)
        end = start + len(word)
        at.append((start, end))
    return at


def terms(text: str, language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the terms of `text` in order; empty when it has no word.

    >>> terms("The U.S. gave $1,400."), terms("Die Häuser", "de")
    (['the', 'us', 'gave', '1400'], ['die', 'haus'])
    """
    return list(map(stemmer(language), words(text)))


def tokens(text: str, language: str = DEFAULT_LANGUAGE) -> list[tuple[str, int, int]]:
    """Return `(term, start, end)` of each word of `text`, in order.

    >>> tokens("two Delegates")
    [('two', 0, 3), ('deleg', 4, 13)]
    """
    found = words(text)
    return [(stem, *place) for stem, place in zip(map(stemmer(language), found), places(text, found), strict=True)]


def trigrams(text: str) -> npt.NDArray[np.int64]:
    """Return a code for each different run of three characters of `text` in lower case, ascending.

    Two spaces stand before and after it, so that a text of one character has trigrams too; an empty one has a single.

    >>> len(trigrams("Banana"))  # "  b", " ba", "ban", "ana", "nan", "na ", "a  "
    7
    """
    codes = np.frombuffer(f"  {text.lower()}  ".encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    return distinct((codes[:-2] << 42) | (codes[1:-1] << 21) | codes[2:])


def content_words(text: str, language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the words of `text` that are no function words, as typed, in order, each once by its term.

    >>> content_words("How many people have been displaced, people?"), content_words("Wer ist die Königin?", "de")
    (['people', 'displaced'], ['Königin'])
    """
    seen: dict[str, str] = {}
    for word in words(text):
        if not is_function_word(word, language):
            seen.setdefault(term(word, language), word)
    return list(seen.values())


def light_terms(question: str, language: str, asked_in: str) -> frozenset[str]:
    """Return the terms, as passages in `language` have them, of words that carry only the grammar of a question.

    They are function words there, or in the language that the question is asked in: the German "war" is not about war.

    >>> sorted(light_terms("Wo war das?", "en", "de") - FUNCTION_TERMS)
    ['das', 'war', 'wo']
    """
    if asked_in == language:
        return function_terms(language)
    asked = [word for word in words(question) if is_function_word(word, asked_in)]
    return function_terms(language).union(map(stemmer(language), asked))
