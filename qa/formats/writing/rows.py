"""Rows of a sheet as sentences: each with the names of its columns, so that it can be found and quoted on its own.

    Name      Country    Population
    Ito       Japan           1,400      →     Name: Ito; Country: Japan; Population: 1,400.

The first rows of a table name the columns when they look like names (`names.py`). A single cell above a table is its
heading; one between its rows stands on a line of its own. Rows without names are their cells, parted by tabs, an empty
one between two as well; a list of labels and values (`Name:` beside `Ito`) is a line for each. A format that knows
which rows are names, or that the first column is labels, says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from qa.errors import FileTooLarge
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import LOWEST_LEVEL
from qa.formats.writing.names import FULL_STOPS, SAMPLE, NamesRow, Row, find_names, is_label, is_listed
from qa.formats.writing.values import is_number

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "RowWriter", "write_row"]

MAX_ROWS = 200_000
MAX_COLUMNS = 1_000


class RowWriter:
    """Writes the tables of a file to a text. Raises FileTooLarge when they are more than a text may hold."""

    def __init__(self, blocks: BlockWriter) -> None:
        self.blocks = blocks
        self._n_rows = 0

    def write(self, rows: Iterable[Row], *, n_names: int | None = None, labelled: bool = False) -> None:
        """Add a table. Where nothing more is known of it, an empty row parts it in two, each with names of its own.

        n_names: how many rows at its beginning name the columns, where the format says so; None to find out.
        labelled: whether it is a list of labels, each with its values beside it.
        """
        if n_names is None and not labelled:
            self._write_found(rows)
        else:
            self._write_known(list(filter(None, rows)), n_names or 0, labelled=labelled)

    def _write_known(self, rows: Sequence[Row], n_names: int, *, labelled: bool) -> None:
        names: dict[int, str] = {}
        first = min((min(row) for row in rows), default=0)
        for row in rows[:n_names]:
            if len(row) == 1 and first in row and any(len(other) > 1 for other in rows):
                self._write_line(" ".join(_only_cell(row).split()))  # the table's title, over all of its columns
                continue
            for column, text in _keep_filled(row):
                above = names.get(column, "")
                names[column] = f"{above} {text}" if above and above != text else text
        names = {column: name for column, text in names.items() if (name := text.rstrip(": "))}
        if len(rows) <= n_names:
            self._write_line("; ".join(names.values()))
        is_grouped = _is_grouped(rows[n_names:])
        for row in rows[n_names:]:
            self._write_line(_label_values(row) if labelled else _write_below(row, names, is_grouped=is_grouped))

    def _write_found(self, rows: Iterable[Row]) -> None:
        names: dict[int, str] = {}
        label = ""  # a single cell with a gap below it: a heading if a table comes next
        for block in _cut_blocks(rows):
            head = list(islice(block, SAMPLE))
            named = bool(label) and len(head) > 1
            label = self._write_label(label, is_heading=len(head) > 1)
            while len(head) > 1 and len(head[0]) == 1 and any(len(row) > 1 for row in head):
                named = named or is_label(head[0], head[1])
                self._write_label(_only_cell(head[0]), is_heading=is_label(head[0], head[1]))
                del head[0]
            if len(head) == 1 and is_label(head[0]):
                label = _only_cell(head[0])
                continue
            _check_width(head[0])
            if named and ({column for row in head for column in row} != set(names) or is_listed(head)):
                names = {}  # a table with a heading and columns of its own is another one
            is_new = not names.keys() & head[0].keys() or any(names.get(at) == text for at, text in head[0].items())
            own, n_used = find_names(head, first=is_new)
            if own or not set(head[0]) <= set(names):
                names = own
            if n_used == len(head):  # names without a row
                self._write_line("; ".join(names.values()))
            listed, is_grouped = not names and is_listed(head), not own or _is_grouped(head[n_used:])
            for row in chain(head[n_used:], block):
                self._write_line(_label_values(row) if listed else _write_below(row, names, is_grouped=is_grouped))
        self._write_label(label, is_heading=False)

    def _write_label(self, text: str, *, is_heading: bool) -> str:
        """Write a label, if it is one; return none."""
        if is_heading:
            self.blocks.add_heading(text, LOWEST_LEVEL)
        else:
            self._write_line(" ".join(text.split()))
        return ""

    def _write_line(self, text: str) -> None:
        self._n_rows += 1
        if self._n_rows > MAX_ROWS:
            raise FileTooLarge(f"The file has more than {MAX_ROWS:,} rows. Split it and add its parts.")
        self.blocks.add_line(text)


def write_row(row: Row, names: Row) -> str:
    """Return a row as a sentence; empty when it has no filled cell. A column without a name gives its value alone.

    Without any names, the cells keep their places: tabs part them, one for each column.

    >>> write_row({0: "Ito", 1: "Japan", 2: "1,400"}, {0: "Name", 1: "Country"})
    'Name: Ito; Country: Japan; 1,400.'
    >>> write_row({0: "Ito", 2: "1,400"}, {})
    'Ito\\t\\t1,400'
    """
    cells = _keep_filled(row)
    if names:
        return _stop("; ".join(f"{names[column]}: {text}" if column in names else text for column, text in cells))
    filled = dict(cells)
    return "\t".join(filled.get(column, "") for column in range(min(filled), max(filled) + 1)) if filled else ""


def _is_grouped(rows: Sequence[Row]) -> bool:
    """Tell whether a text alone in a row heads those below it: not where most rows hold no more."""
    return sum(len(row) == 1 for row in rows) * 2 <= len(rows)


def _write_below(row: Row, names: Row, *, is_grouped: bool) -> str:
    """Return a row below names. A text alone in the first of several columns heads the rows below: it has no name."""
    if (is_grouped or not row.keys() <= names.keys()) and len(row) == 1 < len(names) and min(row) <= min(names):
        text = " ".join(_only_cell(row).split())
        if not is_number(text):
            return text
    return write_row(row, names)


def _only_cell(row: Row) -> str:
    return next(iter(row.values()))


def _keep_filled(row: Row) -> list[tuple[int, str]]:
    """Return the cells of a row that hold a text, each on one line."""
    _check_width(row)
    return [(column, text) for column, cell in row.items() if (text := " ".join(cell.replace("\xad", "").split()))]


def _check_width(row: Row) -> None:
    if len(row) > MAX_COLUMNS:
        raise FileTooLarge(
            f"A row has {len(row):,} filled cells; the limit is {MAX_COLUMNS:,}. "
            "Keep the columns that matter and add that."
        )


def _stop(text: str) -> str:
    return text if not text or text.endswith(FULL_STOPS) else f"{text}."


def _label_values(row: Row) -> str:
    label, *rest = (text for _, text in _keep_filled(row))
    return _stop(f"{label.rstrip(': ')}: {'; '.join(rest)}" if rest else label)


def _cut_blocks(rows: Iterable[Row]) -> Iterator[Iterator[Row]]:
    """Yield the runs of rows without an empty one among them; one begins where rows of names do, too.

    Each must be used up before the next is asked for.
    """
    source = iter(rows)
    waiting: list[Row] = []  # the first row of the next run

    def run(first: Row) -> Iterator[Row]:
        yield first
        has_values = len(first) > 1 and not isinstance(first, NamesRow)
        for row in source:
            if not row:
                return
            if has_values and isinstance(row, NamesRow):
                waiting.append(row)
                return
            yield row
            has_values = has_values or (len(row) > 1 and not isinstance(row, NamesRow))

    for first in source:
        if first:
            yield run(first)
            while waiting:
                yield run(waiting.pop())
