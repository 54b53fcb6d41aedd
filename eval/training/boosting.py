"""Boosted trees: fitted by scikit-learn, taken over as the arrays that `qa` evaluates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

from eval.arrays import Bools, Floats, Ints
from qa.training import Trees

__all__ = ["SEED", "Growth", "fit_trees"]


SEED = 20_261_123


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees are grown. leaves: of a tree, at most. least: rows in a leaf. rate: of learning."""

    n_trees: int
    depth: int
    leaves: int
    least: int
    rate: float


def fit_trees(
    X: Floats, y: Bools, growth: Growth, weights: Floats | None = None, *, monotone: Sequence[int] | None = None
) -> Trees:
    """Return trees fitted by logistic loss.

    X: (n, n_features), without NaN. y: (n,). weights: (n,) what each row counts for; None for all the same.
    monotone: for each feature 1 where more of it must not lower the result, -1 where it must not raise it, else 0.
    """
    n_trees, depth = growth.n_trees, growth.depth
    model = HistGradientBoostingClassifier(
        max_iter=n_trees,
        max_depth=depth,
        max_leaf_nodes=growth.leaves,
        min_samples_leaf=growth.least,
        learning_rate=growth.rate,
        l2_regularization=20.0,
        early_stopping=False,
        random_state=SEED,
        monotonic_cst=monotone,
    ).fit(X, y, sample_weight=weights)
    feature = np.zeros((n_trees, 2**depth - 1), dtype=np.intp)
    threshold = np.zeros((n_trees, 2**depth - 1))
    value = np.zeros((n_trees, 2**depth))
    for number, (tree,) in enumerate(model._predictors):
        _unfold(tree.nodes, 0, 0, feature[number], threshold[number], value[number])
    return Trees(feature, threshold, value, float(model._baseline_prediction.item()))


def _unfold(  # noqa: PLR0917
    nodes: npt.NDArray[np.void], node: int, at: int, feature: Ints, threshold: Floats, value: Floats
) -> None:
    """Copy the tree below `node` to the heap below `at`; a leaf before the last level is repeated on both sides."""
    if at >= len(feature):
        value[at - len(feature)] = nodes[node]["value"]
        return
    leaf = bool(nodes[node]["is_leaf"])
    if not leaf:
        feature[at], threshold[at] = nodes[node]["feature_idx"], nodes[node]["num_threshold"]
    for side, child in ((1, "left"), (2, "right")):
        _unfold(nodes, node if leaf else int(nodes[node][child]), 2 * at + side, feature, threshold, value)
