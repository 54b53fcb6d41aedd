"""Parts of a file that tell in which code page it is: what stands around the bytes beyond ASCII."""

from __future__ import annotations

import re

__all__ = ["sample_beyond_ascii"]

_BEYOND = re.compile(rb"[\x80-\xff]")
_SPACE = re.compile(rb"\s")
_WINDOW = 100  # bytes, to the next space
_ENOUGH, _ENOUGH_OF_EACH, _MOST, _MOST_WINDOWS = 2_500, 12, 12_000, 20_000  # bytes; the last: windows looked at
_SAMPLE = 6_000  # bytes of East Asian text


def sample_beyond_ascii(data: bytes) -> tuple[bytes, bytes]:
    """Return pieces of data with what stands around bytes beyond ASCII, and a run that begins with the first of them.

    Enough for the commonest bytes and for the rarest: those that tell code pages apart may be rare.
    """
    pieces: list[bytes] = []
    seen = [0] * 256
    size, position = 0, 0
    for _ in range(_MOST_WINDOWS):
        beyond = _BEYOND.search(data, position)
        if beyond is None or size > _MOST:
            break
        start = max(position, beyond.start() - _WINDOW // 2)
        if start > position:
            space = _SPACE.search(data, start, beyond.start())
            start = space.end() if space else start
        space = _SPACE.search(data, beyond.start() + _WINDOW, beyond.start() + 2 * _WINDOW)
        position = space.start() if space else beyond.start() + _WINDOW
        piece = data[start:position]
        if size < _ENOUGH or any(seen[byte] < _ENOUGH_OF_EACH for byte in piece if byte > 0x7F):
            pieces.append(piece)
            size += len(piece)
            for byte in piece:
                seen[byte] += 1
    first = _BEYOND.search(data)
    start = first.start() if first else 0
    return b"\n".join(pieces), data[start : start + _SAMPLE]
