"""How good the marks of a focus model are, with intervals, and whether its probabilities mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.arrays import Floats
from eval.measures.intervals import intervals
from eval.training.focus.fitting import LEAST_F1, Marks, estimate_probabilities, join
from qa.training import FocusModel

__all__ = ["compute_figures"]


def compute_figures(model: FocusModel, ranked: Sequence[Marks]) -> dict[str, Any]:
    """Return how good the marks in the first sentence are: always marked, and marked from the threshold on.

    Each with its 95 % interval. The calibration error is over the sentences of all ranks.
    """
    marks, every = ranked[0], join(ranked)
    probability = estimate_probabilities(model, marks)
    shown = marks.chosen & (probability >= model.threshold)
    n = len(shown)
    within_marked = ("marked_f1", "marked_exact", "marked_overlapping", "marked_right")

    def statistic(index: NDArray[np.int_]) -> list[float]:
        marked = index[shown[index]]
        means = [float(column[index].mean()) for column in (marks.f1, marks.f1_given, marks.f1 * shown, shown)]
        kinds = (marks.f1, marks.exact, marks.overlap, marks.f1 > LEAST_F1)
        return means + [float(column[marked].mean()) if len(marked) else np.nan for column in kinds]

    names = ("f1_always_marked", "f1_always_marked_in_the_right_sentence", "f1", "marked", *within_marked)
    values = statistic(np.arange(n))
    rates = [name not in ("f1", "f1_always_marked", "f1_always_marked_in_the_right_sentence") for name in names]
    counts = [int(shown.sum()) if name in within_marked else n for name in names]
    ranges = intervals(statistic, n, values=values, counts=counts, rates=rates)
    return {
        "questions": n,
        **{
            name: [round(number, 3) for number in (value, *limits)]
            for name, value, limits in zip(names, values, ranges, strict=True)
        },
        "calibration_error": round(_calibration_error(estimate_probabilities(model, every), every), 3),
    }


def _calibration_error(probability: Floats, marks: Marks) -> float:
    """Return the mean gap between probability and share of right marks, over tenths of the marks by probability."""
    order = np.argsort(probability[marks.chosen], kind="stable")
    right = (marks.f1[marks.chosen] > LEAST_F1)[order]
    gaps = [
        abs(part.mean() - right[place].mean()) * len(part)
        for place in np.array_split(np.arange(len(order)), 10)
        if len(part := probability[marks.chosen][order][place])
    ]
    return float(sum(gaps)) / max(len(order), 1)
