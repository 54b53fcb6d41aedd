"""Find words in a document, as a reader does with a browser's own search: for the eye, never for a citation.

Case does not count, nor how much white space stands between words, nor which of the usual quotation marks, apostrophes
and dashes was typed. Left out: stems, accents and anything that ranks; that is what asking is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from time import sleep

__all__ = ["LONGEST_WANTED", "MOST_FOUND", "find_words"]

LONGEST_WANTED = 200
"""Characters of the words to find."""
MOST_FOUND = 1_000
"""Occurrences that are looked for; a reader steps through some."""

SLICE = 20_000
"""Characters that are looked through in one go, some hundredths of a second in the worst case."""
LONGEST_FOUND = 10_000
"""Characters of a place at the most, white space between its words included."""

_ALIKE = ("'’‘ʼ", '"“”„«»', "-‐‑–—")
_CLASSES = {character: f"[{re.escape(alike)}]" for alike in _ALIKE for character in alike}


def find_words(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return (start, end) of each place where `text` holds `wanted`, in order, at most MOST_FOUND, none overlapping.

    Empty or blank: none. Of `wanted`, LONGEST_WANTED characters count.

    >>> find_words("The fee is  €14.", "fee IS €")
    [(4, 13)]
    """
    words = wanted[:LONGEST_WANTED].split()
    if not words:
        return []
    pattern = r"\s+".join(
        "".join(_CLASSES.get(character, re.escape(character)) for character in word) for word in words
    )
    return [*islice(_search(re.compile(pattern, re.IGNORECASE), text), MOST_FOUND)]


def _search(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of a pattern in a text, which is looked through slice by slice."""
    at = 0
    while at < len(text):
        end = min(len(text), at + SLICE)
        match = pattern.search(text, at, min(len(text), end + LONGEST_FOUND))
        if match and match.start() < end:
            yield match.span()
            at = match.end()
        else:
            at = end
            sleep(0)  # others wait for the interpreter, which a search does not give away
