"""95 % intervals by the bootstrap (Efron 1979): questions are drawn with replacement, every figure computed again.

One draw serves all figures, which is why this is not `scipy.stats.bootstrap`: it takes one statistic, and warns where a
draw leaves it undefined. The percentile interval is used: figures such as coverage are steps, for which the
corrections of other kinds break down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

__all__ = ["LEVEL", "N_DRAWS", "intervals"]

LEVEL = 0.95
N_DRAWS = 1000
SEED = 0


def intervals(
    statistic: Callable[[NDArray[np.int_]], Sequence[float]],
    n: int,
    *,
    values: Sequence[float],
    counts: Sequence[int],
    rates: Sequence[bool],
) -> list[tuple[float, float]]:
    """Return the interval of each figure; the same on every run.

    statistic: figures of the questions at these positions, nan where undefined. n: how many questions there are.
    values: the figures themselves. counts: questions each is over. rates: which are means of zeros and ones.

    Draws that leave a figure undefined are left out for it. Where every question is alike the bootstrap knows no
    doubt: a rate of 0 or 1 then gets Wilson's interval (1927), any other figure none (nan, nan).
    """
    nothing = (math.nan, math.nan)
    if n == 0:
        return [nothing] * len(values)
    rng = np.random.default_rng(SEED)
    draws = np.array([statistic(rng.integers(n, size=n)) for _ in range(N_DRAWS)])
    bounds: list[tuple[float, float]] = []
    for value, count, rate, column in zip(values, counts, rates, draws.T, strict=True):
        defined = column[~np.isnan(column)]
        if math.isnan(value) or defined.size == 0:
            bounds.append(nothing)
        elif defined.min() < defined.max():
            low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
            bounds.append((float(low), float(high)))
        elif rate:
            wilson = binomtest(round(value * count), count).proportion_ci(LEVEL, method="wilson")
            bounds.append((float(wilson.low), float(wilson.high)))
        else:
            bounds.append(nothing)
    return bounds
