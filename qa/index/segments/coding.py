"""Words and counts as few bytes, in forms that NumPy reads at once.

words    numbers, the most frequent lowest, as `qa.arrays` encodes them
counts   two bits each, four a byte from the lowest on: one less than the count, or 3 when that is 4 or more; these are
         told apart by where they stand

Left out: rows (`row_sets`). What is malformed raises ValueError, or gives wrong numbers.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from qa.arrays import Bytes

__all__ = [
    "LARGE_COUNT",
    "decode_counts",
    "decode_counts_at",
    "encode_counts",
]

LARGE_COUNT = 4  # that two bits do not tell
_IN_BYTE = np.arange(256, dtype=np.uint8)[:, None] >> np.array([0, 2, 4, 6], dtype=np.uint8) & 3  # counts less one


def encode_counts(counts: npt.NDArray[np.integer]) -> Bytes:
    """Return the bytes of counts, none below 1."""
    padded = np.ones(-(-len(counts) // 4) * 4, dtype=np.uint8)
    padded[: len(counts)] = np.minimum(counts, LARGE_COUNT)
    fours = (padded - 1).reshape(-1, 4)
    return np.asarray(fours[:, 0] | fours[:, 1] << 2 | fours[:, 2] << 4 | fours[:, 3] << 6)


def decode_counts(encoded: Bytes, start: int, end: int) -> Bytes:
    """Return the counts from place `start` to before `end`; `LARGE_COUNT` for all that are no less."""
    counts = _IN_BYTE.take(encoded[start // 4 : -(-end // 4)], axis=0).reshape(-1)
    return np.asarray(counts[start % 4 : start % 4 + end - start] + np.uint8(1))


def decode_counts_at(encoded: Bytes, places: npt.NDArray[np.integer]) -> Bytes:
    """Return the counts at `places`; `LARGE_COUNT` for all that are no less."""
    return np.asarray((encoded[places >> 2] >> ((places & 3) << 1).astype(np.uint8) & 3) + np.uint8(1))
