"""How probably the first quote answers the question.

Boosted trees over what is known of the best sentence: its own features, what speaks against it, and how it stands
beside the others. Fitted by `python -m eval.training.train_scoring` on questions whose answer is there, is not, and
only seems to be. A library may correct it by a calibration of its own (`calibration`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from qa.errors import LibraryError
from qa.models.load import load_arrays
from qa.scoring.features import FEATURES
from qa.scoring.matching.match import Match
from qa.scoring.mismatch import MISMATCHES, describe_mismatch
from qa.scoring.row import Row, values_of
from qa.scoring.term_weights import TermWeights
from qa.scoring.trees import Trees
from qa.types import Evidence

__all__ = [
    "CONFIDENCE_FEATURES",
    "ConfidenceModel",
    "compute_confidence_features",
    "load_confidence_model",
]


_STANDING = (
    "log_odds",  # of the best sentence
    "margin",  # over the next one
    "lead",  # over the best one of another passage
    "share",  # of the best sentence among all, by odds
    "expected",  # sum of the scores: how many sentences should answer
    "passages",
    "first_passage",  # retrieval score of the first passage, then how far the second and the third are behind
    "second_passage",
    "third_passage",
    "above_mean",  # of the sentence's passage, over the mean of all
    "missing_weight",  # share of the question's weight in words that no document holds
    "sentences",
)
CONFIDENCE_FEATURES = (*FEATURES, *MISMATCHES, *_STANDING)
_FAR = 9.0  # log-odds ahead of what is not there
_CERTAIN = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class ConfidenceModel:
    """Trees over `CONFIDENCE_FEATURES`."""

    trees: Trees

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds that a sentence with these features answers."""
        return float(self.trees.decision(values_of(features, CONFIDENCE_FEATURES)[None])[0])


@cache
def load_confidence_model() -> ConfidenceModel:
    """Return the model that is shipped. Raises LibraryError when its file does not fit this version."""
    arrays = load_arrays("confidence")
    if tuple(arrays["features"]) != CONFIDENCE_FEATURES:
        raise LibraryError(
            "The model confidence.npz was trained on other features than this version has. Install it again."
        )
    return ConfidenceModel(Trees.of(arrays))


def compute_confidence_features(evidence: Sequence[Evidence], match: Match, weights: TermWeights) -> Row:
    """Return the features of an answer: those of its best sentence, and how it stands beside the others.

    evidence: best first; at least one. match: the match that it is from.
    """
    best = evidence[0]
    row = match.row(best.span)
    scores = np.clip([sentence.score for sentence in evidence], _CERTAIN, 1.0 - _CERTAIN)
    odds = np.log(scores / (1.0 - scores))
    elsewhere = (value for value, sentence in zip(odds, evidence, strict=True) if sentence.passage != best.passage)
    passages = match.scores
    standing = [
        odds[0],
        odds[0] - odds[1] if len(odds) > 1 else _FAR,
        odds[0] - next(elsewhere, odds[0] - _FAR),
        1.0 / np.exp(odds - odds[0]).sum(),
        scores.sum(),
        len(passages),
        passages[0],
        *(passages[0] - passages[at] if len(passages) > at else passages[0] for at in (1, 2)),
        passages[match.passage[row]] - passages.mean(),
        match.missing_weight,
        match.n,
    ]
    values = np.concatenate([values_of(best.features, FEATURES), describe_mismatch(match, row, weights), standing])
    return Row(CONFIDENCE_FEATURES, values)
