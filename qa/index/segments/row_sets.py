"""Sets of rows in units of two bytes, in forms that NumPy reads at once.

The form of a set is the shortest, and follows from how many rows it has, so it is not written down; the first named
when two are as short:

plain   each row, in two units where the segment has more rows than one unit can tell apart
dense   a bit for each row of the segment, in words of 64, the lowest first; then, for each 256 rows, how many of the
        set come before them, in two units
split   how many rows each run of 65,536 has, in two units each; then the lower half of each row

Rows ascend, and numbers are little-endian. What is malformed raises ValueError, or gives wrong numbers.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Int64s, Ints, runs, starts_of

__all__ = ["decode", "decode_all", "encode_all", "find", "n_units"]

_RUN = 1 << 16  # rows that a unit can tell apart
_COUNTED = 256  # rows of a dense set of which it is known how many come before
_WORD = 64

Units = npt.NDArray[np.uint16]


def n_units(frequencies: npt.NDArray[np.integer], n_rows: int) -> Int64s:
    """Return how many units each of several sets takes. frequencies: how many rows each has. n_rows: of the segment."""
    frequencies = frequencies.astype(np.int64)
    split = frequencies + 2 * _n_runs(n_rows)
    return np.asarray(np.minimum(np.minimum(frequencies * _per_row(n_rows), _n_dense(n_rows)), split))


def encode_all(rows: npt.NDArray[np.integer], frequencies: Int64s, n_rows: int) -> Units:
    """Return the units of several sets, one after another. frequencies: how many of `rows` are of each."""
    sizes = n_units(frequencies, n_rows)
    places, begins = starts_of(sizes), starts_of(frequencies)
    units = np.empty(places[-1], dtype=np.uint16)
    is_plain, is_dense = _is_plain(sizes, frequencies, n_rows), sizes == _n_dense(n_rows)
    own = rows[runs(begins[:-1][is_plain], frequencies[is_plain])]
    units[runs(places[:-1][is_plain], sizes[is_plain])] = own.astype(f"<u{2 * _per_row(n_rows)}").view("<u2")
    for number in np.flatnonzero(~is_plain).tolist():
        own = rows[begins[number] : begins[number + 1]]
        as_form = _as_dense if is_dense[number] else _as_split
        units[places[number] : places[number + 1]] = as_form(own, n_rows)
    return units


def decode_all(units: Units, frequencies: Int64s, n_rows: int) -> Ints:
    """Return the rows of several sets, one after another. frequencies: how many rows each has."""
    sizes = n_units(frequencies, n_rows)
    places, begins = starts_of(sizes), starts_of(frequencies)
    rows = np.empty(begins[-1], dtype=np.intp)
    is_plain = _is_plain(sizes, frequencies, n_rows)
    own = units[runs(places[:-1][is_plain], sizes[is_plain])]
    rows[runs(begins[:-1][is_plain], frequencies[is_plain])] = own.view(f"<u{2 * _per_row(n_rows)}")
    for number in np.flatnonzero(~is_plain).tolist():
        own = units[places[number] : places[number + 1]]
        rows[begins[number] : begins[number + 1]] = decode(own, int(frequencies[number]), n_rows)
    return rows


def decode(units: Units, frequency: int, n_rows: int) -> Ints:
    """Return the `frequency` rows of one set. units: all that are of it."""
    if len(units) == frequency * _per_row(n_rows):
        return units.view(f"<u{2 * _per_row(n_rows)}").astype(np.intp)
    if len(units) == _n_dense(n_rows):
        words, _ = _dense_parts(units, n_rows)
        rows = np.flatnonzero(np.unpackbits(words.view(np.uint8), bitorder="little", count=n_rows).view(bool))
        if len(rows) != frequency:
            raise ValueError("a set has another number of rows")
        return rows
    n_runs = _n_runs(n_rows)
    counts = units[: 2 * n_runs].view("<u4")
    if counts.sum(dtype=np.int64) != frequency:
        raise ValueError("a set has another number of rows")
    rows = units[2 * n_runs :].astype(np.intp)
    rows += np.repeat(np.arange(n_runs) * _RUN, counts)
    return rows


def find(units: Units, frequency: int, n_rows: int, wanted: Ints) -> tuple[Ints, Ints]:
    """Return which of the `wanted` rows are in one set, by their places there, and where each is among its rows."""
    if len(units) == _n_dense(n_rows) != frequency * _per_row(n_rows):
        return _find_dense(units, frequency, n_rows, wanted)
    rows = decode(units, frequency, n_rows)
    at = np.minimum(np.searchsorted(rows, wanted), frequency - 1)
    held = np.flatnonzero(rows[at] == wanted)
    return held, at[held]


def _find_dense(units: Units, frequency: int, n_rows: int, wanted: Ints) -> tuple[Ints, Ints]:
    words, before = _dense_parts(units, n_rows)
    bits = (wanted % _WORD).astype(np.uint64)
    held = np.flatnonzero(words[wanted // _WORD] >> bits & np.uint64(1))
    rows = wanted[held]
    own = rows // _WORD
    at = before[rows // _COUNTED].astype(np.intp)
    first = rows // _COUNTED * (_COUNTED // _WORD)
    for place in range(_COUNTED // _WORD - 1):
        word = first + place
        earlier = word < own
        at[earlier] += np.bitwise_count(words[word[earlier]])
    at += np.bitwise_count(words[own] & ((np.uint64(1) << bits[held]) - np.uint64(1)))
    if at.max(initial=0) >= frequency:
        raise ValueError("a set has another number of rows")
    return held, at


def _as_dense(rows: npt.NDArray[np.integer], n_rows: int) -> Units:
    bits = np.zeros(-(-n_rows // _WORD) * _WORD, dtype=bool)
    bits[rows] = True
    before = np.searchsorted(rows, np.arange(0, n_rows, _COUNTED)).astype("<u4")
    return np.concatenate([np.packbits(bits, bitorder="little").view("<u2"), before.view("<u2")])


def _dense_parts(units: Units, n_rows: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint32]]:
    end = -(-n_rows // _WORD) * (_WORD // 16)
    return units[:end].view("<u8"), units[end:].view("<u4")


def _as_split(rows: npt.NDArray[np.integer], n_rows: int) -> Units:
    counts = np.bincount(rows // _RUN, minlength=_n_runs(n_rows)).astype("<u4").view("<u2")
    return np.concatenate([counts, (rows % _RUN).astype("<u2")])


def _is_plain(sizes: Int64s, frequencies: Int64s, n_rows: int) -> Bools:
    return np.asarray(sizes == frequencies * _per_row(n_rows))


def _per_row(n_rows: int) -> int:
    """Return how many units a row takes by itself."""
    return 1 if n_rows <= _RUN else 2


def _n_dense(n_rows: int) -> int:
    """Return how many units a dense set takes."""
    return -(-n_rows // _WORD) * (_WORD // 16) + 2 * -(-n_rows // _COUNTED)


def _n_runs(n_rows: int) -> int:
    return -(-n_rows // _RUN)
