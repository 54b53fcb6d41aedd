"""The best passages of one segment by words, without reading the postings that cannot change which these are.

MaxScore (Turtle & Flood 1995, "Query evaluation: strategies and optimizations"): terms are taken heaviest first, and
their scores are added up passage by passage. No term adds more than its weight, so as soon as all that are left weigh
less than the n-th best score so far, only passages that have nearly that much can still be among the best. The other
terms are looked up for these alone, which are fewer after each, and the long postings of common terms are not read.

The score of a passage is a sum over terms in one order, whichever way it is read, so it is the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Floats, Int64s, Ints, distinct, nth_best, top
from qa.index.segments.segment import Segment

__all__ = ["MARGIN", "WORTH_A_LOOK", "AskedTerm", "Scratch", "best"]

MARGIN = 1e-9  # more than what rounding can do to a sum of weights, which is 1 at the most
_TOGETHER = 8_192  # postings that are read in one go
WORTH_A_LOOK = 2  # the n-th best score is looked for before a list of this share of what was read


class AskedTerm(NamedTuple):
    """A term of a question in one segment.

    term: its number there. weight: what it adds at most. below: by the length of a passage in words, what is added
    below the fraction of the weight.
    """

    term: int
    weight: float
    below: Floats


class Scratch:
    """An array of scores, 0 between two uses, that is kept so as not to be made for each question."""

    def __init__(self, n_passages: int) -> None:
        self._n_passages = n_passages
        self._scores: Floats | None = None

    def take(self) -> Floats:
        """Return the array, all 0, to be given back; another one until then."""
        scores, self._scores = self._scores, None
        return np.zeros(self._n_passages) if scores is None else scores

    def give_back(self, scores: Floats, rows: Ints) -> None:
        """Keep the array for the next use. rows: all that are not 0."""
        scores[rows] = 0.0
        self._scores = scores


def best(  # noqa: PLR0917
    segment: Segment, asked: Sequence[AskedTerm], n: int, among: Bools | None, least: float, scratch: Scratch
) -> tuple[Ints, Floats]:
    """Return the rows of the `n` best passages, best first, ties by row, and their scores, in (0, 1].

    asked: heaviest first; sums are made in that order. among: of shape (n_passages,), which may be found; None for
    all. least: of passages with a lower score, any may be missing. Raises IndexError or ValueError for damage.
    """
    scores = scratch.take()
    rows, n_added = _added(segment, asked, n, among, least, scores)
    values = scores[rows]
    scratch.give_back(scores, rows)
    left = sum(one.weight for one in asked[n_added:])
    rows, values = _hopeful(rows, values, n, left, least)
    order = np.argsort(rows)
    rows, values = rows[order], values[order]
    for one in asked[n_added:]:
        counts = segment.counts_at(one.term, rows)
        values = values + _shares([one], np.array([len(rows)]), counts, segment.lengths.take(rows))
        left -= one.weight
        rows, values = _hopeful(rows, values, n, left, least)
    values = np.minimum(values, 1.0)
    chosen = top(values, n)
    return rows[chosen], values[chosen]


def _added(  # noqa: PLR0917
    segment: Segment, asked: Sequence[AskedTerm], n: int, among: Bools | None, least: float, scores: Floats
) -> tuple[Ints, int]:
    """Add up the scores of the heaviest terms, as many as have to be read in full.

    Returns the rows that have a score, in no order, and how many terms were added.
    """
    scored = [np.empty(0, dtype=np.intp)]
    n_scored = place = 0
    added, left = 0.0, sum(one.weight for one in asked)
    for group, n_postings in _groups(segment, asked):
        if left < max(added, least) and n_postings * WORTH_A_LOOK >= n_scored:
            rows = np.concatenate(scored)
            if left < _floor(scores[rows], n, least):
                return rows, place
        rows, counts, frequencies = segment.postings(np.array([one.term for one in group]))
        own = _shares(group, frequencies, counts.astype(np.float64), segment.lengths.take(rows))
        if among is not None:
            held = among[rows]
            rows, own = rows[held], own[held]
        new = rows[scores[rows] == 0.0]
        scored.append(new if len(group) == 1 else distinct(new))
        np.add.at(scores, rows, own)  # one after the other, so in the order of terms
        n_scored += len(scored[-1])
        place += len(group)
        weight = sum(one.weight for one in group)
        added, left = added + weight, left - weight
    return np.concatenate(scored), len(asked)


def _groups(segment: Segment, asked: Sequence[AskedTerm]) -> Iterator[tuple[list[AskedTerm], int]]:
    """Yield terms that are read in one go, with the number of their postings: those of few, or one of many."""
    group: list[AskedTerm] = []
    n_postings = 0
    for one in asked:
        frequency = segment.frequency(one.term)
        if group and n_postings + frequency > _TOGETHER:
            yield group, n_postings
            group, n_postings = [], 0
        group.append(one)
        n_postings += frequency
    if group:
        yield group, n_postings


def _shares(
    group: Sequence[AskedTerm],
    frequencies: Int64s,
    counts: Floats,
    lengths: npt.NDArray[np.unsignedinteger],
) -> Floats:
    """Return the shares that terms add to the scores of passages that hold them so many times, term by term."""
    own = np.empty(len(counts))
    start = 0
    for one, end in zip(group, np.cumsum(frequencies).tolist(), strict=True):
        own[start:end] = one.below.take(lengths[start:end])
        start = end
    own += counts  # in place: new arrays of this size cost as much as the sums
    np.divide(counts, own, out=own)
    own *= np.repeat([one.weight for one in group], frequencies)
    return own


def _hopeful(rows: Ints, values: Floats, n: int, left: float, least: float) -> tuple[Ints, Floats]:
    """Return the passages that may still be among the best when they gain no more than `left`."""
    keep = values >= _floor(values, n, least) - left - MARGIN
    return rows[keep], values[keep]


def _floor(values: Floats, n: int, least: float) -> float:
    """Return a score that the n-th best passage has at least. values: scores that can only grow."""
    if len(values) < n:
        return least
    return max(least, min(nth_best(values, n), 1.0))
