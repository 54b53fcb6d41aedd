"""Paragraphs, lists, tables and frames of OpenDocument texts."""

from __future__ import annotations

from qa.formats.opendocument.document import read_opendocument
from qa.formats.writing.content import Content
from tests.qa.office import NO_PARTS, Parts
from tests.qa.opendocument import opendocument, style, text_style

NUMBERS = (
    '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>'
    '</text:list-style><text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def read(body: str, *, styles: str = "", parts: Parts = NO_PARTS) -> Content:
    return read_opendocument(opendocument("text", body, styles=styles, parts=parts))


def lines(body: str, *, styles: str = "", parts: Parts = NO_PARTS) -> list[str]:
    return [line for line in read(body, styles=styles, parts=parts).text.split("\n") if line]


def items(*texts: str, attributes: str = 'text:style-name="N"') -> str:
    inner = "".join(
        f"<text:list-item>{text if text.startswith('<') else f'<text:p>{text}</text:p>'}</text:list-item>"
        for text in texts
    )
    return f"<text:list {attributes}>{inner}</text:list>"


def row(*cells: str) -> str:
    made = "".join(
        cell if cell.startswith("<") else f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row>{made}</table:table-row>"


def test_lists_are_numbered_as_they_are_shown() -> None:
    nested = "<text:p>two</text:p>" + items("in", "inner", attributes="")
    assert lines(items("one", nested, "three"), styles=NUMBERS) == [
        "1. one",
        "2. two",
        "2.a) in",
        "2.b) inner",
        "3. three",
    ]
    assert lines(items("a", "b", attributes='text:style-name="B"'), styles=NUMBERS) == ["- a", "- b"]
    further = items("c", attributes='text:style-name="N" text:continue-numbering="true"')
    assert lines(items("a", "b") + "<text:p>Between.</text:p>" + further, styles=NUMBERS)[-1] == "3. c"
    assert lines(items("a") + "<text:p>Between.</text:p>" + items("b"), styles=NUMBERS)[-1] == "1. b"
    header = '<text:list text:style-name="N"><text:list-header><text:p>H</text:p></text:list-header></text:list>'
    assert lines(header, styles=NUMBERS) == ["H"]


def test_headings_have_the_numbers_of_the_outline() -> None:
    outline = '<outline-style><outline-level-style level="1" num-format="1"/></outline-style>'
    body = '<text:h text:outline-level="1">Rules</text:h><text:h text:outline-level="1">Fees</text:h>'
    common = f"<r><styles>{outline}</styles></r>"
    content = read(body, parts={"styles.xml": common})
    assert [content.text[start:end] for start, end in content.headings] == ["1 Rules", "2 Fees"]
    assert content.heading_levels == (1, 1)


def test_headings_have_the_levels_that_they_state() -> None:
    stated = [
        f'<text:h text:outline-level="{level}">Part {level}</text:h><text:p>Text.</text:p>' for level in (1, 2, 10)
    ]
    content = read("".join(stated) + "<text:h>Without</text:h>")
    assert [content.text[start:end] for start, end in content.headings] == ["Part 1", "Part 2", "Part 10", "Without"]
    assert content.heading_levels == (1, 2, 9, 1)


def test_a_table_is_a_sentence_a_row_with_merged_cells_in_all_that_they_cover() -> None:
    head = f"<table:table-header-rows>{row('Hall', 'Day', 'Guard')}</table:table-header-rows>"
    merged = '<table:table-cell table:number-rows-spanned="2"><text:p>North</text:p></table:table-cell>'
    body = row(merged, "Monday", "Ruiz") + row("<table:covered-table-cell/>", "Tuesday", "Okoro")
    empty = row("South", '<table:table-cell table:number-columns-repeated="1"/>', "Lang")
    assert lines(f"<table:table>{head}{body}{empty}</table:table>") == [
        "Hall: North; Day: Monday; Guard: Ruiz.",
        "Hall: North; Day: Tuesday; Guard: Okoro.",
        "Hall: South; Guard: Lang.",
    ]
    wide = '<table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell>'
    assert lines(f"<table:table>{row('7', wide)}</table:table>") == ["7\tx\tx\tx"]


def test_a_table_of_one_column_is_text() -> None:
    assert lines(f"<table:table>{row('A note.')}{row('Another.')}</table:table>") == ["A note.", "Another."]


def test_repeated_cells_and_rows_are_bounded() -> None:
    many = '<table:table-cell table:number-columns-repeated="999999"/>'
    empty = f'<table:table-row table:number-rows-repeated="999999">{many}</table:table-row>'
    body = f"<table:table>{row('a', 'b', many)}{empty}"
    assert lines(f"{body}</table:table>") == ["a; b"]


def test_frames_follow_the_paragraph_that_they_hang_in() -> None:
    box = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
    assert lines(f"<text:p>Before {box}and after.</text:p>") == ["Before and after.", "In the box."]


def test_charts_and_formulas_are_read() -> None:
    table = f"<table:table-header-rows>{row('', 'Adults')}</table:table-header-rows>{row('May', '5')}"
    chart = (
        '<o:d xmlns:o="o" xmlns:c="c" xmlns:text="t" xmlns:table="x"><o:body><o:chart><c:chart><c:title>'
        "<text:p>Visitors</text:p>"
        f"</c:title><table:table>{table}</table:table></c:chart></o:chart></o:body></o:d>"
    )
    frame = '<text:p>x<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    assert lines(frame, parts={"Object 1/content.xml": chart}) == ["x", "Visitors", "May; Adults: 5."]
    formula = "<math><semantics><mi>E</mi><annotation>E = m c^2</annotation></semantics></math>"
    assert lines(frame, parts={"Object 1/content.xml": formula})[1:] == ["E = m c^2"]


def test_notes_come_at_the_end() -> None:
    def note(mark: str, text: str, kind: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation><text:note-body>'
            f"<text:p>{text}</text:p></text:note-body></text:note>"
        )

    late, early = note("i", "Late.", "endnote"), note("4", "Of all.", "footnote")
    body = f"<text:p>41,300{late} people{early}.</text:p><text:p>End.</text:p>"
    assert lines(body) == ["41,300ⁱ people⁴.", "End.", "4 Of all.", "i Late."]


def test_what_is_hidden_deleted_or_struck_is_not_text() -> None:
    struck = 'style:text-line-through-style="solid"'
    styles = text_style("H", 'text:display="none"', "paragraph") + text_style("S", struck)
    styles += text_style("P", struck, "paragraph")

    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Old.</text:p></text:deletion>"
        '</text:changed-region></text:tracked-changes><text:p text:style-name="H">Hidden.</text:p>'
        '<text:section text:display="none"><text:p>Secret.</text:p></text:section>'
        '<text:p text:style-name="P">Gone.</text:p>'
        '<text:p>It costs <text:span text:style-name="S">9</text:span> 6 euros.</text:p>'
    )
    content = read(body, styles=styles)
    assert content.text == "It costs 6 euros.\n"
    assert content.notices == ("A hidden section was left out.", "Struck-out text was left out.")


def test_a_style_is_made_of_others() -> None:
    styles = text_style("Base", 'style:text-position="super 58%"') + style(
        "R", "text", "", 'style:parent-style-name="Base"'
    )
    assert lines('<text:p>10<text:span text:style-name="R">5</text:span></text:p>', styles=styles) == ["10⁵"]
    loop = style("A", "text", "", 'style:parent-style-name="A"')
    assert lines('<text:p><text:span text:style-name="A">a</text:span></text:p>', styles=loop) == ["a"]
