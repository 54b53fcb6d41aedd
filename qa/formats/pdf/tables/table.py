"""A table of a page: cells in rows and columns, each with the lines that stand in it.

Hall   Day      Guard
North  Monday   Ruiz       the cell "North" goes down over two rows
       Tuesday  Okoro
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from qa.formats.pdf.page import PageLine

__all__ = ["Cell", "PageTable", "join_text"]


_LABEL = 150  # characters: what is longer is no label of the rows that it covers


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What stands in a cell: lines of one part each, from top to bottom. It may cover several rows and columns."""

    lines: tuple[PageLine, ...]
    row: int
    column: int
    down: int = 1
    across: int = 1

    @property
    def text(self) -> str:
        """Its lines as one, to compare with; words that are broken at the end of a line stay so."""
        return join_text(self.lines)


@dataclass(slots=True, eq=False)
class PageTable:
    """Cells by row and column, ascending. Its columns' places are from the left.

    n_names: how many rows at its beginning name the columns, None where that is to be found out. listed: whether it is
    known as a list of labels beside their values. ruled: whether lines part its columns. names, head: those that
    a page before gives, and the rows that they stand in there.
    """

    cells: list[Cell]
    columns: list[tuple[float, float]]
    left: float
    bottom: float
    right: float
    top: float
    ruled: bool = False
    n_names: int | None = None
    listed: bool = False
    names: dict[int, str] = field(default_factory=dict)
    head: list[dict[int, Cell]] = field(default_factory=list)

    def rows(self) -> list[dict[int, Cell]]:
        """Return the cells of each row by column, a merged one in every row and column that it covers;
        a long text in its first row alone.

        A cell over the whole width stands in the first column alone. Rows without a cell are left out.
        """
        n_rows = max((cell.row + cell.down for cell in self.cells), default=0)
        rows: list[dict[int, Cell]] = [{} for _ in range(n_rows)]
        for cell in self.cells:
            across = 1 if cell.across >= len(self.columns) else cell.across
            down = cell.down if cell.down == 1 or len(cell.text) <= _LABEL else 1
            for row in range(cell.row, cell.row + down):
                for column in range(cell.column, cell.column + across):
                    rows[row].setdefault(column, cell)
        return [dict(sorted(row.items())) for row in rows if row]


def join_text(lines: Iterable[PageLine]) -> str:
    """Return lines with a space between."""
    return " ".join(line.text for line in lines)
