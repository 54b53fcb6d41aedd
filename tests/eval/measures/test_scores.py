"""Questions scored one by one."""

from __future__ import annotations

import qa
from eval.measures.scores import sentence_scores


def test_no_quote_and_no_gold_score_nothing() -> None:
    assert sentence_scores([], [qa.Span("d", 0, 1)]) == (0.0, 0.0, 0.0)
    assert sentence_scores([qa.Span("d", 0, 1)], []) == (0.0, 0.0, 0.0)
