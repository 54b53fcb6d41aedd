"""What a benchmark costs against size, both logarithmic, as charts: a line for each system."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import cycle

from eval.bench.records import Bench, SystemCost
from eval.bench.reports.growth import fit_growths
from eval.reports.charts import LEGEND_LINE, LEGEND_WIDTH, TOP, WIDTH, Axis, Chart, Mark, Series

__all__ = ["draw_charts"]

STYLES = (0, 1, 3, 4, 5, 6)
"""Of the systems in their order, and again from the first for more of them; 2 is for lines of orientation."""


def draw_charts(bench: Bench) -> tuple[Chart, ...]:
    """Return the charts of time, memory, disk and opening; those of which nothing was measured are left out."""
    grown = "; ".join(f"{name}: {each.told}" for name, each in fit_growths(bench).items())
    drawn = [
        _chart(
            bench,
            "p50",
            "Time of a question",
            "Median time of a question in milliseconds, one question at a time, against the number of passages."
            + (f" It grows as – {grown}." if grown else ""),
            label="p50 in ms",
            value=lambda system: system.answered.p50 if system.answered else None,
        ),
        _chart(
            bench,
            "index",
            "Time to index",
            "Seconds from the first text to an index on disk, against the number of passages.",
            label="seconds",
            value=lambda system: system.built.seconds if system.built else None,
        ),
        _chart(
            bench,
            "memory",
            "Memory while asking",
            "The most memory of the process that answers, in megabytes, against the number of passages.",
            label="MB",
            value=lambda system: system.answered.memory / 1e6 if system.answered else None,
        ),
        _chart(
            bench,
            "disk",
            "Index on disk",
            "Size of the index on disk in megabytes, against the number of passages.",
            label="MB",
            value=lambda system: system.built.index_bytes / 1e6 if system.built and system.built.index_bytes else None,
        ),
        _chart(
            bench,
            "open",
            "Time to open",
            "Seconds from a loaded program to the answer of the first question, against the number of passages.",
            label="seconds",
            value=lambda system: (
                system.answered.open_seconds + system.answered.first_ms / 1e3 if system.answered else None
            ),
        ),
    ]
    return tuple(chart for chart in drawn if chart)


def _chart(
    bench: Bench, name: str, title: str, description: str, *, label: str, value: Callable[[SystemCost], float | None]
) -> Chart | None:
    series = []
    for style, contestant in zip(cycle(STYLES), bench.contestants, strict=False):
        points = [
            Mark(float(size.n_passages), cost)
            for size in bench.sizes
            for system in size.systems
            if system.name == contestant.name and (cost := value(system))
        ]
        if points:
            series.append(Series(contestant.name, "points", style, tuple(points)))
    if not series:
        return None
    marks = [mark for line in series for mark in line.marks]
    return Chart(
        name,
        title,
        description,
        _axis("passages", [mark.x for mark in marks], places=0),
        _axis(label, [mark.y for mark in marks]),
        tuple(reversed(series)),  # the first system on top
        right=WIDTH - 40,  # room for the half of "100,000,000"
        top=TOP + LEGEND_LINE * ((len(series) - 1) // LEGEND_WIDTH),
    )


def _axis(label: str, values: Sequence[float], *, places: int = 3) -> Axis:
    """Return an axis of whole decades around values above 0."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)
    step = 1 + (high - low) // 8
    ticks = tuple((10.0**power, f"{10.0**power:,.10g}") for power in range(low, high + 1, step))
    return Axis(label, 10.0**low, 10.0**high, ticks, logarithmic=True, places=places)
