"""Words and counts as few bytes, in forms that NumPy reads at once.

words    numbers, the most frequent lowest: seven bits a byte from the lowest on, the eighth set in all but the last
         (LEB128)
counts   two bits each, four a byte from the lowest on: one less than the count, or 3 when that is 4 or more; these are
         told apart by where they stand

Left out: rows (`row_sets`). What is malformed raises ValueError, or gives wrong numbers.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from qa.arrays import starts_of

__all__ = [
    "LARGE_COUNT",
    "decode_counts",
    "decode_counts_at",
    "decode_words",
    "encode_counts",
    "encode_words",
    "n_bytes",
]

LARGE_COUNT = 4  # that two bits do not tell
_MOST_BYTES = 5  # of a word's number
_IN_BYTE = np.arange(256, dtype=np.uint8)[:, None] >> np.array([0, 2, 4, 6], dtype=np.uint8) & 3  # counts less one

Bytes = npt.NDArray[np.uint8]


def n_bytes(numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return how many bytes each of several words takes."""
    sizes = np.ones(len(numbers), dtype=np.int64)
    for place in range(1, _MOST_BYTES):
        sizes += numbers >= 1 << 7 * place
    return sizes


def encode_words(numbers: npt.NDArray[np.integer]) -> tuple[Bytes, npt.NDArray[np.int64]]:
    """Return the bytes of numbers below 2**32, and how many each takes."""
    numbers = numbers.astype(np.int64)
    sizes = n_bytes(numbers)
    starts = starts_of(sizes)
    encoded = np.empty(starts[-1], dtype=np.uint8)
    for place in range(_MOST_BYTES):
        some = np.flatnonzero(sizes > place)
        encoded[starts[some] + place] = (numbers[some] >> 7 * place & 0x7F) | np.where(sizes[some] > place + 1, 0x80, 0)
    return encoded, sizes


def decode_words(encoded: Bytes) -> npt.NDArray[np.int64]:
    """Return the numbers whose bytes were put one after another."""
    ends = np.flatnonzero(encoded < 0x80)
    if len(encoded) and (not len(ends) or ends[-1] != len(encoded) - 1):
        raise ValueError("a number has no end")
    sizes = np.diff(ends, prepend=-1)
    if sizes.max(initial=0) > _MOST_BYTES:
        raise ValueError("a number has no end")
    starts = ends - sizes + 1
    numbers = (encoded[starts] & 0x7F).astype(np.int64)
    for place in range(1, int(sizes.max(initial=1))):
        some = np.flatnonzero(sizes > place)
        numbers[some] |= (encoded[starts[some] + place] & 0x7F).astype(np.int64) << 7 * place
    return numbers


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
