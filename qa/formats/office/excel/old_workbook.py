"""Excel sheets of the years before 2007 (.xls): read as newer ones are, with their number formats.

xlrd reads the bytes. What it says of a cell is written as a newer file's: the same formats, merged cells, hidden rows.
"""

from __future__ import annotations

import io
from typing import Any

import xlrd

from qa.errors import FileTooLarge, PasswordNeeded, ReadError
from qa.formats.kinds.compound import is_compound
from qa.formats.office.excel.styles import CellStyle
from qa.formats.office.excel.xml_workbook import read_xml_workbook
from qa.formats.sheets.number_format import BUILT_IN, format_number, format_text
from qa.formats.sheets.sheet import MAX_MERGED, Sheet, SheetWriter, check_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.xml import explain_damage
from qa.text.unicode import without_surrogates

__all__ = ["read_xls"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
MAX_CHARACTERS = 100_000_000
_BOLD = 600  # weight of a font from which it is bold
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = 1, 2, 3, 4, 5  # what xlrd calls the kinds of cells


def read_xls(data: bytes) -> Content:
    """Read an old Excel workbook, in its own format or in XML.

    Raises FileTooLarge, FileDamaged, or PasswordNeeded for an encrypted one.
    """
    if not is_compound(data):
        return read_xml_workbook(data)
    try:
        book: Any = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        return _OldWorkbook(book).read()
    except (ReadError, MemoryError):
        raise
    except Exception as exc:  # whatever the library raises over broken bytes
        if "encrypted" in str(exc):
            raise PasswordNeeded("The file is encrypted. Save it without a password and add that.") from exc
        raise explain_damage("it is no whole Excel workbook", exc) from exc


class _OldWorkbook:
    """A workbook while it is read."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.styles = [self._read_style(number) for number in range(len(book.xf_list))]
        self.n_cells = self.n_characters = self.n_errors = 0

    def read(self) -> Content:
        """Return the text of all visible sheets."""
        blocks = BlockWriter()
        writer = SheetWriter(blocks)
        hidden: list[str] = []
        n_comments = 0
        for number, name in enumerate(map(without_surrogates, self.book.sheet_names())):
            sheet = self.book.sheet_by_index(number)
            if sheet.visibility:
                hidden.append(name)
            else:
                writer.write(self._read_sheet(sheet, name))
                n_comments += len(sheet.cell_note_map)
            self.book.unload_sheet(number)
        writer.say_hidden(hidden)
        writer.say_cells(n_errors=self.n_errors, n_comments=n_comments)
        return blocks.build()

    def _read_style(self, number: int) -> CellStyle:
        style = self.book.xf_list[number]
        known = self.book.format_map.get(style.format_key)
        code = BUILT_IN.get(style.format_key) or (known.format_str if known is not None else "")
        fonts = self.book.font_list
        font = fonts[style.font_index] if 0 <= style.font_index < len(fonts) else None
        return CellStyle(code, is_bold=font is not None and (bool(font.bold) or font.weight >= _BOLD))

    def _read_sheet(self, source: Any, name: str) -> Sheet:
        sheet = Sheet(name)
        for place in range(source.nrows):
            cells: dict[int, str] = {}
            for column, cell in enumerate(source.row(place)):
                style = self.styles[cell.xf_index] if 0 <= (cell.xf_index or 0) < len(self.styles) else CellStyle()
                if text := self._read_cell(cell, style):
                    cells[column] = text
                    if style.is_bold:
                        sheet.bold.add((place, column))
            if cells:
                sheet.rows[place] = cells
                self.n_cells += len(cells)
                check_number("filled cells", self.n_cells, MAX_CELLS)
        sheet.merged = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in source.merged_cells]
        check_number("merged cells", len(sheet.merged), MAX_MERGED)
        sheet.hidden_rows = {place for place, row in source.rowinfo_map.items() if row.hidden}
        sheet.hidden_columns = [(place, place) for place, column in source.colinfo_map.items() if column.hidden]
        return sheet

    def _read_cell(self, cell: Any, style: CellStyle) -> str:
        """Return a cell as it is shown; empty for an empty one and for an error."""
        if cell.ctype in (_NUMBER, _DATE):
            return format_number(float(cell.value), style.code, since_1904=bool(self.book.datemode))
        if cell.ctype == _TRUTH:
            return "TRUE" if cell.value else "FALSE"
        self.n_errors += cell.ctype == _ERROR
        if cell.ctype != _TEXT:
            return ""
        text = without_surrogates(str(cell.value)).replace("\0", "").strip()
        self.n_characters += len(text)
        if self.n_characters > MAX_CHARACTERS:
            raise FileTooLarge(f"The file has more than {MAX_CHARACTERS:,} characters. Split it and add its parts.")
        return format_text(text, style.code) if style.shows_text and text else text
