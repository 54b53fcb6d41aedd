"""The charts of a report: their data and their axes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.results import Results
from eval.records import ResultRow
from eval.reports.charts import _count_axis, charts


def test_charts_hold_the_data(results: Results) -> None:
    risk, reliability, confidence, latency = charts(results.systems)
    assert [series.name for series in risk.series] == ["Quoth", "naive TF-IDF", "90 % precision"]
    assert risk.series[0].marks[-1].x == 1.0
    assert risk.series[0].marks[-1].y == pytest.approx(1 / 3)
    assert sum(int(mark.label) for series in reliability.series for mark in series.marks if mark.label) == 4
    assert sum(mark.y for series in confidence.series[:2] for mark in series.marks) == 4
    assert sum(mark.y for mark in latency.series[0].marks) == 4


def test_a_long_line_is_thinned(make_results: Callable[..., Results], make_row: Callable[..., ResultRow]) -> None:
    rows = [make_row(id=str(i), confidence=i / 1000, right=i % 2 == 0) for i in range(1000)]
    line = charts(make_results(rows).systems)[0].series[0].marks
    assert len(line) == 200
    assert line[-1].x == 1.0


@given(st.floats(1e-3, 1e9))
def test_axes_hold_their_values(most: float) -> None:
    axis = _count_axis("n", most)
    assert axis.high >= most * (1 - 1e-9)
    assert axis.high <= 2.5 * most
    assert 2 <= len(axis.ticks) <= 6
    assert len({text for _, text in axis.ticks}) == len(axis.ticks)
