"""What a cell holds."""

from __future__ import annotations

import pytest

from qa.formats.writing.values import is_number, is_period, is_unit, is_year, kind_of, order_of, unit_of


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "-1,400.50",
        "(90.00) €",
        "€ 1 400",
        "$5",
        "1.5E+06",
        "50 %",
        "2024-01",
        "2024-01-09 10:30",
        "9/1/24",
        "05:00",
        *("1:23.456", "100:05:09", "2:30 PM", "9 January 2024", "05-Mar-2024", "January 9, 2024", "9. Januar 2024"),
    ],
)
def test_numbers_dates_and_times_are_numbers(text: str) -> None:
    assert is_number(text)
    assert kind_of(text) == "number"


@pytest.mark.parametrize("text", ["", "Q1", "FY24", "Jan 2024", "1st", "Ann", "100 m", "level 3", "n/a"])
def test_words_are_no_numbers(text: str) -> None:
    assert not is_number(text)


def test_kinds() -> None:
    texts = ("42 kg", "a@b.org", "+44 20 1234 5678", "www.x.org", "n/a", "Ann")
    assert [kind_of(text) for text in texts] == ["number", "address", "address", "address", "missing", "text"]


def test_periods_and_their_order() -> None:
    assert [is_year(text) for text in ("2024", "FY2024", "2023/24", "1400", "2024-01-09")] == [True] * 3 + [False, True]
    assert is_period("2024-01")
    ordered = ("2024", "2024-02", "2024-01-09", "09:30", "9:30 PM", "7", "x", "2024-13-45")
    assert [order_of(text) for text in ordered] == [2024.0, 24290.0, 738894.0, 570.0, 1290.0, 7.0, None, None]


def test_units() -> None:
    assert [is_unit(text) for text in ("(mm)", "in kWh", "[a]", "Oslo")] == [True, True, True, False]
    assert (unit_of("1.8 m"), unit_of("5")) == ("m", "")
