"""Find the span that answers best in what the network says of each token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["MOST_SPAN", "ReadSpan", "read_ends"]

MOST_SPAN = 60  # tokens of an answer
_NOTHING = 100.0  # how far the odds of what has no token are below none


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """The span of a window that answers best, and how much speaks for it and for none.

    start, end: half-open in the text of the window; equal where it has no token. score: log-odds of its start and end,
    summed, on the network's own scale. none: the same of "no answer here".
    """

    start: int
    end: int
    score: float
    none: float

    @property
    def odds(self) -> float:
        """What speaks for the span over none: above 0 where the network would rather answer."""
        return self.score - self.none


def read_ends(
    ends: npt.NDArray[np.float32], places: Sequence[tuple[int, int] | None], within: tuple[int, int] | None = None
) -> ReadSpan:
    """Return the best span. ends: (length, 2), of each token as start and as end; its first token stands for none.

    places: of each token in the text; None for those that are no part of it. within: the place that the span is to lie
    in, such as a sentence; None for the whole text. Of equal spans the earliest, then the shortest, is taken.
    """
    none = float(ends[0, 0]) + float(ends[0, 1])
    inside = [
        number
        for number, place in enumerate(places)
        if place is not None and (within is None or (within[0] < place[1] and place[0] < within[1]))
    ]
    if not inside:
        start = within[0] if within else 0
        return ReadSpan(start, start, none - _NOTHING, none)
    first, last = inside[0], inside[-1] + 1
    starts, stops = ends[first:last, 0].astype(np.float64), ends[first:last, 1].astype(np.float64)
    n = last - first
    best, at = -np.inf, (0, 0)
    for length in range(min(n, MOST_SPAN)):
        sums = starts[: n - length] + stops[length:]
        start = int(np.argmax(sums))
        if sums[start] > best or (sums[start] == best and start < at[0]):
            best, at = float(sums[start]), (start, start + length)
    (start, _), (_, end) = (places[first + number] or (0, 0) for number in at)
    return ReadSpan(start, end, best, none)
