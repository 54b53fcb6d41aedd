"""Which rows of a table name its columns: those that a rule or bold letters part from the rest, or that hold no figures
above columns of figures; where the columns are ruled, also what the rows of a sheet would be taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from qa.formats.pdf.tables.table import Cell, PageTable
from qa.formats.pdf.tables.visual import is_figure
from qa.formats.writing.names import SAMPLE, find_names, is_listed

__all__ = ["Naming", "name_columns"]

_MAX_HEAD = 5  # rows
_MAX_NAME = 120  # characters
_FIGURES = 0.6  # of the cells of a column of figures
_ASKED = ("?", "؟", "？")  # what a form asks
_PAIR = regex.compile(r"\p{L}\s?[:：]\s?\S")  # a label with its value
_YEAR = regex.compile(r"(?:FY ?)?(?:1[5-9]|20|21)\d\d(?:[-/–—]\d{2,4})?[*†¹²³\d]?")

_Row = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Naming:
    """The rows of a table above its names, the names by column, and how many rows both take.

    listed: whether each row is a label with its values. labels: columns of labels that end with colons.
    """

    titles: tuple[Cell, ...]
    names: dict[int, str]
    n_used: int
    listed: bool = False
    labels: frozenset[int] = frozenset()


def name_columns(table: PageTable, rows: Sequence[_Row]) -> Naming:
    """Return what names the columns of a table with these rows."""
    titles: list[Cell] = []
    body = list(rows)
    while len(body) > 2 and len(body[0]) == 1 and not table.names and _is_title(table, body):
        titles += body.pop(0).values()
    if table.names:
        return Naming(tuple(titles), table.names, len(titles))
    texts = [{column: cell.text for column, cell in row.items()} for row in body[:SAMPLE]]
    known = table.n_names is not None and table.n_names > len(titles)
    labels = frozenset(column for column in range(len(table.columns)) if _have_colons(texts, column))
    listed = table.listed or (not known and (_are_listed(table, texts) or _are_pairs(table, body)))
    if listed or (labels and not known):
        return Naming(tuple(titles), {}, len(titles), listed=listed, labels=labels)
    n_names = (table.n_names or 0) - len(titles) if known else _count_heads(body, texts)
    if not n_names and _may_be_guessed(table, texts):
        n_names = find_names(texts, first=True)[1]
        if any(is_figure(text) and not _YEAR.fullmatch(text) for row in texts[:n_names] for text in row.values()):
            n_names = 0
    if not n_names and len(table.columns) == 2 and _are_labels(texts):
        return Naming(tuple(titles), {}, len(titles), listed=True)
    names: dict[int, str] = {}
    seen: set[tuple[int, int]] = set()
    for row in body[:n_names]:
        for column, cell in row.items():
            if (column, id(cell)) not in seen:
                seen.add((column, id(cell)))
                names[column] = f"{names.get(column, '')} {cell.text}".strip().rstrip(": ")
    names = {column: name for column, name in names.items() if name}
    if not names or any(len(name) > _MAX_NAME or _PAIR.search(name) for name in names.values()) or n_names >= len(body):
        return Naming(tuple(titles), {}, len(titles), labels=labels)
    return Naming(tuple(titles), names, len(titles) + n_names)


def _are_listed(table: PageTable, texts: Sequence[dict[int, str]]) -> bool:
    """Tell whether two columns are plainly labels and values."""
    return (
        len(table.columns) == 2
        and (is_listed(texts) or _have_colons(texts) or any(row.get(0, "").endswith(_ASKED) for row in texts))
        and not any(_PAIR.search(row.get(0, "")) for row in texts)
    )


def _are_pairs(table: PageTable, rows: Sequence[_Row]) -> bool:
    """Tell whether all rows of several columns are two cells, of which one is merged: a label and its value."""
    pairs = [list(dict.fromkeys(row.values())) for row in rows]
    merged = sum(len(pair) == 2 and pair[1].across > 1 for pair in pairs)
    return len(table.columns) > 2 and all(len(pair) < 3 for pair in pairs) and 2 * merged >= len(pairs) > 1


def _is_title(table: PageTable, rows: Sequence[_Row]) -> bool:
    """Tell whether the only cell of the first row is a title over all columns."""
    (cell,) = rows[0].values()
    return len(rows[1]) > 1 and cell.across >= max(2, len(table.columns) - 1)


def _count_heads(rows: Sequence[_Row], texts: Sequence[dict[int, str]]) -> int:
    """Return how many rows at the beginning name the columns by their letters or by the figures below them."""
    bold = _count_bold(rows)
    plain = _count_above_figures(texts)
    return max(bold, plain) if bold else plain


def _count_bold(rows: Sequence[_Row]) -> int:
    """Return how many rows at the beginning are all bold, where the others are not."""
    bold = [all(line.bold for cell in row.values() for line in cell.lines) for row in rows]
    n_rows = bold.index(False) if False in bold else 0
    return n_rows if n_rows <= _MAX_HEAD and 2 * sum(bold) <= len(bold) + 1 and _cover(rows, n_rows) else 0


def _count_above_figures(texts: Sequence[dict[int, str]]) -> int:
    """Return how many rows at the beginning have no figures in columns that hold figures."""
    columns = {column for row in texts for column in row}
    figures = {
        column
        for column in columns
        if (below := [row[column] for row in texts[1:] if column in row])
        and sum(map(is_figure, below)) >= _FIGURES * len(below)
        and any(any(map(str.isdigit, text)) for text in below)
    }
    if not figures:
        return 0
    for number, row in enumerate(texts[: _MAX_HEAD + 1]):
        held = [row[column] for column in figures if column in row]
        years = bool(held) and all(map(_YEAR.fullmatch, held))
        if any(map(is_figure, held)) and not (years and number < 2):
            return number if number and _names_enough(texts[:number], figures) else 0
    return 0


def _may_be_guessed(table: PageTable, texts: Sequence[dict[int, str]]) -> bool:
    """Tell whether the first row may name the columns though nothing but its looks says so."""
    plain = not any(any(map(str.isdigit, text)) for text in texts[0].values())
    figures = any(any(map(str.isdigit, text)) for row in texts[1:] for text in row.values())
    if table.ruled:
        return len(texts) > 2 or (plain and figures)
    full = all(len(row) >= 0.75 * len(table.columns) for row in texts)
    return len(table.columns) > 2 and len(texts) > 2 and plain and full and len(texts[0]) == len(table.columns)


def _names_enough(head: Sequence[dict[int, str]], figures: set[int]) -> bool:
    named = {column for row in head for column in row}
    return 2 * len(named & figures) >= len(figures)


def _cover(rows: Sequence[_Row], n_rows: int) -> bool:
    """Tell whether the first rows have a cell in most of the columns that the others have."""
    columns = {column for row in rows for column in row}
    return 2 * len({column for row in rows[:n_rows] for column in row}) >= len(columns)


def _have_colons(texts: Sequence[dict[int, str]], column: int = 0) -> bool:
    """Tell whether most cells of a column that stand before others end with a colon."""
    labels = [row[column] for row in texts if column in row and max(row) > column]
    return len(labels) > 1 and sum(label.rstrip().endswith(":") for label in labels) * 2 > len(labels)


def _are_labels(texts: Sequence[dict[int, str]]) -> bool:
    """Tell whether rows of two cells are labels without figures beside values, of which most have some."""
    pairs = [row for row in texts if len(row) == 2]
    if len(pairs) < 2 or len(pairs) < 0.7 * len(texts):
        return False
    labels, values = [row[0] for row in pairs if 0 in row], [row[1] for row in pairs if 1 in row]
    plain = sum(not any(map(str.isdigit, label)) for label in labels)
    figures = sum(any(map(str.isdigit, value)) for value in values)
    return plain >= 0.8 * len(labels) and 2 * figures >= len(values) and len(set(labels)) == len(labels)
