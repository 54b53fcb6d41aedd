"""What a rich text file shows, written paragraph by paragraph: text with raised letters, items, headings and tables."""

from __future__ import annotations

from itertools import groupby

from qa.formats.office.rtf.state import State, Tables
from qa.formats.office.symbols import mark_item
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import LOWEST_LEVEL
from qa.formats.writing.grid import Grid
from qa.formats.writing.raised import lower_text, raise_text
from qa.formats.writing.rows import RowWriter

__all__ = ["RichFlow"]

_MAX_CELLS = 1_000  # of a row
_BETWEEN = ((0, ", "), (0, "; "))  # cells, and rows, of a table within a cell
_NEAR = 60  # twentieths of a point within which two edges of cells are one
_HEADINGS = ("heading", "title", "überschrift", "titel", "titre", "título", "titolo", "заголовок", "rubrik", "kop ")
_BULLETS = frozenset("·•◦▪‣-–—*oO§\uf0b7\uf0a7\uf0d8\uf0fc●○■□")


class RichFlow:
    """Writes paragraphs and tables in order; a note or a head of a page has a flow of its own."""

    def __init__(self, blocks: BlockWriter | None, tables: Tables) -> None:
        self.texts: list[str] = []  # of a flow without blocks, a paragraph each
        self._blocks, self._tables = blocks, tables
        self._pieces: list[tuple[int, str]] = []
        self._mark = ""  # of an item
        self._cell: list[str] = []  # paragraphs
        self._cells: list[str] = []
        self._edges: list[tuple[int, bool, bool]] = []  # right edge, merged with the one before, with the one above
        self._merged = [False, False]
        self._is_head = False
        self._rows: list[tuple[list[str], list[tuple[int, bool, bool]], bool]] = []

    def add(self, text: str, raised: int) -> None:
        """Add text to the paragraph; raised: 1 for above the line, -1 for below it."""
        self._pieces.append((raised, text))

    def add_mark(self, text: str, font: str) -> None:
        """Add the number or the sign that an item begins with."""
        mark = text.strip()
        if mark:
            self._mark = mark_item(mark, font) if len(mark) == 1 and (mark in _BULLETS or not mark.isalnum()) else mark

    def end_paragraph(self, state: State) -> None:
        """End the paragraph; what was before a table's end is written."""
        text = self._take_text()
        if state.in_table:
            self._cell.append(text)
            return
        self._end_table()
        if self._blocks is None:
            self.texts.append(text)
        elif level := self._find_level(state):
            self._blocks.add_heading(text, level)
        else:
            self._blocks.add_paragraph(text)

    def end_cell(self) -> None:
        """End a cell with what was written last."""
        self._cell.append(self._take_text())
        if len(self._cells) < _MAX_CELLS:
            self._cells.append("\n".join(filter(None, self._cell)))
        self._cell = []

    def end_nested_cell(self) -> None:
        """End a cell of a table within a cell; its texts stand one after the other."""
        self._pieces.append(_BETWEEN[0])

    def end_nested_row(self) -> None:
        """End a row of a table within a cell."""
        while self._pieces and self._pieces[-1] == _BETWEEN[0]:
            self._pieces.pop()
        self._pieces.append(_BETWEEN[1])

    def start_row(self) -> None:
        """Begin to say how the cells of a row lie."""
        self._edges, self._merged, self._is_head = [], [False, False], False

    def set_head(self) -> None:
        """Say that the row is a head of its table."""
        self._is_head = True

    def merge(self, *, above: bool) -> None:
        """Say that the next cell goes on with the one before it, or with the one above it."""
        self._merged[above] = True

    def set_edge(self, edge: int) -> None:
        """Say where the next cell ends on the right."""
        if len(self._edges) < _MAX_CELLS:
            self._edges.append((edge, self._merged[0], self._merged[1]))
        self._merged = [False, False]

    def end_row(self) -> None:
        """End a row."""
        if self._pieces or self._cell:
            self.end_cell()
        if self._cells:
            self._rows.append((self._cells, list(self._edges), self._is_head))
        self._cells = []

    def end(self) -> None:
        """End the flow."""
        if self._cells or self._cell:
            self.end_row()
        self.end_paragraph(State())

    def _take_text(self) -> str:
        while self._pieces and self._pieces[-1] in _BETWEEN:
            self._pieces.pop()
        text = ""
        for raised, group in groupby(self._pieces, key=lambda piece: piece[0]):
            piece = "".join(part for _, part in group)
            piece = piece.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            text += raise_text(piece, text) if raised > 0 else lower_text(piece) if raised < 0 else piece
        text = text.strip()
        if self._mark and text:
            text = f"{self._mark} {text}"
        self._pieces, self._mark = [], ""
        return text

    def _find_level(self, state: State) -> int:
        """Return the level of a heading, from 1; 0 where the paragraph is none."""
        style = self._tables.styles.get(state.style)
        for level in (state.level, style.level if style else -1):
            if 0 <= level < LOWEST_LEVEL:
                return level + 1
        if style is None or not style.name.lower().startswith(_HEADINGS):
            return 0
        return int(style.name[-1]) if style.name[-1] in "123456789" else 1

    def _end_table(self) -> None:
        if self._cells:
            self.end_row()
        rows, self._rows = self._rows, []
        if not rows:
            return
        if self._blocks is None:
            self.texts += ["\t".join(cells) for cells, _, _ in rows]
            return
        columns = _find_columns([[edge for edge, _, _ in edges] for _, edges, _ in rows])
        grid = Grid()
        above: dict[int, str] = {}
        for cells, edges, _ in rows:
            grid.start_row()
            above = _write_row(grid, cells, edges, columns, above)
        n_heads = next((number for number, (_, _, is_head) in enumerate(rows) if not is_head), 0)
        RowWriter(self._blocks).write(grid.rows(), n_names=n_heads or None)
        self._blocks.end_table()


def _write_row(
    grid: Grid, cells: list[str], edges: list[tuple[int, bool, bool]], columns: list[int], above: dict[int, str]
) -> dict[int, str]:
    """Write a row of a table; return its texts by column."""
    written: dict[int, str] = {}
    if len(edges) < len(cells):  # cells of which the file does not say where they lie
        for column, text in enumerate(cells):
            grid.add(text)
            written[column] = text
        return written
    column = 0
    number = 0
    while number < len(cells):
        last = number
        while last + 1 < len(cells) and edges[last + 1][1]:
            last += 1
        after = max(column + 1, _find_column(edges[last][0], columns))
        text = " ".join(filter(None, cells[number : last + 1]))
        if edges[number][2] and not text:
            text = above.get(column, "")
        grid.add(text, across=after - column)
        written[column] = text
        column, number = after, last + 1
    return written


def _find_columns(rows: list[list[int]]) -> list[int]:
    """Return the right edges that the cells of a table have, those near to each other as one."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _find_column(edge: int, columns: list[int]) -> int:
    return sum(1 for column in columns if column <= edge + _NEAR)
