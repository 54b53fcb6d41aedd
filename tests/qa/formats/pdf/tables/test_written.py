"""Rows of tables as paragraphs."""

from __future__ import annotations

import pytest

import qa
from qa.formats.pdf import writer
from qa.formats.pdf.page import LinePart, Page, PageLine
from qa.formats.pdf.tables.table import Cell, PageTable
from qa.formats.pdf.tables.written import write_table
from qa.formats.pdf.writer import PageWriter


def cell(text: str, row: int, column: int, *, down: int = 1, across: int = 1, bold: bool = False) -> Cell:
    return Cell((PageLine((LinePart(text, 0, 9),), 0, 10, 10.0, bold=bold),), row, column, down, across)


def write(*cells: Cell, n_columns: int = 3, ruled: bool = True, n_names: int | None = None) -> str:
    columns = [(float(n), n + 0.5) for n in range(n_columns)]
    paragraphs = write_table(PageTable(list(cells), columns, 0, 0, 9, 9, ruled=ruled, n_names=n_names))
    return PageWriter([Page([])]).write(paragraphs).build().text


def head(*names: str) -> list[Cell]:
    return [cell(name, 0, column) for column, name in enumerate(names)]


def test_an_empty_cell_keeps_its_place() -> None:
    cells = [cell("Ito", 1, 0), cell("1,400", 1, 2), cell("Lind", 2, 1)]
    assert write(*head("Name", "Town", "Fee"), *cells, n_names=1) == "Name: Ito; Fee: 1,400.\n\nTown: Lind.\n"
    assert write(*cells, n_names=None, ruled=False) == "Ito\t\t1,400\nLind\n"


def test_a_merged_cell_goes_with_the_name_of_each_column_and_row_that_it_covers() -> None:
    cells = [cell("closed", 1, 1, across=2), cell("Pool", 1, 0, down=2), cell("9 h", 2, 1), cell("8 h", 2, 2)]
    assert write(*head("Place", "Mon", "Tue"), *cells, n_names=1) == (
        "Place: Pool; Mon: closed; Tue: closed.\n\nPlace: Pool; Mon: 9 h; Tue: 8 h.\n"
    )


def test_a_long_merged_text_stands_once() -> None:
    cells = [cell("long " * 40, 1, 0, down=2), cell("a", 1, 1), cell("b", 2, 1)]
    assert write(*head("Why", "Who"), *cells, n_columns=2, n_names=1).count("long long") == write(
        *head("Why", "Who"), cells[0], n_columns=2, n_names=1
    ).count("long long")


def test_a_cell_over_the_whole_width_stands_alone() -> None:
    cells = [cell("In summer", 1, 0, across=2), cell("Pool", 2, 0), cell("9 h", 2, 1)]
    assert write(*head("Place", "Opens"), *cells, n_columns=2, n_names=1) == "In summer.\n\nPlace: Pool; Opens: 9 h.\n"


def test_a_title_over_the_table_stands_before_it() -> None:
    cells = [cell("Fees", 0, 0, across=2), cell("Who", 1, 0), cell("Fee", 1, 1), cell("Ito", 2, 0), cell("14", 2, 1)]
    assert write(*cells, n_columns=2, n_names=2) == "Fees\n\nWho: Ito; Fee: 14.\n"


def test_a_name_that_no_row_has_a_value_for_is_kept() -> None:
    assert write(*head("Who", "Fee", "Note"), cell("Ito", 1, 0), cell("14", 1, 1), n_names=1) == (
        "Note\n\nWho: Ito; Fee: 14.\n"
    )


def test_labels_beside_merged_values_are_a_list() -> None:
    cells = [cell("Standard", 0, 0), cell("ISO", 0, 1, across=2), cell("Mass", 1, 0), cell("heavy", 1, 1, across=2)]
    assert write(*cells, cell("Tested", 2, 0), cell("yes", 2, 2)) == "Standard: ISO.\n\nMass: heavy.\n\nTested: yes.\n"


def test_what_tables_repeat_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_CHARACTERS", 1_000)
    label = cell("label " * 20, 1, 0, down=50)
    rows = [cell(str(number), number, 1) for number in range(1, 51)]
    with pytest.raises(qa.FileTooLarge, match="over 1,000 characters"):
        write(*head("Why", "Who"), label, *rows, n_columns=2, n_names=1)
