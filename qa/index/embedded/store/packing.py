"""What a row keeps of a passage in few bytes: where its words stand on the pages, deflated."""

from __future__ import annotations

import zlib

__all__ = ["deflate", "inflate"]

_MOST = 45  # bytes for a character: what the numbers of a word come to that is alone in its line


def deflate(data: bytes) -> bytes | None:
    """Return bytes deflated; None for none, which takes no room in a row."""
    return zlib.compress(data) if data else None


def inflate(data: bytes | None, n_characters: int) -> bytes:
    """Return the bytes that were deflated, of a passage of so many characters.

    Raises ValueError for any others, and for what unpacks to more than that many characters can have.
    """
    if data is None:
        return b""
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(data, _MOST * (n_characters + 1))
    except (zlib.error, TypeError) as exc:
        raise ValueError("its boxes of words are no bytes that were deflated") from exc
    if not inflater.eof:
        raise ValueError("its boxes of words are cut off, or too many")
    return inflated
