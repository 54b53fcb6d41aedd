"""Files compressed with gzip: unpacked within limits, so that a small file cannot fill the memory."""

from __future__ import annotations

import gzip
import io
import zlib

from qa.errors import FileDamaged, FileTooLarge

__all__ = ["MAX_RATIO", "MAX_UNPACKED_BYTES", "unpack"]

MAX_UNPACKED_BYTES = 100_000_000
MAX_RATIO = 200  # unpacked to packed bytes; text reaches 5 to 20, tables and logs 100
_SMALL = 10_000_000  # bytes, up to which any ratio is fine
_CHUNK = 1_000_000  # bytes


def unpack(data: bytes, name: str) -> bytes:
    """Return what the gzip file `data` holds. Raises FileTooLarge or FileDamaged."""
    parts: list[bytes] = []
    n_bytes = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while part := file.read(_CHUNK):
                parts.append(part)
                n_bytes += len(part)
                if n_bytes > MAX_UNPACKED_BYTES or n_bytes > max(_SMALL, MAX_RATIO * len(data)):
                    raise FileTooLarge(
                        f"{name!r} has {len(data):,} bytes and unpacks to more than {n_bytes:,}; the limits are "
                        f"{MAX_UNPACKED_BYTES:,} bytes and {MAX_RATIO} times its size. Unpack it and add its parts."
                    )
    except (EOFError, OSError, zlib.error) as exc:
        raise FileDamaged(f"{name!r} cannot be unpacked: {exc}. Compress it anew, or add it unpacked.") from exc
    return b"".join(parts)
