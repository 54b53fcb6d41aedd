"""Bullets and numbers of lines."""

from __future__ import annotations

from qa.formats.office.omissions import Omissions
from qa.formats.office.slides.lists import read_lines
from qa.formats.office.slides.shapes import Shape
from qa.formats.xml import parse_xml
from tests.qa.office import shape, xml


def read(*lines: str, properties: str = "", replace: tuple[str, str] = ("", "")) -> list[str]:
    node = parse_xml(xml("p:x", shape(*lines, properties=properties).replace(*replace)).encode(), "a")[0]
    return list(read_lines(Shape(node, 0, 0, ""), [], Omissions()))


def test_a_bullet_that_is_a_tick_is_read() -> None:
    ticks = '<a:buFont typeface="Wingdings"/><a:buChar char="&#252;"/>'
    assert read("milk", "", "bread", properties=ticks) == ["- ✓ milk", "- ✓ bread"]


def test_a_list_counts_on_over_its_inner_items() -> None:
    numbered = '<a:buAutoNum type="arabicPeriod"/>'
    assert read(
        "one",
        "inner",
        "two",
        properties=numbered,
        replace=(
            "<a:pPr>" + numbered + "</a:pPr><a:r><a:t>inner",
            '<a:pPr lvl="1">' + numbered + "</a:pPr><a:r><a:t>inner",
        ),
    ) == ["1. one", "1. inner", "2. two"]
