"""Styles of paragraphs and letters, with what they inherit."""

from __future__ import annotations

from qa.formats.office.word.styles import CharacterStyle, ParagraphStyle, WordStyles, read_characters
from qa.formats.xml import name_children, parse_xml
from tests.qa.office import STYLES, xml


def styles(content: str) -> WordStyles:
    return WordStyles(parse_xml(xml("w:styles", content).encode(), "styles.xml"))


def test_a_style_has_what_it_is_based_on_and_its_own() -> None:
    read = WordStyles(parse_xml(STYLES.encode(), "styles.xml"))
    assert read.default == "Normal"
    assert read.paragraphs["Normal"] == ParagraphStyle()
    assert read.paragraphs["T"] == ParagraphStyle(heading_level=1, is_title=True)
    assert read.paragraphs["H1"] == ParagraphStyle(heading_level=1)
    assert read.paragraphs["Own"] == ParagraphStyle(heading_level=2, list_name="2", level=1)


def test_styles_that_are_based_on_one_another_end() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
        for name, other in (("a", "b"), ("b", "a"))
    )
    assert styles(circle).paragraphs["a"] == ParagraphStyle()
    assert WordStyles(None).paragraphs == {}


def test_letters_are_set_as_the_nearest_style_says() -> None:
    read = styles(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial'/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="New"><w:basedOn w:val="Old"/><w:rPr><w:strike w:val="0"/><w:b/></w:rPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert read.characters["Old"] == CharacterStyle(struck=True)
    assert read.characters["New"] == CharacterStyle(struck=False, bold=True)
    assert read.paragraphs["C"].characters == CharacterStyle(hidden=True, font="Arial")
    assert read.paragraphs["C"].is_caption
    assert read.plain.characters == CharacterStyle(font="Arial")


def test_what_a_run_says_of_its_letters() -> None:
    def read(content: str) -> CharacterStyle:
        return read_characters(name_children(parse_xml(xml("w:rPr", content).encode(), "a")))

    assert read("") == CharacterStyle()
    assert read('<w:vertAlign w:val="superscript"/>') == CharacterStyle(raised=1)
    assert read('<w:vertAlign w:val="baseline"/>') == CharacterStyle(raised=0)
    assert read('<w:position w:val="-6"/>') == CharacterStyle(shifted=-1)
    assert read('<w:position w:val="2"/>') == CharacterStyle(shifted=0)
    assert read("<w:dstrike/>") == CharacterStyle(struck=True)


def test_a_table_style_sets_off_its_first_row_in_bold_or_on_a_ground() -> None:
    def region(content: str) -> str:
        return (
            f'<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow">{content}</w:tblStylePr></w:style>'
        )

    assert styles(region("<w:rPr><w:b/></w:rPr>")).sets_off("T", "firstRow")
    assert styles(region('<w:tcPr><w:shd w:fill="4472C4"/></w:tcPr>')).sets_off("T", "firstRow")
    assert not styles(region("<w:rPr><w:i/></w:rPr>")).sets_off("T", "firstRow")
    assert not styles(region("<w:rPr><w:b/></w:rPr>")).sets_off("T", "firstCol")
