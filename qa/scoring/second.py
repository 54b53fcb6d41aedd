"""The second opinion on sentences: which one is best, and the confidence in it, once the small reader has read them.

A logistic regression on what both opinions say of a sentence tells which one is best; boosted trees on how that stands
give the confidence. Fitted by `python -m eval.training.train_scoring` with scores and confidence of a first
opinion that did not see the question.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from qa.arrays import Floats
from qa.errors import LibraryError
from qa.models.load import load_arrays, load_card
from qa.models.regression import Regression
from qa.scoring.evidence import rank
from qa.scoring.trees import Trees, probability
from qa.types import Evidence, Span

__all__ = [
    "MOST_WINDOWS",
    "READ_CONFIDENCE_FEATURES",
    "READ_FEATURES",
    "SecondModel",
    "compute_read_confidence",
    "compute_read_features",
    "count_windows",
    "load_second_model",
    "put_first",
]

READ_FEATURES = (
    "first",  # log-odds of the sentence by the first opinion
    "first_behind",  # how far they are behind those of the best one
    "odds",  # of the reader's best span over none
    "odds_ahead",  # how far they are ahead of the best ones of another sentence; below 0 behind
    "odds_rank",  # from 0
    "span_share",  # share of the sentence that the span is
    "span_length",  # its logarithm
)
_OPINIONS = (
    "read_odds",  # of the best sentence
    "most_odds",  # of all sentences
    "odds_ahead",  # of the best sentence over the best of the others
    "odds_elsewhere",  # best of another passage
    "agreed",  # whether the first opinion has the same best sentence
    "first",  # log-odds of the best sentence by the first opinion
    "first_best",  # of its own best sentence
    "first_confidence",  # log-odds that this one answers
    "n_read",  # sentences that were read
)
# Of the best sentence as it stands after reading: named as for the first opinion.
_KEPT = (
    "log_odds", "margin", "lead", "share", "expected", "passages", "first_passage", "above_mean", "missing_weight",
    "sentences", "coverage", "rarest_missing", "with_above", "rarest_missing_with_above", "nearest_heading", "headings",
    "asks", "answer_type", "answer_distance", "adds", "terms", "length", "heaviest_held",
)  # fmt: skip
READ_CONFIDENCE_FEATURES = (*_OPINIONS, *_KEPT)
_CERTAIN = 1e-6
_UNREAD = -12.0  # odds of a sentence that was not read
_ALONE = 10.0  # how far ahead of what is not there
MOST_WINDOWS = 3  # those of the training
_SURELY_NOT, _SURELY = -3.9, 2.2  # log-odds of .02 and .9


@dataclass(frozen=True, slots=True, eq=False)
class SecondModel:
    """A regression on `READ_FEATURES`, and trees over `READ_CONFIDENCE_FEATURES`; None while those are fitted."""

    evidence: Regression
    confidence: Trees | None

    def rescore(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Return evidence scored by both opinions, best first, ties by document id and place.

        What was not read keeps its score, lowered by how probably the best that was read answers.
        """
        rows = [row for row, sentence in enumerate(evidence) if sentence.read]
        if not rows:
            return list(evidence)
        weights = np.array([self.evidence.weights[name] for name in READ_FEATURES])
        scores = probability(self.evidence.intercept + compute_read_features(evidence) @ weights)
        given = dict(zip(rows, scores.tolist(), strict=True))
        left = 1.0 - max(given.values())
        return rank(
            replace(sentence, score=given.get(row, sentence.score * left)) for row, sentence in enumerate(evidence)
        )

    def log_odds(self, features: Sequence[float]) -> float:
        """Return the log-odds that the best sentence answers. features: as `compute_read_confidence` returns them."""
        if self.confidence is None:
            raise ValueError("This model has no confidence yet.")
        return float(self.confidence.decision(np.array(features)[None])[0])


