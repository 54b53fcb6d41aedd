"""Values as ClickHouse's SQL has them. All that comes from outside passes here, so that none of it is taken for SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["write_literal", "write_numbers"]

_ESCAPED = re.compile(r"[\\'\x00-\x1f]")


def write_literal(value: str | float | Sequence[Any]) -> str:
    """Return a value as SQL has it; a sequence as an array.

    >>> print(write_literal(["it's", 0.1, 2]))
    ['it\\x27s', 0.1, 2]
    """
    if isinstance(value, str):
        return "'" + _ESCAPED.sub(lambda match: f"\\x{ord(match[0]):02x}", value) + "'"
    if isinstance(value, int | float):
        return repr(value)
    return f"[{', '.join(map(write_literal, value))}]"


def write_numbers(numbers: Iterable[int]) -> str:
    """Return numbers as SQL lists them.

    >>> write_numbers([1, 2, 3])
    '1, 2, 3'
    """
    return ", ".join(map(str, numbers))
