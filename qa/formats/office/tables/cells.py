"""The cells of a table as a document or a slide lays them out, and what is put right in them before they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from qa.formats.office.recording import Recording

__all__ = ["TableCell", "TableRow", "align_columns", "part_parallel_lines"]

_LINES = range(3, 200)  # of cells whose lines stand beside one another
_MAX_LINE = 80  # characters of such a line
_FIGURE = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell, with what it covers and how it is set off: `fill` is the colour of its ground, empty for none."""

    blocks: Recording
    text: str
    across: int = 1
    down: int = 1
    bold: bool = False
    fill: str = ""


@dataclass(slots=True)
class TableRow:
    """The cells of a row that begin in it; `before` columns at its left are empty; `is_head`: marked as one.

    covered: columns that cells from above cover. starts: the column at which each cell begins, those of covered ones
    as well.
    """

    cells: list[TableCell] = field(default_factory=list)
    before: int = 0
    covered: int = 0
    starts: tuple[int, ...] = ()
    is_head: bool = False

    @property
    def filled(self) -> list[TableCell]:
        """Its cells that hold a text."""
        return [cell for cell in self.cells if cell.text]

    @property
    def texts(self) -> list[str]:
        """The text of each cell."""
        return [cell.text for cell in self.cells]

    @property
    def width(self) -> int:
        """The number of columns that it takes."""
        return self.before + self.covered + sum(cell.across for cell in self.cells)


def align_columns(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """Return the rows of a table by the order of their cells where each has as many, however wide it was drawn."""
    sizes = {len(row.starts) for row in rows if len(row.starts) > 1}
    if len(sizes) != 1 or any(row.before for row in rows) or len({row.starts for row in rows}) == 1:
        return rows
    (size,) = sizes
    aligned = []
    for row in rows:
        if len(row.starts) == size:
            n_covered = size - len(row.cells)
            cells = [replace(cell, across=1) for cell in row.cells]
            aligned.append(TableRow(cells, 0, n_covered, tuple(range(size)), row.is_head))
        elif row.cells and row.cells[0].across > 1:
            aligned.append(TableRow([replace(row.cells[0], across=size)], 0, 0, (0,), row.is_head))
        else:
            aligned.append(row)
    return aligned


def part_parallel_lines(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Yield the rows of a table; one whose cells hold lines of figures side by side is as many rows as it has lines."""
    for row in rows:
        lines = [[line for text in cell.blocks.texts for line in text.splitlines()] for cell in row.filled]
        n_lines = len(lines[0]) if lines else 0
        are_parallel = (
            len(lines) > 1
            and n_lines in _LINES
            and all(len(below) == n_lines and max(map(len, below)) <= _MAX_LINE for below in lines)
            and any(all(map(_FIGURE.search, below)) for below in lines)
            and all(cell.down == 1 for cell in row.cells)
            and not row.covered
        )
        if not are_parallel:
            yield row
            continue
        columns = {id(cell): below for cell, below in zip(row.filled, lines, strict=True)}
        for n in range(n_lines):
            cells = [replace(cell, text=columns[id(cell)][n] if cell.text else "") for cell in row.cells]
            yield TableRow(cells, row.before, 0, row.starts, row.is_head)
