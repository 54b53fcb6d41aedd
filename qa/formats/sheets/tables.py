"""The tables of a sheet: runs of rows, parted where an empty row or column parts them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from qa.formats.writing.names import LabelledRow, NamesRow, Row, has_names, is_listed, make_alike
from qa.formats.writing.values import is_number

__all__ = ["SheetRows", "cut_tables", "has_names_beside", "mark_bold"]

SheetRows = dict[int, dict[int, str]]  # the filled cells of a sheet by row and column, ascending

_MOST_NAMES = 3  # rows of names above one another
_MOST_ROWS, _MOST_COLUMNS = 30, 20  # that are looked at around a merged cell
_Place = tuple[int, int]


def has_names_beside(rows: SheetRows, top: int, left: int, right: int) -> bool:
    """Tell whether a merged cell stands over several names, or among values below them.

    That is so where the row below, or one above it in the same table, has a text of its own in each of its columns.
    """
    columns = range(left, min(right, left + _MOST_COLUMNS) + 1)
    if all(column in rows.get(top + 1, {}) for column in columns):
        return True
    for place in range(top - 1, max(-1, top - _MOST_ROWS), -1):
        above = rows.get(place)
        if above is None:
            return False
        if all(column in above for column in columns) and len({above[column] for column in columns}) == len(columns):
            return True
    return False


def mark_bold(rows: SheetRows, bold: Collection[_Place]) -> SheetRows:
    """Return the rows with those marked that bold cells show to be names, or labels beside values.

    Names are the first bold rows of a table, above one that is not; labels are the bold ones of two columns.
    """
    marked = dict(rows)
    run: list[int] = []
    for place in [*rows, -1] if bold else ():
        if run and place != run[-1] + 1:
            _mark_run(marked, run, bold)
            run = []
        run.append(place)
    return marked


def _mark_run(rows: SheetRows, run: list[int], bold: Collection[_Place]) -> None:
    """Mark the rows of a run without a gap."""
    while len(run) > 1 and len(rows[run[0]]) == 1:
        run = run[1:]
    names: list[int] = []
    for place in run[: _MOST_NAMES + 1]:
        if len(rows[place]) < 2 or not all((place, column) in bold for column in rows[place]):
            break
        names.append(place)
    below = rows[run[len(names)]] if len(names) < len(run) else {}
    if 0 < len(names) <= _MOST_NAMES and len(below) > 1 and below.keys() & rows[names[-1]].keys():
        for place in names:
            rows[place] = NamesRow(rows[place])
        _mark_further(rows, run[len(names) :], bold)
    elif not names and len(run) > 1 and _is_labelled(rows, run, bold):
        for place in run:
            rows[place] = LabelledRow(rows[place])


def _mark_further(rows: SheetRows, run: list[int], bold: Collection[_Place]) -> None:
    """Mark the rows that name the columns of further tables which follow without a gap: bold words over others."""
    for before, place, after in zip(run, run[1:], run[2:], strict=False):
        row = rows[place]
        is_bold = len(row) > 1 and all((place, column) in bold for column in row)
        beside = (after,) if len(rows[before]) == 1 else (before, after)
        is_alone = not any((other, column) in bold for other in beside for column in row)
        if is_bold and is_alone and len(rows[after]) > 1 and not any(map(is_number, row.values())):
            rows[place] = NamesRow(row)


def _is_labelled(rows: SheetRows, run: list[int], bold: Collection[_Place]) -> bool:
    """Tell whether the rows are two columns, of which the first alone is bold."""
    columns = sorted({column for place in run for column in rows[place]})
    if len(columns) != 2:
        return False
    labels, values = ([(place, column) for place in run if column in rows[place]] for column in columns)
    return len(labels) == len(run) and all(cell in bold for cell in labels) and not any(cell in bold for cell in values)


def cut_tables(rows: SheetRows) -> Iterator[list[Row]]:
    """Yield the tables of a sheet from top to bottom, then from left to right, with an empty row for each gap."""
    gathered: list[Row] = []
    for block in _cut_blocks(rows):
        sides = _part_side_by_side(block)
        if len(sides) == 1:
            gathered += [*block, {}]
        else:
            yield from (gathered, *sides)
            gathered = []
    yield gathered


def _cut_blocks(rows: SheetRows) -> Iterator[list[Row]]:
    """Yield the runs of filled rows; one also ends where the next row shares none of its columns."""
    block: list[Row] = []
    last = -1
    for place, row in rows.items():
        if block and (place > last + 1 or (len(row) > 1 and len(block[-1]) > 1 and not row.keys() & block[-1].keys())):
            yield block
            block = []
        block.append(row)
        last = place
    if block:
        yield block


def _part_side_by_side(block: list[Row]) -> list[list[Row]]:
    """Return the tables of a block that an empty column parts, if each begins with names of its columns."""
    columns = sorted({column for row in block for column in row})
    edges = [right for left, right in pairwise(columns) if right > left + 1]
    if not edges:
        return [block]
    sides: list[list[Row]] = []
    for left, right in pairwise([columns[0], *edges, columns[-1] + 1]):
        side: list[Row] = [
            make_alike(row, {column: text for column, text in row.items() if left <= column < right}) for row in block
        ]
        while side and not side[0]:
            del side[0]
        if not has_names(side) and not is_listed(side):
            return [block]
        sides.append(side)
    return sides
