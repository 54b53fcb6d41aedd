"""The tables of a sheet: runs of rows, parted where an empty row or column parts them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from qa.formats.writing.rows import Row, has_names

__all__ = ["SheetRows", "cut_tables", "has_names_below"]

SheetRows = dict[int, dict[int, str]]  # the filled cells of a sheet by row and column, ascending


def has_names_below(rows: SheetRows, top: int, left: int, right: int) -> bool:
    """Tell whether a merged cell heads several names: the row below has a text of its own in each of its columns."""
    below = rows.get(top + 1, {})
    return all(column in below for column in range(left, min(right, left + 20) + 1))


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
        side: list[Row] = [{column: text for column, text in row.items() if left <= column < right} for row in block]
        while side and not side[0]:
            del side[0]
        if not has_names(side):
            return [block]
        sides.append(side)
    return sides
