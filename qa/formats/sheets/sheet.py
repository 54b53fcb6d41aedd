"""A sheet of cells, written as a page: its name as heading, then its tables from top to bottom, each row a sentence.

A merged cell stands in each row that it covers, and over or below several names in each of their columns. Rows and
columns that the sheet hides are left out, and said. What the sheet defines as a table is one, with the names that it
states; where bold cells stand above others, they are names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from qa.errors import FileTooLarge
from qa.formats.sheets.cells import Area
from qa.formats.sheets.tables import SheetRows, cut_tables, has_names_beside, mark_bold
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.names import Row, is_label, make_alike
from qa.formats.writing.rows import RowWriter

__all__ = ["MAX_MERGED", "Sheet", "SheetWriter", "check_number"]

MAX_COVERED = 2_000_000  # cells that merged ones cover, of all sheets together
MAX_MERGED = 100_000
MOST_COLUMNS = 16_384  # that a sheet has
_MOST_NAMED = 5  # sheets that a notice names


@dataclass(slots=True)
class Sheet:
    """A sheet while it is read: its filled cells as they are shown, and how they lie.

    bold: places `(row, column)` of cells in bold. hidden_columns: the first and last of each run of them.
    tables: those that the file defines, each with the number of rows at its top that hold names.
    """

    name: str
    rows: SheetRows = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    bold: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    tables: list[tuple[Area, int]] = field(default_factory=list)
    is_filtered: bool = False


class SheetWriter:
    """Writes the sheets of a file, one after the other. Raises FileTooLarge when they are more than a text may hold."""

    def __init__(self, blocks: BlockWriter) -> None:
        self.blocks = blocks
        self._rows = RowWriter(blocks)
        self._n_covered = 0

    def write(self, sheet: Sheet) -> None:
        """Add a sheet as a page."""
        self.blocks.start_page()
        self.blocks.add_heading(sheet.name or "Sheet")
        self._repeat(sheet.rows, sheet.merged)
        rows = _leave_out_hidden(sheet, self.blocks)
        for table, n_names, title in _cut(rows, sheet):
            self.blocks.add_heading(title, 2)
            self._rows.write(_close_up(table), n_names=n_names)

    def say_hidden(self, names: list[str]) -> None:
        """Say which sheets the file hides; they are left out."""
        if names:
            named = ", ".join(repr(name[:50]) for name in names[:_MOST_NAMED])
            more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
            self.blocks.notice(f"{_count(len(names), 'hidden sheet')} left out: {named}{more}.")

    def say_cells(self, *, n_unstored: int = 0, n_errors: int = 0, n_comments: int = 0) -> None:
        """Say what the cells of all sheets hold that is not read: formulas without values, errors, comments."""
        for number, one, many, rest in (
            (
                n_unstored,
                "formula has no stored value",
                "formulas have no stored values",
                ": open the file in its program, save it, and add it again.",
            ),
            (n_errors, "cell holds an error", "cells hold errors", " such as #N/A, left out."),
            (n_comments, "cell has a comment", "cells have comments", ", left out."),
        ):
            if number:
                self.blocks.notice(f"{number:,} {one if number == 1 else many}{rest}")

    def _repeat(self, rows: SheetRows, merged: list[Area]) -> None:
        """Write the text of merged cells into each of their rows; over or below several names also across."""
        for top, left, bottom, right in merged:
            text = rows.get(top, {}).get(left, "")
            across = right > left and len(rows.get(top, ())) > 1 and has_names_beside(rows, top, left, right)
            for place in range(top, bottom + 1) if text else ():
                for column in range(left, right + 1) if across else (left,):
                    if place in rows:
                        rows[place].setdefault(column, text)
                    self._n_covered += 1
                    check_number("cells that merged ones cover", self._n_covered, MAX_COVERED)


def check_number(things: str, count: int, limit: int) -> None:
    """Raise FileTooLarge for a file with more `things` than it may have."""
    if count > limit:
        raise FileTooLarge(f"The file has more than {limit:,} {things}. Split it and add its parts.")


def _leave_out_hidden(sheet: Sheet, blocks: BlockWriter) -> SheetRows:
    """Return the rows that are shown, ascending, each with its columns ascending. What is hidden and filled is said."""
    rows: SheetRows = {}
    hidden = {column for first, last in sheet.hidden_columns for column in range(first, min(last, MOST_COLUMNS) + 1)}
    left_out: set[int] = set()
    n_rows = 0
    for place, row in sorted(sheet.rows.items()):
        if place in sheet.hidden_rows:
            n_rows += 1
            continue
        shown = dict(sorted(row.items()))
        for column in hidden & shown.keys():
            left_out.add(column)
            del shown[column]
        if shown:
            rows[place] = shown
    parts = [
        f"{_count(number, thing)} left out"
        for number, thing in (
            (n_rows, f"row that is hidden{' or filtered out' if sheet.is_filtered else ''}"),
            (len(left_out), "hidden column"),
        )
        if number
    ]
    if parts:
        blocks.notice(f"Sheet {sheet.name[:50]!r}: {', '.join(parts)}.")
    return rows


def _count(number: int, thing: str) -> str:
    if number == 1:
        return f"1 {thing} was"
    noun, _, rest = thing.partition(" that is ")
    return f"{number:,} {noun}s{f' that are {rest}' if rest else ''} were"


def _cut(rows: SheetRows, sheet: Sheet) -> Iterator[tuple[list[Row], int | None, str]]:
    """Yield the tables of a sheet in order, with their number of rows of names, None where it is not known, and title.

    The title is a label directly above a table that the sheet defines.
    """
    tables = [(area, n_names, _take(rows, area)) for area, n_names in sorted(sheet.tables)]
    rest = mark_bold(rows, sheet.bold)
    places = list(rest)
    start = 0
    for (top, _, _, _), n_names, table in tables:
        end = bisect_left(places, top, lo=start)
        last = places[end - 1] if end > start else -9
        has_title = bool(table) and last >= top - 2 and is_label(rest[last])
        for other in cut_tables({place: rest[place] for place in places[start : end - has_title]}):
            yield other, None, ""
        if table:
            yield table, n_names, next(iter(rest[last].values())) if has_title else ""
        start = end
    for other in cut_tables({place: rest[place] for place in places[start:]}):
        yield other, None, ""


def _close_up(table: list[Row]) -> list[Row]:
    """Return the rows of a table without the columns that none of them fills, as merged cells leave them."""
    columns = sorted({column for row in table for column in row})
    if not columns or columns[-1] - columns[0] < len(columns):
        return table
    places = {column: place for place, column in enumerate(columns)}
    return [make_alike(row, {places[column]: text for column, text in row.items()}) for row in table]


def _take(rows: SheetRows, area: Area) -> list[Row]:
    """Return the rows of an area, taken out of `rows`."""
    top, left, bottom, right = area
    taken: list[Row] = []
    for place in (
        range(top, bottom + 1) if bottom - top < len(rows) else [place for place in rows if top <= place <= bottom]
    ):
        row = rows.get(place, {})
        inside = {column: text for column, text in row.items() if left <= column <= right}
        for column in inside:
            del row[column]
        if inside:
            taken.append(inside)
        if not row:
            rows.pop(place, None)
    return taken
