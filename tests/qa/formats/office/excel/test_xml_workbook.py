"""Excel files of 2003 in XML."""

from __future__ import annotations

import pytest

import qa
from qa.formats.office.excel import xml_workbook as limits
from qa.formats.office.excel.old_workbook import read_xls
from qa.formats.writing.content import Content

HEAD = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def book(*sheets: str, styles: str = "") -> bytes:
    inside = f"<Styles>{styles}</Styles>{''.join(sheets)}"
    return f'{HEAD}<Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}">{inside}</Workbook>'.encode()


def sheet(rows: str, *, name: str = "Races", options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'


def cell(value: str, kind: str = "String", attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{value}</Data></Cell>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<Row {attributes}>{''.join(text if text.startswith('<') else cell(text) for text in cells)}</Row>"


def style(name: str, code: str, *, bold: bool = False) -> str:
    return f'<Style ss:ID="{name}"><Font ss:Bold="{int(bold)}"/><NumberFormat ss:Format="{code}"/></Style>'


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def test_cells_are_as_they_are_shown() -> None:
    styles = style("t", "[h]:mm:ss") + style("p", "Percent") + style("d", "Short Date")
    body = row("Driver", "Stop", "Share", "Day") + row(
        "Aino",
        cell("1899-12-31T00:05:00.000", "DateTime", 'ss:StyleID="t"'),
        cell("0.125", "Number", 'ss:StyleID="p"'),
        cell("2024-01-09T00:00:00.000", "DateTime", 'ss:StyleID="d"'),
    )
    data = book(sheet(body), styles=styles)
    document = qa.read(data, name="races.xls")
    assert document.media_type == "application/vnd.ms-excel"
    assert document.text == "Races\n\nDriver: Aino; Stop: 0:05:00; Share: 12.50%; Day: 2024-01-09.\n"
    assert qa.read(data, name="races.xml").text == document.text


def test_places_may_be_stated_or_skipped_over() -> None:
    body = row("1", cell("2", attributes='ss:Index="3" ss:MergeAcross="1"'), "3")
    body += row("4", "5", attributes='ss:Index="5"')

    assert lines(read_xls(book(sheet(body)))) == ["Races", "1\t\t2\t3", "4\t5"]


def test_what_is_hidden_is_left_out_and_said() -> None:
    options = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
    body = (
        '<Column/><Column ss:Hidden="1" ss:Span="1"/>'
        + row("1", "2", "3")
        + row("4", attributes='ss:Hidden="1"')
        + row("5")
    )
    content = read_xls(book(sheet(body), sheet(row("b"), name="Two", options=options)))
    assert lines(content) == ["Races", "1", "5"]
    assert content.notices == (
        "Sheet 'Races': 1 row that is hidden was left out, 2 hidden columns were left out.",
        "1 hidden sheet was left out: 'Two'.",
    )


def test_bold_names_errors_truths_and_comments() -> None:
    styles = style("b", "General", bold=True)
    names = row(*(cell(text, attributes='ss:StyleID="b"') for text in ("2020", "2021")))
    commented = '<Cell><Data ss:Type="Boolean">1</Data><Comment><Data>Hm.</Data></Comment></Cell>'
    content = read_xls(book(sheet(names + row("Ann", commented) + row("Bob", cell("#N/A", "Error"))), styles=styles))
    assert lines(content)[1:] == ["2020: Ann; 2021: TRUE.", "Bob"]
    assert content.notices == ("1 cell holds an error such as #N/A, left out.", "1 cell has a comment, left out.")


def test_limits_and_broken_files(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(qa.FileDamaged, match="no XML"):
        read_xls(book(sheet("<Row>")))
    monkeypatch.setattr(limits, "MAX_CELLS", 1)
    with pytest.raises(qa.FileTooLarge, match="1 filled cells"):
        read_xls(book(sheet(row("1", "2"))))
