"""Measures of confidence: what would be answered at which risk, and whether a probability means what it says.

Arrays hold one entry a question, in any order: `confidence` in [0, 1], `right` true or false. Questions of equal
confidence can't be told apart by any threshold, so no figure depends on their order. An undefined figure is nan.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata
from sklearn.calibration import calibration_curve

from eval.arrays import Bools, Floats

__all__ = [
    "N_BINS",
    "aurc",
    "auroc",
    "coverage_at",
    "expected_calibration_error",
    "reliability",
    "risk_coverage",
]

N_BINS = 10
"""Bins of equal width for calibration, as Guo et al. 2017 draw them (they compute the error with 15)."""


def auroc(answerable: Bools, confidence: Floats) -> float:
    """Return the probability that an answerable question has more confidence than one that isn't; ties count half.

    Area under the receiver operating characteristic (Fawcett 2006), by the Mann-Whitney statistic: with R the sum of
    the ranks of the m answerable among all m + n, (R - m (m + 1) / 2) / (m n). nan when one kind is missing.

    >>> auroc(np.array([True, True, False, False]), np.array([.9, .4, .4, .1]))  # pairs: 1, 1, ½, 1
    0.875
    """
    m = int(answerable.sum())
    n = answerable.size - m
    if not m or not n:
        return math.nan
    return float((rankdata(confidence)[answerable].sum() - m * (m + 1) / 2) / (m * n))


def risk_coverage(right: Bools, confidence: Floats) -> tuple[Floats, Floats]:
    """Return the coverage and the selective risk at each threshold, the strictest first.

    coverage = share of questions with at least that confidence; risk = share of those that are wrong
    (El-Yaniv and Wiener 2010). Two arrays, one entry for each distinct confidence.

    >>> coverage, risk = risk_coverage(np.array([True, False, True, False]), np.array([.9, .5, .5, .1]))
    >>> coverage.tolist(), risk.round(3).tolist()
    ([0.25, 0.75, 1.0], [0.0, 0.333, 0.5])
    """
    order = np.argsort(-confidence, kind="stable")
    last = np.flatnonzero(np.append(np.diff(confidence[order]) != 0, True)) if order.size else order
    answered = last + 1.0
    return answered / max(order.size, 1), np.cumsum(~right[order])[last] / answered


def coverage_at(right: Bools, confidence: Floats, *, precision: float) -> float:
    """Return the largest share of questions that one threshold can answer with at least this precision.

    max {coverage : risk <= 1 - precision}, 0 when no threshold reaches it (Kamath et al. 2020).

    >>> coverage_at(np.array([True, True, False, True]), np.array([.9, .8, .7, .6]), precision=.9)
    0.5
    >>> coverage_at(np.array([True, True, False, True]), np.array([.9, .8, .7, .6]), precision=.75)
    1.0
    """
    if right.size == 0:
        return math.nan
    coverage, risk = risk_coverage(right, confidence)
    reached = coverage[1.0 - risk >= precision - 1e-12]
    return float(reached.max(initial=0.0))


def aurc(right: Bools, confidence: Floats) -> float:
    """Return the area under the risk-coverage curve, in [0, 1]; lower is better.

    (1/n) Σ_i (errors among the i most confident) / i (Geifman and El-Yaniv 2017). Questions of equal confidence share
    their errors evenly, which is the mean over their orders.

    >>> round(aurc(np.array([True, False, True]), np.array([.9, .8, .7])), 4)  # (0/1 + 1/2 + 1/3) / 3
    0.2778
    >>> round(aurc(np.array([True, False]), np.array([.5, .5])), 4)  # (.5/1 + 1/2) / 2
    0.5
    """
    if right.size == 0:
        return math.nan
    _, group = np.unique(-confidence, return_inverse=True)
    loss = np.bincount(group, weights=~right) / np.bincount(group)
    errors = np.cumsum(loss[np.sort(group)])
    return float(np.mean(errors / np.arange(1, right.size + 1)))


def reliability(right: Bools, confidence: Floats) -> tuple[Floats, Floats, NDArray[np.int_]]:
    """Return mean confidence, share of right ones and count of each bin that is not empty, ascending.

    `N_BINS` bins of equal width over [0, 1], closed on the right, the first on both sides (scikit-learn's).

    >>> mean, share, count = reliability(np.array([True, False, True]), np.array([.62, .68, .95]))
    >>> mean.round(2).tolist(), share.tolist(), count.tolist()
    ([0.65, 0.95], [0.5, 1.0], [2, 1])
    """
    if right.size == 0:
        return np.empty(0), np.empty(0), np.empty(0, dtype=int)
    share, mean = calibration_curve(right, confidence, pos_label=True, n_bins=N_BINS)
    edges = np.linspace(0.0, 1.0, N_BINS + 1)
    counts = np.bincount(np.searchsorted(edges[1:-1], confidence), minlength=N_BINS)
    return mean, share, counts[counts > 0]


def expected_calibration_error(right: Bools, confidence: Floats) -> float:
    """Return how far confidence is from the share of right ones, in [0, 1]; lower is better.

    Σ_b (n_b / n) |share right in b - mean confidence in b| over the bins of `reliability` (Guo et al. 2017).

    >>> round(expected_calibration_error(np.array([True, False, True]), np.array([.62, .68, .95])), 4)
    0.1167
    """
    if right.size == 0:
        return math.nan
    mean, share, count = reliability(right, confidence)
    return float(np.abs(share - mean) @ count / right.size)
