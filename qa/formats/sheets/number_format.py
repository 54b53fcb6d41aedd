"""Values of a sheet as it shows them: by the number formats of ECMA-376, part 1, 18.8.30 and 18.8.31.

A format has sections for positive and negative numbers, zero and text, or those that its conditions ask for. Dates
without names in them come out by ISO 8601; see `moments`. A number that a format cannot show (`####` in the sheet) is
written plainly. Left out: colours, and the width of spaces.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable

from qa.formats.sheets.digits import MAX_WHOLE, write_digits, write_general
from qa.formats.sheets.format_code import Section, parse_format
from qa.formats.sheets.moments import write_moment

__all__ = ["BUILT_IN", "format_number", "format_text"]

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((14, 15, 16, *range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),
    17: "yyyy-mm",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
    **dict.fromkeys((5, 6, 37, 38, 41, 42), "#,##0;(#,##0)"),
    **dict.fromkeys((7, 8, 39, 40, 43, 44), "#,##0.00;(#,##0.00)"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_MOMENT = ("year", "month", "day", "hour", "minute", "second", "elapsed", "half", "weekday", "era")


def format_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """Return `value` as the format `code` shows it; empty code for the general format.

    since_1904: whether days count from 1904 rather than from 1900.

    >>> format_number(0.1 + 0.2, ""), format_number(1400, "#,##0"), format_number(45292.5, "d/m/yy h:mm")
    ('0.3', '1,400', '2024-01-01 12:00')
    """
    if not math.isfinite(value):
        return ""
    section, is_negative = _choose(value, parse_format(code)) if code else (None, False)
    if section is None or _is_too_large(value, section):
        return write_general(value)
    if section.has(*_MOMENT) and not section.has("exponent"):
        return write_moment(value, section, since_1904=since_1904) or write_general(value)
    if section.has("digit"):
        number = write_digits(value, section.tokens).strip()
        minus = value < 0 and not is_negative and any(char in "123456789" for char in number)
    else:
        general = write_general(abs(value))
        number = "".join(general if kind in ("general", "text") else text for kind, text in section.tokens).strip()
        minus = value < 0 and not is_negative and bool(section.tokens)
    return f"-{number}" if minus else number


def _is_too_large(value: float, section: Section) -> bool:
    """Tell whether a number has more digits than it knows, which plain places would make up."""
    return abs(value) >= MAX_WHOLE and section.has("digit") and not section.has("exponent")


def format_text(text: str, code: str) -> str:
    """Return a text as the format shows it: most formats show it as it is, `;;;` hides it.

    >>> format_text("Ito", '@" et al."'), format_text("Ito", "0.00"), format_text("Ito", ";;;")
    ('Ito et al.', 'Ito', '')
    """
    if "@" not in code and code.count(";") < 3:
        return text
    sections = parse_format(code)
    if len(sections) < 4 and not sections[-1].has("text"):
        return text
    return "".join(text if kind == "text" else literal for kind, literal in sections[-1].tokens).strip()


def _choose(value: float, sections: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """Return the section that shows `value`, None for the general one; and whether that one is for negative ones only.

    What it shows has no minus of its own then.
    """
    if len(sections) > 3 or (len(sections) > 1 and sections[-1].has("text")):
        sections = sections[:-1][:3]  # the last one is for texts
    first, second = sections[0].condition, sections[1].condition if len(sections) > 1 else None
    if len(sections) == 1:
        fits = first is None or _holds(value, first)
        return (sections[0], first is not None and _is_negative(first)) if fits else (None, False)
    if first is None and second is None and value == 0:
        return sections[2 if len(sections) > 2 else 0], False
    first = first or (">", 0.0)
    if _holds(value, first):
        return sections[0], _is_negative(first)
    if second is None:
        return sections[1], first in ((">", 0.0), (">=", 0.0))
    if _holds(value, second):
        return sections[1], _is_negative(second)
    return (sections[2] if len(sections) > 2 else None), False


def _holds(value: float, condition: tuple[str, float]) -> bool:
    return _OPERATORS[condition[0]](value, condition[1])


def _is_negative(condition: tuple[str, float]) -> bool:
    """Tell whether a condition holds for negative numbers only."""
    mark, limit = condition
    return (mark == "<" and limit <= 0) or (mark in ("<=", "=") and limit < 0)
