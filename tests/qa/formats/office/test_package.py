"""Parts of an Office file, the relations between them, and its title."""

from __future__ import annotations

import pytest

import qa
from qa.formats.office.package import Package, choose_alternative, is_on, parse_number
from qa.formats.xml import parse_xml
from tests.qa.office import docx, office, xml


def test_relations_name_parts_that_are_there() -> None:
    package = Package(docx("<w:p/>"), root="document")
    assert package.main == "word/document.xml"
    assert package.find_target(package.main, "rId1") == "word/styles.xml"
    assert package.find_target(package.main, "rId3") == ""
    assert list(package.find_related(package.main, "numbering")) == ["word/numbering.xml"]
    assert package.read_related(package.main, "footnotes") is None


@pytest.mark.parametrize(("title", "stated"), [("The museum", "The museum"), ("PowerPoint Presentation", ""), ("", "")])
def test_a_title_that_is_the_programs_own_is_none(title: str, stated: str) -> None:
    assert Package(docx("<w:p/>", title=title), root="document").read_title() == stated


def test_a_main_part_of_another_kind_is_damaged() -> None:
    with pytest.raises(qa.FileDamaged, match="holds 'workbook', not 'document'"):
        Package(office("xl/workbook.xml", "<workbook/>"), root="document")


@pytest.mark.parametrize(
    ("choice", "fallback", "name"),
    [
        ("<w:t>a</w:t>", "<w:t>b</w:t>", "Choice"),
        ("<w:x/>", "<w:t>b</w:t>", "Fallback"),
        ("<w:x/>", "<w:x/>", "Choice"),
    ],
)
def test_of_alternatives_the_first_with_text_is_read(choice: str, fallback: str, name: str) -> None:
    content = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    branch = choose_alternative(parse_xml(xml("mc:AlternateContent", content).encode(), "a"))
    assert branch is not None
    assert branch.tag.endswith(name)


@pytest.mark.parametrize(
    ("value", "on"), [("", True), ('w:val="1"', True), ('w:val="0"', False), ('w:val="off"', False)]
)
def test_a_property_is_on_by_being_there(value: str, on: bool) -> None:
    content = parse_xml(xml("w:r", f"<w:vanish {value}/>").encode(), "a")
    assert is_on(content[0]) is on
    assert not is_on(None)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("-3", -3), ("", 7), ("1.5", 7), ("9" * 10, 7), ("²", 7), ("--1", 7)]
)
def test_numbers_of_attributes_are_short_and_whole(text: str, value: int) -> None:
    assert parse_number(text, 7) == value
