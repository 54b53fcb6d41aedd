"""How probably the best sentence, in its paragraph and under its headings, is about a topic.

A topic asks for no fact, so that what tells whether a sentence answers says little: what counts is how much of the
topic stands in the paragraph and above it, and whether anything rare is missing there. A logistic regression, fitted by
`python -m eval.training.topics.train` on topics made of headings and sentences, with their documents and without them;
`models/topic.json` has its numbers and how well it did.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

from qa.errors import LibraryError
from qa.models.load import load_card
from qa.models.regression import Regression
from qa.preparing.paragraphs import find_paragraph
from qa.scoring.matching.match import Match
from qa.types import Evidence

__all__ = ["TOPIC_FEATURES", "describe_topic", "load_topic_model"]

TOPIC_FEATURES = (
    "held",  # share of the topic that the paragraph, what leads to it and its headings hold
    "held_below",  # that the paragraph holds
    "held_best",  # that the best sentence holds
    "held_above",  # that what leads to it and the nearest heading hold
    "whole",  # whether nothing of the topic is missing there
    "rarest_missing",  # share of the word that counts for most of those that are missing there
    "unknown",  # share of the words that no document holds
    "passage",  # retrieval score of its passage
    "margin",  # over the best of another document
    "score",  # log-odds of the sentence
    "odds",  # log-odds that it answers a question of these words
    "alone",  # whether the topic is one word
)
_MOST = 5.0  # log-odds: beyond them nothing more is said
_HELD = 0.5  # of a term: another form of it that is so alike is held
_LEAST = 1e-9


@cache
def load_topic_model() -> Regression:
    """Return what gives the log-odds that the best sentence is about a topic, by its features.

    Raises LibraryError when its card does not fit this version.
    """
    card = load_card("topic")
    if set(card["weights"]) != set(TOPIC_FEATURES):
        raise LibraryError("The model topic.json was fitted on other features than this version has. Install it again.")
    return Regression.of(card)


def describe_topic(match: Match, evidence: Sequence[Evidence], odds: float) -> dict[str, float]:
    """Return the features of the best sentence of some evidence, by name.

    odds: log-odds that it answers, by the model of questions.
    """
    best, shares = evidence[0], match.query.sought_shares
    if not shares.any():
        shares = match.query.shares
    row = match.row(best.span)
    start = row - int(match.place[row])
    paragraph = find_paragraph(best.passage, (best.span.start, best.span.end), lines=True)
    below = match.soft[start + paragraph.start : start + paragraph.stop].max(axis=0)
    nearest = np.maximum(match.above.lead[row], match.above.nearest[row])
    above = np.maximum(nearest, match.above.headings[row])
    held = np.maximum(below, above)
    missing = np.where(held < _HELD, shares, 0.0)
    hits = [(hit.score, hit.passage) for hit in match.hits]
    score = hits[int(match.passage[row])][0]
    others = max((other for other, passage in hits if passage.document_id != best.span.document_id), default=0.0)
    return {
        "held": float(held @ shares),
        "held_below": float(below @ shares),
        "held_best": float(match.soft[row] @ shares),
        "held_above": float(nearest @ shares),
        "whole": float(not missing.any()),
        "rarest_missing": float(missing.max(initial=0.0)),
        "unknown": match.missing_weight,
        "passage": score,
        "margin": score - others,
        "score": _bound(math.log((best.score + _LEAST) / (1.0 - best.score + _LEAST))),
        "odds": _bound(odds),
        "alone": float(np.count_nonzero(shares) == 1),
    }


def _bound(log_odds: float) -> float:
    return max(-_MOST, min(_MOST, log_odds))
