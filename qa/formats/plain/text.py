"""Plain text files: their characters as they are, and nothing else but line ends."""

from __future__ import annotations

from qa.formats.plain.charset import decode
from qa.formats.writing.content import Content

__all__ = ["read_plain"]


def read_plain(data: bytes) -> Content:
    """Read a text file: its text as it is."""
    return Content(decode(data))
