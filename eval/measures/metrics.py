"""The figures of an evaluation, put together from the scores of its questions.

A figure that is undefined, such as a rate over no questions, is None. Beside this file are the scores of single
questions (`scores`), the measures of confidence (`selective`) and the intervals (`intervals`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from eval.arrays import Bools, Floats
from eval.measures.intervals import intervals
from eval.measures.scores import Columns
from eval.measures.selective import aurc, auroc, coverage_at, expected_calibration_error
from eval.records import ResultRow

__all__ = ["MEASURES", "Figure", "Measure", "figures", "latency"]

Better = Literal["higher", "lower"]

PERCENTILES = (50, 90, 95, 99)
PRECISION = 0.9


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: its name, which way is better, what it says, which questions it is over, and how it is computed.

    rate: a mean of zeros and ones. value: nan when undefined; never called with no questions.
    """

    name: str
    better: Better
    meaning: str
    over: Callable[[Columns], Bools]
    value: Callable[[Columns], float]
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a measure over `n` questions and its 95 % interval; None where undefined."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int


def figures(rows: Sequence[ResultRow], *, with_intervals: bool = True) -> dict[str, Figure]:
    """Return every measure of these rows, by name, in the order of `MEASURES`; intervals take seconds."""
    columns = Columns.of(rows)
    values = _values(columns)
    counts = [int(measure.over(columns).sum()) for measure in MEASURES]
    bounds = [(math.nan, math.nan)] * len(MEASURES)
    if with_intervals:
        rates = [measure.rate for measure in MEASURES]
        bounds = intervals(
            lambda index: _values(columns.at(index)), len(rows), values=values, counts=counts, rates=rates
        )
    return {
        measure.name: Figure(
            measure.name, _none_if_undefined(value), _none_if_undefined(low), _none_if_undefined(high), n
        )
        for measure, value, (low, high), n in zip(MEASURES, values, bounds, counts, strict=True)
    }


def latency(rows: Sequence[ResultRow]) -> dict[str, float | None]:
    """Return percentiles of the time of answering, in milliseconds, by linear interpolation: p50, p90, p95, p99."""
    times = [row.latency_ms for row in rows]
    return {f"p{p}": float(np.percentile(times, p)) if times else None for p in PERCENTILES}


def _values(columns: Columns) -> list[float]:
    chosen = {over: columns.at(over(columns)) for over in {measure.over for measure in MEASURES}}
    parts = [(measure, chosen[measure.over]) for measure in MEASURES]
    return [measure.value(part) if part.right.size else math.nan for measure, part in parts]


def _none_if_undefined(value: float) -> float | None:
    return None if math.isnan(value) else value


def _mean(column: Callable[[Columns], Floats | Bools]) -> Callable[[Columns], float]:
    return lambda columns: float(column(columns).mean())


def _answerable(columns: Columns) -> Bools:
    return columns.answerable


def _unanswerable(columns: Columns) -> Bools:
    return ~columns.answerable


def _answered(columns: Columns) -> Bools:
    return columns.answered


def _everything(columns: Columns) -> Bools:
    return np.ones(columns.answerable.size, dtype=bool)


def _hit(k: int) -> Measure:
    return Measure(
        f"hit@{k}",
        "higher",
        f"a passage that holds the answer is among the first {k}" if k > 1 else "the first passage holds the answer",
        _answerable,
        _mean(lambda columns: columns.retrieval[f"hit@{k}"]),
        rate=True,
    )


def _coverage(columns: Columns) -> float:
    return coverage_at(columns.right, columns.confidence, precision=PRECISION)


def _has(name: str) -> Callable[[Columns], Bools]:
    return lambda columns: ~np.isnan(columns.others[name])


_without, _given, _focus, _candidates = _has("without"), _has("given"), _has("focus_f1"), _has("mrr")


def _removed(columns: Columns) -> float:
    there = np.repeat([True, False], columns.confidence.size)
    return auroc(there, np.concatenate([columns.confidence, columns.others["without"]]))


def _risk_area(columns: Columns) -> float:
    return aurc(columns.right, columns.confidence)


