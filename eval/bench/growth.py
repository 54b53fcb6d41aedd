"""How cost grows with size: the exponent of a power law through what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from eval.intervals import LEVEL

__all__ = ["Growth", "growth"]


@dataclass(frozen=True, slots=True)
class Growth:
    """cost ~ size^exponent, by least squares in the logarithms.

    low, high: the 95 % interval by Student's t, which takes deviations from the law for chance; None for two sizes.
    """

    exponent: float
    low: float | None
    high: float | None


def growth(sizes: Sequence[int], costs: Sequence[float]) -> Growth | None:
    """Return how costs grow with sizes, all above 0; None for fewer than two different sizes.

    >>> growth([10, 100, 1000], [1.0, 10.0, 100.0]).exponent.__round__(6), growth([10], [1.0])
    (1.0, None)
    """
    if len(set(sizes)) < 2:
        return None
    x, y = np.log(sizes) - np.mean(np.log(sizes)), np.log(costs) - np.mean(np.log(costs))
    exponent = float(x @ y / (x @ x))
    if len(sizes) < 3:
        return Growth(exponent, None, None)
    degrees = len(sizes) - 2
    error = np.sqrt(np.sum((y - exponent * x) ** 2) / degrees / (x @ x))
    margin = float(stats.t.ppf((1 + LEVEL) / 2, degrees) * error)
    return Growth(exponent, exponent - margin, exponent + margin)
