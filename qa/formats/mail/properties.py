"""The properties of an Outlook item: texts, numbers and times by the numbers that MAPI gives them (MS-OXMSG)."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

from qa.formats.mail.compound_file import CompoundFolder
from qa.formats.plain.charset import decode

__all__ = ["Properties"]

_FIXED = "__properties_version1.0"
_NAMES = "__nameid_version1.0"
_STREAM = "__substg1.0_"
_LONG, _BOOLEAN, _TIME = 0x0003, 0x000B, 0x0040
_WIDE_TEXT, _TEXT, _BYTES, _OBJECT = "001F", "001E", "0102", "000D"
_PAGES = {20127: "ascii", 28591: "iso-8859-1", 28592: "iso-8859-2", 28595: "iso-8859-5", 28605: "iso-8859-15"}
_PAGES |= {20866: "koi8-r", 21866: "koi8-u", 50220: "iso2022_jp", 51932: "euc_jp", 51949: "euc_kr", 54936: "gb18030"}
_PAGES |= {65001: "utf-8", 936: "gb18030", 10000: "mac-roman"}
_CODE_PAGE, _INTERNET_PAGE, _LOCALE = 0x3FFD, 0x3FDE, 0x3FF1
_OF_LOCALES = {0x0404: "cp950", 0x0C04: "cp950"}
_OF_LANGUAGES = {  # by the number of a language in that of a locale
    **dict.fromkeys((0x02, 0x19, 0x22, 0x23, 0x2F), "cp1251"),
    **dict.fromkeys((0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24), "cp1250"),
    **dict.fromkeys((0x25, 0x26, 0x27), "cp1257"),
    0x01: "cp1256",
    0x04: "gb18030",
    0x08: "cp1253",
    0x0D: "cp1255",
    0x11: "cp932",
    0x12: "cp949",
    0x1E: "cp874",
    0x1F: "cp1254",
    0x29: "cp1256",
    0x2A: "cp1258",
}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class Properties:
    """The properties of a message, a recipient or what is attached.

    n_header: bytes before the first property of fixed size, which differ by what the folder is.
    """

    def __init__(self, folder: CompoundFolder, *, n_header: int, within: Properties | None = None) -> None:
        self.folder = folder
        self._fixed: dict[int, tuple[int, bytes]] = {}
        data = folder.streams.get(_FIXED, b"")
        for place in range(n_header, len(data) - 15, 16):
            kind, number = struct.unpack_from("<HH", data, place)
            self._fixed[number] = kind, data[place + 8 : place + 16]
        self._named: dict[int, int] = within._named if within else _read_names(folder)
        self._charset: str = self._find_charset() or (within._charset if within else "")

    def text(self, number: int) -> str:
        """Return a text; empty when there is none."""
        name = f"{_STREAM}{number:04X}"
        wide = self.folder.streams.get(name + _WIDE_TEXT)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
        narrow = self.folder.streams.get(name + _TEXT)
        return decode(narrow, declared=self._charset or None).replace("\0", "") if narrow else ""

    def data(self, number: int) -> bytes:
        """Return bytes; empty when there are none."""
        return self.folder.streams.get(f"{_STREAM}{number:04X}{_BYTES}", b"")

    def inner(self, number: int) -> CompoundFolder | None:
        """Return the folder of an item that a property holds."""
        return self.folder.folders.get(f"{_STREAM}{number:04X}{_OBJECT}")

    def number(self, number: int) -> int | None:
        """Return a number; None when there is none."""
        kind, value = self._fixed.get(number, (0, b""))
        return int.from_bytes(value[:4], "little") if kind in (_LONG, _BOOLEAN) else None

    def time(self, number: int) -> datetime | None:
        """Return a time; None when there is none."""
        kind, value = self._fixed.get(number, (0, b""))
        if kind != _TIME:
            return None
        try:
            time = _EPOCH + timedelta(microseconds=int.from_bytes(value, "little") // 10)
        except OverflowError:
            return None
        return time if time.year > _EPOCH.year else None

    def named(self, number: int) -> int:
        """Return the number in this file of a property that is named by a number of its own; 0 for none."""
        return self._named.get(number, 0)

    @property
    def html(self) -> bytes:
        """The page of the message, in UTF-8 where its code page is known; empty when there is none."""
        text = self.text(0x1013)
        if text:
            return text.encode("utf-8", "replace")
        data = self.data(0x1013)
        page = self.number(_INTERNET_PAGE)
        return decode(data, declared=_name_page(page)).encode() if page and data else data

    def _find_charset(self) -> str:
        page = self.number(_CODE_PAGE) or self.number(_INTERNET_PAGE)
        locale = self.number(_LOCALE)
        if page or not locale:
            return _name_page(page) if page else ""
        return _OF_LOCALES.get(locale, "") or _OF_LANGUAGES.get(locale & 0x3FF, "cp1252")


def _name_page(number: int) -> str:
    return _PAGES.get(number, f"cp{number}")


def _read_names(folder: CompoundFolder) -> dict[int, int]:
    """Return the number of each property in this file that is named by a number."""
    entries = folder.folders.get(_NAMES, CompoundFolder()).streams.get(f"{_STREAM}0003{_BYTES}", b"")
    named: dict[int, int] = {}
    for place in range(0, len(entries) - 7, 8):
        name, kind, index = struct.unpack_from("<IHH", entries, place)
        if not kind & 1:
            named.setdefault(name, 0x8000 + index)
    return named
