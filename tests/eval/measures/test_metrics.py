"""The figures: values worked out by hand, perfect and hopeless systems, and what is undefined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import qa
from eval.measures.metrics import MEASURES, figures, latency
from eval.records import ResultRow


def test_by_hand(make_row: Callable[..., ResultRow], value: Callable[..., float | None]) -> None:
    rows = [
        make_row(rank=1, given_right=True, focus="the words", without=0.8, candidate_ranks=(2, 4)),
        make_row(rank=3, confidence=0.6, right=False, quotes=(qa.Span("d", 9, 12),), focus="Nine words", without=0.7),
        make_row(rank=None, confidence=0.1, answered=False, right=False, quotes=(), focus="", candidate_ranks=(1,)),
        make_row(rank=10, confidence=0.8, quotes=(qa.Span("d", 0, 4), qa.Span("d", 8, 9))),
        make_row(answerable=False, rank=None, right=False, confidence=0.7),
        make_row(answerable=False, rank=None, right=False, confidence=0.2, answered=False),
    ]
    expected = {
        "hit@1": 1 / 4,
        "hit@3": 2 / 4,
        "hit@5": 2 / 4,
        "hit@10": 3 / 4,
        "mrr@10": (1 + 1 / 3 + 0 + 1 / 10) / 4,
        "quote@1": 2 / 4,
        "sentence_precision": (1 + 0 + 0 + 1 / 2) / 4,
        "sentence_recall": (1 + 0 + 0 + 1) / 4,
        "sentence_f1": (1 + 0 + 0 + 2 / 3) / 4,
        "auroc": (2 + 1 + 0 + 2) / 8,  # .9, .6, .1 and .8 against .7 and .2
        "auroc_removed": (2 + 0) / 4,  # .9 and .6 against .8 and .7
        "coverage@90": 2 / 4,
        "coverage@90_all": 2 / 6,
        "aurc": (0 + 0 + 1 / 3 + 2 / 4) / 4,
        "aurc_all": (0 + 0 + 1 / 3 + 2 / 4 + 3 / 5 + 4 / 6) / 6,
        "ece": (0.1 + 0.6 + 0.1 + 0.2 + 0.7 + 0.2) / 6,  # each in a bin of its own
        "answered": 3 / 4,
        "answered_right": 2 / 4,
        "answer_precision": 2 / 4,
        "silence": 1 / 2,
        "quote@1_given": 1.0,
        "focus_f1": (1 + 2 / 3 + 0) / 3,
        "focus_exact": 1 / 3,
        "focus_shown": 2 / 3,
        "mrr": (1 / 2 + 1) / 2,
        "map": ((1 / 2 + 2 / 4) / 2 + 1) / 2,
    }
    assert {name: value(rows, name) for name in expected} == pytest.approx(expected)
    assert list(expected) == [measure.name for measure in MEASURES]


def test_counts_say_which_questions(make_row: Callable[..., ResultRow]) -> None:
    rows = [make_row(), make_row(answerable=False, right=False, answered=False), make_row(answered=False)]
    found = figures(rows, with_intervals=False)
    assert {name: found[name].n for name in ("quote@1", "auroc", "answer_precision", "silence")} == {
        "quote@1": 2,
        "auroc": 3,
        "answer_precision": 1,
        "silence": 1,
    }


def test_perfect_system(make_row: Callable[..., ResultRow]) -> None:
    thorough = {"given_right": True, "focus": "words", "without": 0.0, "candidate_ranks": (1,)}
    rows = [make_row(id=str(i), confidence=1.0, **thorough) for i in range(8)]
    rows += [make_row(id=f"n{i}", answerable=False, right=False, confidence=0.0, answered=False) for i in range(4)]
    best = {measure.name: 1.0 if measure.better == "higher" else 0.0 for measure in MEASURES}
    best["coverage@90_all"] = 8 / 12  # 8 right of 8, then 4 that cannot be right
    best["aurc_all"] = sum(i / (8 + i) for i in range(1, 5)) / 12
    found = figures(rows, with_intervals=False)
    assert {name: figure.value for name, figure in found.items()} == pytest.approx(best)


def test_hopeless_system(make_row: Callable[..., ResultRow]) -> None:
    missed: dict[str, object] = {"rank": None, "right": False, "quotes": (), "quote": ""}
    missed |= {"given_right": False, "focus": "", "without": 1.0, "candidate_ranks": (10,)}
    rows = [make_row(id=str(i), confidence=0.0, answered=False, **missed) for i in range(4)]
    rows += [make_row(id=f"n{i}", answerable=False, confidence=1.0, right=False, rank=None) for i in range(4)]
    found = figures(rows, with_intervals=False)
    assert {name for name, figure in found.items() if figure.value not in {0.0, 1.0}} == {"ece", "mrr", "map"}
    assert found["auroc"].value == 0.0
    assert found["aurc"].value == 1.0
    assert found["silence"].value == 0.0


def test_no_rows_are_undefined() -> None:
    found = figures([])
    assert {(figure.value, figure.low, figure.high, figure.n) for figure in found.values()} == {(None, None, None, 0)}
    assert set(latency([]).values()) == {None}


def test_one_kind_alone(make_row: Callable[..., ResultRow]) -> None:
    found = figures([make_row(), make_row()])
    assert found["auroc"].value is None
    assert found["auroc"].low is None
    assert found["silence"].value is None
    assert found["quote@1"].value == 1.0
    assert {found[name].value for name in ("auroc_removed", "quote@1_given", "focus_f1", "mrr", "map")} == {None}


def test_latency_is_interpolated(make_row: Callable[..., ResultRow]) -> None:
    assert latency([make_row(latency_ms=float(i)) for i in range(101)]) == {
        "p50": 50.0,
        "p90": 90.0,
        "p95": 95.0,
        "p99": 99.0,
    }
