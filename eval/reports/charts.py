"""The charts of a report as plain geometry: values, and where they fall on the canvas. The template draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from eval.arrays import Floats
from eval.measures.results import SystemResults
from eval.measures.scores import Columns
from eval.measures.selective import reliability, risk_coverage
from eval.records import ResultRow

__all__ = [
    "LEGEND_LINE",
    "LEGEND_WIDTH",
    "TOP",
    "WIDTH",
    "Axis",
    "Chart",
    "Mark",
    "Series",
    "charts",
    "confidence_charts",
]

WIDTH, HEIGHT = 480, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 40, 48
STYLES = (0, 1, 3, 4)
"""Of the systems in their order; 2 is for lines of orientation."""
LEGEND_WIDTH, LEGEND_LINE = 3, 16
"""Names on a line of the legend, and its height."""
MAX_POINTS = 200
"""Points of a line: more than its pixels can show makes the file heavy for nothing."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `low` to `high`, which differ, with `(value, text)` ticks.

    logarithmic: both ends are above 0 then. places: decimals of its values where they are written out.
    """

    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False
    places: int = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A point, or a bar from `x` to `x + width` of height `y`; label is written beside it."""

    x: float
    y: float
    width: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Marks of one kind. style: 0 the system, 1 and 3 to 6 what it is compared with, 2 a line for orientation.

    shape: `points` are dots with a line through them.
    """

    name: str
    shape: Literal["line", "dots", "bars", "points"]
    style: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. id: letters, for the page's references. description: what it shows, for those who can't see it."""

    id: str
    title: str
    description: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    def px(self, x: float) -> float:
        """Return where `x` falls, in pixels from the left; beyond the axis is its end."""
        return round(self.left + _share(self.x, x) * (self.right - self.left), 1)

    def py(self, y: float) -> float:
        """Return where `y` falls, in pixels from the top; beyond the axis is its end."""
        return round(self.bottom - _share(self.y, y) * (self.bottom - self.top), 1)


def charts(systems: Sequence[SystemResults]) -> tuple[Chart, ...]:
    """Return the charts of these systems, the first being the one in question; none without questions."""
    if not systems[0].rows:
        return ()
    first = systems[0]
    return (*confidence_charts(systems), _confidence(first), _latency(first.rows))


def confidence_charts(systems: Sequence[SystemResults], *, reliable: int = 2, prefix: str = "") -> tuple[Chart, ...]:
    """Return risk and coverage of these systems, and reliability of the first ones; none without questions.

    systems: at most four are drawn. reliable: of how many the reliability is drawn, at most two.
    prefix: of the charts' ids, so that a page can hold those of several sets.
    """
    if not systems[0].rows:
        return ()
    return tuple(
        replace(chart, id=prefix + chart.id) for chart in (_risk_coverage(systems), _reliability(systems[:reliable]))
    )


