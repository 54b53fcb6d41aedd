"""Whether a place shares characters with a gold one: what makes a passage hold an answer, and a quote right."""

from __future__ import annotations

from collections.abc import Sequence

import qa

__all__ = ["first_right", "overlaps"]


def overlaps(a: qa.Span | qa.Passage, b: qa.Span | qa.Passage) -> bool:
    """Return whether two half-open places share a character.

    >>> overlaps(qa.Span("a", 0, 5), qa.Span("a", 4, 9)), overlaps(qa.Span("a", 0, 5), qa.Span("a", 5, 9))
    (True, False)
    """
    return a.document_id == b.document_id and max(a.start, b.start) < min(a.end, b.end)


def first_right(places: Sequence[qa.Span | qa.Passage], gold: Sequence[qa.Span]) -> int | None:
    """Return the rank, from 1, of the first place that overlaps a gold one; None when none does."""
    ranks = (rank for rank, place in enumerate(places, start=1) if any(overlaps(place, span) for span in gold))
    return next(ranks, None)
