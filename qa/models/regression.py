"""A logistic regression on named features, as the cards of shipped models hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Regression"]


@dataclass(frozen=True, slots=True)
class Regression:
    """An intercept, and a weight a feature."""

    intercept: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> Regression:
        """Return the regression in the card of a model."""
        return cls(card["intercept"], card["weights"])

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds of features; those without a weight count for nothing."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
