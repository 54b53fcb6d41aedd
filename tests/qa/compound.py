"""Compound files (OLE 2), written for tests: a few streams below a root."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of these streams by name, each in sectors of its own."""
    entries = [("Root Entry", 5, _END, 0)]
    sectors: list[bytes] = []
    chains: list[list[int]] = []

    def store(data: bytes) -> int:
        first = len(sectors)
        parts = [data[place : place + _SECTOR].ljust(_SECTOR, b"\0") for place in range(0, len(data), _SECTOR)]
        sectors.extend(parts)
        chains.append(list(range(first, len(sectors))))
        return first if parts else _END

    for name, data in streams.items():
        padded = data.ljust(4_096, b"\0") if data else b""  # shorter ones would lie in small sectors
        entries.append((name, 2, store(padded), len(padded)))
    directory = b"".join(_write_entry(place, len(entries), entry) for place, entry in enumerate(entries))
    directory += bytes(-len(directory) % _SECTOR)
    directory_start = store(directory)
    n_tables = -(-(len(sectors) + 1) * 4 // _SECTOR)
    n_tables = -(-(len(sectors) + n_tables) * 4 // _SECTOR)
    table = [_FREE] * (n_tables * _SECTOR // 4)
    for chain in filter(None, chains):
        for place, following in zip(chain, [*chain[1:], _END], strict=True):
            table[place] = following
    table_start = len(sectors)
    for place in range(n_tables):
        table[table_start + place] = _TABLE
    head = struct.pack("<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0,
                       n_tables, directory_start, 0, 4_096, _END, 0, _END, 0)  # fmt: skip
    places = [table_start + place for place in range(n_tables)] + [_FREE] * (109 - n_tables)
    head += struct.pack("<109I", *places)
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _write_entry(place: int, n_entries: int, entry: tuple[str, int, int, int]) -> bytes:
    """Return an entry of the directory; the streams hang on one another by their right sides."""
    name, kind, start, size = entry
    encoded = name.encode("utf-16-le") + b"\0\0"
    right = place + 1 if 0 < place < n_entries - 1 else _FREE
    below = 1 if place == 0 and n_entries > 1 else _FREE
    return struct.pack("<64sHBBIII36xIQ", encoded, len(encoded), kind, 1, _FREE, right, below, start, size)
