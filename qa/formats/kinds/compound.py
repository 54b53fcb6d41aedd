"""Compound files (OLE 2), as which Office kept its files before 2007 and keeps encrypted ones: what is in them.

After MS-CFB. Only the names of the streams are read, of as much of the directory as is there; what they hold is not.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from qa.formats.kinds.kind import DRAWING, FileKind, to_office

__all__ = ["find_kind_of_compound", "find_streams", "is_compound"]

_MAX_SECTORS = 2_000  # of the directory
_ENTRY = 128  # bytes
_END = 0xFFFFFFFA  # sectors from here on are marks
_FIELDS_OF_MESSAGE = "__properties_version1.0"

_KINDS: tuple[tuple[str, FileKind], ...] = (
    # a stream or a folder, what has it
    (
        "EncryptedPackage",
        FileKind(
            "an encrypted Office file, which a password protects",
            "Open it with its password, save it without one, and add that.",
            is_locked=True,
        ),
    ),
    ("WordDocument", FileKind("a Word 97–2003 document", to_office(".docx"))),
    ("PowerPoint Document", FileKind("a PowerPoint 97–2003 presentation", to_office(".pptx"))),
    ("Workbook", FileKind("an Excel 97–2003 workbook", to_office(".xlsx"))),
    ("Book", FileKind("an Excel 5.0/95 workbook", to_office(".xlsx"))),
    (_FIELDS_OF_MESSAGE, FileKind("an Outlook message", "Open it in Outlook, save it as .eml or .pdf, and add that.")),
    ("VisioDocument", FileKind("a Visio drawing", DRAWING)),
    ("Quill", FileKind("a Publisher document", "Open it in Publisher, save it as .pdf, and add that.")),
    (
        "FileHeader",
        FileKind("a Hangul document", "Open it in Hangul or LibreOffice, save it as .docx, and add that."),
    ),
    ("MatOST", FileKind("a Works document", "Open it in LibreOffice, save it as .docx, and add that.")),
    ("Catalog", FileKind("a list of small pictures that Windows keeps", "It holds no text to quote.")),
)
_OTHER = FileKind(
    "a file of Office before 2007 or of another older program",
    "Open it in its program, save it as .docx, .xlsx, .pptx or .pdf, and add that.",
)


def is_compound(data: bytes) -> bool:
    """Tell whether `data` begins as a compound file does."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def find_streams(data: bytes) -> Iterator[str]:
    """Yield the names of the streams and folders of a compound file, as far as they can be read."""
    try:
        shift, first = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 48)[0]
        n_tables = struct.unpack_from("<I", data, 44)[0]
        tables = struct.unpack_from(f"<{min(n_tables, 109)}I", data, 76)
    except struct.error:
        return
    if shift not in (9, 12):
        return
    size, sector = 1 << shift, first
    per_table = size // 4
    for _ in range(_MAX_SECTORS):
        start = (sector + 1) * size
        block = data[start : start + size] if sector < _END else b""
        if not block:
            return
        for place in range(0, len(block) - _ENTRY + 1, _ENTRY):
            length = int.from_bytes(block[place + 64 : place + 66], "little")
            if block[place + 66] and 2 <= length <= 64:
                yield block[place : place + length - 2].decode("utf-16-le", "replace")
        table, offset = divmod(sector, per_table)
        if table >= len(tables):
            return
        place = (tables[table] + 1) * size + 4 * offset
        if place + 4 > len(data):
            return
        sector = int.from_bytes(data[place : place + 4], "little")


def find_kind_of_compound(data: bytes) -> FileKind:
    """Return what a compound file is."""
    names = {name.lower() for name in find_streams(data)}
    if "encryptedpackage" not in names and "EncryptedPackage".encode("utf-16-le") in data:  # in a broken directory
        names.add("encryptedpackage")
    return next((kind for name, kind in _KINDS if name.lower() in names), _OTHER)
