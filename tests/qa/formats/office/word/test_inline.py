"""Runs of a paragraph: raised, lowered, struck, hidden, signs, fields."""

from __future__ import annotations

import pytest

from qa.formats.office.word.document import read_docx
from qa.formats.writing.content import Content
from tests.qa.office import docx, paragraph, run, xml

UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'


def read(*content: str, **parts: str) -> Content:
    return read_docx(docx(paragraph(*content), parts={f"word/{name}.xml": part for name, part in parts.items()}))


def field(code: str, result: str = "", data: str = "") -> str:
    """Return the runs of a field."""

    def mark(kind: str, content: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{content}</w:fldChar></w:r>'

    form = f"<w:ffData>{data}</w:ffData>" if data else ""
    return f"{mark('begin', form)}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("10", run("5", UP), " litres"), "10⁵ litres"),
        (("10", run("−", UP), run("", UP), run("3", UP), " m"), "10⁻³ m"),
        (("Population: 41,300", run("4", UP)), "Population: 41,300⁴"),
        (("Sundays.", run("1", UP), " A return"), "Sundays.¹ A return"),
        (("H", run("2", DOWN), "O"), "H₂O"),
        (("kg/m", run("2", '<w:position w:val="8"/>')), "kg/m²"),
        (("A ", run("line set high", '<w:position w:val="8"/>')), "A line set high"),
        (("25 ", run("o", UP), "C"), "25 °C"),
        (("n", run("o", UP), " 5, Brand", run("TM", UP)), "nº 5, Brand™"),
        (("the 1", run("st", UP), " of May"), "the 1st of May"),
        (("read", run("[7]", UP), "."), "read[7]."),
        ((run("All of it is small.", UP),), "All of it is small."),
        (("a ", run("new", UP), " b"), "a new b"),
    ],
)
def test_raised_and_lowered_text_stands_apart(content: tuple[str, ...], text: str) -> None:
    assert read(*content).text == f"{text}\n"


def test_struck_and_hidden_text_is_left_out_and_counted_by_place() -> None:
    strike = "<w:strike/>"
    content = read(
        "costs ", run("9 ", strike), run(" ", strike), run("euros", "<w:dstrike/>"), " 6 euros", run(", or 7", strike)
    )
    assert content.text == "costs 6 euros\n"
    assert content.notices == ("Struck-out text was left out in 2 places.",)
    assert read("a ", run("b", '<w:strike w:val="0"/>')).notices == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 50</w:t></w:r>', "≥ 50"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>yes</w:t></w:r>', "☑yes"),
        (run("50 \uf0b0 a", '<w:rFonts w:ascii="Symbol"/>'), "50 ° α"),
        (run("\xfc", '<w:rFonts w:ascii="Wingdings"/>') + run(" done"), "✓ done"),
    ],
)
def test_signs_are_what_they_show(content: str, text: str) -> None:
    assert read(content).text == f"{text}\n"


def test_signs_without_a_meaning_are_counted() -> None:
    content = read("a", '<w:r><w:sym w:font="Webdings" w:char="F0FF"/><w:sym w:font="Symbol" w:char="none"/></w:r>')
    assert content.text == "a\n"
    assert content.notices == (
        "1 sign of the font Webdings could not be read.",
        "1 sign of the font Symbol could not be read.",
    )


def test_forms_show_what_was_chosen() -> None:
    ticked = field("FORMCHECKBOX", data="<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")
    free = field("FORMCHECKBOX", data="<w:checkBox><w:default w:val='0'/></w:checkBox>")
    entries = "".join(f'<w:listEntry w:val="{city}"/>' for city in ("Oslo", "Riga"))
    chosen = field("FORMDROPDOWN", data=f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')
    typed = field("FORMTEXT", run("Ito"), data="<w:textInput/>")
    assert read(ticked, " yes ", free, " no ", chosen, " ", typed).text == "☒ yes ☐ no Riga Ito\n"


def test_of_a_field_its_result_is_read_and_not_its_code() -> None:
    inner = field("MERGEFIELD town", run("Bern"))
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = "Bern" "yes"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("yes")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read("It is ", nested, ".").text == "It is yes.\n"
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    unclosed = docx(paragraph("Before", open_field, "lost"), paragraph("The next is read."))
    assert read_docx(unclosed).text == "Before\n\nThe next is read.\n"
    assert read(field(r"EQ \f(1,2)"), " cup").text == "1/2 cup\n"


def test_marks_of_notes_stand_apart_and_follow_the_files_way_of_counting() -> None:
    def refer(name: str, kind: str = "footnote", more: str = "") -> str:
        return f'<w:r><w:rPr>{UP}</w:rPr><w:{kind}Reference w:id="{name}"{more}/></w:r>'

    own = "<w:r><w:footnoteRef/></w:r>"
    notes = xml(
        "w:footnotes",
        f'<w:footnote w:id="7">{paragraph(own, "	 The first.")}</w:footnote>'
        f'<w:footnote w:id="8">{paragraph("* The second.")}</w:footnote>'
        f'<w:footnote w:id="5">{paragraph(own)}</w:footnote>'
        f'<w:footnote w:id="9">{paragraph("The third.")}</w:footnote>',
    )
    star = refer("8", more=' w:customMarkFollows="1"') + run("*", UP)
    content = read(
        "41,300",
        refer("7"),
        " people",
        star,
        run("9", UP),
        refer("9"),
        refer("2", "endnote"),
        refer("5"),
        footnotes=notes,
    )
    assert content.text == "41,300¹ people*⁹ ² ⁱ ³\n\n¹ The first.\n\n* The second.\n\n² The third.\n"
