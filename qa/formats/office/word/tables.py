"""Tables of Word files: which cells a row has, how far each goes, and how it is set off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.formats.office.omissions import Omissions
from qa.formats.office.package import is_on, parse_number
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.office.word.styles import WordStyles
from qa.formats.xml import Element, attribute, child, local, name_children

__all__ = ["PlacedCell", "counts_tables", "read_rows", "reads_as"]

_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_TABLE_NAMES = ("tab", "таб", "πίν", "표", "表")  # of what captions count, in the languages of Word
_NO_FILLS = frozenset({"", "auto", "FFFFFF", "ffffff"})
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80  # in the number that an older file states


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the columns that it takes and what is stated of it, by name. goes_on: one from above covers it."""

    node: Element
    column: int
    across: int
    stated: Mapping[str, Element]
    goes_on: bool

    @property
    def fill(self) -> str:
        """The colour of its ground; empty when it has none."""
        fill = attribute(self.stated.get("shd"), "fill")
        return "" if fill in _NO_FILLS else fill


def read_rows(
    table: Element, read_cell: Callable[[PlacedCell, int], TableCell], omissions: Omissions
) -> Iterator[TableRow]:
    """Yield the rows of a table without deleted and hidden ones; `read_cell` reads a cell that covers so many rows."""
    placed = []
    for row in _find_wrapped(table, "tr"):
        stated = name_children(child(row, "trPr"))
        if "del" in stated:
            omissions.deleted += 1
        elif is_on(stated.get("hidden")):
            omissions.hidden += 1
        else:
            placed.append((stated, list(_place_cells(row, stated))))
    heights = _measure([cells for _, cells in placed])
    merged: dict[int, int] = {}  # the last row that the cell at a column covers
    for number, (stated, cells) in enumerate(placed):
        made = TableRow(
            before=_read_before(stated),
            starts=tuple(cell.column for cell in cells),
            is_head=is_on(stated.get("tblHeader")),
        )
        for cell in cells:
            if cell.goes_on and merged.get(cell.column, -1) >= number:
                made.covered += cell.across
                continue
            down = heights.get((number, cell.column), 1)
            if down > 1:
                merged[cell.column] = number + down - 1
            made.cells.append(read_cell(cell, down))
        yield made


def reads_as(table: Element, styles: WordStyles) -> tuple[bool, bool]:
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


def _find_wrapped(parent: Element, name: str) -> Iterator[Element]:
    """Yield the elements of this name below `parent`, also within content controls and other wrappers."""
    for node in parent:
        own = local(node)
        if own == name:
            yield node
        elif own in _WRAPPERS:
            yield from _find_wrapped(node, name)


def _read_before(stated: Mapping[str, Element]) -> int:
    return parse_number(attribute(stated.get("gridBefore"), "val"))


def _place_cells(row: Element, of_row: Mapping[str, Element]) -> Iterator[PlacedCell]:
    """Yield the cells of a row without deleted ones."""
    column = _read_before(of_row)
    open_: PlacedCell | None = None
    for node in _find_wrapped(row, "tc"):
        stated = name_children(child(node, "tcPr"))
        if "cellDel" in stated:
            continue
        across = max(1, parse_number(attribute(stated.get("gridSpan"), "val"), 1))
        if open_ is not None and _goes_on(stated.get("hMerge")):
            open_ = replace(open_, across=open_.across + across)
        else:
            if open_ is not None:
                yield open_
            open_ = PlacedCell(node, column, across, stated, _goes_on(stated.get("vMerge")))
        column += across
    if open_ is not None:
        yield open_


def _goes_on(merge: Element | None) -> bool:
    """Tell whether a cell is the further part of a merged one."""
    return merge is not None and attribute(merge, "val", "continue") == "continue"


def _measure(rows: Sequence[Sequence[PlacedCell]]) -> dict[tuple[int, int], int]:
    """Return how many rows each cell covers that covers several, by its row and its first column."""
    heights: dict[tuple[int, int], int] = {}
    open_: dict[int, int] = {}  # the row in which the cell at a column began
    for number, cells in enumerate(rows):
        going: dict[int, int] = {}
        for cell in cells:
            begin = open_.get(cell.column) if cell.goes_on else number
            if "vMerge" in cell.stated and begin is not None:
                going[cell.column] = begin
                heights[begin, cell.column] = number - begin + 1
        open_ = going
    return heights
