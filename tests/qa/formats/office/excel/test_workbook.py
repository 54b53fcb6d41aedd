from __future__ import annotations

import pytest

import qa
from qa.formats.office.excel import workbook as sheet_limits
from qa.formats.office.excel.workbook import read_xlsx
from qa.formats.writing import rows as row_limits
from qa.formats.writing.content import Content
from tests.qa.office import CHART, NO_PARTS, Parts, relations, rows, xlsx, xml

NAMES = ("Name", "Country", "Population")


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def of(*sheets: str, styles: str = "", shared: str = "", parts: Parts = NO_PARTS) -> list[str]:
    return lines(read_xlsx(xlsx(*sheets, styles=styles, shared=shared, parts=parts)))


def test_a_row_is_a_sentence_with_the_names_of_its_columns() -> None:
    content = read_xlsx(xlsx(rows(NAMES, ("Ito", "Japan", 1400.0), ("Bob", None, 3.5)), names=("People",)))
    assert content.text == "People\n\nName: Ito; Country: Japan; Population: 1400.\n\nName: Bob; Population: 3.5.\n"
    assert [content.text[start:end] for start, end in content.headings] == ["People"]
    assert content.heading_levels == (1,)


def test_each_visible_sheet_is_a_page() -> None:
    content = read_xlsx(xlsx(rows(("a",)), rows(("b",)), rows(("c",)), names=("One", "!Two", "Three")))
    starts = content.page_starts
    assert [content.text[start:].split("\n")[0] for start in starts] == ["One", "Three"]
    assert "b" not in content.text


def test_values_are_read_as_they_are_stored_and_shown() -> None:
    rich = "<si><r><t>Rich</t></r><r><t> text</t></r><rPh><t>x</t></rPh></si>"
    shared = f"<si><t>Shared </t></si>{rich}<si><t>a_x000D_b</t></si>"
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>'
    )
    cells = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>9</v></c></row>'
        '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>made</v></c><c s="1"><v>45292</v></c>'
        '<c s="2"><v>0.1234</v></c><c s="99"><v>0.30000000000000004</v></c><c><v>x</v></c></row></sheetData>'
    )
    assert of(cells, shared=shared, styles=styles)[1:] == [
        "Shared\tRich text\ta b",
        "TRUE\t\tmade\t2024-01-01\t12.34%\t0.3",
    ]


def test_merged_cells_stand_in_each_of_their_rows() -> None:
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="x"/></mergeCells>'
    sheet = rows(("Country", "City"), ("Japan", "Kyoto"), (None, "Osaka"), after=merged)
    assert of(sheet)[1:] == ["Country: Japan; City: Kyoto.", "Country: Japan; City: Osaka."]


def test_a_name_over_several_names_is_part_of_each() -> None:
    merged = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/></mergeCells>'
    sheet = rows(("City", "Visitors", None), (None, "2024", "2025"), ("Kyoto", 5.0, 6.0), after=merged)
    assert of(sheet)[1:] == ["City: Kyoto; Visitors 2024: 5; Visitors 2025: 6."]


def test_titles_gaps_and_neighbours_of_tables() -> None:
    sheet = rows(
        ("Visitors by year",),
        ("Year", "Adults", None, None, "Month", "Rain"),
        (2024.0, 5.0, None, None, "May", 3.0),
        (2025.0, 6.0),
        (),
        ("Staff", "Room"),
        ("Ann", 12.0),
        (),
        ("Source: the museum",),
    )
    assert of(sheet)[1:] == [
        "Visitors by year",
        "Year: 2024; Adults: 5.",
        "Year: 2025; Adults: 6.",
        "Month: May; Rain: 3.",
        "Staff: Ann; Room: 12.",
        "Source: the museum",
    ]


def test_a_gap_in_a_table_keeps_its_names() -> None:
    assert of(rows(("Name", "Town"), ("Ann", "Kyoto"), (), ("Bob", "Osaka")))[-1] == "Name: Bob; Town: Osaka."


def test_labels_beside_values_are_no_table() -> None:
    sheet = rows(("Name", "Ito"), ("Age", 42.0), ("Town", "Kyoto"), ("Since", 1999.0), ("Post", "Chair"))
    assert of(sheet)[1:] == ["Name: Ito.", "Age: 42.", "Town: Kyoto.", "Since: 1999.", "Post: Chair."]
    assert of(rows(("Name:", "Ito"), ("Town:", "Kyoto")))[1:] == ["Name: Ito.", "Town: Kyoto."]


def test_years_may_be_names() -> None:
    assert of(rows(("Town", 2024.0, 2025.0), ("Kyoto", 5.0, 6.0)))[-1] == "Town: Kyoto; 2024: 5; 2025: 6."
    assert of(rows(("Ann", 2024.0), ("Bob", 2025.0)))[1:] == ["Ann\t2024", "Bob\t2025"]


def test_text_boxes_and_titles_of_charts_follow_the_rows() -> None:
    drawing = xml("wsDr", '<a:p><a:r><a:t>A note.</a:t></a:r></a:p><c:chart r:id="rId1"/>')
    content = of(
        rows(("a",)),
        parts={
            "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "drawing", "../drawings/d.xml")),
            "xl/drawings/d.xml": drawing,
            "xl/drawings/_rels/d.xml.rels": relations(("rId1", "chart", "../charts/c.xml")),
            "xl/charts/c.xml": CHART,
        },
    )
    assert content == ["Sheet1", "a", "A note.", "Visitors"]


