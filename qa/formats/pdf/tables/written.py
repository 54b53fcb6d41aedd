"""Tables to paragraphs, a row each: with the names of its columns, or tabs between cells that keep their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.formats.pdf.page import PageLine
from qa.formats.pdf.paragraphs import Paragraph
from qa.formats.pdf.tables.naming import Naming, name_columns
from qa.formats.pdf.tables.table import Cell, PageTable
from qa.formats.pdf.tables.visual import is_figure
from qa.formats.writing.names import FULL_STOPS

__all__ = ["write_table"]

_Piece = str | tuple[PageLine, ...]


def write_table(table: PageTable) -> list[Paragraph]:
    """Return the rows of a table as paragraphs, each with what it is written of."""
    rows = table.rows()
    naming = name_columns(table, rows)
    paragraphs = [_make([title], (title.lines,)) for title in naming.titles]
    written = False
    used = {column for row in rows[naming.n_used :] if _takes_names(row, table) for column in row}
    if idle := [
        cell for cell in _heads_of(rows, naming) if not used & {*range(cell.column, cell.column + cell.across)}
    ]:
        names: list[_Piece] = [idle[0].lines]
        for cell in idle[1:]:
            names += ["; ", cell.lines]
        paragraphs.append(_make(idle, tuple(names)))
    for row in rows[naming.n_used :]:
        if not table.ruled or naming.listed:  # what is wider than its column stands in one all the same
            row = {column: cell for column, cell in row.items() if column == cell.column}  # noqa: PLW2901
        cells = list(dict.fromkeys(row.values()))
        pieces = tuple(_write_row(row, naming, table))
        tight = written and not naming.names and not naming.listed
        paragraphs.append(_make(cells, pieces, tight=tight))
        written = True
    return paragraphs


def _heads_of(rows: Sequence[dict[int, Cell]], naming: Naming) -> list[Cell]:
    """Return the cells that name columns."""
    heads = {id(cell): cell for row in rows[len(naming.titles) : naming.n_used] for cell in row.values()}
    return list(heads.values())


def _make(cells: Sequence[Cell], pieces: tuple[_Piece, ...], *, tight: bool = False) -> Paragraph:
    return Paragraph([line for cell in cells for line in cell.lines], tight=tight, pieces=pieces)


def _is_total(cells: Sequence[Cell]) -> bool:
    """Tell whether a row is a label with its figure under the columns of figures, as sums below an invoice are."""
    if len(cells) != 2 or is_figure(cells[0].text) or not is_figure(cells[1].text):
        return False
    label = cells[0]
    return label.column > 0 or label.across > 1


def _takes_names(row: dict[int, Cell], table: PageTable) -> bool:
    """Tell whether the names of its columns are written in a row."""
    return not _is_whole(row, table) and not _is_total(list(dict.fromkeys(row.values())))


def _is_whole(row: dict[int, Cell], table: PageTable) -> bool:
    """Tell whether a row is one cell over the whole width."""
    return len(row) == 1 and next(iter(row.values())).across >= len(table.columns)


def _write_row(row: dict[int, Cell], naming: Naming, table: PageTable) -> Iterator[_Piece]:
    """Yield the texts and lines of a row."""
    items = list(row.items())
    cells = list(dict.fromkeys(row.values()))
    if naming.names and _is_total(cells):
        yield cells[0].lines
        yield " " if cells[0].text.endswith(":") else ": "
        yield cells[1].lines
        yield "."
        return
    if not naming.names and not naming.listed:
        yield items[0][1].lines
        for (column, cell), (next_column, following) in pairwise(items):
            yield " " if column in naming.labels and cell.text.endswith(":") else "\t" * (next_column - column)
            yield following.lines
        return
    for number, (column, cell) in enumerate(items):
        if naming.listed:
            if number:
                yield "; " if number > 1 else " " if items[0][1].text.endswith(":") else ": "
        else:
            if number:
                yield "; "
            if column in naming.names and not _is_whole(row, table):
                yield f"{naming.names[column]}: "
        yield cell.lines
    if not items[-1][1].text.endswith(FULL_STOPS):
        yield "."
