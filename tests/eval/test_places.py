"""What it means that two places overlap."""

from __future__ import annotations

import qa
from eval.places import first_right, overlaps


def test_overlap_is_of_characters_in_one_document() -> None:
    assert overlaps(qa.Span("a", 2, 4), qa.Span("a", 3, 9))
    assert not overlaps(qa.Span("a", 2, 4), qa.Span("b", 2, 4))
    assert not overlaps(qa.Span("a", 3, 3), qa.Span("a", 2, 4))
    assert first_right([qa.Span("a", 0, 1), qa.Span("a", 5, 9)], [qa.Span("a", 8, 12)]) == 2
    assert first_right([qa.Span("a", 0, 1)], []) is None
