"""Trees that scikit-learn fits, taken over as arrays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.ensemble import HistGradientBoostingClassifier

from eval.training.boosting import SEED, Growth, fit_trees
from qa.training import probability


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(1, 6), st.integers(2, 12), st.integers(1, 40), st.integers(0, 3))
def test_the_arrays_decide_as_the_fitted_model(seed: int, depth: int, leaves: int, least: int, decimals: int) -> None:
    """Also where a tree has a leaf before the last level, or is a root alone, and where values repeat."""
    random = np.random.default_rng(seed)
    X = np.round(random.normal(size=(150, 4)), decimals)
    y = (X[:, 0] + random.normal(size=150) > 0.3) | (X[:, 1] * X[:, 2] > 1.0)
    y[:2] = [True, False]
    model = HistGradientBoostingClassifier(
        max_iter=5,
        max_depth=depth,
        max_leaf_nodes=leaves,
        min_samples_leaf=least,
        learning_rate=0.3,
        l2_regularization=20.0,
        early_stopping=False,
        random_state=SEED,
    ).fit(X, y)
    trees = fit_trees(X, y, Growth(n_trees=5, depth=depth, leaves=leaves, least=least, rate=0.3))
    assert trees.value.shape == (5, 2**depth)
    fresh = np.vstack([X, random.normal(size=(100, 4)), np.zeros((1, 4)), np.full((1, 4), 1e9)])
    assert trees.decision(fresh) == pytest.approx(model.decision_function(fresh), abs=1e-10)
    assert probability(trees.decision(fresh)) == pytest.approx(model.predict_proba(fresh)[:, 1], abs=1e-10)
    again = fit_trees(X, y, Growth(n_trees=5, depth=depth, leaves=leaves, least=least, rate=0.3))
    assert np.array_equal(again.value, trees.value)


def test_a_leaf_before_the_last_level_stands_below_on_both_sides() -> None:
    X = np.arange(200.0)[:, None]
    trees = fit_trees(X, X[:, 0] >= 150, Growth(n_trees=1, depth=4, leaves=2, least=20, rate=0.1))
    assert len(np.unique(trees.value)) == 2
    assert trees.decision(np.array([[149.0], [150.0]]))[0] < trees.decision(np.array([[150.0]]))[0]


@settings(max_examples=10)
@given(st.integers(0, 2**32 - 1))
def test_what_must_rise_or_fall_does(seed: int) -> None:
    random = np.random.default_rng(seed)
    X = random.normal(size=(200, 3))
    y = X[:, 0] - X[:, 1] + np.sin(3.0 * X[:, 2]) + random.normal(size=200) > 0.0
    growth = Growth(n_trees=10, depth=4, leaves=8, least=5, rate=0.3)
    trees = fit_trees(X, y, growth, monotone=[1, -1, 0])
    rows = np.repeat(random.normal(size=(20, 3)), 50, axis=0)
    for column, sign in ((0, 1), (1, -1)):
        moved = rows.copy()
        moved[:, column] = np.tile(np.linspace(-3.0, 3.0, 50), 20)
        assert (sign * np.diff(trees.decision(moved).reshape(20, 50), axis=1) >= -1e-12).all()
