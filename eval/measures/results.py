"""The results of an evaluation as a record and as JSON: what was asked, on which machine, every figure, every row."""

from __future__ import annotations

import dataclasses
import datetime
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import qa
from eval.measures.metrics import Figure, figures, latency
from eval.records import K, QuestionSet, ResultRow

__all__ = ["FORMAT", "Results", "SystemResults", "as_json", "machine", "summarise"]

FORMAT = 1
"""Version of the JSON; a reader refuses others."""


@dataclass(frozen=True, slots=True)
class SystemResults:
    """One system: its rows, its figures with intervals, its latency, and its figures by kind without intervals."""

    name: str
    min_confidence: float
    rows: tuple[ResultRow, ...]
    figures: dict[str, Figure]
    latency: dict[str, float | None]
    kinds: dict[str, dict[str, Figure]]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything a report shows. systems: Quoth first. passage_size: in characters. date: UTC, ISO 8601."""

    question_set: QuestionSet
    passage_size: int
    systems: tuple[SystemResults, ...]
    machine: dict[str, str | int]
    date: str

    @classmethod
    def of(cls, question_set: QuestionSet, systems: Sequence[SystemResults], *, passage_size: int) -> Results:
        """Return the results of a run on this machine, now."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        return cls(question_set, passage_size, tuple(systems), machine(), now)


def summarise(name: str, rows: Sequence[ResultRow], *, min_confidence: float) -> SystemResults:
    """Put the rows of a system together; kinds are in alphabetical order."""
    kinds = {
        kind: figures([row for row in rows if row.kind == kind], with_intervals=False)
        for kind in sorted({row.kind for row in rows})
    }
    return SystemResults(name, min_confidence, tuple(rows), figures(rows), latency(rows), kinds)


def machine() -> dict[str, str | int]:
    """Return the system, processors and Python that latency depends on. No name of a person or of a host is taken."""
    return {
        "platform": platform.platform(),
        "architecture": platform.machine(),
        "cpu_count": os.cpu_count() or 0,
        "python": platform.python_version(),
    }


def as_json(results: Results, *, rows: bool = True) -> dict[str, Any]:
    """Return the results as `json.dumps` takes them; floats are rounded to six places.

    rows: with the questions one by one.
    """
    question_set = results.question_set
    n_answerable = sum(question.answerable for question in question_set.questions)
    return {
        "format": FORMAT,
        "quoth": qa.__version__,
        "date": results.date,
        "set": {
            "name": question_set.name,
            "sha256": question_set.sha256,
            "n_documents": len(question_set.documents),
            "n_questions": len(question_set.questions),
            "n_answerable": n_answerable,
            "notes": list(question_set.notes),
        },
        "settings": {"k": K, "passage_size": results.passage_size},
        "machine": results.machine,
        "systems": {system.name.lower(): _system(system, rows=rows) for system in results.systems},
    }


def _system(system: SystemResults, *, rows: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "min_confidence": system.min_confidence,
        "figures": _figures(system.figures),
        "latency_ms": _round(system.latency),
        "kinds": {
            kind: {name: _round({"value": figure.value, "n": figure.n}) for name, figure in of_kind.items()}
            for kind, of_kind in system.kinds.items()
        },
    }
    if rows:
        record["rows"] = [_round(dataclasses.asdict(row) | {"outcome": row.outcome}) for row in system.rows]
    return record


def _figures(of: dict[str, Figure]) -> dict[str, Any]:
    return {
        name: _round({"value": figure.value, "low": figure.low, "high": figure.high, "n": figure.n})
        for name, figure in of.items()
    }


def _round(record: dict[str, Any]) -> dict[str, Any]:
    return {key: round(value, 6) if isinstance(value, float) else value for key, value in record.items()}
