"""Rich text as Outlook compresses it (LZFu, MS-OXRTFCP), and back."""

from __future__ import annotations

import struct

__all__ = ["decompress_rtf"]

_START = (  # what the window that is referred to holds at first
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
    b"\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4_096  # bytes
_MAX_SIZE = 200_000_000  # bytes


def decompress_rtf(data: bytes) -> bytes:
    """Return the rich text; as much as there is of what is broken, nothing of what is no such text."""
    if len(data) < 16:
        return b""
    size, kind = struct.unpack_from("<I4s", data, 4)
    if kind == b"MELA":
        return data[16 : 16 + size]
    if kind != b"LZFu":
        return b""
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    at = len(_START)
    text = bytearray()
    place = 16
    limit = min(size, _MAX_SIZE)
    while place < len(data) and len(text) < limit:
        control = data[place]
        place += 1
        for bit in range(8):
            if place >= len(data):
                break
            if not control >> bit & 1:
                letters = data[place : place + 1]
                place += 1
                text += letters
                window[at] = letters[0]
                at = (at + 1) % _WINDOW
                continue
            if place + 2 > len(data):
                return bytes(text[:limit])
            reference = data[place] << 8 | data[place + 1]
            place += 2
            start, length = reference >> 4, (reference & 15) + 2
            if start == at:
                return bytes(text[:limit])
            for step in range(length):
                letter = window[(start + step) % _WINDOW]
                text.append(letter)
                window[at] = letter
                at = (at + 1) % _WINDOW
    return bytes(text[:limit])
