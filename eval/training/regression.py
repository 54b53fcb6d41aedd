"""Fit a logistic regression on features as they are, whatever their scale."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from eval.arrays import Bools, Floats

__all__ = ["fit_regression"]


def fit_regression(X: Floats, y: Bools, weight: Floats) -> tuple[float, Floats]:
    """Return the intercept and a weight a feature, on the features' own scale; 0 for one that is always the same.

    X: (n, m) the features of n examples. y: (n,) whether they hold. weight: (n,) what each counts for.
    """
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    scale = np.where(deviation > 0, deviation, 1.0)
    model = LogisticRegression(max_iter=2_000).fit((X - mean) / scale, y, sample_weight=weight)
    weights = model.coef_[0] / scale * (deviation > 0)
    return float(model.intercept_[0] - weights @ mean), weights
