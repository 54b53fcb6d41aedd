"""How cost grows with size: the exponent of a power law through what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from eval.bench.records import Bench
from eval.measures.intervals import LEVEL

__all__ = ["PowerLaw", "fit_growth", "fit_growths"]


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """cost ~ size^exponent, by least squares in the logarithms.

    low, high: the 95 % interval by Student's t, which takes deviations from the law for chance; None for two sizes.
    """

    exponent: float
    low: float | None
    high: float | None

    @property
    def told(self) -> str:
        """The law in words, as in `passages^0.50 [0.40, 0.60]`."""
        interval = "" if self.low is None else f" [{self.low:.2f}, {self.high:.2f}]"
        return f"passages^{self.exponent:.2f}{interval}"


def fit_growth(sizes: Sequence[int], costs: Sequence[float]) -> PowerLaw | None:
    """Return how costs grow with sizes, all above 0; None for fewer than two different sizes.

    >>> fit_growth([10, 100, 1000], [1.0, 10.0, 100.0]).exponent.__round__(6), fit_growth([10], [1.0])
    (1.0, None)
    """
    if len(set(sizes)) < 2:
        return None
    x, y = np.log(sizes) - np.mean(np.log(sizes)), np.log(costs) - np.mean(np.log(costs))
    exponent = float(x @ y / (x @ x))
    if len(sizes) < 3:
        return PowerLaw(exponent, None, None)
    degrees = len(sizes) - 2
    error = np.sqrt(np.sum((y - exponent * x) ** 2) / degrees / (x @ x))
    margin = float(stats.t.ppf((1 + LEVEL) / 2, degrees) * error)
    return PowerLaw(exponent, exponent - margin, exponent + margin)


def fit_growths(bench: Bench) -> dict[str, PowerLaw]:
    """Return how the median time of each system grows, by name; those of two sizes or more."""
    laws = {}
    for contestant in bench.contestants:
        points = [
            (size.n_passages, system.answered.p50)
            for size in bench.sizes
            for system in size.systems
            if system.name == contestant.name and system.answered
        ]
        if grown := fit_growth([n for n, _ in points], [p50 for _, p50 in points]):
            laws[contestant.name] = grown
    return laws
