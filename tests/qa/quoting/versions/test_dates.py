"""Dates in names and first lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.quoting.versions.dates import find_dates
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("rules-2024", (2024, 0, 0)),
        ("rules-2024-03", (2024, 3, 0)),
        ("rules-20240315", (2024, 3, 15)),
        ("rules 15.3.2024", (2024, 3, 15)),
        ("rules 15/03/2024", (2024, 3, 15)),
        ("rules 3/15/2024", (2024, 3, 15)),
        ("rules 3/4/2024", (2024, 0, 0)),
        ("rules 4/4/2024", (2024, 4, 4)),
        ("March 15th, 2024", (2024, 3, 15)),
        ("15th of March 2024", (2024, 3, 15)),
        ("Q3 2024", (2024, 7, 0)),
        ("autumn 2024", (2024, 9, 0)),
        ("season 2024/25", (2024, 0, 0)),
        ("1. März 2024", (2024, 3, 1)),
        ("1er mars 2024", (2024, 3, 1)),
        ("1 de marzo de 2024", (2024, 3, 1)),
        ("1º marzo 2024", (2024, 3, 1)),
        ("1 maart 2024", (2024, 3, 1)),
        ("1 marca 2024", (2024, 3, 1)),
        ("1 de março de 2024", (2024, 3, 1)),
        ("1. března 2024", (2024, 3, 1)),
        ("1 mars 2024", (2024, 3, 1)),
        ("1 марта 2024", (2024, 3, 1)),
        ("1 Mart 2024", (2024, 3, 1)),
        ("1. maaliskuuta 2024", (2024, 3, 1)),
        ("2024年3月1日", (2024, 3, 1)),
        ("2024년 3월", (2024, 3, 0)),
        ("31.13.2024", (2024, 0, 0)),
    ],
)
def test_a_date_is_read(text: str, date: tuple[int, int, int]) -> None:
    assert [place.date for place in find_dates(text)] == [date]


@pytest.mark.parametrize(
    "text", ["room 120", "1,931 people", "ISO 27001", "2.10", "12345678", "call 020 2024123", "May"]
)
def test_no_date(text: str) -> None:
    assert not list(find_dates(text))


@given(texts)
def test_dates_stand_in_order(text: str) -> None:
    end = 0
    for place in find_dates(text):
        assert end <= place.start < place.end <= len(text)
        assert 1900 <= place.date[0] <= 2099
        end = place.end
