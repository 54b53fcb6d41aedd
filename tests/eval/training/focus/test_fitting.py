"""Fitting the choice of the focus, on the examples of a small set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from eval.records import QuestionSet
from eval.training.focus.examples import N_QUOTED, FocusExample, make_examples
from eval.training.focus.fitting import Marks, decide, estimate_probabilities, fit_weights, join, mark
from qa.training import FocusModel


@pytest.fixture
def examples(question_set: QuestionSet) -> list[FocusExample]:
    return list(make_examples(question_set))


def test_what_was_fitted_on_is_marked_right(examples: list[FocusExample]) -> None:
    model = FocusModel(fit_weights(examples))
    marks = mark(model, examples)
    assert marks.f1_given.tolist() == [1.0] * 3
    assert marks.chosen.all()
    assert mark(model, examples, rank=N_QUOTED + 1).chosen.tolist() == [False] * 3


def test_marks_are_joined_in_order(examples: list[FocusExample]) -> None:
    marks = mark(FocusModel(fit_weights(examples)), examples)
    both = join([marks, marks])
    assert both.f1.tolist() == marks.f1.tolist() * 2
    assert both.signs.shape == (6, marks.signs.shape[1])


@pytest.mark.parametrize(("f1", "threshold"), [(1.0, 0.0), (0.0, 1.0)])
def test_nothing_to_tell_apart_is_always_or_never_marked(
    examples: list[FocusExample], f1: float, threshold: float
) -> None:
    model = FocusModel(fit_weights(examples))
    marks = mark(model, examples)
    alike = replace(marks, f1=np.full(3, f1))
    assert decide(model, [alike, alike]).threshold == threshold


def test_a_question_without_a_choice_has_no_probability(examples: list[FocusExample]) -> None:
    model = FocusModel(fit_weights(examples))
    marks: Marks = replace(mark(model, examples), chosen=np.array([True, False, True]))
    assert (estimate_probabilities(model, marks) > 0.0).tolist() == [True, False, True]
