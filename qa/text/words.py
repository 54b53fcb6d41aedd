"""Words of a text as they are written, and their exact places in it.

Scripts that are written without spaces give a word a character, in every language. `find_word_spans` is finer: marks
count, and so does the end of a possessive, since an answer may begin or end at either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

__all__ = ["FIRST_CHARACTER", "find_word_spans", "is_character", "places", "words"]

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
_TOKEN = regex.compile(
    r"""
    (?<![\p{L}\p{N}])(?:\p{L}\.){2,}                                     # an acronym with dots: U.S.
    | \p{N}++(?:[.,:]\p{N}++)*+(?:st|nd|rd|th|s)?+(?![\p{L}\p{M}\p{N}])  # a number: 1,400  9:30  21st  1990s
    | ['’]s(?![\p{L}\p{M}\p{N}])                                         # the end of: Israel’s
    | (?:\p{N}++[.,:](?=\p{N}))*+[\p{L}\p{N}][\p{L}\p{M}\p{N}]*
      (?:[-‐'’](?!s\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*                   # a word: well-known, O’Brien, 1,400km
    | \S
    """,
    regex.VERBOSE,
)


def is_character(name: str) -> bool:
    """Tell whether a term is a single character of a script that is written without spaces."""
    return name >= FIRST_CHARACTER and _CHARACTER.fullmatch(name) is not None


def words(text: str) -> list[str]:
    """Return the words of `text` as written, in order.

    >>> words("Israel’s U.S. visit, 1,400 km"), words("多少 euro")
    (['Israel’s', 'U.S.', 'visit', '1,400', 'km'], ['多', '少', 'euro'])
    """
    written: list[str] = (_PLAIN_WORD if _PLAIN.fullmatch(text) else _WORD).findall(text)
    return written


def places(text: str, written: Sequence[str]) -> list[tuple[int, int]]:
    """Return `(start, end)` of each of the words that `words` returns of `text`.

    A word begins at the first letter or figure after the one before, so that it cannot be found too early.
    """
    at: list[tuple[int, int]] = []
    end = 0
    for word in written:
        start = text.find(word, end)
        end = start + len(word)
        at.append((start, end))
    return at


def find_word_spans(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of each word and mark, in order; `Israel’s` is two, for either may be an answer's edge.

    >>> [("Israel’s 21-day war."[start:end]) for start, end in find_word_spans("Israel’s 21-day war.")]
    ['Israel', '’s', '21', '-', 'day', 'war', '.']
    """
    return [match.span() for match in _TOKEN.finditer(text)]
