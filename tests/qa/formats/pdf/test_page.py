"""Lines of a page, and how two of them are to each other."""

from __future__ import annotations

import pytest

from qa.formats.pdf.page import (
    LinePart,
    PageLine,
    PageWord,
    begins_item,
    breaks_word,
    differ_in_font,
    is_below,
    same_size,
)


def line(text: str, left: float = 0.0, bottom: float = 100.0, *, size: float = 10.0, font: str = "") -> PageLine:
    return PageLine((LinePart(text, left, left + 50),), bottom, bottom + size, size, font=font)


def test_a_line_is_its_parts() -> None:
    row = PageLine((LinePart("Mon", 10, 30), LinePart("9 to 5", 80, 120)), 0, 10, 10.0)
    assert (row.text, row.left, row.right, row.row) == ("Mon\t9 to 5", 10, 120, True)
    assert not line("Mon").row
    mirrored = row.mirrored()
    assert (mirrored.text, mirrored.left, mirrored.right) == ("Mon\t9 to 5", -30, -80)
    assert mirrored.mirrored() == row


@pytest.mark.parametrize("text", ["• Bread", "- Bread", "1. Bread", "(a) Bread", "iv) Bread", "2.1.3 Bread"])
def test_marks_and_numbers_begin_items(text: str) -> None:
    assert begins_item(text)


@pytest.mark.parametrize("text", ["Bread", "1931 was cold", "1.", "a loaf", "Mr. Bread"])
def test_words_and_years_begin_none(text: str) -> None:
    assert not begins_item(text)


def test_a_line_is_below_another_where_they_overlap_and_are_near() -> None:
    assert is_below(line("one"), line("two", bottom=88.0))
    assert not is_below(line("one"), line("two", bottom=20.0))
    assert not is_below(line("one"), line("two", left=60.0, bottom=88.0))
    assert not is_below(line("one", bottom=88.0), line("two"))


def test_sizes_and_fonts_are_told_apart() -> None:
    assert same_size(line("one"), line("two", size=11.0))
    assert not same_size(line("one"), line("two", size=12.0))
    assert differ_in_font(line("one", font="Times"), line("two", font="Courier"))
    assert not differ_in_font(line("one", font="Times"), line("two"))


def test_a_hyphen_at_the_end_breaks_a_word_and_a_dash_does_not() -> None:
    assert breaks_word(line("archaeolo-"))
    assert not breaks_word(line("the house -"))


def test_a_mirrored_line_has_its_words_where_its_parts_are() -> None:
    word = PageWord("Mon", 0, 0, 10.0, 10.0, 0.0, 30.0, 10.0, ends_line=True, hyphenated=False, spaced=False)
    row = PageLine((LinePart("Mon", 10, 30, (word,)),), 0, 10, 10.0)
    (part,) = row.mirrored().parts
    assert [(part.left, part.right), (part.words[0].left, part.words[0].right)] == [(-30.0, -10.0)] * 2
    assert row.mirrored().mirrored() == row
