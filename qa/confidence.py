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

from qa.types import Evidence

__all__ = ["Calibration", "confidence_features", "default_calibration"]


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


def confidence_features(evidence: Sequence[Evidence], missing: float) -> dict[str, float]:
    """Return the features of an answer whose sentences are `evidence`, best first; there must be at least one.

    missing: share of the question's weight in words that no document holds.
    """
    best = evidence[0]
    runner_up = evidence[1].score if len(evidence) > 1 else 0.0
    return {
        **best.features,
        "score": best.score,
        "margin": best.score - runner_up,
        "missing": missing,
        "matched_terms": min(len(best.matched), 8) / 8,
    }
