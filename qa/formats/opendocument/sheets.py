"""OpenDocument sheets (.ods): each visible sheet is a page with its name as heading, each row a sentence.

Cells are as the program showed them when it saved the file. Left out, and said: hidden sheets, rows and columns,
comments, errors.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qa.formats.opendocument.flow import Flow
from qa.formats.opendocument.inline import FRAMES, read_line
from qa.formats.opendocument.lists import read_whole
from qa.formats.opendocument.package import OpenPackage
from qa.formats.sheets.digits import write_general
from qa.formats.sheets.sheet import MAX_MERGED, Sheet, SheetWriter, check_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.rows import MAX_ROWS
from qa.formats.xml import Element, attribute, children, local

__all__ = ["write_sheets"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
MAX_CHARACTERS = 100_000_000  # of all cells
_MAX_BOLD = 100_000
_MAX_RUNS = 20_000  # of columns that look alike
_ERROR = regex.compile(r"#[A-Z0-9/!?]{2,10}[!?]?|Err:\d{3}")
_TIME = regex.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")


def write_sheets(package: OpenPackage, blocks: BlockWriter) -> None:
    """Write all visible sheets."""
    reader = _SheetReader(package)
    writer = SheetWriter(blocks)
    flow = Flow(package, blocks)
    hidden: list[str] = []
    for table in children(package.body, "table"):
        name = attribute(table, "name") or "Sheet"
        if package.styles.look("table", attribute(table, "style-name")).is_collapsed:
            hidden.append(name)
            continue
        writer.write(reader.read(table, name))
        for shapes in children(table, "shapes"):
            flow.write_frame(shapes)
        for frame in reader.take_frames():
            flow.write_frame(frame)
    writer.say_hidden(hidden)
    writer.say_cells(n_unstored=reader.n_unstored, n_errors=reader.n_errors, n_comments=reader.n_comments)


class _SheetReader:
    """Reads sheets, and counts what they hold."""

    def __init__(self, package: OpenPackage) -> None:
        self.package = package
        self.frames: list[Element] = []
        self.n_cells = self.n_characters = self.n_errors = self.n_comments = self.n_unstored = 0

    def take_frames(self) -> list[Element]:
        """Return what is anchored in the cells of the last sheet."""
        frames, self.frames = self.frames, []
        return frames

    def read(self, table: Element, name: str) -> Sheet:
        """Return a sheet."""
        sheet = Sheet(name)
        looks = self._read_columns(table, sheet)
        place = 0
        for row in _find_lines(table, "row"):
            n_times = read_whole(attribute(row, "number-rows-repeated"), 1)
            cells = self._read_row(row, place, sheet, looks)
            if cells:
                check_number("filled rows", len(sheet.rows) + n_times, MAX_ROWS)
                for repeated in range(place, place + n_times):
                    sheet.rows[repeated] = dict(cells)
                self._count_cells(len(cells) * n_times)
            if attribute(row, "visibility", "visible") != "visible" and cells:
                sheet.hidden_rows.update(range(place, place + n_times))
                sheet.is_filtered = sheet.is_filtered or attribute(row, "visibility") == "filter"
            place += n_times
        return sheet

    def _read_columns(self, table: Element, sheet: Sheet) -> list[tuple[int, str]]:
        """Return where each run of columns ends, and its style; hidden ones are remembered."""
        runs: list[tuple[int, str]] = []
        start = 0
        for column in _find_lines(table, "column"):
            end = start + read_whole(attribute(column, "number-columns-repeated"), 1)
            if attribute(column, "visibility", "visible") != "visible":
                sheet.hidden_columns.append((start, end - 1))
                check_number("hidden columns", len(sheet.hidden_columns), 1_000)
            runs.append((end, attribute(column, "default-cell-style-name")))
            check_number("columns", len(runs), _MAX_RUNS)
            start = end
        return runs

    def _read_row(self, row: Element, place: int, sheet: Sheet, looks: list[tuple[int, str]]) -> dict[int, str]:
        cells: dict[int, str] = {}
        column = run = 0
        for cell in children(row, "table-cell", "covered-table-cell"):
            n_times = read_whole(attribute(cell, "number-columns-repeated"), 1)
            if local(cell) == "table-cell" and (len(cell) or _find_kind(cell) or attribute(cell, "formula")):
                text = self._read_cell(cell)
                while run < len(looks) - 1 and looks[run][0] <= column:
                    run += 1
                style = attribute(cell, "style-name") or (looks[run][1] if looks else "")
                is_bold = bool(text) and self.package.styles.look("table-cell", style).is_bold
                check_number("columns", column + n_times if text else 0, _MAX_RUNS)
                for repeated in range(column, column + n_times) if text else ():
                    cells[repeated] = text
                    if is_bold and len(sheet.bold) < _MAX_BOLD:
                        sheet.bold.add((place, repeated))
                self._take_merged(cell, place, column, sheet)
            column += n_times
        return cells

    def _take_merged(self, cell: Element, place: int, column: int, sheet: Sheet) -> None:
        across = read_whole(attribute(cell, "number-columns-spanned"), 1)
        down = read_whole(attribute(cell, "number-rows-spanned"), 1)
        if across > 1 or down > 1:
            sheet.merged.append((place, column, place + down - 1, column + across - 1))
            check_number("merged cells", len(sheet.merged), MAX_MERGED)

    def _read_cell(self, cell: Element) -> str:
        """Return a cell as it is shown; empty for an empty one and for an error."""
        parts: list[str] = []
        for node in cell:
            name = local(node)
            if name == "p":
                line = read_line(node, self.package)
                parts.append(line.text)
                self.frames += line.frames
            elif name == "annotation":
                self.n_comments += 1
            elif name in FRAMES:
                self.frames.append(node)
        text = " ".join(part for part in (part.strip() for part in parts) if part)
        if _states_error(cell) or (attribute(cell, "formula") and _ERROR.fullmatch(text)):
            self.n_errors += 1
            return ""
        kind = _find_kind(cell)
        if not text and kind:
            text = _write_value(cell, kind)
        elif not text and attribute(cell, "formula") and not parts:
            self.n_unstored += 1
        self.n_characters += len(text)
        check_number("characters", self.n_characters, MAX_CHARACTERS)
        return text

    def _count_cells(self, number: int) -> None:
        self.n_cells += number
        check_number("filled cells", self.n_cells, MAX_CELLS)


def _find_kind(cell: Element) -> str:
    """Return the kind of value that a cell states: float, percentage, currency, date, time, boolean, string."""
    for key, value in cell.items():
        if key.endswith("}value-type") and "office" in key:
            return str(value)
    return ""


def _states_error(cell: Element) -> bool:
    return any(key.endswith("}value-type") and value == "error" for key, value in cell.items())


def _write_value(cell: Element, kind: str) -> str:
    """Return the stored value of a cell that has no text, as some programs leave it."""
    if kind == "date":
        return attribute(cell, "date-value")[:30].replace("T", " ").removesuffix(" 00:00:00")
    if kind == "time":
        time = _TIME.fullmatch(attribute(cell, "time-value"))
        return f"{int(time[1])}:{int(time[2]):02}:{int(time[3]):02}" if time else ""
    if kind == "boolean":
        return attribute(cell, "boolean-value").upper()[:5]
    if kind == "string":
        return attribute(cell, "string-value")
    try:
        number = float(attribute(cell, "value"))
        return f"{write_general(number * 100)}%" if kind == "percentage" else write_general(number)
    except (ValueError, OverflowError):
        return ""


def _find_lines(table: Element, kind: str) -> Iterator[Element]:
    """Yield the rows or the columns of a table, as `kind` says ("row" or "column"), those in heads and groups too."""
    for node in table:
        name = local(node)
        if name == f"table-{kind}":
            yield node
        elif name in (f"table-header-{kind}s", f"table-{kind}s", f"table-{kind}-group"):
            yield from _find_lines(node, kind)