MEASURES: tuple[Measure, ...] = (
    _hit(1),
    _hit(3),
    _hit(5),
    _hit(10),
    Measure(
        "mrr@10",
        "higher",
        "mean of 1 / rank of the first passage that holds the answer, 0 below rank 10 (Voorhees 1999)",
        _answerable,
        _mean(lambda c: c.retrieval["mrr@10"]),
    ),
    Measure(
        "quote@1", "higher", "the first quote overlaps the answer", _answerable, _mean(lambda c: c.right), rate=True
    ),
    Measure(
        "sentence_precision",
        "higher",
        "share of quotes that overlap an answer",
        _answerable,
        _mean(lambda c: c.precision),
    ),
    Measure(
        "sentence_recall", "higher", "share of answers that a quote overlaps", _answerable, _mean(lambda c: c.recall)
    ),
    Measure("sentence_f1", "higher", "their harmonic mean, question by question", _answerable, _mean(lambda c: c.f1)),
    Measure(
        "auroc",
        "higher",
        "chance that an answerable question has more confidence than one that is not",
        _everything,
        lambda c: auroc(c.answerable, c.confidence),
    ),
    Measure(
        "auroc_removed",
        "higher",
        "chance that a question has more confidence than one whose answering documents were taken away",
        _without,
        _removed,
    ),
    Measure(
        "coverage@90",
        "higher",
        "share of answerable questions that one threshold answers with 90 % precision",
        _answerable,
        _coverage,
    ),
    Measure(
        "coverage@90_all",
        "higher",
        "the same over all questions, where answering an unanswerable one is wrong",
        _everything,
        _coverage,
    ),
    Measure("aurc", "lower", "area under the risk-coverage curve of answerable questions", _answerable, _risk_area),
    Measure("aurc_all", "lower", "the same over all questions", _everything, _risk_area),
    Measure(
        "ece",
        "lower",
        "mean distance of confidence from the share of right first quotes, in ten bins of equal width",
        _everything,
        lambda c: expected_calibration_error(c.right, c.confidence),
    ),
    Measure(
        "answered",
        "higher",
        "answerable questions answered at the default threshold",
        _answerable,
        _mean(lambda c: c.answered),
        rate=True,
    ),
    Measure(
        "answered_right",
        "higher",
        "answerable questions answered at the default threshold with a first quote that is right",
        _answerable,
        _mean(lambda c: c.answered & c.right),
        rate=True,
    ),
    Measure(
        "answer_precision",
        "higher",
        "questions answered at the default threshold whose first quote is right",
        _answered,
        _mean(lambda c: c.right),
        rate=True,
    ),
    Measure(
        "silence",
        "higher",
        "unanswerable questions left unanswered at the default threshold",
        _unanswerable,
        _mean(lambda c: ~c.answered),
        rate=True,
    ),
    Measure(
        "quote@1_given",
        "higher",
        "the first quote overlaps the answer when only the documents that answer are asked",
        _given,
        _mean(lambda c: c.others["given"]),
        rate=True,
    ),
    Measure(
        "focus_f1",
        "higher",
        "words that the focus of that quote shares with the answer, by SQuAD's token F1; 0 without a focus",
        _focus,
        _mean(lambda c: c.others["focus_f1"]),
    ),
    Measure(
        "focus_exact",
        "higher",
        "that focus is the answer, by SQuAD's exact match",
        _focus,
        _mean(lambda c: c.others["focus_exact"]),
        rate=True,
    ),
    Measure(
        "focus_shown", "higher", "that quote has a focus", _focus, _mean(lambda c: c.others["focus_shown"]), rate=True
    ),
    Measure(
        "mrr",
        "higher",
        "mean of 1 / rank of the first candidate that answers, where the set gives candidates (Voorhees 1999)",
        _candidates,
        _mean(lambda c: c.others["mrr"]),
    ),
    Measure(
        "map",
        "higher",
        "mean average precision of these candidates",
        _candidates,
        _mean(lambda c: c.others["map"]),
    ),
)
