"""Numbers of list items, counted as the file says."""

from __future__ import annotations

import pytest

from qa.formats.office.word.numbering import Numbering
from qa.formats.xml import parse_xml
from tests.qa.office import NUMBERING, xml


@pytest.fixture
def numbering() -> Numbering:
    return Numbering(parse_xml(NUMBERING.encode(), "numbering.xml"))


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


def level(place: int, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def read(lists: str, *numbers: str) -> Numbering:
    made = "".join(f'<w:num w:numId="{n}">{content}</w:num>' for n, content in enumerate(numbers, start=1))
    return Numbering(parse_xml(xml("w:numbering", lists + made).encode(), "a"))


def abstract(name: str, content: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{content}</w:abstractNum>'


OF = '<w:abstractNumId w:val="{}"/>'.format


def test_a_list_that_is_linked_to_a_style_is_that_of_the_style() -> None:
    lists = abstract("0", '<w:numStyleLink w:val="Legal"/>')
    lists += abstract("1", '<w:styleLink w:val="Legal"/>' + level(0, "Article %1"))
    assert read(lists, OF("0")).next("1", 0) == "Article 1"


def test_a_numbering_may_write_a_level_in_its_own_way() -> None:
    own = OF("0") + f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)")}</w:lvlOverride>'
    numbering = read(abstract("0", level(0, "%1.")), OF("0"), own)
    assert [numbering.next("1", 0), numbering.next("2", 0)] == ["1.", "(2)"]


def test_a_level_may_count_on_below_a_new_item() -> None:
    numbering = read(abstract("0", level(0, "%1.") + level(1, "%2)", '<w:lvlRestart w:val="0"/>')), OF("0"))
    assert [numbering.next("1", place) for place in (0, 1, 0, 1)] == ["1.", "1)", "2.", "2)"]


def test_a_tick_as_a_bullet_is_read() -> None:
    tick = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0FC;"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    assert read(abstract("0", tick), OF("0")).next("1", 0) == "- ✓"
