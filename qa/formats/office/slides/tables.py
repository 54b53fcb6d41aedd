"""Tables of slides: which cells a row has, how far each goes, and how it is set off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qa.formats.office.package import parse_number
from qa.formats.office.recording import Recording
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.xml import Element, attribute, child, children

__all__ = ["read_rows"]


def read_rows(table: Element, read_cell: Callable[[Element], Recording]) -> Iterator[TableRow]:
    """Yield the rows of an `a:tbl`; `read_cell` reads the text of a cell."""
    for row in children(table, "tr"):
        cells = list(children(row, "tc"))
        made = TableRow(starts=tuple(n for n, cell in enumerate(cells) if not _is_merged(cell, "hMerge")))
        for cell in cells:
            if _is_merged(cell, "vMerge"):
                made.covered += 1
            elif not _is_merged(cell, "hMerge"):
                recording = read_cell(cell)
                across, down = (max(1, parse_number(attribute(cell, name), 1)) for name in ("gridSpan", "rowSpan"))
                made.cells.append(
                    TableCell(recording, recording.join(), across, down, bold=_is_bold(cell), fill=_fill_of(cell))
                )
        yield made


def _is_merged(cell: Element, name: str) -> bool:
    return attribute(cell, name).lower() in ("1", "true")


def _is_bold(cell: Element) -> bool:
    """Tell whether all of a cell's text is set in bold."""
    runs = [run for run in cell.iter("{*}r") if any((text.text or "").strip() for text in children(run, "t"))]
    return bool(runs) and all(attribute(child(run, "rPr"), "b").lower() in ("1", "true") for run in runs)


def _fill_of(cell: Element) -> str:
    """Return the colour of a cell's ground; empty when it has none of its own."""
    colour = next(children(child(cell, "tcPr", "solidFill"), "srgbClr", "schemeClr", "sysClr", "prstClr"), None)
    return attribute(colour, "val")
