"""Numbers of a sheet as it shows them: by the number formats of ECMA-376, part 1, 18.8.30 and 18.8.31.

Dates and times come out by ISO 8601, at the precision that the format shows. Read are signs and brackets, decimals,
thousands, percent, currency and other literal text. Left out: fractions, exponents, scaling, colours and conditions;
such a number is written plainly.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from functools import lru_cache

import regex

__all__ = ["BUILT_IN", "format_number"]

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 16, *range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),
    17: "yyyy-mm",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}

_LAST_DAY = 2_958_465  # 9999-12-31
_LITERAL = regex.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]\-]*)[^\]]*\]|(\[(?:h+|m+|s+)\])|\[[^\]]*\]', regex.I)
_DIGITS = regex.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_SCALED = regex.compile(r"[0#?],(?![0#?,])|,,")
_DATE = regex.compile(r"[ymdhs]", regex.I)


def format_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """Return `value` as the format `code` shows it; empty code for the general format.

    since_1904: whether days count from 1904 rather than from 1900.

    >>> format_number(0.1 + 0.2, ""), format_number(1400, "#,##0"), format_number(45292.5, "d/m/yy h:mm")
    ('0.3', '1,400', '2024-01-01 12:00')
    """
    if not math.isfinite(value):
        return ""
    if not code:
        return _write_general(value)
    sections = _parse_sections(code)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    marks, literals = section
    if _DATE.search(marks):
        return _write_moment(value, marks, since_1904)
    if "%" in marks:
        value *= 100
    digits = _DIGITS.search(marks)
    if digits is None:
        text = "".join(literals) if marks.strip("\0-+() ") == "" and marks else ""
        return text if text else _write_general(value)
    if regex.search(r"[eE/]|[#0?][^#0?,.\0]*\0*[^#0?,.]+[#0?]", marks) or _SCALED.search(marks):
        return _write_general(value)
    number = _write_digits(value, digits.group())
    literal = iter(literals)
    before, after = (
        "".join(next(literal, "") if mark == "\0" else mark for mark in side)
        for side in (marks[: digits.start()], marks[digits.end() :])
    )
    return f"{before}{number}{after}".strip()


def _parse_section(code: str) -> tuple[str, tuple[str, ...]]:
    """Return a section with each literal as "\\0", and the literals."""
    literals: list[str] = []

    def gather(match: regex.Match[str]) -> str:
        if match[4]:
            return str(match[4])
        text = match[1] or match[2] or match[3] or ""
        if text:
            literals.append(text)
        return "\0" if text else ""

    return _LITERAL.sub(gather, code), tuple(literals)


@lru_cache(1_000)
def _parse_sections(code: str) -> list[tuple[str, tuple[str, ...]]]:
    if code.lower() in ("", "general", "standard", "@"):
        return [("", ())]
    return [_parse_section(part) for part in regex.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code[:255])]


def _write_general(value: float) -> str:
    """Return a number in ten digits at most, whole ones in all of theirs.

    >>> _write_general(1.0000000001), _write_general(1234567890123.0), _write_general(-0.0)
    ('1', '1234567890123', '0')
    """
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else f"{value:.10g}"


def _write_digits(value: float, places: str) -> str:
    """Return a number by its places: `#,##0.0#`."""
    if (value == 0 and "0" not in places) or abs(value) >= 1e15:
        return _write_general(value) if value else ""
    whole, _, decimals = places.partition(".")
    decimals = decimals[:15]
    number = f"{value:,.{len(decimals)}f}"
    if "," not in whole:
        number = number.replace(",", "")
        number = number.zfill(whole.count("0") + len(number.partition(".")[2]) + ("." in number) + (value < 0))
    if optional := len(decimals) - len(decimals.rstrip("#?")):
        kept = len(number) - optional
        number = (number[:kept] + number[kept:].rstrip("0")).rstrip(".")
    return number


def _write_moment(value: float, marks: str, since_1904: bool) -> str:
    """Return a date, a time or both, as far as `marks` show them."""
    marks = marks.lower()
    if abs(value) > _LAST_DAY:
        return _write_general(value)
    if "[" in marks:  # a duration, which may be longer than a day
        seconds = round(value * 86_400)
        sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
        tail = f":{seconds % 60:02}" if "s" in marks else ""
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}{tail}"
    if value < 0:
        return _write_general(value)
    has_time = "h" in marks or "s" in marks
    has_day = "d" in marks
    has_month = has_day or ("m" in marks and not has_time) or "mmm" in marks
    days = value + 1462 if since_1904 else value + (value < 60)  # there was no 29 February 1900
    try:
        moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return _write_general(value)
    date = "%Y-%m-%d" if has_day else "%Y-%m" if has_month else "%Y" if "y" in marks else ""
    clock = ("%H:%M:%S" if "s" in marks and moment.second else "%H:%M") if has_time else ""
    if date and clock == "%H:%M" and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        clock = ""  # a whole day in a format with a time
    return moment.strftime(f"{date} {clock}".strip())
