"""Binary Excel sheets (.xlsb): read as those in XML are, with their number formats.

Left out beside what those leave out: the tables that a sheet defines, which bold names stand for.
"""

from __future__ import annotations

from qa.formats.office.excel.drawn import read_drawn
from qa.formats.office.excel.records import find_records, read_number, read_text, read_whole
from qa.formats.office.excel.styles import CellStyle
from qa.formats.office.package import Package
from qa.formats.sheets.number_format import BUILT_IN, format_number, format_text
from qa.formats.sheets.sheet import MAX_MERGED, Sheet, SheetWriter, check_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.rows import MAX_ROWS
from qa.text.unicode import without_surrogates

__all__ = ["read_xlsb"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
MAX_CHARACTERS = 100_000_000
_MAX_BOLD = 100_000
_ROW, _COLUMNS, _MERGED, _SHEET, _PROPERTIES = 0, 60, 176, 156, 153  # numbers of records
_SHARED, _FORMAT, _FONT, _STYLE, _STYLES, _STYLES_END = 19, 44, 43, 47, 617, 618
_SHORT, _ERRORS, _TRUTHS, _NUMBERS = 2, (3, 11), (4, 10), (5, 9)
_TEXTS, _SHARED_TEXT, _RICH_TEXT = (6, 8), 7, 62
_BOLD = 600  # weight of a font from which it is bold


def read_xlsb(data: bytes) -> Content:
    """Read a binary Excel workbook; its title is the one that it states.

    Raises FileTooLarge, FileDamaged, or PasswordNeeded.
    """
    return _BinaryWorkbook(Package(data, root=None)).read()


class _BinaryWorkbook:
    """A workbook while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.n_cells = self.n_characters = self.n_errors = 0
        self.since_1904 = False
        self.styles: list[CellStyle] = []
        self.texts: list[str] = []
        for part in package.find_related(package.main, "styles"):
            self._read_styles(package.archive.read(part))
        for part in package.find_related(package.main, "sharedStrings"):
            for number, record in find_records(package.archive.read(part)):
                if number == _SHARED:
                    self.texts.append(self._take(read_text(record, 1)[0]))

    def read(self) -> Content:
        """Return the text of all visible sheets."""
        blocks = BlockWriter()
        writer = SheetWriter(blocks)
        hidden: list[str] = []
        for number, record in find_records(self.package.archive.read(self.package.main)):
            if number == _PROPERTIES:
                self.since_1904 = bool(record[:1] and record[0] & 1)
            elif number == _SHEET:
                relation, end = read_text(record, 8)
                name = without_surrogates(read_text(record, end)[0]) or "Sheet"
                part = self.package.find_target(self.package.main, relation)
                if part and read_whole(record, 0):
                    hidden.append(name)
                elif part:
                    writer.write(self._read_sheet(part, name))
                    for line in read_drawn(self.package, part, {}):
                        blocks.add_paragraph(line)
        writer.say_hidden(hidden)
        writer.say_cells(n_errors=self.n_errors)
        return blocks.build(title=self.package.read_title())

    def _take(self, text: str) -> str:
        self.n_characters += len(text)
        check_number("characters", self.n_characters, MAX_CHARACTERS)
        return without_surrogates(text).replace("\0", "").strip()

    def _read_styles(self, data: bytes) -> None:
        codes: dict[int, str] = {}
        fonts: list[bool] = []
        is_within = False
        for number, record in find_records(data):
            if number == _FORMAT:
                codes[read_whole(record, 0, 2)] = read_text(record, 2)[0]
            elif number == _FONT:
                fonts.append(read_whole(record, 4, 2) >= _BOLD)
            elif number in (_STYLES, _STYLES_END):
                is_within = number == _STYLES
            elif number == _STYLE and is_within:
                place, font = read_whole(record, 2, 2), read_whole(record, 4, 2)
                code = codes.get(place) or BUILT_IN.get(place, "")
                self.styles.append(CellStyle(code, is_bold=font < len(fonts) and fonts[font]))

    def _read_sheet(self, part: str, name: str) -> Sheet:
        sheet = Sheet(name)
        place = 0
        for number, record in find_records(self.package.archive.read(part)):
            if number == _ROW:
                place = read_whole(record, 0)
                if len(record) > 11 and record[11] & 0x10:
                    sheet.hidden_rows.add(place)
            elif number == _COLUMNS and read_whole(record, 16, 2) & 1:
                sheet.hidden_columns.append((read_whole(record, 0), read_whole(record, 4)))
                check_number("hidden columns", len(sheet.hidden_columns), 1_000)
            elif number == _MERGED:
                top, bottom, left, right = (read_whole(record, start) for start in (0, 4, 8, 12))
                sheet.merged.append((top, left, bottom, right))
                check_number("merged cells", len(sheet.merged), MAX_MERGED)
            elif 2 <= number <= 11 or number == _RICH_TEXT:
                self._read_cell(number, record, place, sheet)
        return sheet

    def _read_cell(self, number: int, record: bytes, place: int, sheet: Sheet) -> None:
        style_number = read_whole(record, 4, 3)
        style = self.styles[style_number] if style_number < len(self.styles) else CellStyle()
        if not (text := self._read_value(number, record, style)):
            return
        column = read_whole(record, 0)
        sheet.rows.setdefault(place, {})[column] = text
        if style.is_bold and len(sheet.bold) < _MAX_BOLD:
            sheet.bold.add((place, column))
        self.n_cells += 1
        check_number("filled rows", len(sheet.rows), MAX_ROWS)
        check_number("filled cells", self.n_cells, MAX_CELLS)

    def _read_value(self, number: int, record: bytes, style: CellStyle) -> str:
        """Return a cell as it is shown; empty for an empty one and for an error."""
        if number == _SHORT or number in _NUMBERS:
            value = read_number(record[:12] if number == _SHORT else record[:16], 8)
            return format_number(value, style.code, since_1904=self.since_1904)
        if number in _TRUTHS:
            return "TRUE" if record[8:9] == b"\1" else "FALSE"
        self.n_errors += number in _ERRORS
        text = ""
        if number == _SHARED_TEXT:
            shared = read_whole(record, 8)
            text = self.texts[shared] if shared < len(self.texts) else ""
        elif number in _TEXTS or number == _RICH_TEXT:
            text = self._take(read_text(record, 8 + (number == _RICH_TEXT))[0])
        return format_text(text, style.code) if style.shows_text and text else text
