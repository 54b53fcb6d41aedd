"""Gradient-boosted trees as arrays, evaluated in NumPy: no start-up cost, no threads, no pickle.

Each tree is a complete binary tree of one depth in heap order: node i has the children 2 i + 1 and 2 i + 2. A leaf that
is nearer to the root sends all that reach it down the same way. Fitted with scikit-learn by
`python -m eval.training.train_scoring`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.arrays import Floats, Ints

__all__ = ["Trees", "probability"]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """t trees of depth d over features by number.

    feature: (t, 2^d - 1) the feature that each node looks at. threshold: (t, 2^d - 1) a value at most this high goes
    left. value: (t, 2^d) of the leaves. baseline: added to their sum.
    """

    feature: Ints
    threshold: Floats
    value: Floats
    baseline: float

    def __post_init__(self) -> None:
        if self.feature.shape != self.threshold.shape or self.value.shape[1] != self.feature.shape[1] + 1:
            raise ValueError(
                f"Trees of {self.feature.shape} features, {self.threshold.shape} thresholds and {self.value.shape} "
                "leaves do not fit together."
            )

    @classmethod
    def of(cls, arrays: Mapping[str, Floats]) -> Trees:
        """Return the trees in the arrays of a model's file."""
        feature = arrays["feature"].astype(np.intp)
        return cls(feature, arrays["threshold"], arrays["value"], float(arrays["baseline"]))

    def decision(self, X: Floats) -> Floats:
        """Return the log-odds of each row of X: (n_rows,)."""
        n_trees, n_nodes = self.feature.shape
        feature, threshold, values = self.feature.ravel(), self.threshold.ravel(), X.ravel()
        roots = np.arange(n_trees) * n_nodes
        rows = np.arange(len(X))[:, None] * X.shape[1]  # where each begins in `values`
        at = np.repeat(roots[None], len(X), axis=0)
        for _ in range((n_nodes + 1).bit_length() - 1):
            right = values.take(feature.take(at) + rows) > threshold.take(at)
            at += at + (1 - roots)  # 2 node + 1, counted from the root
            at += right
        leaf = at + (np.arange(n_trees) - n_nodes)  # a tree has one leaf more than inner nodes
        return np.asarray(self.value.ravel().take(leaf).sum(axis=1) + self.baseline)


def probability(decision: Floats) -> Floats:
    """Return the logistic function of log-odds, which cannot overflow so."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * decision)))
