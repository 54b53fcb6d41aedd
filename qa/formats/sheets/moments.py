"""Dates, times and durations as a format shows them.

A time is written as it is shown: `mm:ss` gives 05:00, `[h]:mm` 36:00, `h:mm AM/PM` 2:30 PM. A date with the names of
months or days and a whole year is, too, in the language that the format states: 9 January 2024. All other dates come
out by ISO 8601 at the precision of the format, since 1/9/24 reads differently from land to land: 2024-01-09.
"""

from __future__ import annotations

import locale
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

import regex
from babel import Locale, UnknownLocaleError

from qa.formats.sheets.format_code import Section, Token

__all__ = ["write_moment"]

_LAST_DAY = 2_958_466  # the day after 9999-12-31
_CLOCK = {"hour": 3600, "minute": 60, "second": 1}
_UNITS = {"h": 3600, "m": 60, "s": 1}
_DATE = frozenset({"year", "month", "day", "weekday", "era"})
_TIME = frozenset({"hour", "minute", "second", "elapsed", "half", "fraction"})
_LETTER = regex.compile(r"\p{L}")


def write_moment(value: float, section: Section, *, since_1904: bool) -> str:
    """Return a moment or a duration as `section` shows it; empty when it is no moment."""
    n_digits = max((len(text) for kind, text in section.tokens if kind == "fraction"), default=0)
    unit = Decimal(1).scaleb(-min(n_digits, 6))
    elapsed = section.has("elapsed")
    if abs(value) >= _LAST_DAY or (value < 0 and not elapsed):
        return ""
    days = value if elapsed and not section.has(*_DATE) else _shift(value, since_1904)
    seconds = (Decimal(repr(abs(days))) * 86_400).quantize(unit, ROUND_HALF_UP)
    if not section.has(*_DATE):
        sign = "-" if value < 0 and seconds else ""
        return sign + "".join(_write_time(seconds, token, section) for token in section.tokens).strip()
    try:
        moment = datetime(1899, 12, 30) + timedelta(seconds=int(seconds))
    except OverflowError:
        return ""
    date, time = _part(section.tokens)
    if value < 1 and time and not since_1904:  # of the day 0, which is none
        return "".join(_write_time(seconds, token, section) for token in time).strip()
    written = _write_date(moment, date, section)
    if time and (seconds % 86_400 or not section.has("year", "day")):  # a whole day in a format with a time is a day
        written += " " + "".join(_write_time(seconds, token, section) for token in time).strip()
    return written.strip()


def _shift(value: float, since_1904: bool) -> float:
    """Return the days since 30 December 1899; there was no 29 February 1900."""
    return value + 1462 if since_1904 else value + (value < 60)


def _part(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the tokens of the date and those of the time, from its first to its last."""
    times = [place for place, (kind, _) in enumerate(tokens) if kind in _TIME]
    if not times:
        return tokens, ()
    first, last = times[0], times[-1]
    if any(kind in _DATE for kind, _ in tokens[first:last]):
        return tuple(token for token in tokens if token[0] in _DATE), tuple(t for t in tokens if t[0] not in _DATE)
    return (*tokens[:first], *tokens[last + 1 :]), tokens[first : last + 1]


# -- times -------------------------------------------------------------------------------------------------------------


def _write_time(seconds: Decimal, token: Token, section: Section) -> str:
    kind, text = token
    whole = int(seconds)
    hour = whole // 3600 % 24
    if kind == "elapsed":
        return f"{whole // _UNITS[text[0]]:0{len(text)}}"
    if kind == "fraction":
        return "." + f"{seconds % 1:.{len(text)}f}".partition(".")[2]
    if kind == "half":
        return text.upper().split("/")[hour >= 12]
    if kind in _CLOCK:
        shown = hour if kind == "hour" else whole // _CLOCK[kind] % 60
        shown = (hour % 12 or 12) if kind == "hour" and section.has("half") else shown
        return f"{shown:0{min(len(text), 2)}}"
    return text if kind == "literal" else ""


# -- dates -------------------------------------------------------------------------------------------------------------


def _write_date(moment: datetime, tokens: tuple[Token, ...], section: Section) -> str:
    lengths = {kind: len(text) for kind, text in tokens if kind in _DATE}
    weekday = any(kind == "weekday" or (kind == "day" and len(text) > 2) for kind, text in tokens)
    has_day = any(kind == "day" and len(text) < 3 for kind, text in tokens)
    named = lengths.get("month", 0) > 2 or weekday or _has_words_between(tokens)
    whole_year = lengths.get("year", 0) > 2
    alone = "year" not in lengths and not has_day
    if "era" not in lengths and ((named and (whole_year or alone)) or len(lengths) == 1):
        return "".join(_write_part(moment, token, section.language, has_day) for token in tokens).strip(" ,")
    pattern = "%Y-%m-%d" if has_day or "era" in lengths else "%Y-%m" if "month" in lengths else "%Y"
    date = f"{moment.year:04}{moment.strftime(pattern)[len(str(moment.year)) :]}" if moment.year < 1000 else ""
    date = date or moment.strftime(pattern)
    if weekday:
        name = next(token for token in tokens if token[0] == "weekday" or (token[0] == "day" and len(token[1]) > 2))
        date = f"{_write_part(moment, name, section.language, has_day)} {date}"
    first = next(place for place, (kind, _) in enumerate(tokens) if kind in _DATE)
    last = max(place for place, (kind, _) in enumerate(tokens) if kind in _DATE)
    before, after = ("".join(text for _, text in side) for side in (tokens[:first], tokens[last + 1 :]))
    if "era" in lengths or after.strip().upper() == "T" or not _LETTER.search(after):
        after = ""
    return f"{before}{date}{after}"


def _has_words_between(tokens: tuple[Token, ...]) -> bool:
    """Tell whether letters stand within the date: `yyyy"年"m"月"`."""
    places = [place for place, (kind, _) in enumerate(tokens) if kind in _DATE]
    between = tokens[places[0] : places[-1]]
    return any(kind == "literal" and _LETTER.search(text) and text.upper() != "T" for kind, text in between)


def _write_part(moment: datetime, token: Token, language: int, has_day: bool) -> str:
    kind, text = token
    length = len(text)
    if kind == "year":
        year = moment.year + 543 * text.startswith("b")
        return f"{year % 100:02}" if length < 3 and not text.startswith("e") else str(year)
    if kind == "month":
        if length < 3:
            return f"{moment.month:0{length}}"
        name = _name(
            "months", language, "wide" if length == 4 else "abbreviated", "format" if has_day else "stand-alone"
        )
        return name[moment.month][:1] if length == 5 else name[moment.month]
    if kind == "weekday" or (kind == "day" and length > 2):
        return _name("days", language, "abbreviated" if length == 3 else "wide", "format")[moment.weekday()]
    if kind == "day":
        return f"{moment.day:0{length}}"
    return text if kind == "literal" else ""


@lru_cache(64)
def _name(
    things: Literal["months", "days"],
    language: int,
    width: Literal["wide", "abbreviated"],
    context: Literal["format", "stand-alone"],
) -> dict[int, str]:
    """Return the names of months from 1 or of days from 0, Monday, in a language; English where it is not known."""

    tag = locale.windows_locale.get(language) or "en_US"
    try:
        names = Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        names = Locale.parse("en_US")
    return dict((names.months if things == "months" else names.days)[context][width])