def _risk_coverage(systems: Sequence[SystemResults]) -> Chart:
    lines = []
    for style, system in zip(STYLES, systems, strict=False):
        columns = Columns.of(system.rows)
        columns = columns.at(columns.answerable)
        lines.append(Series(system.name, "line", style, _thin(*risk_coverage(columns.right, columns.confidence))))
    worst = max((mark.y for line in lines for mark in line.marks), default=1.0)
    y = _percent_axis("wrong among those answered", high=min(1.0, math.ceil(max(worst, 0.15) * 10) / 10))
    target = Series("90 % precision", "line", 2, (Mark(0.0, 0.1), Mark(1.0, 0.1)))
    return Chart(
        "risk",
        "Risk and coverage",
        "Answerable questions from the most confident on: the share of those answered so far that is wrong.",
        _percent_axis("answerable questions answered"),
        y,
        (*lines, target),
        top=TOP + LEGEND_LINE * (len(lines) // LEGEND_WIDTH),
    )


def _reliability(systems: Sequence[SystemResults]) -> Chart:
    dots = []
    for style, system in enumerate(systems):
        columns = Columns.of(system.rows)
        bins = zip(*reliability(columns.right, columns.confidence), strict=True)
        marks = (Mark(float(x), float(y), label=f"{n:,}" if style == 0 else "") for x, y, n in bins)
        dots.append(Series(system.name, "dots", style, tuple(marks)))
    perfect = Series("confidence = share", "line", 2, (Mark(0.0, 0.0), Mark(1.0, 1.0)))
    return Chart(
        "reliability",
        "Reliability",
        "Mean confidence of all questions in ten bins against the share whose first quote is right. On the diagonal "
        f"confidence means what it says. Numbers count the questions of {systems[0].name} in each bin.",
        _percent_axis("confidence"),
        _percent_axis("first quote right"),
        (perfect, *reversed(dots)),  # the first system on top
    )


def _confidence(system: SystemResults) -> Chart:
    edges = np.linspace(0.0, 1.0, 21)
    series = []
    for style, (name, answerable) in enumerate((("answerable", True), ("not answerable", False))):
        counts, _ = np.histogram([row.confidence for row in system.rows if row.answerable is answerable], edges)
        step = 1.0 / (edges.size - 1)
        left = edges[:-1] + step * (0.1 + 0.4 * style)
        marks = (Mark(float(x), float(n), 0.4 * step) for x, n in zip(left, counts, strict=True))
        series.append(Series(name, "bars", style, tuple(marks)))
    y = _count_axis("questions", max(mark.y for bars in series for mark in bars.marks))
    threshold = Mark(system.min_confidence, 0.0), Mark(system.min_confidence, y.high)
    return Chart(
        "confidence",
        "Confidence",
        f"How many questions got which confidence. To the right of the threshold, {system.min_confidence:g}, "
        f"{system.name} answers; to the left it is silent.",
        _percent_axis("confidence"),
        y,
        (*series, Series("threshold", "line", 2, threshold)),
    )


def _latency(rows: Sequence[ResultRow]) -> Chart:
    times = np.array([row.latency_ms for row in rows])
    x = _count_axis("milliseconds; slower ones are in the last bar", max(float(np.percentile(times, 99)), 1e-3))
    counts, edges = np.histogram(np.minimum(times, x.high), 30, (0.0, x.high))
    width = 0.9 * float(edges[1])
    bars = tuple(Mark(float(left), float(n), width) for left, n in zip(edges[:-1], counts, strict=True))
    return Chart(
        "latency",
        "Time to answer",
        f"How long an answer took on this machine, one question at a time: half within {np.median(times):.1f} ms.",
        x,
        _count_axis("questions", float(counts.max())),
        (Series("questions", "bars", 0, bars),),
    )


def _thin(coverage: Floats, risk: Floats) -> tuple[Mark, ...]:
    kept = np.unique(np.linspace(0, coverage.size - 1, min(coverage.size, MAX_POINTS)).round().astype(int))
    return tuple(Mark(float(coverage[i]), float(risk[i])) for i in kept)


def _percent_axis(label: str, high: float = 1.0) -> Axis:
    step = 0.2 if high > 0.5 else 0.1
    ticks = [i * step for i in range(math.floor(high / step + 1e-9) + 1)]
    return Axis(label, 0.0, high, tuple((tick, f"{tick:.0%}") for tick in ticks))


def _count_axis(label: str, most: float) -> Axis:
    """Return an axis from 0 to just above `most`, which is positive, in steps of 1, 2 or 5 times a power of ten."""
    most = max(most, 1e-3)
    power = 10.0 ** math.floor(math.log10(most / 4))
    step = next(power * factor for factor in (1, 2, 5, 10) if most <= 5 * power * factor)
    n = math.ceil(most / step - 1e-9)
    return Axis(label, 0.0, n * step, tuple((i * step, f"{i * step:,.10g}") for i in range(n + 1)))


def _share(axis: Axis, value: float) -> float:
    if axis.logarithmic:
        low, high, value = (math.log(max(each, axis.low)) for each in (axis.low, axis.high, value))
        return min((value - low) / (high - low), 1.0)
    return min(max((value - axis.low) / (axis.high - axis.low), 0.0), 1.0)
