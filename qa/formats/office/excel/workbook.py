"""Excel sheets (.xlsx, .xlsm): each visible sheet is a page with its name as heading, each row a sentence.

Values are those that the program stored last, as the sheet shows them; how many formulas have none is said. Tables that
lie beside one another are read one after the other. Text boxes and the titles of charts follow the rows of their sheet;
what a chart shows stands in cells. Left out, and said: what is hidden, comments, errors such as
`#N/A`.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qa.formats.office.excel.drawn import count_comments, read_drawn
from qa.formats.office.excel.styles import CellStyle, read_styles
from qa.formats.office.package import Package, parse_number
from qa.formats.sheets.cells import Area, parse_area, parse_column
from qa.formats.sheets.number_format import format_number, format_text
from qa.formats.sheets.sheet import MAX_MERGED, Sheet, SheetWriter, check_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.rows import MAX_ROWS
from qa.formats.xml import Element, attribute, child, children, local
from qa.text.unicode import without_surrogates

__all__ = ["read_xlsx"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
MAX_CHARACTERS = 100_000_000  # of all cells, and of all texts that cells share
_MAX_TABLES = 300  # that a sheet defines
_MAX_HIDDEN = 2_000
_MAX_BOLD = 100_000  # cells of a sheet
_PLAIN = CellStyle()

_ESCAPE = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_MIDNIGHT = regex.compile(r"T00:00(?::00(?:\.0+)?)?Z?$|(?<=:\d\d)(?:\.0+)?Z?$")


def read_xlsx(data: bytes) -> Content:
    """Read an Excel workbook; its title is the one that it states.

    Raises FileTooLarge, FileDamaged, PasswordNeeded, or UnsupportedFormat for an older Excel file.
    """
    return _Workbook(Package(data, root="workbook")).read()


class _Workbook:
    """A workbook while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.since_1904 = attribute(child(package.root, "workbookPr"), "date1904").lower() in ("1", "true")
        self.styles = list(read_styles(package.read_related(package.main, "styles")))
        self.texts: list[str] = []
        self.n_characters = self.n_cells = self.n_unstored = self.n_errors = 0
        for part in package.find_related(package.main, "sharedStrings"):
            for item in package.archive.stream_xml(part, "si"):
                self.texts.append(self._count(_read_string(item)))
                check_number("texts", len(self.texts), MAX_CELLS)

    def read(self) -> Content:
        """Return the text of all visible sheets."""
        blocks = BlockWriter()
        writer = SheetWriter(blocks)
        hidden: list[str] = []
        n_comments = 0
        for node in children(child(self.package.root, "sheets"), "sheet"):
            part = self.package.find_target(self.package.main, attribute(node, "id"))
            name = attribute(node, "name") or "Sheet"
            if part and attribute(node, "state", "visible") != "visible":
                hidden.append(name)
            elif part:
                sheet, controls = self._read_sheet(part, name)
                writer.write(sheet)
                for line in read_drawn(self.package, part, controls):
                    blocks.add_paragraph(line)
                n_comments += count_comments(self.package, part)
        writer.say_hidden(hidden)
        writer.say_cells(n_unstored=self.n_unstored, n_errors=self.n_errors, n_comments=n_comments)
        return blocks.build(title=self.package.read_title())

    def _count(self, text: str) -> str:
        self.n_characters += len(text)
        check_number("characters", self.n_characters, MAX_CHARACTERS)
        return text

    def _read_sheet(self, part: str, name: str) -> tuple[Sheet, dict[str, str]]:
        """Return a sheet, and the relation of each control on it by the id of its shape."""
        sheet, controls = Sheet(name), dict[str, str]()
        row_number = -1
        stream = self.package.archive.stream_xml
        for element in stream(part, "row", "mergeCell", "col", "sheetPr", "control"):
            kind = local(element)
            if kind == "row":
                row_number = parse_number(attribute(element, "r"), row_number + 2) - 1
                self._read_row(element, row_number, sheet)
            elif kind == "mergeCell":
                sheet.merged += _parse_areas(attribute(element, "ref"))
                check_number("merged cells", len(sheet.merged), MAX_MERGED)
            elif kind == "col" and _is_hidden(element):
                first = parse_number(attribute(element, "min"), 1)
                sheet.hidden_columns.append((first - 1, parse_number(attribute(element, "max"), first) - 1))
                check_number("runs of hidden columns", len(sheet.hidden_columns), _MAX_HIDDEN)
            elif kind == "sheetPr":
                sheet.is_filtered = attribute(element, "filterMode").lower() in ("1", "true")
            elif kind == "control":
                controls[attribute(element, "shapeId")] = attribute(element, "id")
        for table in self.package.find_related(part, "table"):
            sheet.tables += _read_table(self.package.read_xml(table))
            check_number("tables on a sheet", len(sheet.tables), _MAX_TABLES)
        return sheet, controls

    def _read_row(self, row: Element, place: int, sheet: Sheet) -> None:
        if cells := self._read_cells(row, place, sheet):
            sheet.rows[place] = cells
            self.n_cells += len(cells)
            if _is_hidden(row):
                sheet.hidden_rows.add(place)
        check_number("filled rows", len(sheet.rows), MAX_ROWS)
        check_number("filled cells", self.n_cells, MAX_CELLS)

    def _read_cells(self, row: Element, place: int, sheet: Sheet) -> dict[int, str]:
        cells: dict[int, str] = {}
        column = -1
        for cell in row.iterchildren("{*}c"):  # this is done for every cell: names without a loop in Python
            named = parse_column(cell.get("r", "").rstrip("0123456789"))
            column = column + 1 if named is None else named
            number = parse_number(cell.get("s", ""))
            style = self.styles[number] if 0 <= number < len(self.styles) else _PLAIN
            if text := self._read_value(cell, style):
                cells[column] = text
                if style.is_bold and len(sheet.bold) < _MAX_BOLD:
                    sheet.bold.add((place, column))
        return cells

    def _read_value(self, cell: Element, style: CellStyle) -> str:
        """Return a cell as it is shown; empty for an empty one and for an error."""
        kind = cell.get("t", "n")
        value = next(cell.iterchildren("{*}v"), None)
        raw = "" if value is None else (value.text or "").strip()
        if not raw and kind != "inlineStr":
            is_lost = kind == "n" or value is None
            self.n_unstored += is_lost and next(cell.iterchildren("{*}f"), None) is not None
            return ""
        if kind == "n":
            return self._format_number(raw, style)
        if kind in ("b", "e"):
            self.n_errors += kind == "e"
            return {"b1": "☑" if style.is_box else "TRUE", "b0": "☐" if style.is_box else "FALSE"}.get(kind + raw, "")
        text = self._read_text(cell, kind, raw)
        return format_text(text, style.code) if style.shows_text and text else text

    def _read_text(self, cell: Element, kind: str, raw: str) -> str:
        if kind == "inlineStr":
            inline = next(cell.iterchildren("{*}is"), None)
            return "" if inline is None else self._count(_read_string(inline)).strip()
        if kind == "s":
            place = parse_number(raw, -1)
            return self.texts[place].strip() if 0 <= place < len(self.texts) else ""
        if kind == "d":  # a date of ISO 8601
            return _MIDNIGHT.sub("", raw[:50]).replace("T", " ")
        return self._count(_unescape(raw))

    def _format_number(self, raw: str, style: CellStyle) -> str:
        try:
            return format_number(float(raw), style.code, since_1904=self.since_1904)
        except ValueError:
            return ""


def _is_hidden(element: Element) -> bool:
    return attribute(element, "hidden").lower() in ("1", "true")


def _read_table(table: Element) -> Iterator[tuple[Area, int]]:
    """Yield the area of a table that the file defines, and how many rows of names it has."""
    for area in _parse_areas(attribute(table, "ref")):
        yield area, min(parse_number(attribute(table, "headerRowCount"), 1), 1)


def _parse_areas(reference: str) -> list[Area]:
    area = parse_area(reference)
    return [] if area is None else [area]


def _read_string(item: Element) -> str:
    """Return a text that is made of runs; phonetic readings are left out."""
    if len(item) == 1 and local(item[0]) == "t":
        return _unescape(item[0].text or "")
    parts = [text.text or "" for text in item.iterchildren("{*}t")]
    parts += [text.text or "" for run in item.iterchildren("{*}r") for text in run.iterchildren("{*}t")]
    return _unescape("".join(parts))


def _unescape(text: str) -> str:
    """Return `text` with `_x000D_` and its like as the characters that they stand for."""
    if "_x" not in text:
        return text
    return without_surrogates(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)).replace("\0", "")
