"""Which sentences are quoted beside the best one: those that answer as well, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from qa.types import Evidence

__all__ = ["EXTRA_QUOTE_SHARE", "choose"]

EXTRA_QUOTE_SHARE = 0.9  # a further sentence is quoted when it scores at least this share of the best one's score


def choose(question: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the further sentences to quote, most telling first; empty when the best one says all.

    evidence: best first; at least one.
    """
    return [sentence for sentence in evidence[1:] if sentence.score >= EXTRA_QUOTE_SHARE * evidence[0].score]
