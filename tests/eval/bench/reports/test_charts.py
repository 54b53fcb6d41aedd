"""Costs against size, drawn."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.records import Bench
from eval.bench.reports.report import html
from eval.reports.charts import Axis, Chart


def test_charts_fit_their_canvas_and_name_every_system_measured(bench: Bench) -> None:
    drawings = re.findall(r"<svg.*?</svg>", html(bench), flags=re.DOTALL)
    assert len(drawings) == 5
    for drawing in drawings:
        svg = ElementTree.fromstring(drawing)  # noqa: S314  # our own page
        assert "Quoth search" in {element.text for element in svg.iter("text")}
        circles = [(float(mark.get("cx", "nan")), float(mark.get("cy", "nan"))) for mark in svg.iter("circle")]
        assert circles
        assert all(0 <= x <= 480 and 0 <= y <= 320 for x, y in circles)


@given(st.floats(1, 1000))
def test_a_logarithmic_axis_keeps_order_and_ends(value: float) -> None:
    axis = Axis("n", 1.0, 1000.0, (), logarithmic=True)
    chart = Chart("c", "t", "d", axis, axis, ())
    assert chart.px(1.0) == chart.left
    assert chart.px(1000.0) == chart.right
    assert chart.left <= chart.px(value) <= chart.right
    assert chart.px(0.0) == chart.left
    assert chart.px(10.0) - chart.left == pytest.approx((chart.right - chart.left) / 3, abs=0.1)
