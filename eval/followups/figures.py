"""The rows of the table of follow-ups: means over questions, with their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

import qa
from eval.arrays import Floats
from eval.measures.intervals import intervals

__all__ = ["FigureRow", "as_turns", "average", "text"]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of the table: figures over n questions, each with its 95 % interval, nan for none."""

    part: str
    n: int
    figures: Mapping[str, tuple[float, float, float]]


def average(part: str, columns: Mapping[str, Sequence[float]]) -> FigureRow:
    """Return the mean of each column, which all have an entry for each question."""
    table: Floats = np.array(list(columns.values()), dtype=np.float64).T
    n = len(table)
    if not n:
        return FigureRow(part, 0, {name: (float("nan"),) * 3 for name in columns})
    means = table.mean(axis=0).tolist()
    rates = [set(column) <= {0.0, 1.0} for column in columns.values()]
    bounds = intervals(
        lambda draw: table[draw].mean(axis=0).tolist(), n, values=means, counts=[n] * len(means), rates=rates
    )
    return FigureRow(part, n, {name: (mean, *ends) for name, mean, ends in zip(columns, means, bounds, strict=True)})


def as_turns(questions: Sequence[str]) -> list[qa.Turn]:
    """Return questions as a conversation without answers."""
    return [qa.Turn(question) for question in questions]


def text(rows: Sequence[FigureRow]) -> str:
    """Return the rows as a table for a terminal."""
    width = max(len(row.part) for row in rows)
    lines = []
    for row in rows:
        figures = "  ".join(
            f"{name} {value:.3f}" + ("" if np.isnan(low) else f" [{low:.3f}, {high:.3f}]")
            for name, (value, low, high) in row.figures.items()
        )
        lines.append(f"{row.part:{width}}  {row.n:5}  {figures}")
    return "\n".join(lines)
