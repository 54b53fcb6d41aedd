"""Excel sheets of 2003 in one piece of XML, which many programs write under the name `.xls`: read as newer ones are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import regex

from qa.errors import FileTooLarge
from qa.formats.office.excel.styles import CellStyle
from qa.formats.office.package import parse_number
from qa.formats.sheets.number_format import format_number, format_text
from qa.formats.sheets.sheet import MAX_MERGED, Sheet, SheetWriter, check_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.rows import MAX_ROWS
from qa.formats.xml import Element, attribute, child, children, local, parse_xml

__all__ = ["read_xml_workbook"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
_MAX_BYTES = 60_000_000  # a tree of XML takes ten times as much
_FORMATS = {  # names that formats have here
    "general": "",
    "general number": "",
    "general date": "yyyy-mm-dd h:mm",
    "long date": "yyyy-mm-dd",
    "medium date": "yyyy-mm-dd",
    "short date": "yyyy-mm-dd",
    "long time": "h:mm:ss AM/PM",
    "medium time": "h:mm AM/PM",
    "short time": "h:mm",
    "currency": "#,##0.00;(#,##0.00)",
    "euro currency": "€ #,##0.00",
    "fixed": "0.00",
    "standard": "#,##0.00",
    "percent": "0.00%",
    "scientific": "0.00E+00",
    "yes/no": '"Yes";"Yes";"No"',
    "true/false": '"True";"True";"False"',
    "on/off": '"On";"On";"Off"',
}
_MOMENT = regex.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?")
_FIRST_DAY = datetime(1899, 12, 30)
_LEAP_DAY = 61  # 29 February 1900, which Excel has and the calendar has not, stands before it


def read_xml_workbook(data: bytes) -> Content:
    """Read an Excel workbook in XML; its title is the one that it states. Raises FileTooLarge or FileDamaged."""
    if len(data) > _MAX_BYTES:
        raise FileTooLarge(
            f"The file has {len(data):,} bytes of XML; the limit is {_MAX_BYTES:,}. Save it as .xlsx and add that."
        )
    return _XmlWorkbook(parse_xml(data, "the workbook")).read()


class _XmlWorkbook:
    """A workbook while it is read."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.styles = {attribute(node, "ID"): _read_style(node) for node in children(child(root, "Styles"), "Style")}
        self.n_cells = self.n_errors = self.n_comments = 0

    def read(self) -> Content:
        """Return the text of all visible sheets."""
        blocks = BlockWriter()
        writer = SheetWriter(blocks)
        hidden: list[str] = []
        for node in children(self.root, "Worksheet"):
            name = attribute(node, "Name") or "Sheet"
            shown = child(node, "WorksheetOptions", "Visible")
            if shown is not None and (shown.text or "").strip().startswith("SheetHidden"):
                hidden.append(name)
            else:
                writer.write(self._read_sheet(child(node, "Table"), name))
        writer.say_hidden(hidden)
        writer.say_cells(n_errors=self.n_errors, n_comments=self.n_comments)
        title = child(self.root, "DocumentProperties", "Title")
        return blocks.build(title="" if title is None else "".join(title.itertext()))

    def _read_sheet(self, table: Element | None, name: str) -> Sheet:
        sheet = Sheet(name)
        for column, node in _number(table, "Column"):
            if attribute(node, "Hidden") == "1":
                sheet.hidden_columns.append((column, column + parse_number(attribute(node, "Span"))))
                check_number("hidden columns", len(sheet.hidden_columns), 1_000)
        for place, row in _number(table, "Row"):
            read = ((column, self._read(node, place, column, sheet)) for column, node in _number(row, "Cell"))
            cells = {column: text for column, text in read if text}

            if cells:
                sheet.rows[place] = cells
                self.n_cells += len(cells)
                check_number("filled rows", len(sheet.rows), MAX_ROWS)
                check_number("filled cells", self.n_cells, MAX_CELLS)
                if attribute(row, "Hidden") == "1":
                    sheet.hidden_rows.add(place)
        return sheet

    def _read(self, cell: Element, place: int, column: int, sheet: Sheet) -> str:
        """Return a cell as it is shown; what is said of it goes to `sheet`."""
        style = self.styles.get(attribute(cell, "StyleID")) or CellStyle()
        across, down = (max(0, parse_number(attribute(cell, f"Merge{way}"))) for way in ("Across", "Down"))
        if across or down:
            sheet.merged.append((place, column, place + down, column + across))
            check_number("merged cells", len(sheet.merged), MAX_MERGED)
        self.n_comments += child(cell, "Comment") is not None
        data = child(cell, "Data")
        text = self._show("" if data is None else "".join(data.itertext()).strip(), attribute(data, "Type"), style)
        if text and style.is_bold:
            sheet.bold.add((place, column))
        return text

    def _show(self, raw: str, kind: str, style: CellStyle) -> str:
        if kind == "Error":
            self.n_errors += 1
            return ""
        if kind == "Boolean":
            return {"1": "TRUE", "0": "FALSE"}.get(raw, "")
        try:
            if kind == "Number":
                return format_number(float(raw), style.code)
            if kind == "DateTime" and _MOMENT.fullmatch(raw):
                passed = datetime.fromisoformat(raw) - _FIRST_DAY
                days = passed.days - (passed.days < _LEAP_DAY)
                return format_number(days + passed.seconds / 86_400, style.code or "yyyy-mm-dd h:mm")
        except ValueError:
            return raw
        return format_text(raw, style.code) if style.shows_text and raw else raw


def _read_style(node: Element) -> CellStyle:
    code = attribute(child(node, "NumberFormat"), "Format")
    return CellStyle(_FORMATS.get(code.lower(), code), is_bold=attribute(child(node, "Font"), "Bold") == "1")


def _number(parent: Element | None, name: str) -> Iterator[tuple[int, Element]]:
    """Yield the children of this name, each with its place from 0: the one that it states, else the next."""
    place = -1
    for node in () if parent is None else parent:
        if local(node) == name:
            place = max(place + 1, parse_number(attribute(node, "Index"), place + 2) - 1)
            yield place, node
            span = "Span" if name != "Cell" else "MergeAcross"
            place += max(0, parse_number(attribute(node, span)))
