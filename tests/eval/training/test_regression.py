import numpy as np

from eval.training.regression import fit_regression
from qa.models.regression import Regression


def test_scale_does_not_matter() -> None:
    rng = np.random.default_rng(3)
    X = rng.normal(size=(200, 2))
    y = X[:, 0] - 0.5 * X[:, 1] + rng.normal(size=200) > 0
    weight = np.ones(200)
    intercept, weights = fit_regression(X, y, weight)
    other_intercept, other = fit_regression(X * [1000.0, 0.001] + [5.0, 0.0], y, weight)
    assert np.allclose(X @ weights + intercept, (X * [1000.0, 0.001] + [5.0, 0.0]) @ other + other_intercept, atol=1e-3)
    assert weights[0] > 0 > weights[1]


def test_what_is_always_the_same_weighs_nothing() -> None:
    X = np.column_stack([np.linspace(-1, 1, 50), np.full(50, 7.0)])
    intercept, weights = fit_regression(X, X[:, 0] > 0, np.ones(50))
    assert weights[1] == 0.0
    card = Regression.of({"intercept": intercept, "weights": {"slope": weights[0]}})
    assert card.log_odds({"slope": 1.0, "other": 9.0}) > 0 > card.log_odds({"slope": -1.0})
