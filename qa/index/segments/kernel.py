"""What `maxscore` and `ranking.pair_gains` compute, as loops that Numba compiles: the same numbers to the last bit.

Only `compiled` imports this file, once somebody asks for it and Numba is installed. A function is compiled once for
each type of `lengths`, whatever the other types of a segment: those numbers are read from their bytes. What is damaged
raises IndexError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Floats, Int64s
from qa.index.segments.coding import LARGE_COUNT
from qa.index.segments.maxscore import MARGIN, WORTH_A_LOOK

__all__ = ["gains_of", "hopeful"]

_STEPS = 4_096  # that the scores are parted in, to find the n-th best
_LARGE = LARGE_COUNT - 1  # as it is stored
_RUN, _COUNTED, _UNIT = 1 << 16, 256, 16  # rows of a run, between two counts of a dense set, and of one unit of it

F = TypeVar("F", bound=Callable[..., Any])
Bytes = npt.NDArray[np.uint8]
Whole = int | np.int64


def _compiled(function: F) -> F:
    """Compile at the first call, and keep what comes of it beside the file or in the user's cache."""
    made: Any = numba.njit(cache=True, nogil=True, boundscheck=True)(function)
    return cast(F, made)


def _inlined(function: F) -> F:
    """Put what a function does in its callers, for whom a call would take longer than all it does."""
    made: Any = numba.njit(inline="always", boundscheck=True)(function)
    return cast(F, made)


@_inlined
def _number(numbers: Bytes, width: int, place: Whole) -> Whole:
    """Return the number at a place of an array whose numbers take `width` bytes."""
    value = np.int64(numbers[place * width])
    for part in range(1, width):
        value |= np.int64(numbers[place * width + part]) << (8 * part)
    return value


@_compiled
def _large(large_places: Bytes, large_counts: Bytes, widths: Int64s, place: Whole) -> Whole:
    """Return the count of the posting at `place`, one of those that are large."""
    low, high = 0, len(large_places) // widths[0]
    while low < high:
        middle = (low + high) // 2
        if _number(large_places, widths[0], middle) < place:
            low = middle + 1
        else:
            high = middle
    return _number(large_counts, widths[1], low)


@_inlined
def _count(counts: Bytes, large_places: Bytes, large_counts: Bytes, widths: Int64s, place: Whole) -> float:
    """Return the count of the posting at `place`."""
    stored: Whole = (np.int64(counts[place >> 2]) >> ((place & 3) << 1)) & 3
    if stored == _LARGE:
        stored = _large(large_places, large_counts, widths, place) - 1
    return float(stored + 1)


@_inlined
def _bits(unit: Whole) -> Whole:
    """Return how many of 16 bits are set."""
    unit -= (unit >> 1) & 0x5555
    unit = (unit & 0x3333) + ((unit >> 2) & 0x3333)
    unit = (unit + (unit >> 4)) & 0x0F0F
    return (unit + (unit >> 8)) & 0x1F


@_inlined
def _two(units: npt.NDArray[np.uint16], place: Whole) -> Whole:
    """Return the number in two units."""
    return np.int64(units[place]) | np.int64(units[place + 1]) << 16


