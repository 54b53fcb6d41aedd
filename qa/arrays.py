"""Names of array types, and what NumPy does in more steps than are needed, or not at all: runs, the best few, numbers
as few bytes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = [
    "Bools",
    "Bytes",
    "Floats",
    "Int32s",
    "Int64s",
    "Ints",
    "decode_numbers",
    "distinct",
    "encode_numbers",
    "n_bytes",
    "nth_best",
    "runs",
    "starts_of",
    "top",
]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Int32s = npt.NDArray[np.int32]
Int64s = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_BLOCK = 64  # scores of which the best is looked at first
_MOST_BYTES = 5  # of a number


def distinct(values: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the different numbers, ascending; empty for none. `np.unique` takes several times as long for a few.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(values)
    last = np.ones(len(ordered), dtype=np.bool_)  # of those that are the same
    last[:-1] = ordered[1:] != ordered[:-1]
    return ordered[last]


def runs(starts: npt.NDArray[np.int64], counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the places of several runs, one after another: `counts[i]` places from `starts[i]` on.

    >>> runs(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    first = np.cumsum(counts) - counts
    return np.asarray(np.arange(counts.sum()) + np.repeat(starts - first, counts))


def starts_of(counts: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return where runs of `counts` begin when one follows another, and at last where the last ends.

    >>> starts_of(np.array([2, 3])).tolist()
    [0, 2, 5]
    """
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def nth_best(scores: Floats, n: int) -> float:
    """Return the `n`-th highest of at least `n` scores.

    >>> nth_best(np.array([0.1, 0.5, 0.5, 0.2]), 3)
    0.2
    """
    n_blocks = len(scores) // _BLOCK
    if n < n_blocks:  # the n-th best of the best of blocks is no better than the n-th best of all
        best = scores[: n_blocks * _BLOCK].reshape(n_blocks, _BLOCK).max(axis=1)
        scores = scores[scores >= np.partition(best, n_blocks - n)[n_blocks - n]]
    return float(np.partition(scores, len(scores) - n)[len(scores) - n])


def top(scores: Floats, k: int) -> Ints:
    """Return the indices of the `k` highest scores, best first, ties by index; all of them when there are fewer.

    >>> top(np.array([0.1, 0.5, 0.5, 0.2]), 3).tolist()
    [1, 2, 3]
    """
    candidates = np.flatnonzero(scores >= nth_best(scores, k)) if 0 < k < len(scores) else np.arange(len(scores))
    return candidates[np.argsort(-scores[candidates], kind="stable")][:k]


def n_bytes(numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return how many bytes each of several numbers takes when it is encoded."""
    sizes = np.ones(len(numbers), dtype=np.int64)
    for place in range(1, _MOST_BYTES):
        sizes += numbers >= 1 << 7 * place
    return sizes


def encode_numbers(numbers: npt.NDArray[np.integer]) -> tuple[Bytes, npt.NDArray[np.int64]]:
    """Return the bytes of numbers from 0 to below 2**35, and how many each takes.

    Seven bits a byte from the lowest on, the eighth set in all but the last (LEB128).
    """
    numbers = numbers.astype(np.int64)
    sizes = n_bytes(numbers)
    starts = starts_of(sizes)
    encoded = np.empty(starts[-1], dtype=np.uint8)
    for place in range(_MOST_BYTES):
        some = np.flatnonzero(sizes > place)
        encoded[starts[some] + place] = (numbers[some] >> 7 * place & 0x7F) | np.where(sizes[some] > place + 1, 0x80, 0)
    return encoded, sizes


def decode_numbers(encoded: Bytes) -> npt.NDArray[np.int64]:
    """Return the numbers whose bytes were put one after another. Raises ValueError where one is cut or too long."""
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
