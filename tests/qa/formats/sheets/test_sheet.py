"""Sheets as pages of tables."""

from __future__ import annotations

import pytest

import qa
from qa.formats.sheets import sheet as limits
from qa.formats.sheets.sheet import Sheet, SheetWriter
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content


def write(*sheets: Sheet) -> Content:
    writer = SheetWriter(BlockWriter())
    for sheet in sheets:
        writer.write(sheet)
    return writer.blocks.build()


def lines(content: Content) -> list[str]:
    return content.text.strip().split("\n\n")


def make(*rows: str, first: int = 0) -> Sheet:
    cells = {n: {c: text for c, text in enumerate(row.split("|")) if text} for n, row in enumerate(rows, start=first)}
    return Sheet("Fees", {place: row for place, row in cells.items() if row})


def test_a_sheet_is_a_page_with_its_name_as_heading() -> None:
    content = write(make("Name|Age", "Ann|33"), make("Town|Size", "Bonn|300"))
    assert [content.text[start:].split("\n")[0] for start in content.page_starts] == ["Fees", "Fees"]
    assert lines(content) == ["Fees", "Name: Ann; Age: 33.", "Fees", "Town: Bonn; Size: 300."]


def test_what_is_hidden_is_left_out_and_said() -> None:
    sheet = make("Name|Age|Pay", "Ann|33|5", "Bob|40|6")
    sheet.hidden_rows, sheet.hidden_columns = {2, 9}, [(2, 2), (7, 9)]
    content = write(sheet)
    assert lines(content) == ["Fees", "Name: Ann; Age: 33."]
    assert content.notices == ("Sheet 'Fees': 1 row that is hidden was left out, 1 hidden column was left out.",)
    sheet = make("Name|Age", "Ann|33", "Bob|40", "Eve|50")
    sheet.hidden_rows, sheet.is_filtered = {2, 3}, True
    assert write(sheet).notices == ("Sheet 'Fees': 2 rows that are hidden or filtered out were left out.",)


def test_hidden_sheets_are_named() -> None:
    writer = SheetWriter(BlockWriter())
    writer.say_hidden([])
    writer.say_hidden(["a", "b"])
    writer.say_hidden(["c"] * 8)
    assert writer.blocks.build().notices == (
        "2 hidden sheets were left out: 'a', 'b'.",
        "8 hidden sheets were left out: 'c', 'c', 'c', 'c', 'c' and 3 more.",
    )


def test_a_defined_table_has_the_names_that_it_states() -> None:
    sheet = make("Fees of the year", "2023|2024", "Ann|Bob", "Eve|Kim|late")
    sheet.tables = [((1, 0, 3, 1), 1)]
    content = write(sheet)
    assert lines(content) == ["Fees", "Fees of the year", "2023: Ann; 2024: Bob.", "2023: Eve; 2024: Kim.", "late"]
    assert [content.text[start:end] for start, end in content.headings] == ["Fees", "Fees of the year"]
    assert content.heading_levels == (1, 2)
    sheet = make("Ann|late", "Bob|early", "", "Kim|off")
    sheet.tables = [((0, 0, 1, 1), 0)]
    assert lines(write(sheet))[1:] == ["Ann\tlate", "Bob\tearly", "Kim; off"]


def test_tables_side_by_side_and_below_each_other_keep_their_rows() -> None:
    sheet = make("a|b||c|d", "1|2||3|4", "", "e|f", "5|6")
    sheet.tables = [((3, 0, 4, 1), 1), ((0, 3, 1, 4), 1), ((0, 0, 1, 1), 1)]
    assert lines(write(sheet))[1:] == ["a: 1; b: 2.", "c: 3; d: 4.", "e: 5; f: 6."]


def test_bold_cells_above_others_are_names_and_beside_others_labels() -> None:
    sheet = make("Ann|2020", "Bob|2021", "Eve|2022")
    sheet.bold = {(0, 0), (0, 1)}
    assert lines(write(sheet))[1:] == ["Ann: Bob; 2020: 2021.", "Ann: Eve; 2020: 2022."]
    sheet = make("Hall|North", "Guard|Ruiz", "Door|West")
    sheet.bold = {(0, 0), (1, 0), (2, 0)}
    assert lines(write(sheet))[1:] == ["Hall: North.", "Guard: Ruiz.", "Door: West."]
    sheet.bold = {(row, column) for row in range(3) for column in range(2)}
    assert lines(write(sheet))[1:] == ["Hall: Guard; North: Ruiz.", "Hall: Door; North: West."]


def test_bold_names_of_a_further_table_need_no_gap() -> None:
    sheet = make("Hall|Guard", "North|Ruiz", "Total|5", "Fees", "Age|Fee", "12|5")
    sheet.bold = {(row, column) for row in (0, 2, 4) for column in (0, 1)} | {(3, 0)}
    assert lines(write(sheet))[1:] == [
        "Hall: North; Guard: Ruiz.",
        "Hall: Total; Guard: 5.",
        "Fees",
        "Age: 12; Fee: 5.",
    ]


def test_a_value_over_several_columns_goes_with_each_of_their_names() -> None:
    sheet = make("Name|Mon|Tue|Wed", "Ann|off||late", "All of it|||")
    sheet.merged = [(1, 1, 1, 2), (2, 0, 2, 3)]
    assert lines(write(sheet))[1:] == ["Name: Ann; Mon: off; Tue: off; Wed: late.", "All of it"]


def test_lists_beside_one_another_are_read_one_after_the_other() -> None:
    sheet = make("Name:|Ito||Town:|Kyoto", "Age:|42||Post:|Chair")
    assert lines(write(sheet))[1:] == ["Name: Ito.", "Age: 42.", "Town: Kyoto.", "Post: Chair."]


def test_columns_that_no_row_fills_take_no_place() -> None:
    assert lines(write(make("1|||2", "3|||4")))[1:] == ["1\t2", "3\t4"]


def test_merged_cells_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_COVERED", 10)
    sheet = make("a|b")
    sheet.merged = [(0, 0, 20, 0)]
    with pytest.raises(qa.FileTooLarge, match="more than 10 cells that merged ones cover"):
        write(sheet)
