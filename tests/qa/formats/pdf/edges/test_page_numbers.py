"""Which numbers count pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.pdf.edges.page_numbers import (
    ends_in_label,
    numbers_of,
    pattern_of,
    say_plainly,
    states_page,
    take_count,
)
from tests.qa.strategies import texts


def count(form: str, *numbers: object, at: int = 6, n_pages: int = 3, large: bool = False) -> str | None:
    """Return what is beside the count of the first line, whose next ones stand on the following pages."""
    first, *others = (form.format(number) for number in numbers)
    return take_count(at, first, [(at + n, other) for n, other in enumerate(others, 1)], n_pages, large=large)


ALONE = (
    "{}; - {} -; [{}]; Page {} of 99; page {}; {} / 88; {}/88; Seite {} von 99; S. {}; p. {}; A-{}; 2-{}; "
    "第 {} 页 共 99 页; {}ページ; стр. {}; صفحة {}; {} sur 99; Página {} de 99; — {} —; Blatt {}"
).split("; ")
DATA = (
    "Chapter {}; Invoice no. {}; Invoice no.\t{}; Total: {} euros; Lesson {}: Rowing; 2024-{}; Week {} | 2; "
    "第{}章; 第 {} 章 橋; 第{}回; "
    "Balance\t{}.40; 1,{}; 12.{}; € {}; {} %; Day {} of the fair; No. {}; Nr. {}; Statement\t{}; § {}; 3.{}"
).split("; ")


@pytest.mark.parametrize("form", ALONE)
def test_a_count_of_pages_by_itself(form: str) -> None:
    assert count(form, 12, 13) == ""


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Annual report 2023 · {}", "annual report 2023 ·"),
        ("{} | Harbour office", "harbour office"),
        ("Rules of the port of Riga, page {} of 20", "rules of the port of riga,"),
        ("The harbour of the north\t{}", "the harbour of the north"),
        ("-{}-\tThe harbour of the north", "the harbour of the north"),
        ("Report\t7", None),
    ],
)
def test_a_count_of_pages_beside_the_words_of_a_head(form: str, words: str | None) -> None:
    taken = count(form, 12, 13)
    assert taken == words or (taken or "").strip(" ·|") == (words or "").strip(" ·|")


@pytest.mark.parametrize("form", DATA)
def test_numbers_that_say_something(form: str) -> None:
    assert count(form, 101, 102) is None


def test_a_number_counts_only_as_the_pages_do() -> None:
    assert count("{}", "iv", "v") == count("– {} –", "XII", "XIII") == ""
    assert count("{}", 980, 1204) is count("Page {} of 9", 3, 3) is count("{}", 5, 4) is None
    assert take_count(4, "12", [(2, "8")], 9) == ""  # two of the sheet's pages on each
    assert take_count(4, "12", [(1, "3")], 9) is None


def test_a_figure_alone_that_is_large_or_a_year_is_no_count() -> None:
    assert count("{}", 3, 4, large=True) is None
    assert count("{}", 1998, 1999) is None
    assert count("Page {}", 1998, 1999, large=True) == ""


def test_a_label_of_few_words_needs_the_page_s_own_number_or_many_pages() -> None:
    assert count("Annual report\t{}", 14, 15) is None
    assert count("Annual report\t{}", 7, 8) == "annual report"
    assert count("Annual report\t{}", 14, 15, n_pages=8) == "annual report"


@given(texts)
def test_a_pattern_has_a_sign_for_each_number(text: str) -> None:
    assert pattern_of(text).count("#") == len(numbers_of(text))
    assert take_count(1, text, [(2, text)], 3) is None
    say_plainly(text)


@given(st.integers(1, 3_999))
def test_roman_numbers_are_read(number: int) -> None:
    signs = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
    ]
    rest, written = number, ""
    for value, sign in [*signs, (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]:
        written += rest // value * sign
        rest %= value
    assert numbers_of(written.upper()) == (number,)


def test_what_a_page_says_of_itself() -> None:
    assert states_page("Page 1 of 1")
    assert not states_page("1931")
    assert ends_in_label("Invoice no.")
    assert not ends_in_label("Form 1040NR")
