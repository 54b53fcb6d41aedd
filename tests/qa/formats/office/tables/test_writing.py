"""Tables to rows with names: nothing that a cell holds is lost, and no value comes under another's name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.formats.office.recording import Recording
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.office.tables.writing import write_table
from qa.formats.writing.blocks import BlockWriter


def made(text: str, across: int = 1, *, bold: bool = False) -> TableCell:
    recording = Recording(BlockWriter())
    recording.add_paragraph(text)
    return TableCell(recording, recording.join(), across, bold=bold)


def row(*cells: TableCell) -> TableRow:
    starts, column = [], 0
    for cell in cells:
        starts.append(column)
        column += cell.across
    return TableRow(list(cells), starts=tuple(starts))


def write(*rows: TableRow, first_row: bool = False) -> list[str]:
    blocks = BlockWriter()
    write_table(blocks, rows, first_row=first_row, first_column=False)
    return blocks.build().text.rstrip().split("\n\n")


def test_labels_of_groups_that_follow_one_another_are_all_read() -> None:
    rows = [row(made("Tree", bold=True), made("Age", bold=True))]
    rows += [row(made(text, 2)) for text in ("Parks:", "North")]
    rows += [row(made("Oak"), made("300")), row(made("East", 2))]
    assert write(*rows) == ["Parks", "North; Tree: Oak; Age: 300.", "East"]


def test_a_head_that_stands_again_is_read_once() -> None:
    head, oak = row(made("Tree"), made("Age")), row(made("Oak"), made("300"))
    assert write(head, oak, head, row(made("Yew"), made("900")), first_row=True) == [
        "Tree: Oak; Age: 300.", "Tree: Yew; Age: 900.",
    ]  # fmt: skip


def test_a_long_merged_text_stands_once() -> None:
    long = "A text " * 40
    rows = [row(made("Tree"), made("Note"), made("Age")), row(made("Oak"), made(long, 2))]
    assert write(*rows, row(made("Yew"), made("x"), made("900")), first_row=True)[0].count("A text") == 40


words = st.sampled_from(["", "Oak", "300", "Name:", "a b", "Yes.", "x" * 90])


@given(st.lists(st.lists(st.tuples(words, st.integers(1, 3), st.booleans()), min_size=1, max_size=4), max_size=6))
def test_every_cell_is_read(table: list[list[tuple[str, int, bool]]]) -> None:
    rows = [row(*(made(text, across, bold=bold) for text, across, bold in cells)) for cells in table]
    written = "\n\n".join(write(*rows)) if rows else ""
    for cells in table:
        for text, _, _ in cells:
            assert text.rstrip(":") in written
