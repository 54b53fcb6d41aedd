"""Words and marks of a text, as exact places in it: where words that answer may begin and end.

Finer than `terms`: a mark counts, and so does the end of a possessive.
"""

from __future__ import annotations

import regex

__all__ = ["word_spans"]

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


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return `(start, end)` of each word and mark, in order; `Israel’s` is two, for either may be an answer's edge.

    >>> [("Israel’s 21-day war."[start:end]) for start, end in word_spans("Israel’s 21-day war.")]
    ['Israel', '’s', '21', '-', 'day', 'war', '.']
    """
    return [match.span() for match in _TOKEN.finditer(text)]
