"""Numbers of items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.web.html import read_html
from qa.formats.web.page.items import write_number


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (1, "1", "1"),
        (-3, "1", "-3"),
        (26, "a", "z"),
        (27, "A", "AA"),
        (703, "a", "aaa"),
        (1999, "i", "mcmxcix"),
        (4, "I", "IV"),
        (0, "i", "0"),
        (4_000, "I", "4000"),
        (-1, "a", "-1"),
    ],
)
def test_numbers_are_written_as_browsers_do(number: int, kind: str, text: str) -> None:
    assert write_number(number, kind) == text


@given(st.integers(1, 100_000))
def test_letters_count_without_a_zero(number: int) -> None:
    value = 0
    for letter in write_number(number, "a"):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number


@pytest.mark.parametrize("start", ["x", "", "9" * 40, "-", "٣", "1.5"])
def test_a_start_that_is_no_number_is_one_or_read_without_an_error(start: str) -> None:
    assert read_html(f"<ol start='{start}'><li>a</ol>".encode()).text.strip().endswith(". a")


def test_a_list_of_one_item_has_its_number_as_steps_are_told_in_lists_of_one() -> None:
    assert read_html(b"<ol><li>a</ol><p>Wait.<ol start=2><li>b</ol>").text == "1. a\n\nWait.\n\n2. b\n"
    assert read_html(b"<ol start=4><li>a</ol><ol type=a><li>b</ol>").text == "4. a\n\na. b\n"