@_compiled
def _decode(units: npt.NDArray[np.uint16], frequency: int, n_rows: int) -> Int64s:
    """Return the rows of a set, as `row_sets.decode` does."""
    rows = np.empty(frequency, dtype=np.int64)
    per_row = 1 if n_rows <= _RUN else 2
    if len(units) == frequency * per_row:
        for place in range(frequency):
            rows[place] = units[place] if per_row == 1 else _two(units, 2 * place)
        return rows
    n_words = -(-n_rows // 64) * 4
    n = 0
    if len(units) == n_words + 2 * -(-n_rows // _COUNTED):
        for word in range(n_words):
            unit = np.int64(units[word])
            while unit:
                lowest = unit & -unit
                rows[n] = word * _UNIT + _bits(lowest - 1)
                n += 1
                unit ^= lowest
        return rows
    n_runs = -(-n_rows // _RUN)
    for run in range(n_runs):
        for _ in range(_two(units, 2 * run)):
            rows[n] = run * _RUN + units[2 * n_runs + n]
            n += 1
    return rows


@_compiled
def _places(units: npt.NDArray[np.uint16], frequency: int, n_rows: int, rows: Int64s) -> Int64s:
    """Return the place of each of some rows, ascending, in a set, or -1."""
    places = np.full(len(rows), -1, dtype=np.int64)
    is_plain = len(units) == frequency * (1 if n_rows <= _RUN else 2)
    n_words = -(-n_rows // 64) * 4
    if not is_plain and len(units) == n_words + 2 * -(-n_rows // _COUNTED):
        for number in range(len(rows)):
            row = rows[number]
            word, bit = row // _UNIT, row % _UNIT
            unit = np.int64(units[word])
            if (unit >> bit) & 1:
                place = _two(units, n_words + 2 * (row // _COUNTED)) + _bits(unit & ((1 << bit) - 1))
                for earlier in range(row // _COUNTED * (_COUNTED // _UNIT), word):
                    place += _bits(np.int64(units[earlier]))
                places[number] = place
        return places
    is_wide = is_plain and n_rows > _RUN
    n_runs = 0 if is_plain else -(-n_rows // _RUN)
    run = -1
    low: Whole = 0
    end: Whole = frequency if is_plain else 0
    for number in range(len(rows)):
        row = rows[number]
        if not is_plain:
            while run < row // _RUN:
                run += 1
                low = end
                end += _two(units, 2 * run)
            row %= _RUN
        step = 1  # in growing steps to where it must be, from where the one before was
        while (
            low + step < end
            and (_two(units, 2 * (low + step)) if is_wide else np.int64(units[2 * n_runs + low + step])) < row
        ):
            low += step
            step *= 2
        high = min(low + step, end)
        while low < high:
            middle = (low + high) // 2
            if (_two(units, 2 * middle) if is_wide else np.int64(units[2 * n_runs + middle])) < row:
                low = middle + 1
            else:
                high = middle
        if low < end and (_two(units, 2 * low) if is_wide else np.int64(units[2 * n_runs + low])) == row:
            places[number] = low
    return places


@_inlined
def _step(score: float) -> int:
    """Return the step of the histogram that a score is in."""
    return int(min(score, 1.0) * _STEPS)


@_compiled
def _floor(histogram: Int64s, n: int, least: float) -> float:
    """Return a score that the n-th best passage has at least, nearly the highest. The lowest step is left out."""
    n_above, step = 0, _STEPS + 1
    while n_above < n and step > 1:
        step -= 1
        n_above += histogram[step]
    return max(least, step / _STEPS) if n_above >= n else least


@_compiled
def _keep_hopeful(rows: Int64s, values: Floats, least: float) -> int:
    """Move the passages with a score of at least `least` to the front, in their order; return how many there are."""
    n = 0
    for place in range(len(rows)):
        if values[place] >= least:
            rows[n], values[n] = rows[place], values[place]
            n += 1
    return n


@_compiled
def hopeful(  # noqa: PLR0917
    units: npt.NDArray[np.uint16],
    unit_starts: Int64s,
    counts: Bytes,
    posting_starts: Int64s,
    large_places: Bytes,
    large_counts: Bytes,
    lengths: npt.NDArray[np.unsignedinteger],
    widths: Int64s,
    weights: Floats,
    below: Floats,
    which: Int64s,
    n: int,
    among: Bools,
    least: float,
) -> tuple[Int64s, Floats]:
    """Return the rows that may be among the best, ascending, and their scores, as `maxscore.best` finds them.

    Postings of the heaviest terms are added up, as many as have to be read in full; the others are looked up.
    unit_starts, posting_starts: (m, 2) where those of each term begin and end. widths: bytes of a number in
    large_places and large_counts. weights: (m,), descending. below: (l, longest + 1), and which: (m,) its row for each
    term. among: empty for all.
    """
    n_rows, left = len(lengths), weights.sum()
    rows, values = np.empty(0, dtype=np.int64), np.empty(0)
    histogram = np.zeros(_STEPS + 1, dtype=np.int64)
    so_far, place = 0.0, 0
    while place < len(weights):
        frequency = posting_starts[place, 1] - posting_starts[place, 0]
        if left < max(so_far, least) and frequency * WORTH_A_LOOK >= len(rows) and left < _floor(histogram, n, least):
            break
        own = _decode(units[unit_starts[place, 0] : unit_starts[place, 1]], frequency, n_rows)
        held_back, weight, first = below[which[place]], weights[place], posting_starts[place, 0]
        # Two ascending lists become one. It is read from end to end, which is quick however many passages there are.
        old_rows, old_values, n_old, n_merged = rows, values, 0, 0
        rows, values = np.empty(len(old_rows) + frequency, dtype=np.int64), np.empty(len(old_rows) + frequency)
        for number in range(frequency):
            row = own[number]
            while n_old < len(old_rows) and old_rows[n_old] < row:
                rows[n_merged], values[n_merged] = old_rows[n_old], old_values[n_old]
                n_old += 1
                n_merged += 1
            if len(among) and not among[row]:
                continue
            count = _count(counts, large_places, large_counts, widths, first + number)
            score = count / (held_back[lengths[row]] + count) * weight
            if n_old < len(old_rows) and old_rows[n_old] == row:
                histogram[_step(old_values[n_old])] -= 1
                score += old_values[n_old]
                n_old += 1
            histogram[_step(score)] += 1
            rows[n_merged], values[n_merged] = row, score
            n_merged += 1
        n_left = len(old_rows) - n_old
        rows[n_merged : n_merged + n_left], values[n_merged : n_merged + n_left] = old_rows[n_old:], old_values[n_old:]
        rows, values = rows[: n_merged + n_left], values[: n_merged + n_left]
        so_far, left, place = so_far + weight, left - weight, place + 1
    n_hopeful = _keep_hopeful(rows, values, _floor(histogram, n, least) - left - MARGIN)
    rows, values = rows[:n_hopeful], values[:n_hopeful]
    for later in range(place, len(weights)):
        units_of = units[unit_starts[later, 0] : unit_starts[later, 1]]
        frequency = posting_starts[later, 1] - posting_starts[later, 0]
        held_back = below[which[later]]
        histogram = np.zeros(_STEPS + 1, dtype=np.int64)
        at = _places(units_of, frequency, n_rows, rows)
        for number in range(len(rows)):
            if at[number] >= frequency:
                raise IndexError
            if at[number] >= 0:
                count = _count(counts, large_places, large_counts, widths, posting_starts[later, 0] + at[number])
                values[number] += count / (held_back[lengths[rows[number]]] + count) * weights[later]
            histogram[_step(values[number])] += 1
        left -= weights[later]
        n_hopeful = _keep_hopeful(rows, values, _floor(histogram, n, least) - left - MARGIN)
        rows, values = rows[:n_hopeful], values[:n_hopeful]
    return rows, values


@_compiled
def gains_of(words: Bytes, starts: Int64s, pairs: Int64s, gains: Floats) -> Floats:
    """Return the gains that pairs of words add to passages, as `ranking.pair_gains` does: (n,).

    words: of a segment. starts: (n, 2) where the bytes of each passage begin and end. pairs: (p, 2) codes, in the order
    in which gains are added up. gains: (p,) what each adds, once in a passage.
    """
    added = np.zeros(len(starts))
    for number in range(len(starts)):
        held = np.zeros(len(pairs), dtype=np.bool_)
        before, word, shift = np.int64(-1), np.int64(0), 0
        for place in range(starts[number, 0], starts[number, 1]):
            byte = np.int64(words[place])
            word |= (byte & 0x7F) << shift
            if byte >= 0x80:
                shift += 7
                continue
            for pair in range(len(pairs)):
                if pairs[pair, 1] == word and pairs[pair, 0] == before:
                    held[pair] = True
            before, word, shift = word, np.int64(0), 0
        for pair in range(len(pairs)):
            if held[pair]:
                added[number] += gains[pair]
    return added
