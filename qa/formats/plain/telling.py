"""Words for notices: how many, on which lines, in which charset."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["count", "name_charset", "tell_lines"]

_MOST_LINES = 8  # that are named


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 byte`, `1,200 bytes`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tell_lines(lines: Sequence[int]) -> str:
    """Return where something is: `line 3`, `lines 3, 8 and 11`; of many the first."""
    distinct = list(dict.fromkeys(lines))
    told = [f"{line:,}" for line in distinct[:_MOST_LINES]]
    if len(distinct) > _MOST_LINES:
        return f"lines {', '.join(told)} and {len(distinct) - _MOST_LINES:,} more"
    return f"line {told[0]}" if len(told) == 1 else f"lines {', '.join(told[:-1])} and {told[-1]}"


def name_charset(charset: str) -> str:
    """Return the name that a charset is known by: `Windows-1250`, `KOI8-R`."""
    if re.fullmatch(r"cp(?:125\d|874)", charset):
        return f"Windows-{charset[2:]}"
    return charset.upper().replace("ISO8859", "ISO-8859").replace("CP", "code page ").replace("_", "-")
