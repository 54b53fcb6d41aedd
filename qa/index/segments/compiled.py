"""The quickest way to rank that there is: compiled, once it was loaded and where Numba is installed, or `maxscore`'s.

Both find the same passages with the same scores. Numba takes half a second to import, and some seconds to compile the
first time on a machine, so it is loaded on demand only, and never while a question waits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Floats, Int64s, Ints, top
from qa.index.segments import maxscore
from qa.index.segments.layout import DamagedSegment, Numbers
from qa.index.segments.maxscore import AskedTerm, Scratch
from qa.index.segments.segment import Segment
from qa.ranking.formulas import pair_gains

__all__ = ["best", "gains", "load"]

_LENGTHS = (np.uint8, np.uint16)  # types that are compiled for: passages of up to 65,535 words

logger = logging.getLogger(__name__)


class _Loaded:
    """The compiled functions of this process, once there are any."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.kernel: ModuleType | None = None
        self.tried = False


_LOADED = _Loaded()


def load() -> bool:
    """Import and compile what ranks, unless that was done or Numba is not there; tell whether it is compiled now.

    What fails is logged, and tried once only.
    """
    with _LOADED.lock:
        if not _LOADED.tried:
            _LOADED.tried = True
            if find_spec("numba") is not None:
                try:
                    _LOADED.kernel = _compiled()
                except Exception as exc:  # of an installation that does not work, which may be anything
                    logger.warning(
                        "Ranking is not compiled, so questions take longer (%s: %s).", type(exc).__name__, exc
                    )
    return _LOADED.kernel is not None


def _compiled() -> ModuleType:
    from qa.index.segments import kernel  # noqa: PLC0415

    ranges = np.zeros((2, 2), dtype=np.int64)
    lengths: Numbers
    for kind in _LENGTHS:
        units, counts = np.zeros(1, dtype=np.uint16), np.zeros(1, dtype=np.uint8)
        numbers = np.zeros(0, dtype=np.uint8)
        lengths = np.ones(1, dtype=kind)
        for array in (units, counts, numbers, lengths):
            array.flags.writeable = False  # as those of a segment are, which makes another type of them
        asked = (np.ones(2, dtype=np.int64), np.ones(2), np.ones((1, 2)), np.zeros(2, dtype=np.int64), 1)
        among = np.empty(0, dtype=np.bool_)
        kernel.hopeful(units, ranges, counts, ranges, numbers, numbers, lengths, *asked, among, 0.0)
        kernel.gains_of(counts, ranges, ranges, np.zeros(2))
    return kernel


def best(  # noqa: PLR0917
    segment: Segment, asked: Sequence[AskedTerm], n: int, among: Bools | None, least: float, scratch: Scratch
) -> tuple[Ints, Floats]:
    """Return the rows and scores that `maxscore.best` returns."""
    kernel = _LOADED.kernel
    if kernel is None or not asked or segment.lengths.dtype not in _LENGTHS:
        return maxscore.best(segment, asked, n, among, least, scratch)
    terms = np.array([one.term for one in asked])
    below = list({id(one.below): one.below for one in asked}.values())
    which = np.array([next(place for place, one in enumerate(below) if one is own.below) for own in asked])
    rows, values = kernel.hopeful(
        segment.rows,
        _ranges(segment, segment.row_starts, terms, len(segment.rows)),
        segment.counts,
        _ranges(segment, segment.posting_starts, terms, segment.n_postings),
        segment.large_places.view(np.uint8),
        segment.large_counts.view(np.uint8),
        segment.lengths,
        np.array([segment.large_places.itemsize, segment.large_counts.itemsize]),
        np.array([one.weight for one in asked]),
        np.stack(below),
        which,
        n,
        np.empty(0, dtype=np.bool_) if among is None else among,
        least,
    )
    values = np.minimum(values, 1.0)
    chosen = top(values, n)
    return rows[chosen], values[chosen]


def gains(segment: Segment, rows: Ints, pairs: Mapping[tuple[int, int], float]) -> Floats:
    """Return the gains that pairs of words, by code, add to the passages at `rows`, as `ranking.pair_gains` does."""
    kernel = _LOADED.kernel
    if kernel is None or not pairs:
        words, starts = segment.words_at(rows)
        return pair_gains(pairs, np.arange(len(rows)), words, starts)
    added: Floats = kernel.gains_of(
        segment.words,
        _ranges(segment, segment.word_starts, rows, len(segment.words)),
        np.array([*pairs]),
        np.array([*pairs.values()]),
    )
    return added


def _ranges(segment: Segment, starts: npt.NDArray[Any], places: npt.NDArray[np.integer], end: int) -> Int64s:
    """Return where runs begin and end: (len(places), 2). Raises DamagedSegment where they reach too far."""
    ranges = np.stack([starts[places], starts[places + 1]], axis=1).astype(np.int64)
    if (ranges[:, 0] > ranges[:, 1]).any() or ranges.max(initial=0) > end:
        raise DamagedSegment(segment.name, "has terms or words that lead nowhere")
    return ranges
