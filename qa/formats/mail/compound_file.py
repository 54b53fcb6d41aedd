"""Compound files (OLE 2) with what is in them: folders, and streams of bytes, as Outlook keeps a message.

After MS-CFB. A chain of sectors is followed at most as far as the file is long, so that a loop in it ends.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from qa.errors import FileDamaged

__all__ = ["CompoundFolder", "open_compound"]

_ENTRY = 128  # bytes
_FOLDER, _STREAM, _ROOT = 1, 2, 5  # kinds of entries
_NONE = 0xFFFFFFFA  # numbers of sectors from here on are marks
_MAX_ENTRIES = 200_000
_MAX_DEPTH = 60  # folders within each other
_DAMAGED = "The file is damaged: it is no whole Outlook message ({why}). Save the message again, and add that."


@dataclass(frozen=True, slots=True)
class CompoundFolder:
    """A folder: the streams and folders in it by their names."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, CompoundFolder] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    first: int
    size: int


def open_compound(data: bytes) -> CompoundFolder:
    """Return the uppermost folder of a compound file. Raises FileDamaged."""
    try:
        return _Opened(data).read()
    except (struct.error, IndexError) as exc:
        raise FileDamaged(_DAMAGED.format(why="it is cut off")) from exc


class _Opened:
    """A compound file while it is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise FileDamaged(_DAMAGED.format(why="its sectors have no size"))
        self._size, self._small_size = 1 << shift, 64
        first_entry, self._least, first_small = struct.unpack_from("<I4xII", data, 48)
        self._table = self._read_table()
        self._entries = list(self._read_entries(first_entry))
        if not self._entries or self._entries[0].kind != _ROOT:
            raise FileDamaged(_DAMAGED.format(why="it has no folder"))
        small_table = self._join(first_small)
        self._small_table = struct.unpack(f"<{len(small_table) // 4}I", small_table[: len(small_table) // 4 * 4])
        self._small = self._join(self._entries[0].first)
        self._left = 4 * len(data)  # bytes that streams may still have; some may stand in several folders

    def read(self) -> CompoundFolder:
        return self._read_folder(self._entries[0], 0, set())

    def _read_table(self) -> tuple[int, ...]:
        """Return for each sector which one comes next."""
        (n_tables,) = struct.unpack_from("<I", self._data, 44)
        sectors = [number for number in struct.unpack_from("<109I", self._data, 76) if number < _NONE]
        (further,) = struct.unpack_from("<I", self._data, 68)
        n_sectors = len(self._data) // self._size + 1
        per_sector = self._size // 4
        for _ in range(n_sectors):
            if further >= _NONE:
                break
            numbers = struct.unpack_from(f"<{per_sector}I", self._data, (further + 1) * self._size)
            sectors += [number for number in numbers[:-1] if number < _NONE]
            further = numbers[-1]
        table: list[int] = []
        for sector in sectors[: min(n_tables, n_sectors)]:
            block = self._cut(sector).ljust(self._size, b"\xff")
            table += struct.unpack(f"<{per_sector}I", block)
        return tuple(table)

    def _cut(self, sector: int) -> bytes:
        return self._data[(sector + 1) * self._size : (sector + 2) * self._size]

    def _join(self, sector: int) -> bytes:
        """Return the bytes of a chain of sectors."""
        blocks = []
        for _ in range(len(self._table)):
            if sector >= len(self._table):
                break
            blocks.append(self._cut(sector))
            sector = self._table[sector]
        return b"".join(blocks)

    def _join_small(self, sector: int) -> bytes:
        blocks = []
        for _ in range(len(self._small_table)):
            if sector >= len(self._small_table):
                break
            blocks.append(self._small[sector * self._small_size : (sector + 1) * self._small_size])
            sector = self._small_table[sector]
        return b"".join(blocks)

    def _read_entries(self, sector: int) -> Iterator[_Entry]:
        directory = self._join(sector)
        for place in range(0, min(len(directory) - _ENTRY + 1, _MAX_ENTRIES * _ENTRY), _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, place + 64)
            left, right, child = struct.unpack_from("<III", directory, place + 68)
            first, size = struct.unpack_from("<II", directory, place + 116)
            name = directory[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, left, right, child, first, size)

    def _read_folder(self, folder: _Entry, depth: int, seen: set[int]) -> CompoundFolder:
        if depth > _MAX_DEPTH:
            raise FileDamaged(_DAMAGED.format(why=f"folders are more than {_MAX_DEPTH} deep"))
        streams: dict[str, bytes] = {}
        folders: dict[str, CompoundFolder] = {}
        waiting = [folder.child]
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [entry.left, entry.right]
            if entry.kind == _FOLDER:
                folders[entry.name] = self._read_folder(entry, depth + 1, seen)
            elif entry.kind == _STREAM:
                streams[entry.name] = self._read_stream(entry)
        return CompoundFolder(streams, folders)

    def _read_stream(self, entry: _Entry) -> bytes:
        is_small = entry.size < self._least
        data = (self._join_small(entry.first) if is_small else self._join(entry.first))[: entry.size]
        self._left -= len(data)
        if self._left < 0:
            raise FileDamaged(_DAMAGED.format(why="its parts share their bytes"))
        return data
