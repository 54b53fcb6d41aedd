"""Binary Excel files, written record by record."""

from __future__ import annotations

import contextlib
import random
import struct

import pytest

import qa
from qa.formats.office.excel import binary_workbook as limits
from qa.formats.office.excel.binary_workbook import read_xlsb
from qa.formats.office.excel.records import find_records, read_number, read_text
from qa.formats.writing.content import Content
from tests.qa.office import core, relations, zipped


def record(number: int, data: bytes = b"") -> bytes:
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = b"", len(data)
    while length > 0x7F:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return head + size + bytes([length]) + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(place: int, *cells: bytes, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBB", place, 0, 300, 0, 0x10 * hidden) + bytes(5)) + b"".join(cells)


def cell(number: int, column: int, value: bytes, style: int = 0) -> bytes:
    return record(number, struct.pack("<II", column, style) + value)


def real(column: int, value: float, style: int = 0) -> bytes:
    return cell(5, column, struct.pack("<d", value), style)


def label(column: int, value: str, style: int = 0) -> bytes:
    return cell(6, column, text(value), style)


Names = tuple[str, ...]


def book(*sheets: tuple[str, bytes], formats: Names = (), shared: Names = (), hidden: str = "") -> bytes:
    """Return a workbook; style 0 is plain, style 1 bold, those behind have `formats` in turn."""
    fonts = record(43, struct.pack("<HHH", 220, 0, 400)) + record(43, struct.pack("<HHH", 220, 0, 700))
    codes = b"".join(record(44, struct.pack("<H", 164 + n) + text(code)) for n, code in enumerate(formats))
    looks = [(0, 0), (0, 1), *((164 + n, 0) for n in range(len(formats)))]
    styles = record(617) + b"".join(record(47, struct.pack("<HHHH", 0, *look, 0)) for look in looks) + record(618)
    listed = b"".join(
        record(156, struct.pack("<II", name == hidden, n) + text(f"rId{n}") + text(name))
        for n, (name, _) in enumerate(sheets)
    )

    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "xl/workbook.bin"), ("rId2", "metadata/core-properties", "core.xml")
        ),
        "core.xml": core("Races of the year"),
        "xl/workbook.bin": record(153, b"\0\0\0\0") + listed,
        "xl/_rels/workbook.bin.rels": relations(
            *((f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n in range(len(sheets))),
            ("rIdA", "styles", "styles.bin"),
            ("rIdB", "sharedStrings", "sharedStrings.bin"),
        ),
        "xl/styles.bin": codes + fonts + styles,
        "xl/sharedStrings.bin": b"".join(record(19, b"\0" + text(value)) for value in shared),
    }
    return zipped(parts | {f"xl/worksheets/sheet{n}.bin": body for n, (_, body) in enumerate(sheets)})


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def test_cells_are_as_they_are_shown() -> None:
    head = row(0, cell(7, 0, struct.pack("<I", 0)), label(1, "Stop"), label(2, "Share"))
    body = row(1, label(0, "Aino"), real(1, 300 / 86_400, 2), real(2, 0.125, 3))
    data = book(("Races", head + body), formats=("mm:ss", "0%"), shared=("Driver",))
    content = read_xlsb(data)
    assert lines(content) == ["Races", "Driver: Aino; Stop: 05:00; Share: 13%."]
    assert content.title == "Races of the year"
    assert qa.read(data, name="a.zip").media_type.startswith("application/vnd.ms-excel.sheet.binary")


def test_all_kinds_of_cells_are_read() -> None:
    cells = (
        cell(1, 0, b""),
        cell(2, 1, struct.pack("<I", 7 << 2 | 2)),
        cell(3, 2, b"\x2a"),
        cell(4, 3, b"\1"),
        cell(8, 4, text("made")),
        cell(9, 5, struct.pack("<d", 1.5) + b"formula"),
        cell(10, 6, b"\0"),
        cell(11, 7, b"\x2a"),
        cell(62, 8, b"\0" + text("rich")),
    )
    content = read_xlsb(book(("S", row(0, *cells))))
    assert lines(content)[1:] == ["7\tTRUE\tmade\t1.5\tFALSE\trich"]
    assert content.notices == ("2 cells hold errors such as #N/A, left out.",)


def test_what_is_hidden_is_left_out_and_merged_and_bold_cells_count() -> None:
    columns = record(60, struct.pack("<IIIIH", 2, 2, 2_000, 0, 1))
    body = (
        columns
        + row(0, label(0, "2020", 1), label(1, "2021", 1))
        + row(1, label(0, "North"), label(1, "a"), label(2, "b"))
    )
    body += row(2, label(1, "c")) + row(3, label(0, "d"), hidden=True) + record(176, struct.pack("<IIII", 1, 2, 0, 0))
    content = read_xlsb(book(("One", body), ("Two", row(0, real(0, 1.0))), hidden="Two"))
    assert lines(content) == ["One", "2020: North; 2021: a.", "2020: North; 2021: c."]
    assert content.notices == (
        "Sheet 'One': 1 row that is hidden was left out, 1 hidden column was left out.",
        "1 hidden sheet was left out: 'Two'.",
    )


def test_numbers_and_records() -> None:
    short = ((7 << 2 | 2, 7.0), (150 << 2 | 3, 1.5), (0x3FF00000, 1.0), ((-5 & 0x3FFFFFFF) << 2 | 2, -5.0))
    assert [read_number(struct.pack("<I", raw), 0) for raw, _ in short] == [value for _, value in short]
    assert list(find_records(record(5, b"x" * 300) + record(617) + b"\x05\xff")) == [(5, b"x" * 300), (617, b"")]
    assert read_text(struct.pack("<I", 10**6) + b"a", 0) == ("", 4)


@pytest.mark.parametrize(
    ("limit", "message"),
    [("MAX_CELLS", "1 filled cells"), ("MAX_ROWS", "1 filled rows"), ("MAX_CHARACTERS", "1 characters")],
)
def test_limits_say_which(limit: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, 1)
    with pytest.raises(qa.FileTooLarge, match=message):
        read_xlsb(book(("S", row(0, label(0, "a")) + row(1, label(0, "b")))))


def test_broken_bytes_give_a_text_or_a_typed_error() -> None:
    body = row(0, label(0, "Name")) + row(1, real(0, 1.0, 2))
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        broken = bytearray(body[: chance.choice([len(body), chance.randrange(1, len(body))])])
        for _ in range(chance.randrange(1, 5)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(qa.ReadError):
            read_xlsb(book(("S", bytes(broken)), formats=("0.0",)))
