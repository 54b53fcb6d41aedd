"""Tables that go on from the foot of a page to the top of the next, where the names of their columns may not stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.formats.pdf.tables.find import PageTables
from qa.formats.pdf.tables.naming import Naming, name_columns
from qa.formats.pdf.tables.table import Cell, PageTable

__all__ = ["carry_names"]

_SHIFT = 4.0  # points by which lines that part columns may differ from page to page


def carry_names(pages: Sequence[PageTables]) -> None:
    """Give tables that begin pages the names of those that end the pages before, where they go on."""
    for page, following in pairwise(pages):
        table, other = _find_last(page), _find_first(following)
        if table is None or other is None or not _are_alike(table, other):
            continue
        rows = table.rows()
        naming = name_columns(table, rows)
        if not naming.names or table.listed:
            continue
        head = [] if table.names else rows[len(naming.titles) : naming.n_used]
        _continue(other, naming, head or table.head)


def _find_last(page: PageTables) -> PageTable | None:
    """Return the table at the foot of a page; None when something stands below."""
    tables = [table for _, table in page.tables]
    table = min(tables, key=lambda each: each.bottom, default=None)
    if table is None or any(line.top < table.bottom for line in page.lines if not line.turned):
        return None
    return table


def _find_first(page: PageTables) -> PageTable | None:
    """Return the table at the top of a page; None when something stands above."""
    tables = [table for _, table in page.tables]
    table = max(tables, key=lambda each: each.top, default=None)
    if table is None or any(line.bottom > table.top for line in page.lines if not line.turned):
        return None
    return table


def _are_alike(table: PageTable, other: PageTable) -> bool:
    """Tell whether two tables have the same columns."""
    if len(table.columns) != len(other.columns) or table.ruled != other.ruled:
        return False
    if table.ruled:
        shift = other.left - table.left
        return all(
            abs(one[0] + shift - two[0]) < _SHIFT and abs(one[1] + shift - two[1]) < _SHIFT
            for one, two in zip(table.columns, other.columns, strict=True)
        )
    return all(
        (min(one[1], two[1]) > max(one[0], two[0])) == (number == place)
        for number, one in enumerate(table.columns)
        for place, two in enumerate(other.columns)
        if abs(number - place) < 2
    )


def _continue(table: PageTable, naming: Naming, head: Sequence[dict[int, Cell]]) -> None:
    """Give a table these names, unless it begins with a head of its own; the same head is one once more."""
    texts = _texts_of(head)
    rows = table.rows()
    if texts and _texts_of(rows[: len(texts)]) == texts:
        table.n_names = len(texts)
        return
    own = name_columns(table, rows)
    marked = bool(own.names) and (
        table.n_names is not None or all(line.bold for cell in rows[0].values() for line in cell.lines)
    )
    if not marked and not own.titles:
        table.names, table.n_names = naming.names, 0
        table.head = list(head)


def _texts_of(rows: Sequence[dict[int, Cell]]) -> list[dict[int, str]]:
    return [{column: cell.text for column, cell in row.items()} for row in rows]