@pytest.mark.parametrize(
    ("limit", "module", "sheet"),
    [
        ("MAX_ROWS", sheet_limits, rows(*[("a",)] * 4)),
        ("MAX_CELLS", sheet_limits, rows(("a", "b", "c", "d"))),
        ("MAX_CHARACTERS", sheet_limits, rows(("abcd",))),
        ("MAX_COLUMNS", row_limits, rows(("a", "b", "c", "d"))),
        ("MAX_ROWS", row_limits, rows(*[("a",)] * 4)),
    ],
)
def test_a_sheet_over_a_limit_says_which(
    limit: str, module: object, sheet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, 3)
    with pytest.raises(qa.FileTooLarge, match=r"3.*(Split|Keep)"):
        read_xlsx(xlsx(sheet))


def test_formulas_without_a_stored_value_are_said() -> None:
    cells = '<c><f>A2</f></c><c><f>A3</f><v/></c><c><f>A4</f><v>5</v></c><c t="str"><f>A5</f><v></v></c>'
    sheet = f"<row>{cells}</row></sheetData>"
    content = read_xlsx(xlsx(sheet))
    assert "5" in content.text
    assert content.notices == (
        "2 formulas have no stored values: open the file in its program, save it, and add it again.",
    )


def test_what_is_hidden_is_left_out_and_said() -> None:
    sheet = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3"><c r="A3"><v>4</v></c></row></sheetData>'
    )
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    book = xlsx(sheet, rows(("b",)), names=("One", "!Two"))
    content = read_xlsx(book)
    assert lines(content) == ["One", "1\t2", "4"]
    assert content.notices == (
        "Sheet 'One': 1 row that is hidden was left out.",
        "1 hidden sheet was left out: 'Two'.",
    )
    shown = read_xlsx(xlsx(f"</sheetData>{columns}<sheetData>{sheet}", names=("One",)))
    assert lines(shown) == ["One", "1", "4"]


def test_errors_and_comments_are_said() -> None:
    comments = '<comments><commentList><comment ref="A1"/><comment ref="B1"/></commentList></comments>'
    content = read_xlsx(
        xlsx(
            '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData>',
            parts={
                "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "comments", "../comments1.xml")),
                "xl/comments1.xml": comments,
            },
        )
    )
    assert content.notices == ("1 cell holds an error such as #N/A, left out.", "2 cells have comments, left out.")


def test_a_table_that_the_file_defines_has_its_names() -> None:
    sheet = rows(("Ann", "Bob"), ("1", "2"), ("Ann", "x"))
    parts: Parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "table", "../tables/t.xml")),
        "xl/tables/t.xml": '<table ref="A1:B3"/>',
    }
    assert of(sheet, parts=parts)[1:] == ["Ann: 1; Bob: 2.", "Ann: Ann; Bob: x."]


def test_boxes_to_tick_come_with_their_state() -> None:
    styles = '<cellXfs><xf/><xf><extLst><ext><xfComplement i="0"/></ext></extLst></xf></cellXfs>'
    cells = '<row><c t="b" s="1"><v>1</v></c><c t="b" s="1"><v>0</v></c><c t="b"><v>1</v></c></row></sheetData>'
    control = '<controls><control shapeId="7" r:id="rId2" xmlns:r="x"/></controls>'
    drawing = xml("wsDr", '<cNvPr id="7"/><a:p><a:r><a:t>Smoker</a:t></a:r></a:p><a:p><a:r><a:t>No</a:t></a:r></a:p>')
    content = of(
        cells + control,
        styles=styles,
        parts={
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                ("rId1", "drawing", "../drawings/d.xml"), ("rId2", "ctrlProp", "../ctrlProps/c.xml")
            ),
            "xl/drawings/d.xml": drawing,
            "xl/ctrlProps/c.xml": '<formControlPr objectType="CheckBox" checked="Checked"/>',
        },
    )
    assert content == ["Sheet1", "☑; ☐; TRUE", "☑ Smoker", "No"]


def test_bold_names_texts_by_format_and_dates_of_iso() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="0;0;0;&quot;Dr &quot;@"/></numFmts>'
        "<fonts><font/><font><b/></font></fonts>"
        '<cellXfs><xf/><xf fontId="1"/><xf numFmtId="170"/></cellXfs>'
    )
    cells = (
        '<row><c s="1" t="str"><v>Ann</v></c><c s="1"><v>2020</v></c></row><row><c t="str" s="2"><v>Ito</v></c>'
        '<c t="d"><v>2024-01-09T00:00:00</v></c></row><row><c t="str"><v>Bob</v></c>'
        '<c t="d"><v>2024-01-09T10:30:00Z</v></c>'
        "</row></sheetData>"
    )
    assert of(cells, styles=styles)[1:] == [
        "Ann: Dr Ito; 2020: 2024-01-09.",
        "Ann: Bob; 2020: 2024-01-09 10:30:00.",
    ]
