"""The words of English that are known one by one, and the patterns made of them."""

from __future__ import annotations

import pytest
import regex

from qa.text.english import LIST_ITEM, MONTH, MONTHS, NUMBERS, SCALES, SHORT_MONTHS, SPELLED, WEEKDAYS, any_of


def test_a_year_has_twelve_months_and_a_week_seven_days() -> None:
    assert (len(MONTHS), len(WEEKDAYS)) == (12, 7)
    assert all(any(name.startswith(short) for name in MONTHS) for short in SHORT_MONTHS)


@pytest.mark.parametrize("written", [*MONTHS, *SHORT_MONTHS, "Sept.", "Dec."])
def test_a_month_is_known_whole_or_shortened(written: str) -> None:
    assert regex.fullmatch(MONTH, written)


@pytest.mark.parametrize("other", ["may", "Mayor", "Marching", "Augustine", "Septem"])
def test_what_only_begins_like_a_month_is_none(other: str) -> None:
    assert not regex.fullmatch(MONTH, other)


def test_numbers_have_their_values() -> None:
    assert (NUMBERS["zero"], NUMBERS["twelve"], NUMBERS["ninety"], SCALES["million"]) == (0, 12, 90, 1e6)
    assert {"one", "twice", "dozens"} <= SPELLED


@pytest.mark.parametrize("text", ["- a coat", "• a coat", "1. a coat", "(12) a coat", "b) a coat", "· a coat"])
def test_items_of_a_list_are_known_by_their_beginning(text: str) -> None:
    assert regex.match(LIST_ITEM, text)


@pytest.mark.parametrize("text", ["a coat", "-5 degrees", "1931. A year", "3.5 metres", "Dr. Ito", "…"])
def test_other_beginnings_are_no_items(text: str) -> None:
    assert not regex.match(LIST_ITEM, text)


def test_any_of_some_words_matches_each_and_no_other() -> None:
    pattern = any_of(frozenset({"six", "sixty"}))
    assert [match.group() for match in regex.finditer(rf"\b{pattern}\b", "six sixty sixth")] == ["six", "sixty"]
