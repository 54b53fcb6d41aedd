"""Numbers of list items, counted as the file says."""

from __future__ import annotations

import pytest

from qa.formats.office.word.numbering import Numbering
from qa.formats.writing.counting import write_count
from qa.formats.xml import parse_xml
from tests.qa.office import NUMBERING


@pytest.fixture
def numbering() -> Numbering:
    return Numbering(parse_xml(NUMBERING.encode(), "numbering.xml"))


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [(1994, "upperRoman", "MCMXCIV"), (0, "lowerRoman", "0"), (27, "lowerLetter", "aa"), (9, "decimalZero", "09")],
)
def test_numbers_are_counted_in_many_styles(value: int, style: str, text: str) -> None:
    assert write_count(value, style) == text


def test_levels_count_and_begin_again_below_a_new_item(numbering: Numbering) -> None:
    levels = [0, 1, 1, 0, 1]
    assert [numbering.next("2", level) for level in levels] == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_numberings_of_one_list_count_on_unless_they_state_a_start(numbering: Numbering) -> None:
    assert [numbering.next("2", 0), numbering.next("3", 0), numbering.next("3", 0)] == ["1.", "7.", "8."]


def test_bullets_are_dashes_and_unknown_lists_have_no_mark(numbering: Numbering) -> None:
    assert numbering.next("1", 0) == "-"
    assert numbering.next("9", 0) == ""
    assert numbering.next("2", 12) == ""
    assert Numbering(None).next("1", 0) == ""
