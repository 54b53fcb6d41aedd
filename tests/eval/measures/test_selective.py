"""Measures of confidence: worked examples of the docstrings, and what must hold for any numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from eval.measures.selective import aurc, auroc, coverage_at, expected_calibration_error, reliability, risk_coverage

Case = tuple[NDArray[np.bool_], NDArray[np.float64]]


@st.composite
def judged(draw: st.DrawFn, min_size: int = 1) -> Case:
    """Draw right or wrong and a confidence for some questions; few levels, so that ties are common."""
    n = draw(st.integers(min_size, 40))
    right = draw(arrays(bool, n))
    levels = draw(arrays(int, n, elements=st.integers(0, 20)))
    return right, levels / 20.0


@pytest.mark.parametrize("measure", [auroc, aurc, expected_calibration_error])
def test_no_questions_are_undefined(measure: Callable[..., float]) -> None:
    assert math.isnan(measure(np.empty(0, dtype=bool), np.empty(0)))
    assert math.isnan(coverage_at(np.empty(0, dtype=bool), np.empty(0), precision=0.9))
    assert [part.size for part in reliability(np.empty(0, dtype=bool), np.empty(0))] == [0, 0, 0]
    assert [part.size for part in risk_coverage(np.empty(0, dtype=bool), np.empty(0))] == [0, 0]


@given(judged())
def test_auroc_is_that_of_scikit_learn(case: Case) -> None:
    answerable, confidence = case
    if 0 < answerable.sum() < answerable.size:
        assert auroc(answerable, confidence) == pytest.approx(roc_auc_score(answerable, confidence))


@pytest.mark.parametrize("answerable", [True, False])
def test_auroc_of_one_kind_is_undefined(answerable: bool) -> None:
    assert math.isnan(auroc(np.full(3, answerable), np.array([0.1, 0.2, 0.3])))


def test_perfect_system() -> None:
    right, confidence = np.ones(10, dtype=bool), np.ones(10)
    assert coverage_at(right, confidence, precision=0.9) == 1.0
    assert aurc(right, confidence) == 0.0
    assert expected_calibration_error(right, confidence) == 0.0


def test_hopeless_system() -> None:
    right, confidence = np.zeros(10, dtype=bool), np.ones(10)
    assert coverage_at(right, confidence, precision=0.9) == 0.0
    assert aurc(right, confidence) == 1.0
    assert expected_calibration_error(right, confidence) == 1.0


def test_a_threshold_cannot_split_a_tie() -> None:
    right, confidence = np.array([True, False]), np.array([0.5, 0.5])
    assert coverage_at(right, confidence, precision=0.9) == 0.0
    assert [part.tolist() for part in risk_coverage(right, confidence)] == [[1.0], [0.5]]


@given(judged(min_size=2))
def test_auroc_depends_on_order_alone(case: Case) -> None:
    answerable, confidence = case
    if answerable.all() or not answerable.any():
        return
    area = auroc(answerable, confidence)
    assert auroc(answerable, confidence**3 / 2) == pytest.approx(area)
    assert auroc(~answerable, confidence) == pytest.approx(1.0 - area)


@given(judged(), st.randoms(use_true_random=False))
def test_order_of_questions_does_not_matter(case: Case, random: Random) -> None:
    right, confidence = case
    order = list(range(right.size))
    random.shuffle(order)
    for measure in (aurc, expected_calibration_error, lambda r, c: coverage_at(r, c, precision=0.8)):
        assert measure(right[order], confidence[order]) == pytest.approx(measure(right, confidence))


@given(judged())
def test_errors_and_areas_stay_within_bounds(case: Case) -> None:
    assert 0.0 <= expected_calibration_error(*case) <= 1.0
    assert 0.0 <= aurc(*case) <= 1.0


@given(judged(), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_more_precision_never_covers_more(case: Case, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert coverage_at(*case, precision=high) <= coverage_at(*case, precision=low)
    assert coverage_at(*case, precision=0.0) == 1.0


@given(judged())
def test_a_question_put_right_never_harms(case: Case) -> None:
    right, confidence = case
    better = right.copy()
    better[0] = True
    assert coverage_at(better, confidence, precision=0.9) >= coverage_at(right, confidence, precision=0.9)
    assert aurc(better, confidence) <= aurc(right, confidence) + 1e-12


@given(judged())
def test_curves_cover_every_question(case: Case) -> None:
    right, confidence = case
    coverage, risk = risk_coverage(right, confidence)
    assert coverage[-1] == 1.0
    assert risk[-1] == pytest.approx(1.0 - right.mean())
    assert (np.diff(coverage) > 0).all()
    mean, share, count = reliability(right, confidence)
    assert count.sum() == right.size
    assert mean @ count == pytest.approx(confidence.sum())
    assert share @ count == pytest.approx(right.sum())