def count_windows(first_confidence: float) -> int:
    """Return how many windows are worth reading, by the log-odds of the first opinion.

    Where it is sure, reading more changed no answer of the training sets: one window tells which words answer. Where it
    is sure that nothing does, reading changed a thousandth of them.
    """
    if first_confidence < _SURELY_NOT:
        return 0
    return MOST_WINDOWS if first_confidence <= _SURELY else 1


def put_first(best: Span, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return evidence with the sentence at a place first: it exchanges its score with the one that was.

    So the others stand to the best one as by the first opinion, which the choice of further quotes was fitted on.
    evidence: best first.
    """
    first = evidence[0]
    if first.span == best:
        return list(evidence)
    highest = first.score
    if any(sentence.score == highest for sentence in evidence[1:]):
        highest = math.nextafter(highest, math.inf)  # of equal ones the earlier place would come first
    own = next(sentence.score for sentence in evidence if sentence.span == best)
    scores = {best: highest, first.span: own}
    return rank(replace(sentence, score=scores.get(sentence.span, sentence.score)) for sentence in evidence)


@cache
def load_second_model() -> SecondModel:
    """Return the model that is shipped. Raises LibraryError when its files do not fit this version."""
    card, arrays = load_card("second"), load_arrays("second")
    if set(card["weights"]) != set(READ_FEATURES) or tuple(arrays["features"]) != READ_CONFIDENCE_FEATURES:
        raise LibraryError(
            "The model second.npz was trained on other features than this version has. Install it again."
        )
    return SecondModel(Regression.of(card), Trees.of(arrays))


def compute_read_features(evidence: Sequence[Evidence]) -> Floats:
    """Return the features of the sentences that were read, in the order of the evidence: (n, len(READ_FEATURES)).

    evidence: best first, by the first opinion.
    """
    read = [(sentence, sentence.read) for sentence in evidence if sentence.read]
    first = _log_odds([sentence.score for sentence, _ in read])
    odds = np.array([found.odds for _, found in read])
    sizes = np.array([found.focus.end - found.focus.start for _, found in read], dtype=np.float64)
    lengths = np.array([sentence.span.end - sentence.span.start for sentence, _ in read])
    rank = np.empty(len(read))
    rank[np.argsort(-odds, kind="stable")] = np.arange(len(read))
    ahead = odds - _best_of_others(odds)
    behind = first - _log_odds([evidence[0].score])
    return np.column_stack([first, behind, odds, ahead, rank, sizes / lengths, np.log1p(sizes)])


def compute_read_confidence(
    features: Mapping[str, float], first_confidence: float, before: Sequence[Evidence], evidence: Sequence[Evidence]
) -> list[float]:
    """Return what both opinions say of the best sentence, in the order of `READ_CONFIDENCE_FEATURES`.

    features: `CONFIDENCE_FEATURES` of the evidence. first_confidence: log-odds that the best sentence of the first
    opinion answers. before: the evidence as it was read, by the first opinion. evidence: rescored. Both best first.
    """
    best = evidence[0]
    odds = np.array([sentence.read.odds if sentence.read else _UNREAD for sentence in evidence])
    elsewhere = [value for value, other in zip(odds, evidence, strict=True) if other.passage != best.passage]
    own = next(sentence.score for sentence in before if sentence.span == best.span)
    first, first_best = _log_odds([own, before[0].score]).tolist()
    opinions = [
        odds[0],
        odds.max(),
        odds[0] - _best_of_others(odds)[0],
        max([_UNREAD, *elsewhere]),
        before[0].span == best.span,
        first,
        first_best,
        first_confidence,
        sum(sentence.read is not None for sentence in evidence),
    ]
    return [*map(float, opinions), *(features[name] for name in _KEPT)]


def _log_odds(scores: Sequence[float]) -> Floats:
    clipped = np.clip(scores, _CERTAIN, 1.0 - _CERTAIN)
    return np.asarray(np.log(clipped / (1.0 - clipped)))


def _best_of_others(odds: Floats) -> Floats:
    """Return for each the highest of the other values; where there is none, what is far below."""
    if len(odds) == 1:
        return odds - _ALONE
    second, best = np.sort(odds)[-2:]
    return np.asarray(np.where(odds == best, second, best))
