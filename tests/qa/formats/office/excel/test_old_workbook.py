"""Excel files of the years before 2007, written record by record."""

from __future__ import annotations

import contextlib
import random
import struct

import pytest

import qa
from qa.formats.office.excel import old_workbook as limits
from qa.formats.office.excel.old_workbook import read_xls
from qa.formats.writing.content import Content
from tests.qa.compound import compound


def record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def text(value: str, *, wide: bool = True) -> bytes:
    """Return a text with its length, in two bytes or in one."""
    return struct.pack("<HB" if wide else "<BB", len(value), 1) + value.encode("utf-16-le")


def label(row: int, column: int, value: str, style: int = 0) -> bytes:
    return record(0x204, struct.pack("<HHH", row, column, style) + text(value))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))


def book(*sheets: tuple[str, bytes], formats: tuple[str, ...] = (), hidden: str = "", extra: bytes = b"") -> bytes:
    """Return a workbook; style 0 is plain, style 1 bold, those behind have `formats` in turn."""
    fonts = b"".join(
        record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, weight, 0, 0, 0, 0, 0) + text("Arial", wide=False))
        for weight in (400, 400, 400, 400, 700)
    )
    codes = b"".join(record(0x41E, struct.pack("<H", 164 + n) + text(code)) for n, code in enumerate(formats))
    looks = [(0, 0), (5, 0), *((0, 164 + n) for n in range(len(formats)))]
    styles = b"".join(record(0xE0, struct.pack("<HH", font, code) + bytes(16)) for font, code in looks)

    front = begin(5) + extra + fonts + codes + styles
    names = [text(name, wide=False) for name, _ in sheets]
    place = len(front) + sum(10 + len(name) for name in names) + len(record(0x0A))
    listed, bodies = b"", b""
    for (name, body), encoded in zip(sheets, names, strict=True):
        listed += record(0x85, struct.pack("<IBB", place + len(bodies), name == hidden, 0) + encoded)
        bodies += begin(0x10) + body + record(0x0A)
    return compound({"Workbook": front + listed + record(0x0A) + bodies})


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def test_cells_are_as_they_are_shown() -> None:
    body = label(0, 0, "Driver") + label(0, 1, "Stop") + label(0, 2, "Share")
    body += label(1, 0, "Aino") + number(1, 1, 300 / 86_400, 2) + number(1, 2, 0.125, 3)
    data = book(("Races", body), formats=("mm:ss", "0%"))
    assert lines(read_xls(data)) == ["Races", "Driver: Aino; Stop: 05:00; Share: 13%."]
    document = qa.read(data, name="races.doc")
    assert (document.media_type, document.page_starts) == ("application/vnd.ms-excel", (0,))


def test_what_is_hidden_is_left_out_and_said() -> None:
    row = record(0x208, struct.pack("<HHHHHHI", 1, 0, 2, 255, 0, 0, 0x20))
    column = record(0x7D, struct.pack("<HHHHHH", 1, 1, 2560, 0, 1, 0))
    body = column + row + number(0, 0, 1.0) + number(0, 1, 2.0) + number(1, 0, 3.0) + number(2, 0, 4.0)
    content = read_xls(book(("One", body), ("Two", number(0, 0, 5.0)), hidden="Two"))
    assert lines(content) == ["One", "1", "4"]
    assert content.notices == (
        "Sheet 'One': 1 row that is hidden was left out, 1 hidden column was left out.",
        "1 hidden sheet was left out: 'Two'.",
    )


def test_merged_and_bold_cells_errors_and_truths() -> None:
    merged = record(0xE5, struct.pack("<HHHHH", 1, 1, 2, 0, 0))
    truth, error = (
        record(0x205, struct.pack("<HHHBB", 1, column, 0, value, kind))
        for column, value, kind in ((1, 1, 0), (2, 42, 1))
    )
    body = (
        label(0, 0, "2020", 1)
        + label(0, 1, "2021", 1)
        + label(1, 0, "North")
        + truth
        + error
        + label(2, 1, "x")
        + merged
    )
    content = read_xls(book(("S", body)))
    assert lines(content)[1:] == ["2020: North; 2021: TRUE.", "2020: North; 2021: x."]
    assert content.notices == ("1 cell holds an error such as #N/A, left out.",)


def test_an_encrypted_workbook_needs_a_password() -> None:
    with pytest.raises(qa.PasswordNeeded, match="without a password"):
        read_xls(book(("S", b""), extra=record(0x2F, bytes(54))))


def test_limits_say_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 1)
    with pytest.raises(qa.FileTooLarge, match="1 filled cells"):
        read_xls(book(("S", number(0, 0, 1.0) + number(1, 0, 1.0))))
    monkeypatch.setattr(limits, "MAX_CELLS", 9)
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1)
    with pytest.raises(qa.FileTooLarge, match="1 characters"):
        read_xls(book(("S", label(0, 0, "abc"))))


def test_broken_bytes_give_a_text_or_a_typed_error() -> None:
    data = book(("S", label(0, 0, "Name") + number(1, 0, 1.0, 2)), formats=("0.0",))
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        broken = bytearray(data[: chance.choice([len(data), chance.randrange(1, len(data))])])
        for _ in range(chance.randrange(1, 5)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(qa.ReadError):
            read_xls(bytes(broken))
