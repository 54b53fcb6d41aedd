"""Results of Quoth and of the baseline that hold every outcome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.measures.results import Results
from eval.records import ResultRow

HOSTILE = "<script>alert('1')</script> & \"2\" {{ 7 * 7 }}"


@pytest.fixture
def rows(make_row: Callable[..., ResultRow]) -> list[ResultRow]:
    """Return rows of every outcome, one hostile."""
    return [
        make_row(id="q1", question="A right one?"),
        make_row(id="q2", question=HOSTILE, quote=HOSTILE, kind=HOSTILE, right=False, missing_terms=(HOSTILE,)),
        make_row(id="q3", question="A missed one?", answered=False, confidence=0.2, latency_ms=40.0),
        make_row(id="q4", answerable=False, right=False, answered=False, confidence=0.1, rank=None),
    ]


@pytest.fixture
def results(make_results: Callable[..., Results], rows: list[ResultRow]) -> Results:
    """Return results of two systems."""
    return make_results(rows, rows[::-1])
