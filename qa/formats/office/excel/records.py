"""Records of binary Excel parts (.xlsb): a number, a length and bytes each, after MS-XLSB."""

from __future__ import annotations

import struct
from collections.abc import Iterator

__all__ = ["find_records", "read_number", "read_text", "read_whole"]

_MAX_TEXT = 1_000_000  # characters


def find_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each record, as far as they are whole."""
    place, end = 0, len(data)
    while place < end:
        number, place = data[place], place + 1
        if number & 0x80 and place < end:
            number, place = (number & 0x7F) | ((data[place] & 0x7F) << 7), place + 1
        size = shift = 0
        for _ in range(4):
            if place >= end:
                return
            byte, place = data[place], place + 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if place + size > end:
            return
        yield number, data[place : place + size]
        place += size


def read_text(data: bytes, place: int) -> tuple[str, int]:
    """Return a text that begins at `place` with its length, and where it ends; empty when it is not whole."""
    length = read_whole(data, place)
    end = place + 4 + 2 * length
    if length > _MAX_TEXT or end > len(data):
        return "", min(place + 4, len(data))
    return data[place + 4 : end].decode("utf-16-le", "replace"), end


def read_whole(data: bytes, place: int, size: int = 4) -> int:
    """Return the whole number of `size` bytes at `place`; 0 behind the end."""
    return int.from_bytes(data[place : place + size], "little")


def read_number(data: bytes, place: int) -> float:
    """Return the number at `place`: eight bytes, or four in the short way."""
    if len(data) >= place + 8:
        return float(struct.unpack_from("<d", data, place)[0])
    if len(data) < place + 4:
        return 0.0
    raw = read_whole(data, place)
    if raw & 2:
        number = float((raw >> 2) - ((raw >> 31) << 30))
    else:
        number = float(struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFFFFFC) << 32))[0])
    return number / 100 if raw & 1 else number
