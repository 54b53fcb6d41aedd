"""Tables of Word files: which cells a row has, how far each goes, and how it is set off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from qa.formats.office.package import is_on, parse_number
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.office.word.styles import Styles
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["counts_tables", "fill_of", "read_rows", "reads_as"]

_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_TABLE_NAMES = ("tab", "таб", "πίν", "표", "表")  # of what captions count, in the languages of Word
_NO_FILLS = frozenset({"", "auto", "FFFFFF", "ffffff"})
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80  # in the number that an older file states


def read_rows(table: Element, read_cell: Callable[[Element, int, int], TableCell]) -> Iterator[TableRow]:
    """Yield the rows of a table without deleted ones; `read_cell` reads a cell that covers so many columns and rows."""
    rows = [row for row in find_wrapped(table, "tr") if child(row, "trPr", "del") is None]
    placed = [_place_cells(row) for row in rows]
    heights = _measure(placed)
    merged: dict[int, int] = {}  # the last row that the cell at a column covers
    for number, (row, cells) in enumerate(zip(rows, placed, strict=True)):
        properties = child(row, "trPr")
        made = TableRow(
            before=parse_number(attribute(child(properties, "gridBefore"), "val")),
            starts=tuple(column for column, _, _ in cells),
            is_head=is_on(child(properties, "tblHeader")),
        )
        for column, across, cell in cells:
            if _continues(cell) and merged.get(column, -1) >= number:
                made.covered += across
                continue
            down = heights.get((number, column), 1)
            if down > 1:
                merged[column] = number + down - 1
            made.cells.append(read_cell(cell, across, down))
        yield made


def reads_as(table: Element, styles: Styles) -> tuple[bool, bool]:
    """Return whether the style of a table sets off its first row, and its first column."""
    properties = child(table, "tblPr")
    look = child(properties, "tblLook")
    number = attribute(look, "val")
    bits = int(number, 16) if _is_hex(number) else 0
    style = attribute(child(properties, "tblStyle"), "val")
    shown = []
    for name, bit, part in (("firstRow", _FIRST_ROW, "firstRow"), ("firstColumn", _FIRST_COLUMN, "firstCol")):
        stated = attribute(look, name)
        on = stated.lower() in ("1", "true", "on") if stated else bool(bits & bit)
        shown.append(on and styles.sets_off(style, part))
    return shown[0], shown[1]


def _is_hex(text: str) -> bool:
    """Tell whether a text is a number of up to eight hexadecimal digits."""
    return 0 < len(text) <= 8 and all(c in "0123456789abcdefABCDEF" for c in text)


def counts_tables(caption: Element) -> bool:
    """Tell whether a caption may be that of a table: it counts tables, or nothing."""
    codes = [code.text or "" for code in caption.iter("{*}instrText")]
    codes += [attribute(field, "instr") for field in caption.iter("{*}fldSimple")]
    words = " ".join(codes).lower().split()
    counted = [name for word, name in pairwise(words) if word == "seq"]
    return not counted or counted[0].startswith(_TABLE_NAMES)


def fill_of(cell: Element) -> str:
    """Return the colour of a cell's ground; empty when it has none."""
    fill = attribute(child(cell, "tcPr", "shd"), "fill")
    return "" if fill in _NO_FILLS else fill


def find_wrapped(parent: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below `parent`, also within content controls and other wrappers."""
    for node in parent:
        name = local(node)
        if name in names:
            yield node
        elif name in _WRAPPERS:
            yield from find_wrapped(node, *names)


def _place_cells(row: Element) -> list[tuple[int, int, Element]]:
    """Return the cells of a row, each with its first column and how many it covers."""
    column = parse_number(attribute(child(row, "trPr", "gridBefore"), "val"))
    cells: list[tuple[int, int, Element]] = []
    for cell in find_wrapped(row, "tc"):
        properties = child(cell, "tcPr")
        if child(properties, "cellDel") is not None:
            continue
        across = max(1, parse_number(attribute(child(properties, "gridSpan"), "val"), 1))
        merge = child(properties, "hMerge")
        if cells and merge is not None and attribute(merge, "val", "continue") == "continue":
            first, width, opening = cells[-1]
            cells[-1] = (first, width + across, opening)
        else:
            cells.append((column, across, cell))
        column += across
    return cells


def _measure(rows: list[list[tuple[int, int, Element]]]) -> dict[tuple[int, int], int]:
    """Return how many rows each cell covers that covers several, by its row and its first column."""
    heights: dict[tuple[int, int], int] = {}
    open_: dict[int, int] = {}  # the row in which the cell at a column began
    for number, cells in enumerate(rows):
        going: dict[int, int] = {}
        for column, _, cell in cells:
            merge = child(cell, "tcPr", "vMerge")
            if merge is None:
                continue
            begin = open_.get(column) if _continues(cell) else number
            if begin is not None:
                going[column] = begin
                heights[begin, column] = number - begin + 1
        open_ = going
    return heights


def _continues(cell: Element) -> bool:
    """Tell whether a cell is the lower part of a merged one."""
    merge = next(children(child(cell, "tcPr"), "vMerge"), None)
    return merge is not None and attribute(merge, "val", "continue") == "continue"
