"""A library's own calibration and threshold, fitted on its owner's questions by `quoth eval --calibrate`.

The shipped model stays as it is; its log-odds are corrected by a straight line (Platt 1999), so the order of the
questions by confidence stays too. What is reported of it is cross-validated. Left out: saving it, which is for the
caller, and a line of another shape, which would need more questions than most people write.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import click
import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedKFold

import qa
from eval.arrays import Bools, Floats
from eval.measures.selective import expected_calibration_error, risk_coverage
from eval.places import first_right
from eval.records import EvalError, QuestionSet
from eval.systems.quoth import Quoth

__all__ = ["FEWEST_ANSWERED", "CalibrationFit", "Quality", "choose_threshold", "fit_calibration", "fit_line"]

FEWEST = 20
"""Questions with a sentence to judge; fewer say nothing about a probability."""
FOLDS = 5
"""Of the cross-validation; at least so many first sentences must be right, and so many wrong."""
FEWEST_ANSWERED = 10
"""Answers from which on the precision of a threshold is believed; the luck of two or three is none."""
LEAST_SLOPE = 0.01
"""The line must rise; where the log-odds say nothing, it hardly does."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What a calibration makes of the questions that have a sentence to judge.

    log_loss: mean negative logarithm of the probability given to what was the case. ece: expected calibration error.
    answered, right: how many of them are answered at the threshold, and how many of those rightly.
    """

    log_loss: float
    ece: float
    answered: int
    right: int

    @classmethod
    def of(cls, confidence: Floats, right: Bools, answered: Bools) -> Quality:
        """Measure; one entry a question in each array."""
        loss = float(log_loss(right, confidence, labels=[False, True]))
        return cls(loss, expected_calibration_error(right, confidence), int(answered.sum()), int(right[answered].sum()))

    @property
    def precision(self) -> float | None:
        """Share of the answers that are right; None without any."""
        return self.right / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class CalibrationFit:
    """A calibration fitted on all questions, and how good such a one is on questions that it was not fitted on.

    n_judged: questions for which the library has a sentence; the others are met with silence at any threshold.
    precision: the one that was wanted; reached: whether a threshold has it, else the threshold is the default.
    shipped: of the shipped calibration at its threshold, on the same questions. own: cross-validated.
    """

    question_set: QuestionSet
    n_judged: int
    n_right: int
    precision: float
    reached: bool
    calibration: qa.Calibration
    shipped: Quality
    own: Quality


def fit_calibration(question_set: QuestionSet, library: qa.Library, *, precision: float) -> CalibrationFit:
    """Ask a library its own questions, and fit its calibration and threshold on them; nothing is saved.

    question_set: about the library's own documents. precision: share of the answers that shall be right, above 0 and
    at most 1.
    Raises EvalError when there are too few questions, or too few of which the first sentence is right, or wrong.
    """
    log_odds, right = _ask_all(question_set, library)
    n_right = int(right.sum())
    if len(right) < FEWEST or min(n_right, len(right) - n_right) < FOLDS:
        raise EvalError(
            f"{question_set.name} gives {len(right)} questions to judge, {n_right} with a right first sentence and "
            f"{len(right) - n_right} with a wrong one. A calibration needs {FEWEST} questions, {FOLDS} of either kind: "
            f"add {'questions that the documents do not answer' if n_right >= FOLDS else 'questions'}."
        )
    calibration, reached = _fit_line_and_threshold(log_odds, right, precision)
    shipped = qa.Calibration()
    before = _correct(shipped, log_odds)
    after, answered = _cross_validate(log_odds, right, precision)
    return CalibrationFit(
        question_set=question_set,
        n_judged=len(right),
        n_right=n_right,
        precision=precision,
        reached=reached,
        calibration=calibration,
        shipped=Quality.of(before, right, before >= shipped.threshold),
        own=Quality.of(after, right, answered),
    )


def _ask_all(question_set: QuestionSet, library: qa.Library) -> tuple[Floats, Bools]:
    """Return the log-odds of the first sentence of each question that has one, and whether it is right."""
    log_odds, right = [], []
    with click.progressbar(question_set.questions, label=question_set.name, file=sys.stderr) as questions:
        for question in questions:
            of = question.documents or None
            history = Quoth(library).turns(question.history, of)
            examination = library.examine(question.text, documents=of, history=history)
            if examination.log_odds is not None:
                log_odds.append(examination.log_odds)
                right.append(first_right([examination.evidence[0].span], question.gold) is not None)
    return np.array(log_odds), np.array(right, dtype=bool)


def fit_line(log_odds: Floats, right: Bools) -> tuple[float, float]:
    """Return slope and intercept of the line through the log-odds that makes what was the case likeliest.

    Logistic regression of one variable with the targets of Platt 1999, (n₊ + 1) / (n₊ + 2) for right ones and
    1 / (n₋ + 2) for wrong ones, which keep the line finite however well the two are apart. The slope is above 0.
    """
    n_right = int(right.sum())
    target = np.where(right, (n_right + 1) / (n_right + 2), 1 / (len(right) - n_right + 2))

    def loss(line: Floats) -> tuple[float, Floats]:
        logit = line[0] * log_odds + line[1]
        distance = expit(logit) - target
        value = np.logaddexp(0.0, logit) - target * logit
        return float(value.sum()), np.array([distance @ log_odds, distance.sum()])

    fitted = minimize(
        loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=[(LEAST_SLOPE, None), (None, None)]
    )
    return float(fitted.x[0]), float(fitted.x[1])


def choose_threshold(confidence: Floats, right: Bools, *, precision: float) -> float | None:
    """Return the lowest confidence from which on at least this share of the answers is right; None when none has it.

    A point of the risk-coverage curve, of those with at least `FEWEST_ANSWERED` answers.

    >>> confidence = np.linspace(.95, .5, 10)
    >>> choose_threshold(confidence, np.arange(10) != 8, precision=.9)
    0.5
    >>> choose_threshold(confidence, np.arange(10) < 8, precision=.9) is None
    True
    """
    coverage, risk = risk_coverage(right, confidence)
    answered = np.rint(coverage * len(right))
    (reached,) = np.nonzero((1.0 - risk >= precision - 1e-12) & (answered >= FEWEST_ANSWERED))
    return float(np.unique(confidence)[::-1][reached[-1]]) if reached.size else None


def _fit_line_and_threshold(log_odds: Floats, right: Bools, precision: float) -> tuple[qa.Calibration, bool]:
    """Return the calibration of some questions, and whether a threshold reaches the precision."""
    line = qa.Calibration(*fit_line(log_odds, right))
    threshold = choose_threshold(_correct(line, log_odds), right, precision=precision)
    return (line, False) if threshold is None else (replace(line, threshold=threshold), True)


def _cross_validate(log_odds: Floats, right: Bools, precision: float) -> tuple[Floats, Bools]:
    """Return the confidence of each question and whether it is answered, as fitted on the folds without it."""
    confidence, answered = np.empty(len(right)), np.empty(len(right), dtype=bool)
    for rest, fold in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(log_odds[:, None], right):
        calibration, _ = _fit_line_and_threshold(log_odds[rest], right[rest], precision)
        confidence[fold] = _correct(calibration, log_odds[fold])
        answered[fold] = confidence[fold] >= calibration.threshold
    return confidence, answered


def _correct(calibration: qa.Calibration, log_odds: Floats) -> Floats:
    return np.array([calibration.corrected(value) for value in log_odds])
