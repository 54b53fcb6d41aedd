"""One page of a PDF, measured or drawn in a worker process: PDFium serves one thread at a time, and may break down."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from contextlib import closing

import numpy as np
import pypdfium2

from qa.errors import FileDamaged, ReadError
from qa.formats.archive import unpack
from qa.formats.media import is_compressed
from qa.formats.wire import PAGE_HEAD, pack_error

__all__ = ["answer", "write_png"]

_MAX_SIDE = 4_000  # pixels
_LEVEL = 6  # of compression
_PNG = b"\x89PNG\r\n\x1a\n"


def answer(data: bytes, options: Mapping[str, object]) -> bytes:
    """Return the size of a page with its picture as a PNG, or the error that drawing it ends with.

    options: page, its number from 1; scale, pixels a point, 0 for the size alone.
    """
    try:
        return _draw(data, int(str(options["page"])), float(str(options["scale"])))
    except ReadError as exc:
        return pack_error(exc)
    except Exception as exc:  # whatever PDFium does over a hostile page
        return pack_error(FileDamaged(f"The page could not be drawn: {type(exc).__name__}."))


def _draw(data: bytes, number: int, scale: float) -> bytes:
    if is_compressed(data):
        data = unpack(data, "")
    with closing(pypdfium2.PdfDocument(data)) as document:
        if not 1 <= number <= len(document):
            raise FileDamaged(f"It has {len(document)} pages, and none of number {number}.")
        document.init_forms()
        with closing(document[number - 1]) as page:
            width, height = page.get_size()
            head = PAGE_HEAD.pack(b"d", width, height)
            if not scale:
                return head
            fitting = min(scale, _MAX_SIDE / max(width, height, 1.0))
            picture = page.render(scale=fitting, rev_byteorder=True).to_numpy()
    return head + write_png(picture[..., :3])


def write_png(picture: np.ndarray) -> bytes:
    """Return rows of pixels of red, green and blue, a byte each, as a PNG."""
    height, width = picture.shape[:2]
    grey = bool((picture[..., 0] == picture[..., 1]).all() and (picture[..., 1] == picture[..., 2]).all())
    samples = picture[..., 0] if grey else picture.reshape(height, width * 3)
    rows = np.zeros((height, samples.shape[1] + 1), np.uint8)  # each row begins with its filter, which is none
    rows[:, 1:] = samples
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows.tobytes(), _LEVEL)), (b"IEND", b""))
    return _PNG + b"".join(_make_chunk(kind, data) for kind, data in chunks)


def _make_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
