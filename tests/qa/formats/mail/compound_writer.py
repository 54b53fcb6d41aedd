"""Compound files made for tests: folders and streams, small streams too, as Outlook writes them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime

SECTOR, SMALL, LEAST = 512, 64, 4_096
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

Folder = Mapping[str, "bytes | Folder"]


def write_compound(root: Folder) -> bytes:
    """Return a compound file that holds what `root` does."""
    entries: list[list[object]] = []  # name, kind, sibling, child, content

    def add(name: str, kind: int, content: bytes | Folder) -> int:
        number = len(entries)
        entries.append([name, kind, FREE, FREE, content if isinstance(content, bytes) else b""])
        if not isinstance(content, bytes):
            before = FREE
            for inner, value in reversed(list(content.items())):
                child = add(inner, 2 if isinstance(value, bytes) else 1, value)
                entries[child][2] = before
                before = child
            entries[number][3] = before
        return number

    add("Root Entry", 5, root)
    sectors: list[bytes] = []
    table: list[int] = []

    def store(data: bytes) -> int:
        blocks = [data[start : start + SECTOR].ljust(SECTOR, b"\0") for start in range(0, len(data), SECTOR)]
        first = len(sectors)
        sectors.extend(blocks)
        table.extend([*range(first + 1, first + len(blocks)), END] if blocks else [])
        return first if blocks else END

    small, small_table = bytearray(), []
    firsts: list[int] = []
    for _, kind, _, _, content in entries:
        assert isinstance(content, bytes)
        if kind != 2 or not content:
            firsts.append(END)
        elif len(content) >= LEAST:
            firsts.append(store(content))
        else:
            first = len(small) // SMALL
            small += content.ljust(-(-len(content) // SMALL) * SMALL, b"\0")
            count = len(small) // SMALL - first
            small_table += [*range(first + 1, first + count), END]
            firsts.append(first)
    firsts[0] = store(bytes(small))
    first_small_table = store(struct.pack(f"<{len(small_table)}I", *small_table))
    directory = b""
    for (name, kind, sibling, child, content), first in zip(entries, firsts, strict=True):
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        spelt = name.encode("utf-16-le") + b"\0\0"
        size = len(small) if kind == 5 else len(content)
        directory += spelt.ljust(64, b"\0") + struct.pack("<HBBIII", len(spelt), kind, 1, FREE, sibling, child)
        directory += bytes(36) + struct.pack("<IQ", first, size)
    first_entry = store(directory)
    n_tables = len(table) // (SECTOR // 4 - 1) + 1
    places = range(len(sectors), len(sectors) + n_tables)
    table += [TABLE] * n_tables
    table += [FREE] * (n_tables * SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, n_tables, first_entry, 0, LEAST, first_small_table, 1, END, 0)
    head += struct.pack("<109I", *places, *[FREE] * (109 - n_tables))
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def write_item(
    texts: Mapping[int, str | bytes],
    *,
    numbers: Mapping[int, int] | None = None,
    times: Mapping[int, datetime] | None = None,
    folders: Folder | None = None,
    n_header: int = 32,
    narrow: str = "",
) -> dict[str, bytes | Folder]:
    """Return an item of Outlook: texts in Unicode, or in the charset `narrow`, and bytes, by their numbers."""
    item: dict[str, bytes | Folder] = {}
    fixed = bytes(n_header)
    for number, value in (numbers or {}).items():
        fixed += struct.pack("<HHIII", 3, number, 6, value, 0)
    for number, time in (times or {}).items():
        ticks = int((time - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        fixed += struct.pack("<HHIQ", 0x40, number, 6, ticks)
    item["__properties_version1.0"] = fixed
    for number, text in texts.items():
        if isinstance(text, bytes):
            item[f"__substg1.0_{number:04X}0102"] = text
        elif narrow:
            item[f"__substg1.0_{number:04X}001E"] = text.encode(narrow)
        else:
            item[f"__substg1.0_{number:04X}001F"] = text.encode("utf-16-le")
    return item | dict(folders or {})
