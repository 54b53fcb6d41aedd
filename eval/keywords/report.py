"""The figures of keyword queries for people and as JSON, and the queries whose quotes have least of what is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import qa
from eval.keywords.measure import FIGURES, KeywordsResults
from eval.measures.metrics import latency
from eval.measures.results import FORMAT
from eval.records import QuestionSet
from eval.reports.report import printable, with_interval
from eval.reports.results_page import markdown_table

__all__ = ["as_json", "list_worst", "markdown", "table"]

POOR = 0.45
"""Queries below it are listed."""


def table(question_set: QuestionSet, measured: Sequence[KeywordsResults]) -> str:
    """Return the figures as lines for a terminal."""
    rows = [("", *(each.name for each in measured)), *_rows(measured)]
    lines = ["".join(f"{cell:24}" for cell in row).rstrip() for row in rows]
    return "\n".join([_describe(question_set), "", *lines])


def markdown(question_set: QuestionSet, measured: Sequence[KeywordsResults]) -> str:
    """Return the same in Markdown."""
    head = ("measure", *(each.name for each in measured))
    return f"{_describe(question_set)}\n\n{markdown_table(head, _rows(measured))}"


def as_json(question_set: QuestionSet, measured: Sequence[KeywordsResults]) -> dict[str, Any]:
    """Return the figures of each system, as `json.dumps` takes them, rounded to six places."""
    return {
        "format": FORMAT,
        "quoth": qa.__version__,
        "set": {"name": question_set.name, "sha256": question_set.sha256, "n_questions": len(question_set.questions)},
        "systems": {
            each.name.lower(): {
                name: {
                    key: None if number is None else round(number, 6)
                    for key, number in (("value", figure.value), ("low", figure.low), ("high", figure.high))
                }
                for name, figure in each.figures.items()
            }
            for each in measured
        },
    }


def list_worst(measured: Sequence[KeywordsResults]) -> str:
    """Return Quoth's poor queries as lines for a terminal, the poorest first: what was asked, quoted, and right."""
    quoth = measured[0]
    scored = [(score if row.answered else 0.0, row) for row, score in zip(quoth.rows, quoth.scores, strict=True)]
    poor = sorted((each for each in scored if each[0] < POOR), key=lambda each: (each[0], each[1].id))
    lines = [f"{len(poor)} queries below {POOR}"]
    for score, row in poor:
        lines += [
            f"{score:.2f} {row.outcome:6} {row.confidence:.2f} {row.id}: {row.question}",
            f"       first quote: {row.quote or '–'}",
            f"       gold:        {' | '.join(row.gold_texts)}",
        ]
    return "\n".join(map(printable, lines))


def _describe(question_set: QuestionSet) -> str:
    asked = f"{len(question_set.questions)} queries over {len(question_set.documents)} documents"
    return f"{question_set.name}: {asked}; the set is {question_set.sha256[:12]}."


def _rows(measured: Sequence[KeywordsResults]) -> list[tuple[str, ...]]:
    rows = [(name, *(with_interval(each.figures[name]) for each in measured)) for name in FIGURES]
    times = [latency(each.rows)["p50"] for each in measured]
    return [*rows, ("p50 in ms", *("–" if time is None else f"{time:.1f}" for time in times))]
