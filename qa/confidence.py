"""The probability that the first quote answers the question, and when to stay silent.

A logistic regression on a few features of the best sentence, its runner-up and the question, fitted by
`python -m eval.calibrate` and kept as numbers in `confidence.json`, which names what it was fitted on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from qa.types import Evidence, Hit

__all__ = ["Calibration", "confidence_features", "default_calibration"]

_OF_THE_BEST = ("coverage", "derived", "previous", "passage", "pairs", "answer_type")
_MANY_TERMS = 8


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic regression, and the threshold below which nothing is quoted."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability, in [0, 1], that a sentence with these features answers."""
        logit = self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
        return 0.5 * (1.0 + math.tanh(0.5 * logit))  # the logistic function, which cannot overflow so


@cache
def default_calibration() -> Calibration:
    """Return the calibration that is shipped."""
    card = json.loads(resources.files("qa").joinpath("confidence.json").read_text(encoding="utf-8"))
    return Calibration(card["intercept"], card["weights"], card["threshold"])


def confidence_features(evidence: Sequence[Evidence], hits: Sequence[Hit], missing: float) -> dict[str, float]:
    """Return the features of an answer: those of its best sentence, and how it stands beside the others.

    evidence: best first; at least one. hits: the passages that it is from, best first.
    missing: share of the question's weight in words that no document holds.
    """
    best = evidence[0]
    elsewhere = (sentence.score for sentence in evidence if sentence.passage != best.passage)
    return {
        **{name: best.features[name] for name in _OF_THE_BEST},
        "margin": best.score - (evidence[1].score if len(evidence) > 1 else 0.0),  # over the next sentence
        "lead": best.score - next(elsewhere, 0.0),  # over the best sentence of another passage
        "passage_score": hits[0].score,
        "missing": missing,
        "matched_terms": min(len(best.matched), _MANY_TERMS) / _MANY_TERMS,
    }
