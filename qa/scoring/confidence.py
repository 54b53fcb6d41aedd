"""The probability that the first quote answers the question, and when to stay silent.

Boosted trees over what is known of the best sentence: its own features, what speaks against it, and how it stands
beside the others. Fitted by `python -m eval.training.train_scoring` on questions whose answer is there, is not, and
only seems to be. A library may carry a calibration of its own, fitted on its owner's questions, which corrects the
log-odds by a straight line (Platt 1999).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Self

import numpy as np

from qa.errors import InvalidOption, LibraryError
from qa.models.load import load_arrays
from qa.scoring.features import FEATURES
from qa.scoring.match import Match, Row, values_of
from qa.scoring.mismatch import MISMATCHES, mismatch
from qa.scoring.term_weights import TermWeights
from qa.scoring.trees import Trees
from qa.types import Evidence

__all__ = [
    "CONFIDENCE_FEATURES",
    "DEFAULT_THRESHOLD",
    "Calibration",
    "ConfidenceModel",
    "confidence_features",
    "confidence_model",
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
DEFAULT_THRESHOLD = (
    0.33  # a wrong quote is shown with its source and confidence: it costs half of what a right one gains
)
_FAR = 9.0  # log-odds ahead of what is not there
_CERTAIN = 1e-6


@dataclass(frozen=True, slots=True)
class Calibration:
    """A correction of the shipped probability, p' = logistic(slope * log-odds(p) + intercept), and the threshold.

    slope: above 0. threshold: in [0, 1]; below it nothing is quoted. By default nothing is corrected.
    Raises InvalidOption for other values.
    """

    slope: float = 1.0
    intercept: float = 0.0
    threshold: float = DEFAULT_THRESHOLD

    def __post_init__(self) -> None:
        if not (math.isfinite(self.slope) and self.slope > 0 and math.isfinite(self.intercept)):
            raise InvalidOption(f"The calibration has slope {self.slope} and intercept {self.intercept}: fit it again.")
        if not 0.0 <= self.threshold <= 1.0:
            raise InvalidOption(f"The threshold is {self.threshold}: it must be in [0, 1].")

    def corrected(self, log_odds: float) -> float:
        """Return the probability in [0, 1] for log-odds of the shipped model. It never falls as they rise."""
        return 0.5 * (1.0 + math.tanh(0.5 * (self.slope * log_odds + self.intercept)))

    def as_text(self) -> str:
        """Return it as JSON; `of_text` gives back the very same numbers."""
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Return the calibration that `as_text` wrote. Raises LibraryError for any other text."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError, OverflowError) as exc:
            raise LibraryError(
                f"The calibration that is kept with the library cannot be used: {text[:100]!r} ({exc}). Go back to "
                "the shipped one with `quoth eval --reset --library DIR`."
            ) from exc


@dataclass(frozen=True, slots=True, eq=False)
class ConfidenceModel:
    """Trees over `CONFIDENCE_FEATURES`."""

    trees: Trees

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds that a sentence with these features answers."""
        return float(self.trees.decision(values_of(features, CONFIDENCE_FEATURES)[None])[0])


@cache
def confidence_model() -> ConfidenceModel:
    """Return the model that is shipped. Raises LibraryError when its file does not fit this version."""
    arrays = load_arrays("confidence")
    if tuple(arrays["features"]) != CONFIDENCE_FEATURES:
        raise LibraryError(
            "The model confidence.npz was trained on other features than this version has. Install it again."
        )
    return ConfidenceModel(Trees.of(arrays))


def confidence_features(evidence: Sequence[Evidence], found: Match, weights: TermWeights) -> Row:
    """Return the features of an answer: those of its best sentence, and how it stands beside the others.

    evidence: best first; at least one. found: the match that it is from.
    """
    best = evidence[0]
    row = found.row(best.span)
    scores = np.clip([sentence.score for sentence in evidence], _CERTAIN, 1.0 - _CERTAIN)
    odds = np.log(scores / (1.0 - scores))
    elsewhere = (value for value, sentence in zip(odds, evidence, strict=True) if sentence.passage != best.passage)
    passages = found.scores
    standing = [
        odds[0],
        odds[0] - odds[1] if len(odds) > 1 else _FAR,
        odds[0] - next(elsewhere, odds[0] - _FAR),
        1.0 / np.exp(odds - odds[0]).sum(),
        scores.sum(),
        len(passages),
        passages[0],
        *(passages[0] - passages[at] if len(passages) > at else passages[0] for at in (1, 2)),
        passages[found.passage[row]] - passages.mean(),
        found.missing_weight,
        found.n,
    ]
    values = np.concatenate([values_of(best.features, FEATURES), mismatch(found, row, weights), standing])
    return Row(CONFIDENCE_FEATURES, values)
