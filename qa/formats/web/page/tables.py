"""Tables of a page: those of data as rows with the names of their columns; those that lay out the page are none.

A table is one of data when it says so by heads or a caption, or when all of its cells are short. Cells that hold
blocks, long texts or other tables, a single column, and `role=presentation` are layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from qa.formats.web.page.elements import HEADINGS, PageElement
from qa.formats.web.page.styles import is_block, is_preformatted
from qa.formats.writing.grid import Grid
from qa.formats.writing.rows import MAX_COLUMNS, Row, RowWriter

__all__ = ["TableText", "is_table", "read_line", "read_table"]

_ROLES = frozenset({"table", "grid", "treegrid"})
_CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_LAYOUT = frozenset({"presentation", "none"})
_MAX_CELL = 500  # characters of a cell in a table that says nothing of itself
_MAX_NESTED = 0.3  # of a table's text: tables in its cells
_MAX_SPAN = 50  # columns; a larger one means all that there are
_BOLD = regex.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", regex.I)
_SEEN = 1_000  # elements of a cell that are looked at


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as it is written.

    sections: what stands over the rows of a part, the rows that name its columns, and the others.
    guessed: whether nothing is known of which rows name the columns.
    lines: the line of the file on which each row with a text stands, where the page says so, else -1.
    """

    caption: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Row, ...], tuple[Row, ...]], ...]
    guessed: bool
    labelled: bool
    lines: tuple[int, ...]

    def write(self, rows: RowWriter) -> None:
        """Write the table: its caption, and a sentence a row."""
        for line in self.caption:
            rows.blocks.add_line(line)
        has_rows = any(body for _, _, body in self.sections)
        for label, names, body in self.sections:
            if label:
                rows.blocks.add_line(label)
            if self.guessed:
                rows.write(body)
            elif not body and has_rows:
                for title in names:
                    if _is_title(title):
                        rows.blocks.add_line(" ".join(next(iter(title.values())).split()))
            elif names or body:
                self._write_empty_columns(rows, names, body)
                rows.write([*names, *body], n_names=len(names), labelled=self.labelled)

    def _write_empty_columns(self, rows: RowWriter, names: tuple[Row, ...], body: tuple[Row, ...]) -> None:
        """Write the names of columns that hold nothing, which no row below has."""
        filled = {column for row in body for column in row}
        empty = [
            " ".join(text.split())
            for row in names
            if not _is_title(row)
            for column, text in row.items()
            if column not in filled
        ]
        if body and empty and not self.labelled:
            rows.blocks.add_line("; ".join(dict.fromkeys(empty)))


@dataclass(frozen=True, slots=True)
class _Cell:
    element: PageElement
    row: PageElement
    is_head: bool
    across: int
    down: int


@dataclass(slots=True)
class _Rows:
    """The rows of a table in the order in which they are shown, and what stands beside them."""

    head: list[list[_Cell]]
    body: list[list[_Cell]]
    beside: list[PageElement]

    @property
    def all(self) -> list[list[_Cell]]:
        """The rows from the top."""
        return self.head + self.body


def is_table(element: PageElement) -> bool:
    """Tell whether an element may be a table."""
    return element.tag == "table" or element.get("role") in _ROLES


