"""What a table is: a grid with names, a form of labels and values, or a layout of texts.

Word and PowerPoint say little of it: a row may be marked as one that is repeated on each page, and a table's style may
set off its first row. Beyond that a head is what looks like one: set in bold or on a ground that no other row has, over
the columns that the rows below have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

import regex

from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.writing.names import FULL_STOPS, are_known
from qa.formats.writing.values import is_number, is_period

__all__ = ["count_names", "has_known_labels", "is_form", "is_form_row", "is_layout", "may_have_names"]

_MAX_NAME_ROWS = 4
_MAX_CELL = 60  # characters of a cell of several lines that may still be a name
_FORM = 0.6  # of the rows: labels beside values
_REGULAR = 0.5  # of the rows: cells that begin at the same columns
_FEW_ROWS = 4  # fewer are a layout where a cell holds what no cell of a list holds
_LONG = 80  # characters, from which a cell of a table of one row is text that stands in a column
_PROSE = 200  # characters, from which a cell with several blocks is text that stands in columns
_COLONS = (":", "：")
_FIGURE = regex.compile(r"\d")
_AMOUNT = regex.compile(r"[^\p{L}\d]{0,3}\d")


def is_layout(rows: Sequence[TableRow]) -> bool:
    """Tell whether a table only places its texts: one column, headings or tables in cells, columns of prose."""
    if all(len(row.filled) < 2 for row in rows) and not any(row.covered for row in rows):
        return True
    if any(row.is_head for row in rows):
        return False
    cells = [cell for row in rows for cell in row.filled]
    several = [cell for cell in cells if len(cell.blocks.texts) > 1]
    holders = [cell for cell in several if cell.blocks.has_table or cell.blocks.has_heading]
    if holders and (len(rows) < _FEW_ROWS or len(holders) * 2 >= len(rows)):
        return True
    if len(rows) == 1:
        return any(len(cell.text) >= _LONG or len("\n".join(cell.blocks.texts).splitlines()) > 1 for cell in cells)
    prose = [cell for cell in several if len(cell.text) >= _PROSE]
    return len(rows) < _FEW_ROWS and len(prose) * 2 > len(cells)


# -- names of columns --------------------------------------------------------------------------------------------------


def count_names(rows: Sequence[TableRow], *, first_row: bool) -> int | None:
    """Return how many rows at the beginning name the columns; None when nothing says so.

    first_row: whether the style of the table sets off its first row.
    """
    n_names = _count_marked(rows) or _count_bold(rows)
    if not n_names and len(rows) > 1 and rows[0].filled:
        fill = _fill_of(rows[0])
        is_set_off = fill and all(_fill_of(row) != fill or row.texts == rows[0].texts for row in rows[1:])
        n_names = _close_head(rows, 1) if is_set_off or first_row else 0
    return n_names if n_names and _is_above(rows[n_names - 1], rows[n_names:]) else None


def may_have_names(rows: Sequence[TableRow]) -> bool:
    """Tell whether the first of these rows may be names that nothing sets off.

    Of two rows, both of texts, the first is as likely a row as the other; and what has other cells in each row is a
    form, not a list.
    """
    filled = [row for row in rows if row.filled]
    if len(filled) < 2 or not _is_above(filled[0], filled[1:]):
        return False
    for cell in filled[0].cells:
        if cell.text.endswith(FULL_STOPS) and " " in cell.text:
            return False
        if (len(cell.blocks.texts) > 1 and len(cell.text) > _MAX_CELL) or ":" in cell.text.rstrip(": "):
            return False
    if any(_is_amount(text) and _are_amounts(below) for text, *below in zip_longest(*(row.texts for row in filled))):
        return False
    return len(filled) > 2 or any(map(_FIGURE.search, (cell.text for cell in filled[1].cells)))


def _is_amount(text: str | None) -> bool:
    """Tell whether a text begins with a figure and goes on in words, and is no year or other name of a time."""
    return text is not None and bool(_AMOUNT.match(text)) and not is_period(text) and not is_number(text)


def _are_amounts(texts: Sequence[str | None]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(_AMOUNT.match(text) is not None for text in filled) * 2 >= len(filled)


def _count_marked(rows: Sequence[TableRow]) -> int:
    """Return how many rows are marked as heads; 0 when all are."""
    n_names = next((n for n, row in enumerate(rows) if not row.is_head), 0)
    return _close_head(rows, n_names) if n_names else 0


def _count_bold(rows: Sequence[TableRow]) -> int:
    """Return how many rows are the head for being set in bold, unlike most of those below."""
    if len(rows) < 2 or not _is_bold(rows[0]):
        return 0
    n_names = _close_head(rows, 1)
    below = [row for row in rows[n_names:] if row.filled]
    return n_names if below and sum(map(_is_bold, below)) * 2 <= len(below) else 0


def _close_head(rows: Sequence[TableRow], n_names: int) -> int:
    """Return how many rows the head takes, of which `n_names` are known: those that its cells reach down to, and those
    that part a cell over several columns, in bold or without a label of their own."""
    while n_names < min(_MAX_NAME_ROWS, len(rows) - 1):
        reaches = any(n + cell.down > n_names for n, row in enumerate(rows[:n_names]) for cell in row.cells)
        groups = any(cell.across > 1 for cell in rows[n_names - 1].filled) and len(rows[n_names].filled) > 1
        if not (reaches or (groups and (_is_bold(rows[n_names]) or _has_no_label(rows[n_names], rows[n_names + 1])))):
            break
        n_names += 1
    return n_names


def _has_no_label(row: TableRow, below: TableRow) -> bool:
    """Tell whether a row has words in all columns but the first, where the row below it has its label."""
    is_open = bool(row.covered) or not row.cells[0].text
    return is_open and bool(below.cells and below.cells[0].text) and not any(map(_FIGURE.search, row.texts))


def _is_above(head: TableRow, rows: Sequence[TableRow]) -> bool:
    """Tell whether most rows have the same columns, and the cells of `head` begin where those do."""
    starts = Counter(row.starts for row in rows if len(row.starts) > 1)
    if not starts:
        return True
    columns, n_rows = starts.most_common(1)[0]
    own, common = set(head.starts), set(columns)
    return n_rows >= _REGULAR * starts.total() and (own <= common or common <= own)


def _is_bold(row: TableRow) -> bool:
    return bool(row.filled) and all(cell.bold for cell in row.filled)


def _fill_of(row: TableRow) -> str:
    """Return the colour of the ground of a row; empty when it has none or several."""
    fills = {cell.fill for cell in row.cells}
    return fills.pop() if len(fills) == 1 else ""


# -- forms -------------------------------------------------------------------------------------------------------------


def is_form(rows: Sequence[TableRow], *, n_names: int | None, first_column: bool) -> bool:
    """Tell whether a table is labels with values beside them: `Name: | Ito | Born: | 1970`.

    n_names: how many rows of it name columns, where something says so.
    first_column: whether the style of the table sets off its first column.
    """
    filled = [row for row in rows if row.filled]
    widest = max((len(row.cells) for row in filled), default=0)
    with_colons = sum(is_form_row(row) for row in filled)
    if with_colons and with_colons >= _FORM * len(filled):
        return widest > 1
    if n_names or len(filled) < 2:
        return False
    if (first_column and widest == 2) or has_known_labels(rows):
        return True
    return sum(map(_is_set_off, filled)) >= _FORM * len(filled)


def has_known_labels(rows: Sequence[TableRow]) -> bool:
    """Tell whether the labels of a table are such as forms have everywhere: `Name | Ito | Phone | 12 34`."""
    pairs = [_pair(row) for row in rows if row.filled]
    if not all(labels for labels, _ in pairs):
        return False
    labels = [cell.text for cells, _ in pairs for cell in cells]
    values = [cell.text for _, cells in pairs for cell in cells]
    return len(pairs) > 1 and are_known(labels, values)


def is_form_row(row: TableRow) -> bool:
    """Tell whether every other cell of a row labels the next by its colon."""
    labels, values = _pair(row)
    return bool(labels) and all(_is_label(cell) for cell in labels) and not any(map(_is_label, values))


def _is_set_off(row: TableRow) -> bool:
    """Tell whether every other cell of a row is set in bold, or on a ground that the next has not."""
    labels, values = _pair(row)
    bold = all(cell.bold for cell in labels) and not any(cell.bold for cell in values)
    fills = {cell.fill for cell in labels}
    return bool(labels) and all(cell.text for cell in labels) and (bold or not fills & {"", *(c.fill for c in values)})


def _pair(row: TableRow) -> tuple[list[TableCell], list[TableCell]]:
    """Return the labels and the values of a row; none where one has no other."""
    if row.covered or len(row.cells) % 2:
        return [], []
    return row.cells[::2], row.cells[1::2]


def _is_label(cell: TableCell) -> bool:
    return cell.text.endswith(_COLONS)
