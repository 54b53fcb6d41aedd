"""Rows of a sheet as sentences: each with the names of its columns, so that it can be found and quoted on its own.

    Name      Country    Population
    Ito       Japan           1,400      →     Name: Ito; Country: Japan; Population: 1,400.

The first row of a table names the columns when it looks like names: short texts, no numbers, over most of the columns.
A year counts as a name where the cells below are no years. A single cell above a table is its heading. Rows without
names are their cells, parted by tabs, an empty one between two as well; a list of labels and values (`Name:` beside
`Ito`) is a line for each. A format that knows which rows are names, or that the first column is labels, says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile

import regex

from qa.errors import FileTooLarge
from qa.formats.writing.blocks import BlockWriter

__all__ = ["Row", "RowWriter", "has_names", "write_row"]

Row = Mapping[int, str]  # the filled cells of a row, by column from 0, ascending

MAX_ROWS = 200_000
MAX_COLUMNS = 1_000
_MAX_NAME = 100  # characters of a column's name
_SAMPLE = 20  # rows that are looked at to tell names from values

_UNIT = r"(?:\p{Sc}|[A-Z]{3})"
_NUMBER = regex.compile(
    rf"[-+−(]?\s?{_UNIT}?\s?[-+−]?(?:\d[\d.,'’\s]*|[.,]\d+)(?:[eE][-+]?\d+)?\s?(?:%|‰|{_UNIT})?\)?"
    r"|\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.]+Z?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?"
)
_YEAR = regex.compile(r"(?:FY ?)?(?:1[5-9]|20|21)\d\d(?:[-/–]\d{2,4}|-\d\d-\d\d)?")
_FULL_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")


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
        for row in rows[:n_names]:
            if len(row) == 1 and any(len(other) > 1 for other in rows):
                self._write_line(" ".join(_only_cell(row).split()))  # the table's title, over all of its columns
                continue
            for column, text in _keep_filled(row):
                above = names.get(column, "")
                names[column] = f"{above} {text}" if above and above != text else text
        names = {column: name for column, text in names.items() if (name := text.rstrip(": "))}
        if len(rows) <= n_names:
            self._write_line("; ".join(names.values()))
        for row in rows[n_names:]:
            self._write_line(_label_values(row) if labelled else write_row(row, names))

    def _write_found(self, rows: Iterable[Row]) -> None:
        names: dict[int, str] = {}
        label = ""  # a single cell with a gap below it: a heading if a table comes next
        for block in _cut_blocks(rows):
            head = list(islice(block, _SAMPLE))
            label = self._write_label(label, is_heading=len(head) > 1)
            while len(head) > 1 and _is_label(head[0], head[1]):
                self._write_label(_only_cell(head.pop(0)), is_heading=True)
            if len(head) == 1 and _is_label(head[0]):
                label = _only_cell(head[0])
                continue
            own, n_used = _find_names(head, first=not names.keys() & head[0].keys())
            if own or not set(head[0]) <= set(names):
                names = own
            if n_used == len(head):  # names without a row
                self._write_line("; ".join(names.values()))
            listed = not names and _is_list_of_labels(head)
            for row in chain(head[n_used:], block):
                self._write_line(_label_values(row) if listed else write_row(row, names))
        self._write_label(label, is_heading=False)

    def _write_label(self, text: str, *, is_heading: bool) -> str:
        """Write a label, if it is one; return none."""
        if is_heading:
            self.blocks.add_heading(text)
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


def has_names(rows: Sequence[Row]) -> bool:
    """Tell whether the rows up to an empty one begin with names of their columns, with a row below."""
    head = list(takewhile(bool, rows[:_SAMPLE]))
    while len(head) > 1 and _is_label(head[0], head[1]):
        del head[0]
    return len(head) > 1 and bool(_find_names(head, first=True)[0])


def _keep_filled(row: Row) -> list[tuple[int, str]]:
    """Return the cells of a row that hold a text, each on one line."""
    if len(row) > MAX_COLUMNS:
        raise FileTooLarge(
            f"A row has {len(row):,} filled cells; the limit is {MAX_COLUMNS:,}. "
            "Keep the columns that matter and add that."
        )
    return [(column, text) for column, cell in row.items() if (text := " ".join(cell.replace("\xad", "").split()))]


def _stop(text: str) -> str:
    return text if not text or text.endswith(_FULL_STOPS) else f"{text}."


def _label_values(row: Row) -> str:
    label, *rest = (text for _, text in _keep_filled(row))
    return _stop(f"{label.rstrip(': ')}: {'; '.join(rest)}" if rest else label)


def _cut_blocks(rows: Iterable[Row]) -> Iterator[Iterator[Row]]:
    """Yield the runs of rows without an empty one among them. Each must be used up before the next is asked for."""
    source = iter(rows)
    for first in source:
        if first:
            yield chain([first], iter(lambda: next(source, {}), {}))


# -- names of columns --------------------------------------------------------------------------------------------------


def _only_cell(row: Row) -> str:
    return next(iter(row.values()))


def _is_label(row: Row, following: Row | None = None) -> bool:
    """Tell whether a row is a heading: a single short text, with a row of several cells below if there is any."""
    if len(row) != 1 or (following is not None and len(following) == 1):
        return False
    text = _only_cell(row)
    return len(text) <= _MAX_NAME and not _NUMBER.fullmatch(text) and not text.endswith(_FULL_STOPS)


def _find_names(head: Sequence[Row], *, first: bool) -> tuple[dict[int, str], int]:
    """Return the names of the columns, and how many rows they take: one or none.

    first: whether nothing has names yet; further down, names need numbers below them to be told from values.
    """
    row, below = head[0], head[1:]
    if len(row) < 2 or _is_list_of_labels(head):
        return {}, 0
    if not all(_is_name(text, [other[column] for other in below if column in other]) for column, text in row.items()):
        return {}, 0
    shared = [len(row.keys() & other.keys()) / len(other) for other in below]
    if shared and sum(shared) / len(shared) < 0.5:
        return {}, 0
    numbers_below = any(_NUMBER.fullmatch(other[column]) for other in below[:1] for column in row.keys() & other.keys())
    if not first and not numbers_below:
        return {}, 0
    names = {column: name for column, text in _keep_filled(row) if (name := text.rstrip(": "))}
    if len(set(names.values())) < len(names) and len(below) > 1 and set(row) <= set(below[0]):  # one over several
        under, n_used = _find_names(below, first=True)
        joined = {
            column: f"{names[column]} {name}" for column, name in under.items() if names.get(column, name) != name
        }
        return names | under | joined, n_used + 1
    return names, 1


def _is_name(text: str, below: list[str]) -> bool:
    """Tell whether a cell may name its column, which holds `below`."""
    if len(text) > _MAX_NAME:
        return False
    if _YEAR.fullmatch(text):
        return not any(map(_YEAR.fullmatch, below))
    return not _NUMBER.fullmatch(text)


def _is_list_of_labels(head: Sequence[Row]) -> bool:
    """Tell whether the rows are labels with a value beside each: two columns, the second of numbers and texts."""
    if len(head) < 2 or any(len(row) > 2 for row in head) or len({column for row in head for column in row}) != 2:
        return False
    labels = [_only_cell(row) for row in head]
    values = [list(row.values())[1] for row in head if len(row) == 2]
    if any(map(_NUMBER.fullmatch, labels)):
        return False
    if sum(label.rstrip().endswith(":") for label in labels) * 2 > len(labels):
        return True
    texts = [value for value in values[1:] if not _NUMBER.fullmatch(value)]
    return len(set(texts)) > 1 and len(texts) < len(values) - 1 and not _NUMBER.fullmatch(values[0])
