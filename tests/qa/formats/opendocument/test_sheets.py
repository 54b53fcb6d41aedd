"""OpenDocument sheets."""

from __future__ import annotations

import pytest

import qa
from qa.formats.opendocument import sheets as limits
from qa.formats.opendocument.document import read_opendocument
from qa.formats.writing.content import Content
from tests.qa.opendocument import opendocument, style, text_style


def cell(text: str = "", attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    made = "".join(text if text.startswith("<") else cell(text) for text in cells)
    return f"<table:table-row {attributes}>{made}</table:table-row>"


def read(*rows: str, columns: str = "", styles: str = "", name: str = "Fees", after: str = "") -> Content:
    body = f'<table:table table:name="{name}">{columns}{"".join(rows)}</table:table>{after}'
    return read_opendocument(opendocument("spreadsheet", body, styles=styles))


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def test_cells_are_as_they_are_shown() -> None:
    shown = 'office:value-type="time" office:time-value="PT00H05M00S"'
    content = read(row("Driver", "Stop"), row("Aino", cell("05:00", shown)), row("Bela", cell("02:05", shown)))
    assert lines(content) == ["Fees", "Driver: Aino; Stop: 05:00.", "Driver: Bela; Stop: 02:05."]


def test_a_cell_without_text_gives_its_value() -> None:
    values = (
        ("float", 'office:value="1400.5"', "1400.5"),
        ("percentage", 'office:value="0.5"', "50%"),
        ("date", 'office:date-value="2024-01-09T00:00:00"', "2024-01-09"),
        ("time", 'office:time-value="PT36H05M00S"', "36:05:00"),
        ("boolean", 'office:boolean-value="true"', "TRUE"),
        ("string", 'office:string-value="late"', "late"),
    )
    made = row(*(cell("", f'office:value-type="{kind}" {value}') for kind, value, _ in values), "end")
    assert lines(read(row("1"), made))[-1].split("\t") == [text for *_, text in values] + ["end"]


def test_repeated_cells_and_rows_are_there_as_often() -> None:
    content = read(
        row("7", cell("x", 'table:number-columns-repeated="2"'), cell("", 'table:number-columns-repeated="16000"')),
        row(cell("", 'table:number-columns-repeated="2"'), "9", attributes='table:number-rows-repeated="2"'),
        row(cell("", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="999999"'),
    )
    assert lines(content)[1:] == ["7\tx\tx", "9", "9"]


def test_merged_cells_stand_in_each_row_that_they_cover() -> None:
    merged = cell("North", 'table:number-rows-spanned="2"')
    content = read(row("Hall", "Day"), row(merged, "Mon"), row("<table:covered-table-cell/>", "Tue"))
    assert lines(content)[1:] == ["Hall: North; Day: Mon.", "Hall: North; Day: Tue."]


def test_what_is_hidden_is_left_out_and_said() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    other = '<table:table table:name="Two" table:style-name="T"><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>'  # noqa: E501
    content = read(
        row("1", "2"),
        row("3", attributes='table:visibility="filter"'),
        row("4"),
        columns=columns,
        styles=style("T", "table", '<style:table-properties table:display="false"/>'),
        after=other,
    )
    assert lines(content) == ["Fees", "1", "4"]
    assert content.notices == (
        "Sheet 'Fees': 1 row that is hidden or filtered out was left out, 1 hidden column was left out.",
        "1 hidden sheet was left out: 'Two'.",
    )


def test_errors_comments_and_formulas_without_a_value_are_said() -> None:
    error = cell("#N/A", 'table:formula="of:=1" office:value-type="string" calcext:value-type="error"')
    note = "<office:annotation><text:p>Hm.</text:p></office:annotation>"
    comment = f"<table:table-cell>{note}<text:p>1</text:p></table:table-cell>"
    content = read(
        row(comment, error, cell("", 'table:formula="of:=2"'), cell("Err:502", 'table:formula="of:=3"'), "2")
    )
    assert lines(content)[1:] == ["1\t2"]
    assert content.notices == (
        "1 formula has no stored value: open the file in its program, save it, and add it again.",
        "2 cells hold errors such as #N/A, left out.",
        "1 cell has a comment, left out.",
    )


def test_bold_cells_are_names() -> None:
    styles = text_style("B", 'fo:font-weight="bold"', "table-cell")
    bold = 'table:style-name="B"'
    content = read(row(cell("Ann", bold), cell("2020", bold)), row("Bob", "2021"), row("Eve", "2022"), styles=styles)
    assert lines(content)[1:] == ["Ann: Bob; 2020: 2021.", "Ann: Eve; 2020: 2022."]


def test_a_sheet_over_a_limit_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(qa.FileTooLarge, match="200,000 filled rows"):
        read(row("a", attributes='table:number-rows-repeated="999999"'))
    with pytest.raises(qa.FileTooLarge, match="20,000 columns"):
        read(row(cell("a", 'table:number-columns-repeated="999999"')))
    monkeypatch.setattr(limits, "MAX_CELLS", 3)
    with pytest.raises(qa.FileTooLarge, match="3 filled cells"):
        read(row("a", "b", "c", "d"))
