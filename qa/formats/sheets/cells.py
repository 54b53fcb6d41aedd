"""Names of cells and ranges: `B3`, `$A$1:C20`, to places from 0."""

from __future__ import annotations

from functools import lru_cache

import regex

__all__ = ["Area", "parse_area", "parse_column"]

Area = tuple[int, int, int, int]  # first row and column, last row and column, from 0

_PLACE = regex.compile(r"(\$?[A-Za-z]{1,3})\$?([0-9]{1,7})")


@lru_cache(1_000)
def parse_column(letters: str) -> int | None:
    """Return the place of a column from 0; None when the letters name none.

    >>> parse_column("A"), parse_column("AB"), parse_column("$C"), parse_column("")
    (0, 27, 2, None)
    """
    letters = letters.replace("$", "")
    if not (letters.isascii() and letters.isalpha() and len(letters) < 4):
        return None
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def parse_area(reference: str) -> Area | None:
    """Return the area that a reference names; None when it names none.

    >>> parse_area("A1:C20"), parse_area("B3"), parse_area("x")
    ((0, 0, 19, 2), (2, 1, 2, 1), None)
    """
    first, _, last = reference.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
    if begin is None or end is None:
        return None
    return int(begin[2]) - 1, parse_column(begin[1]) or 0, int(end[2]) - 1, parse_column(end[1]) or 0
