"""Styles of paragraphs, with what they inherit."""

from __future__ import annotations

from qa.formats.office.word.styles import ParagraphStyle, read_styles
from qa.formats.xml import parse_xml
from tests.qa.office import STYLES, xml


def test_a_style_has_what_it_is_based_on_and_its_own() -> None:
    styles, default = read_styles(parse_xml(STYLES.encode(), "styles.xml"))
    assert default == "Normal"
    assert styles["Normal"] == ParagraphStyle()
    assert styles["T"] == ParagraphStyle(is_heading=True, is_title=True)
    assert styles["H1"] == ParagraphStyle(is_heading=True)
    assert styles["Own"] == ParagraphStyle(is_heading=True, list_name="2", level=1)


def test_styles_that_are_based_on_one_another_end() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
        for name, other in (("a", "b"), ("b", "a"))
    )
    assert read_styles(parse_xml(xml("w:styles", circle).encode(), "a"))[0]["a"] == ParagraphStyle()
    assert read_styles(None) == ({}, "")
