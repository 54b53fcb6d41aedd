"""Intervals: they hold the value, repeat, and are none where nothing is known."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from eval.measures import intervals as intervals_module
from eval.measures.intervals import intervals
from eval.measures.metrics import figures
from eval.records import ResultRow


def test_intervals_hold_the_value_and_repeat(
    make_row: Callable[..., ResultRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intervals_module, "N_DRAWS", 200)
    rows = [make_row(id=str(i), right=i % 3 > 0) for i in range(60)]
    figure = figures(rows)["quote@1"]
    assert figure.low is not None
    assert figure.high is not None
    assert figure.value is not None
    assert figure.low < figure.value < figure.high
    normal = 1.96 * math.sqrt(figure.value * (1 - figure.value) / 60)
    assert figure.high - figure.low == pytest.approx(2 * normal, rel=0.2)
    assert figures(rows)["quote@1"] == figure


def test_a_certain_rate_gets_wilsons_interval(make_row: Callable[..., ResultRow]) -> None:
    figure = figures([make_row() for _ in range(10)])["quote@1"]
    assert figure.low == pytest.approx(10 / (10 + 1.959964**2), abs=1e-4)  # n / (n + z²)
    assert figure.high == pytest.approx(1.0)


def test_a_certain_area_gets_none(make_row: Callable[..., ResultRow]) -> None:
    figure = figures([make_row() for _ in range(10)])["aurc"]
    assert (figure.value, figure.low, figure.high) == (0.0, None, None)


def test_undefined_draws_are_left_out() -> None:
    found = intervals(
        lambda index: [float(np.mean(index)) if index[0] else math.nan],
        5,
        values=[2.0],
        counts=[5],
        rates=[False],
    )
    assert 0.0 < found[0][0] <= found[0][1] < 5.0
