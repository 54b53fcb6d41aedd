"""The cells of a table as they are laid out: each at its column, and a merged one in every row that it covers.

    Hall   Day      Guard          Hall: North; Day: Monday; Guard: Ruiz.
    North  Monday   Ruiz     →     Hall: North; Day: Tuesday; Guard: Okoro.
           Tuesday  Okoro

A cell merged over several columns stands in each of them, so that its value goes with each of their names; one over the
whole width of the table stands alone, as a label does.
"""

from __future__ import annotations

from qa.errors import FileTooLarge
from qa.formats.writing.names import Row
from qa.formats.writing.rows import MAX_COLUMNS, MAX_ROWS

__all__ = ["Grid"]

_MAX_COVERED = 2_000_000  # cells that merged ones cover


class Grid:
    """Gathers a table cell by cell, row by row. Raises FileTooLarge when it is more than a table may be."""

    def __init__(self) -> None:
        self._rows: list[dict[int, str]] = []
        self._below: list[tuple[int, int, int, str]] = []  # first and last column, rows left, text of merged cells
        self._merged: set[int] = set()  # rows with a cell over several columns
        self._column = 0
        self._n_columns = 0
        self._n_covered = 0

    def start_row(self) -> None:
        """Begin a row; what the merged cells above it cover is filled."""
        if len(self._rows) >= MAX_ROWS:
            raise FileTooLarge(f"A table has more than {MAX_ROWS:,} rows. Split the file and add its parts.")
        self._rows.append({})
        self._column = 0
        below, self._below = self._below, []
        for first, last, left, text in below:
            self._cover(first, last, text)
            if left > 1:
                self._below.append((first, last, left - 1, text))

    def add(self, text: str, *, across: int = 1, down: int = 1) -> None:
        """Add the next cell of the row, an empty one as well. across, down: how many columns and rows it covers."""
        while self._column in self._rows[-1]:
            self._column += 1
        first, last = self._column, self._column + max(1, min(across, MAX_COLUMNS)) - 1
        if last >= MAX_COLUMNS:
            raise FileTooLarge(f"A row has more than {MAX_COLUMNS:,} columns. Keep those that matter and add that.")
        self._cover(first, last, text)
        if down > 1:
            self._below.append((first, last, min(down, MAX_ROWS) - 1, text))
        self._column = last + 1

    def skip(self, n_columns: int = 1) -> None:
        """Leave columns of the row empty."""
        for _ in range(min(n_columns, MAX_COLUMNS)):
            self.add("")

    def rows(self) -> list[Row]:
        """Return the filled cells of each row by column, ascending; a text over the whole width only in the first."""
        rows: list[Row] = []
        for number, row in enumerate(self._rows):
            filled = {column: text for column, text in sorted(row.items()) if text.strip()}
            alone = number in self._merged and len(set(filled.values())) == 1 and len(row) == self._n_columns
            rows.append(dict(list(filled.items())[:1]) if alone else filled)
        return rows

    def _cover(self, first: int, last: int, text: str) -> None:
        self._n_covered += last - first
        if self._n_covered > _MAX_COVERED:
            raise FileTooLarge(f"Merged cells cover more than {_MAX_COVERED:,} cells. Split the file.")
        row = self._rows[-1]
        for column in range(first, last + 1):
            row.setdefault(column, text)
        if last > first:
            self._merged.add(len(self._rows) - 1)
        self._n_columns = max(self._n_columns, last + 1)
