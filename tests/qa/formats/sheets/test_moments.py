"""Dates, times and durations as a sheet shows them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.sheets.format_code import parse_format
from qa.formats.sheets.moments import write_moment

DAY = 45300.0  # 9 January 2024, a Tuesday


def write(value: float, code: str, *, since_1904: bool = False) -> str:
    return write_moment(value, parse_format(code)[0], since_1904=since_1904)


@pytest.mark.parametrize(
    ("seconds", "code", "text"),
    [
        (300, "mm:ss", "05:00"),
        (83.456, "mm:ss.000", "01:23.456"),
        (83.456, "m:ss.0", "1:23.5"),
        (299.9996, "mm:ss", "05:00"),
        (5400, "h:mm:ss", "1:30:00"),
        (5400, "[m]", "90"),
        (360_309, "[h]:mm:ss", "100:05:09"),
        (125, "[ss]", "125"),
        (52_200, "h:mm AM/PM", "2:30 PM"),
        (0, "h:mm AM/PM", "12:00 AM"),
        (5400, 'h" h "m" min"', "1 h 30 min"),
        (-5400, "[h]:mm", "-1:30"),
    ],
)
def test_times_and_durations_are_as_shown(seconds: float, code: str, text: str) -> None:
    assert write(seconds / 86_400, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("dd/mm/yyyy", "2024-01-09"),
        ("d-mmm-yy", "2024-01-09"),
        ("m/yyyy", "2024-01"),
        ('"Due "d/m/yyyy', "Due 2024-01-09"),
        ("ddd d/m/yy", "Tue 2024-01-09"),
        ("d mmmm yyyy", "9 January 2024"),
        ("[$-407]dddd, d. mmmm yyyy", "Dienstag, 9. Januar 2024"),
        ("[$-40C]mmmm yyyy", "janvier 2024"),
        ("[$-FFFE]mmmm", "January"),
        ("mmmmm", "J"),
        ("dddd", "Tuesday"),
        ("yyyy", "2024"),
        ("dd", "09"),
        ('yyyy"年"m"月"d"日"', "2024年1月9日"),
        ('[$-411]ggge"年"m"月"d"日"', "2024-01-09"),
        ("bbbb-mm-dd", "2024-01-09"),
    ],
)
def test_a_date_is_as_shown_where_it_has_names_and_a_whole_year(code: str, text: str) -> None:
    assert write(DAY, code) == text


def test_a_date_and_a_time_stand_beside_each_other() -> None:
    assert write(DAY + 0.75, "d/m/yy h:mm") == "2024-01-09 18:00"
    assert write(DAY + 0.75, "h:mm, d mmmm yyyy") == "9 January 2024 18:00"
    assert write(DAY + 0.75, 'yyyy-mm-dd"T"hh:mm') == "2024-01-09 18:00"
    assert write(DAY, "d/m/yy h:mm") == "2024-01-09"
    assert write(0.75, "d/m/yy h:mm") == "18:00"


def test_the_first_days_and_what_is_no_day() -> None:
    assert [write(day, "yyyy-mm-dd") for day in (1.0, 59.0, 61.0)] == ["1900-01-01", "1900-02-28", "1900-03-01"]
    assert [write(day, "yyyy-mm-dd") for day in (-1.0, 2_958_466.0, 1e300)] == ["", "", ""]
    assert write(0.0, "yyyy-mm-dd", since_1904=True) == "1904-01-01"


@given(st.integers(61, 2_958_465), st.integers(0, 86_399))
def test_every_second_is_written_to_the_second(days: int, seconds: int) -> None:
    moment = datetime(1899, 12, 30) + timedelta(days=days, seconds=seconds)
    shown = write(days + seconds / 86_400, "yyyy-mm-dd hh:mm:ss")
    assert shown == f"{moment:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")