def read_table(table: PageElement, read_cell: Callable[[PageElement], str]) -> TableText | None:
    """Return a table of data; None for one that is laid out, and read as the blocks that it holds."""
    if table.get("role") in _LAYOUT:
        return None
    rows = _find_rows(table)
    if not _is_data(table, rows):
        return None
    caption = tuple(text for element in rows.beside if (text := read_cell(element)))
    grid = Grid()
    widest = max(sum(cell.across for cell in row if cell.across <= _MAX_SPAN) for row in rows.all)
    n_left = len(rows.all)
    for row in rows.all:
        grid.start_row()
        for cell in row:
            across = cell.across if cell.across <= _MAX_SPAN else max(1, widest)
            grid.add(read_cell(cell.element), across=min(across, MAX_COLUMNS // 2), down=min(cell.down, n_left))
        n_left -= 1
    written = grid.rows()
    n_names, labelled = _tell_names(rows, written)
    names = [row for row in written[: n_names or 0] if row]
    sections = tuple(_cut_sections(rows.all[n_names or 0 :], written[n_names or 0 :], names, labelled=labelled))
    lines = tuple(read_line(row[0].row) for row, texts in zip(rows.all, written, strict=True) if texts)
    return TableText(caption, sections, n_names is None, labelled, lines)


def read_line(element: PageElement) -> int:
    """Return the line of its file on which an element stands; -1 where it does not say so."""
    value = element.attributes.get("data-line", "")
    return int(value) if value.isdecimal() and value.isascii() and len(value) < 9 else -1


def _find_rows(table: PageElement) -> _Rows:
    """Return the rows of a table, without those of tables in it."""
    rows = _Rows([], [], [])
    foot: list[list[_Cell]] = []
    stack = [(element, "") for element in reversed(list(table.elements))]
    while stack:
        element, part = stack.pop()
        if element.tag == "tr" or element.get("role") == "row":
            cells = list(_find_cells(element))
            if cells:
                (rows.head if part == "thead" else foot if part == "tfoot" else rows.body).append(cells)
        elif element.tag in ("thead", "tbody", "tfoot") or element.get("role") in ("rowgroup", "presentation", "none"):
            stack.extend((below, element.tag) for below in reversed(list(element.elements)))
        elif element.tag not in ("col", "colgroup"):
            if table.tag != "table" and _holds_rows(element):
                stack.extend((below, part) for below in reversed(list(element.elements)))
            else:
                rows.beside.append(element)
    rows.body += foot
    return rows


def _holds_rows(element: PageElement) -> bool:
    return any(below.get("role") in ("row", "rowgroup") or below.tag == "tr" for below in element.elements)


def _find_cells(row: PageElement) -> Iterator[_Cell]:
    """Yield the cells of a row."""
    for element in row.elements:
        role = element.get("role") if element.attributes else ""
        if element.tag in ("td", "th") or role in _CELLS or element.n_characters:
            is_head = role in ("columnheader", "rowheader") or (element.tag == "th" and role not in _CELLS)
            yield _Cell(element, row, is_head, _read_span(element, "colspan"), _read_span(element, "rowspan"))


def _read_span(element: PageElement, name: str) -> int:
    if not element.attributes:
        return 1
    value = (element.attributes.get(name) or element.attributes.get(f"aria-{name}") or "1").strip()
    if not value.isdecimal() or len(value) > 6:
        return 1
    return int(value) or (1_000_000 if name == "rowspan" else 1)  # 0 is down to the end


def _is_data(table: PageElement, rows: _Rows) -> bool:
    """Tell whether a table shows data, and does not lay out the page."""
    n_columns = max((len(row) for row in rows.all), default=0)
    if n_columns < 2 or any(sum(cell.across for cell in row) > MAX_COLUMNS for row in rows.all if len(row) > _MAX_SPAN):
        return False
    says_so = bool(rows.head) or any(cell.is_head for row in rows.all for cell in row)
    says_so = says_so or any(element.tag == "caption" and element.n_characters for element in rows.beside)
    n_nested = 0
    for row in rows.all:
        for cell in row:
            nested, is_laid_out = _look_into(cell.element)
            n_nested += nested
            if nested and not says_so:
                return False
            if not says_so and (is_laid_out or cell.element.n_characters > _MAX_CELL):
                return False
    return n_nested <= _MAX_NESTED * table.n_characters


def _look_into(cell: PageElement) -> tuple[int, bool]:
    """Return how much of a cell stands in tables, and whether it holds blocks as a page does."""
    if not cell.below:
        return 0, False
    stack = list(cell.elements)
    n_nested = n_seen = n_blocks = 0
    while stack and n_seen < _SEEN:
        element = stack.pop()
        n_seen += 1
        if is_table(element):
            n_nested += max(1, element.n_characters)
            continue
        if element.tag in HEADINGS or element.tag in ("form", "article", "section") or is_preformatted(element):
            return n_nested, True
        n_blocks += element.n_prose > 0 and is_block(element) and element.tag in ("p", "ul", "ol", "blockquote")
        stack.extend(element.elements)
    return n_nested, n_blocks > 1


def _tell_names(rows: _Rows, written: list[Row]) -> tuple[int | None, bool]:
    """Return how many rows at the top name the columns, None to find out, and whether labels stand before values."""
    n_names = len(rows.head)
    if not n_names:
        while n_names < len(rows.body) and _names_columns(rows.body, n_names):
            n_names += 1
    if n_names == len(rows.all) and n_names > 1:  # nothing but heads
        n_names = 1
    titles = all(not row or _is_title(row) for row in written[:n_names])
    body = rows.all[n_names:]
    labels = [row for row in body if len(row) > 1 and row[0].is_head and not row[1].is_head]
    pairs = [row for row in body if len(row) > 1]
    if titles and labels and len(labels) * 2 > len(pairs) and all(len(row) <= 2 for row in written):
        return n_names, True
    if n_names and not titles:
        return n_names, False
    if (labels and len(labels) == len(pairs)) or len(rows.all) == 1:
        return n_names, False
    if not n_names and all(map(_is_bold, rows.body[0])) and not all(map(_is_bold, rows.body[1])):
        return 1, False
    first = next((row for row in written if len(row) > 1), {})
    if not first.keys() <= {column for row in written if row is not first for column in row}:
        return n_names, False  # a column of one cell has no name
    return None, False


def _is_title(row: Row) -> bool:
    """Tell whether a row above a table is its title and names no column."""
    return len(row) == 1 and 0 in row


def _is_bold(cell: _Cell) -> bool:
    """Tell whether all that a cell shows is bold."""
    n_bold = 0
    stack = [cell.element]
    while stack:
        element = stack.pop()
        if element.tag in ("b", "strong") or _BOLD.search(element.attributes.get("style", "")):
            n_bold += element.n_characters
        else:
            stack.extend(element.elements)
    return n_bold == cell.element.n_characters


def _names_columns(rows: list[list[_Cell]], number: int) -> bool:
    """Tell whether a row is one of heads that stand over columns, not beside the rows that they cover."""
    row = rows[number]
    if not all(cell.is_head or not cell.element.n_characters for cell in row) or not any(cell.is_head for cell in row):
        return False
    if row[0].element.get("scope") in ("row", "rowgroup"):
        return False
    below = rows[number + 1] if number + 1 < len(rows) else []
    return not any(cell.down > 1 for cell in row) or all(cell.is_head for cell in below)


def _cut_sections(
    cells: list[list[_Cell]], written: list[Row], names: list[Row], *, labelled: bool
) -> Iterator[tuple[str, tuple[Row, ...], tuple[Row, ...]]]:
    """Yield the parts of a table: what stands over one on a row of its own, the names of its columns, its rows."""
    label = ""
    body: list[Row] = []
    is_first = True
    for number, (row, texts) in enumerate(zip(cells, written, strict=True)):
        is_label = (names or labelled or row[0].is_head) and len(texts) == 1 and len(row) == 1 and row[0].across > 1
        is_names = names and len(texts) > 1 and len(row) > 1 and _names_columns(cells, number)
        if is_label or is_names:
            if label or body or is_first:
                yield label, tuple(names), tuple(body)
                is_first = False
            names = [texts] if is_names else [above for above in names if not _is_title(above)]
            label, body = " ".join(next(iter(texts.values())).split()) if is_label else "", []
        elif texts:
            body.append(texts)
    yield label, tuple(names), tuple(body)
