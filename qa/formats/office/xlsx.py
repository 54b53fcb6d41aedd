"""Excel sheets (.xlsx, .xlsm): each visible sheet is a page with its name as heading, each row a sentence.

Values are those that the program stored last, as the sheet shows them. A merged cell stands in each of its rows. Tables
that lie beside one another are read one after the other. Text boxes and the titles of charts follow the rows of their
sheet; what a chart shows stands in cells. Left out: hidden sheets, comments, errors such as `#N/A`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import regex

from qa.errors import FileTooLarge
from qa.formats.office.drawing import read_chart, read_paragraph
from qa.formats.office.package import Package, parse_number
from qa.formats.sheets.number_format import BUILT_IN, format_number
from qa.formats.sheets.tables import SheetRows, cut_tables, has_names_below
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.rows import MAX_ROWS, RowWriter
from qa.formats.xml import Element, attribute, child, children, local
from qa.text.unicode import without_surrogates

__all__ = ["read_xlsx"]

MAX_CELLS = 2_000_000  # filled ones, of all sheets together
MAX_CHARACTERS = 100_000_000  # of all cells, and of all texts that cells share
MAX_MERGED = 100_000

_Merged = tuple[int, int, int, int]  # first row and column, last row and column

_PLACE = regex.compile(r"(\$?[A-Za-z]{1,3})\$?([0-9]{1,7})")
_ESCAPE = regex.compile(r"_x([0-9A-Fa-f]{4})_")


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
        self.formats = list(_read_cell_formats(package.read_related(package.main, "styles")))
        self.texts: list[str] = []
        self.n_characters = self.n_cells = self.n_filled = 0
        for part in package.find_related(package.main, "sharedStrings"):
            for item in package.archive.stream_xml(part, "si"):
                self.texts.append(self._count(_read_string(item)))
                _check_number("texts", len(self.texts), MAX_CELLS)

    def read(self) -> Content:
        """Return the text of all visible sheets."""
        blocks = BlockWriter()
        rows = RowWriter(blocks)
        for sheet in children(child(self.package.root, "sheets"), "sheet"):
            part = self.package.find_target(self.package.main, attribute(sheet, "id"))
            if part and attribute(sheet, "state", "visible") == "visible":
                blocks.start_page()
                blocks.add_heading(attribute(sheet, "name") or "Sheet")
                for table in cut_tables(self._read_rows(part)):
                    rows.write(table)
                for line in self._read_drawn(part):
                    blocks.add_paragraph(line)
        return blocks.build(title=self.package.read_title())

    def _count(self, text: str) -> str:
        self.n_characters += len(text)
        _check_number("characters", self.n_characters, MAX_CHARACTERS)
        return text

    def _read_rows(self, part: str) -> SheetRows:
        """Return the filled cells of a sheet by row and column, merged ones repeated in their other rows."""
        rows: SheetRows = {}
        merged: list[_Merged] = []
        row_number = -1
        for element in self.package.archive.stream_xml(part, "row", "mergeCell"):
            if local(element) == "mergeCell":
                merged += _parse_range(attribute(element, "ref"))
                _check_number("merged cells", len(merged), MAX_MERGED)
                continue
            row_number = parse_number(attribute(element, "r"), row_number + 2) - 1
            if cells := self._read_cells(element):
                rows[row_number] = cells
                self.n_cells += len(cells)
            _check_number("filled rows", len(rows), MAX_ROWS)
            _check_number("filled cells", self.n_cells, MAX_CELLS)
        self._repeat(rows, merged)
        return {place: dict(sorted(row.items())) for place, row in sorted(rows.items())}

    def _read_cells(self, row: Element) -> dict[int, str]:
        cells: dict[int, str] = {}
        column = -1
        for cell in row.iterchildren("{*}c"):  # this is done for every cell: names without a loop in Python
            named = _parse_column(cell.get("r", "").rstrip("0123456789"))
            column = column + 1 if named is None else named
            if text := self._read_value(cell):
                cells[column] = text
        return cells

    def _read_value(self, cell: Element) -> str:
        """Return a cell as it is shown; empty for an empty one and for an error."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = next(cell.iterchildren("{*}is"), None)
            return "" if inline is None else self._count(_read_string(inline)).strip()
        value = next(cell.iterchildren("{*}v"), None)
        raw = "" if value is None else (value.text or "").strip()
        if kind == "s":
            place = parse_number(raw, -1)
            return self.texts[place].strip() if 0 <= place < len(self.texts) else ""
        if kind == "n":
            return self._format_number(raw, parse_number(cell.get("s", "")))
        if kind in ("b", "e"):
            return {"b1": "TRUE", "b0": "FALSE"}.get(kind + raw, "")
        return self._count(_unescape(raw))

    def _format_number(self, raw: str, style: int) -> str:
        code = self.formats[style] if 0 <= style < len(self.formats) else ""
        try:
            return format_number(float(raw), code, since_1904=self.since_1904)
        except ValueError:
            return ""

    def _repeat(self, rows: SheetRows, merged: list[_Merged]) -> None:
        """Write the text of merged cells into each of their rows; over several names also across."""
        for top, left, bottom, right in merged:
            text = rows.get(top, {}).get(left, "")
            across = right > left and len(rows.get(top, ())) > 1 and has_names_below(rows, top, left, right)
            for place in range(top, bottom + 1) if text else ():
                for column in range(left, right + 1) if across else (left,):
                    if place in rows:
                        rows[place].setdefault(column, text)
                    self.n_filled += 1
                    _check_number("cells that merged ones cover", self.n_filled, MAX_CELLS)

    def _read_drawn(self, part: str) -> Iterator[str]:
        """Yield the text of the text boxes and charts of a sheet."""
        for drawing in self.package.find_related(part, "drawing"):
            for node in self.package.read_xml(drawing).iter("{*}p", "{*}chart"):
                if local(node) == "p":
                    yield read_paragraph(node)
                else:
                    yield from islice(read_chart(self.package, drawing, attribute(node, "id")), 1)  # its title


def _read_cell_formats(styles: Element | None) -> Iterator[str]:
    """Yield the number format of each cell style."""
    own = {
        parse_number(attribute(node, "numFmtId")): attribute(node, "formatCode")
        for node in children(child(styles, "numFmts"), "numFmt")
    }
    for style in children(child(styles, "cellXfs"), "xf"):
        place = parse_number(attribute(style, "numFmtId"))
        yield own.get(place) or BUILT_IN.get(place, "")


def _check_number(things: str, count: int, limit: int) -> None:
    if count > limit:
        raise FileTooLarge(f"The file has more than {limit:,} {things}. Split it and add its parts.")


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


@lru_cache(1_000)
def _parse_column(letters: str) -> int | None:
    """Return the place of a column from 0; None when the letters name none.

    >>> _parse_column("A"), _parse_column("AB"), _parse_column("$C"), _parse_column("")
    (0, 27, 2, None)
    """
    letters = letters.replace("$", "")
    if not (letters.isascii() and letters.isalpha() and len(letters) < 4):
        return None
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _parse_range(reference: str) -> list[_Merged]:
    """Return the range that a reference names; none when it names no range."""
    first, _, last = reference.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if begin is None or end is None:
        return []
    return [(int(begin[2]) - 1, _parse_column(begin[1]) or 0, int(end[2]) - 1, _parse_column(end[1]) or 0)]
