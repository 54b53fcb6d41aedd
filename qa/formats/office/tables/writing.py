"""Tables of documents and slides, cell by cell, to rows with names.

A row that is one cell over the whole width is the label of those below it. A head that stands again on another page is
read once. Where nothing sets off a head, names are told from values as in a sheet. A table that is there for its
layout, two columns of prose or a box, is read cell by cell, as its blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.formats.office.tables.cells import TableRow, align_columns, part_parallel_lines
from qa.formats.office.tables.kinds import (
    count_names,
    has_known_labels,
    is_form,
    is_form_row,
    is_layout,
    may_have_names,
)
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.grid import Grid
from qa.formats.writing.names import SAMPLE, Row, find_names, is_listed
from qa.formats.writing.rows import RowWriter

__all__ = ["write_table"]

_MAX_NAME = 150  # characters of a column's name
_MAX_REPEATED = 200  # characters of a merged cell that stands in each row and column that it covers
_MAX_LABEL = 60  # characters of a row that labels those below it
_FULL_STOPS = (".", "!", "?", "…", "。", "！", "？")
_GROUP = -1  # the column of the label that a row has from a row above it


def write_table(
    blocks: BlockWriter, rows: Sequence[TableRow], *, first_row: bool, first_column: bool, for_layout: bool = False
) -> None:
    """Write a table. first_row, first_column: whether its style sets them off as names and as labels.

    for_layout: whether it is known to be there for its layout alone.
    """
    blocks.end_table()
    rows = align_columns(rows)
    if for_layout or is_layout(rows):
        for row in rows:
            for cell in row.cells:
                cell.blocks.replay(blocks)
    else:
        rows = list(part_parallel_lines(rows))
        n_names = count_names(rows, first_row=first_row and not has_known_labels(rows))
        if is_form(rows, n_names=n_names, first_column=first_column):
            _write_form(blocks, rows, all_are_labels=True)
        else:
            _write_rows(blocks, rows, n_names)
    blocks.end_table()


def _write_form(blocks: BlockWriter, rows: Sequence[TableRow], *, all_are_labels: bool) -> None:
    """Write labels with their values. all_are_labels: whether they need no colon."""
    writer = RowWriter(blocks)
    for row, cells in zip(rows, _lay_out(rows, repeat=False), strict=True):
        if not row.filled:
            continue
        if row.covered or len(row.cells) % 2 or not (all_are_labels or is_form_row(row)):
            writer.write([cells], n_names=0, labelled=all_are_labels and len(row.filled) > 1)
            continue
        for label, value in zip(row.cells[::2], row.cells[1::2], strict=True):
            if label.text and value.text:
                writer.write([{0: label.text, 1: value.text}], labelled=True)
            else:
                blocks.add_line(label.text or value.text)


def _write_rows(blocks: BlockWriter, rows: Sequence[TableRow], n_names: int | None) -> None:
    n_columns = max((row.width for row in rows), default=0)
    start = 0
    while start < len(rows) - 1 and _is_over_all(rows[start], n_columns):  # titles of the table
        blocks.add_line(rows[start].filled[0].text)
        start += 1
    rows = rows[start:]
    n_known = n_names - start if n_names is not None and n_names > start else None
    grid = _lay_out(rows, repeat=True)
    while n_known is None and len(rows) > 1 and len(grid[0]) < 2:  # lines above what may be names
        blocks.add_line(" ".join(grid[0].values()))
        rows, grid = rows[1:], grid[1:]
    if n_known is None:
        if not may_have_names(rows):
            _write_form(blocks, rows, all_are_labels=False)
            return
        n_known = find_names([row for row in grid if row][:SAMPLE], first=True)[1]
    if not _are_names(grid[:n_known]):
        n_known = 0
    if not n_known:
        grid = _lay_out(rows, repeat=False)
    written = _gather_rows(rows, grid, n_known, n_columns)
    if n_known and len(written) > n_known:
        used = {column for row in written[n_known:] for column in row}
        unused = (text for row in written[:n_known] for column, text in row.items() if column not in used)
        blocks.add_line("; ".join(dict.fromkeys(unused)))  # names of columns that no row has a value for
        written[:n_known] = [{c: text for c, text in row.items() if c in used} for row in written[:n_known]]
    listed = not n_known and bool(written) and is_listed(written[:SAMPLE])
    RowWriter(blocks).write(written, n_names=n_known, labelled=listed)


def _gather_rows(rows: Sequence[TableRow], grid: Sequence[Row], n_names: int, n_columns: int) -> list[Row]:
    """Return the rows to write, each with the label that a row over the whole width gives to those below it."""
    names = {column: text for row in grid[:n_names] for column, text in row.items()}
    written: list[Row] = []
    label, is_used = "", True
    for number, (row, cells) in enumerate(zip(rows, grid, strict=True)):
        if not row.filled:  # what cells from above cover says nothing new
            continue
        if n_names and number >= n_names and row.texts == rows[n_names - 1].texts:  # the head, on another page
            continue
        if number >= (n_names or 1) and _is_over_all(row, n_columns):
            if not is_used:
                written.append({_GROUP: label})
            label, is_used = row.filled[0].text.rstrip(": "), False
            if len(label) > _MAX_LABEL or label.endswith(_FULL_STOPS):
                written.append({_GROUP: label})
                label, is_used = "", True
            continue
        kept = cells if number < n_names else _keep_named(cells, names)
        written.append({_GROUP: label, **kept} if label else kept)
        is_used = True
    return written if is_used else [*written, {_GROUP: label}]


def _keep_named(cells: Row, names: Row) -> Row:
    """Return a row with a merged cell once in columns that have one name, or none."""
    return {
        column: text
        for column, text in cells.items()
        if cells.get(column - 1) is not text or names.get(column) not in (None, names.get(column - 1))
    }


def _are_names(names: Sequence[Row]) -> bool:
    """Tell whether names of columns are short enough to stand in each row."""
    return all(len(text) <= _MAX_NAME for row in names for text in row.values())


def _is_over_all(row: TableRow, n_columns: int) -> bool:
    """Tell whether a row is one cell, with a text, over several columns and the whole width of the table."""
    return len(row.cells) == 1 and not row.covered and bool(row.filled) and row.cells[0].across >= n_columns > 1


def _lay_out(rows: Sequence[TableRow], *, repeat: bool) -> list[Row]:
    """Return the rows by column. repeat: whether a cell over several columns stands in each, or in the first."""
    grid = Grid()
    for row in rows:
        grid.start_row()
        grid.skip(row.before)
        for cell in row.cells:
            grid.add(cell.text, across=cell.across if repeat else 1, down=cell.down)
            for _ in range(0 if repeat else cell.across - 1):
                grid.add("", down=cell.down)
    laid_out = grid.rows()
    above = [{}, *laid_out]
    return [
        {
            column: text
            for column, text in row.items()
            if len(text) <= _MAX_REPEATED or (before.get(column) is not text and row.get(column - 1) is not text)
        }
        for before, row in zip(above, laid_out, strict=False)
    ]
