"""What is put right in the cells of a table."""

from __future__ import annotations

from qa.formats.office.recording import Recording
from qa.formats.office.tables.cells import TableCell, TableRow, align_columns, part_parallel_lines
from qa.formats.writing.blocks import BlockWriter


def cell(*lines: str, across: int = 1) -> TableCell:
    recording = Recording(BlockWriter())
    for line in lines:
        recording.add_paragraph(line)
    return TableCell(recording, recording.join(), across)


def row(*cells: TableCell) -> TableRow:
    starts, column = [], 0
    for made in cells:
        starts.append(column)
        column += made.across
    return TableRow(list(cells), starts=tuple(starts))


def test_a_row_knows_its_width_and_its_filled_cells() -> None:
    made = TableRow([cell("a", across=2), cell()], before=1, covered=1)
    assert (made.width, made.texts, [own.text for own in made.filled]) == (5, ["a", ""], ["a"])


def test_rows_of_as_many_cells_are_aligned_by_their_order() -> None:
    rows = [row(cell("a", across=2), cell("b")), row(cell("c"), cell("d", across=2)), row(cell("all", across=3))]
    aligned = align_columns(rows)
    assert [made.starts for made in aligned] == [(0, 1), (0, 1), (0,)]
    assert [[own.across for own in made.cells] for made in aligned] == [[1, 1], [1, 1], [2]]
    uneven = [row(cell("a"), cell("b")), row(cell("c"), cell("d"), cell("e"))]
    assert align_columns(uneven) == uneven


def test_lines_of_figures_side_by_side_are_parted() -> None:
    lines = row(cell("a", "b", "c"), cell(), cell("1", "2", "3"))
    assert [made.texts for made in part_parallel_lines([lines])] == [["a", "", "1"], ["b", "", "2"], ["c", "", "3"]]
    for kept in (row(cell("a", "b", "c"), cell("d", "e", "f")), row(cell("a", "b", "c"), cell("1", "2")), row(cell())):
        assert list(part_parallel_lines([kept])) == [kept]
