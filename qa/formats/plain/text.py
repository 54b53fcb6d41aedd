"""Plain text files: their characters as they are, and nothing else but line ends."""

from __future__ import annotations

from qa.formats.plain.charset import decode_with_notices
from qa.formats.writing.content import Content

__all__ = ["read_plain"]


def read_plain(data: bytes) -> Content:
    """Read a text file: its text as it is."""
    decoded = decode_with_notices(data)
    return Content(decoded.text, notices=decoded.notices)
