"""Fit the choice of the focus: the weights of candidates, the probability of being right, and what is marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import click
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from eval.arrays import Bools, Floats
from eval.training.focus.examples import N_QUOTED, FocusExample
from qa.training import N_FOCUS_WEIGHTS, FocusChoice, FocusModel

__all__ = ["LEAST_F1", "Marks", "cross_validate", "decide", "estimate_probabilities", "fit_weights", "join", "mark"]

FOLDS = 5
L2 = 8.0
SHARPNESS = 30  # the target share of a candidate is its F1 to this power: next to nothing for all but the best
LEAST_F1 = 0.5  # a mark is right when it has more than this; a sentence without any such candidate is not trained on
PRECISION = 2 / 3  # how many of the marks that are shown should be right, at least
ITERATIONS = 60


def fit_weights(examples: Iterable[FocusExample]) -> NDArray[np.float32]:
    """Return the weights that bring the softmax over each right sentence's candidates nearest to the target."""
    sentences = [
        example.right for example in examples if example.right is not None and example.right.f1.max() > LEAST_F1
    ]
    features = np.concatenate([sentence.candidates.features for sentence in sentences])
    indptr = np.arange(0, features.size + 1, features.shape[1])
    X = sp.csr_array(
        (np.ones(features.size, dtype=np.float32), features.ravel(), indptr),
        shape=(len(features), N_FOCUS_WEIGHTS),
    )
    sizes = np.array([len(sentence.f1) for sentence in sentences])
    starts = np.cumsum(sizes) - sizes
    target = np.concatenate([sentence.f1**SHARPNESS for sentence in sentences])
    target /= np.repeat(np.add.reduceat(target, starts), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = X @ weights.astype(np.float32)
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        share = np.exp(scores)
        totals = np.add.reduceat(share, starts)
        share /= np.repeat(totals, sizes)
        entropy = float(np.log(totals).sum()) - float(target @ scores)
        return entropy + 0.5 * L2 * float(weights @ weights), X.T @ (share - target) + L2 * weights

    start = np.zeros(N_FOCUS_WEIGHTS)
    fitted = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return np.asarray(fitted.x, dtype=np.float16).astype(np.float32)  # as it is kept


@dataclass(frozen=True, slots=True)
class Marks:
    """What was chosen for each question; 0 where nothing could be. Columns of equal length, in order.

    signs: shape (n, n_signs). f1, exact, overlap: of the chosen words against the gold answers.
    f1_given: F1 of the words chosen in the sentence that holds the answer. chosen: whether there was a choice.
    """

    signs: Floats
    f1: Floats
    exact: Floats
    overlap: Floats
    f1_given: Floats
    chosen: Bools


def mark(model: FocusModel, examples: Sequence[FocusExample], rank: int = 0) -> Marks:
    """Return the marks in the quoted sentence of this rank, 0 for the first."""
    n = len(examples)
    f1, exact, overlap, f1_given = np.zeros((4, n))
    marks = Marks(np.zeros((n, len(model.signs))), f1, exact, overlap, f1_given, np.zeros(n, dtype=bool))
    for row, example in enumerate(examples):
        if sentence := example.quoted[rank] if rank < len(example.quoted) else None:
            choice = model.choose(sentence.candidates)
            marks.chosen[row] = True
            marks.signs[row] = choice.signs
            marks.f1[row] = sentence.f1[choice.index]
            marks.exact[row] = marks.f1[row] == 1.0
            marks.overlap[row] = sentence.gold[choice.index]
        if example.right:
            marks.f1_given[row] = example.right.f1[model.choose(example.right.candidates).index]
    return marks


def cross_validate(examples: Sequence[FocusExample]) -> list[Marks]:
    """Return the marks, by rank, of every question by a model that was fitted without its article."""
    fold = {group: n % FOLDS for n, group in enumerate(sorted({example.group for example in examples}))}
    parts = []
    for n in range(FOLDS):
        kept = [example for example in examples if fold[example.group] != n]
        left_out = [example for example in examples if fold[example.group] == n]
        if kept and left_out:
            model = FocusModel(fit_weights(kept))
            parts.append([mark(model, left_out, rank) for rank in range(N_QUOTED)])
            click.echo(f"fold {n + 1} of {FOLDS}: F1 {parts[-1][0].f1.mean():.3f}")
    return [join(ranked) for ranked in zip(*parts, strict=True)]


def join(parts: Sequence[Marks]) -> Marks:
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in Marks.__slots__))


def decide(model: FocusModel, ranked: Sequence[Marks]) -> FocusModel:
    """Return the model with the probability of being right, and the threshold for what is marked."""
    every, first = join(ranked), ranked[0]
    right = every.f1[every.chosen] > LEAST_F1
    if right.all() or not right.any():  # nothing to tell apart: always or never marked
        return replace(model, threshold=0.0 if right.any() else 1.0)
    regression = LogisticRegression(C=100.0, max_iter=1_000).fit(every.signs[every.chosen], right)
    intercept, *weights = (round(float(x), 4) for x in (regression.intercept_[0], *regression.coef_[0]))
    fitted = replace(model, intercept=intercept, signs=tuple(weights))
    probability = estimate_probabilities(fitted, first)[first.chosen]
    order = np.argsort(-probability, kind="stable")
    precision = np.cumsum(first.f1[first.chosen][order] > LEAST_F1) / np.arange(1, len(order) + 1)
    enough = np.nonzero(precision >= PRECISION)[0]
    last = order[enough[-1]] if len(enough) else order[0]
    return replace(fitted, threshold=round(float(probability[last]), 4))


def estimate_probabilities(model: FocusModel, marks: Marks) -> Floats:
    """Return the probability of each mark; 0 where nothing was chosen."""
    return np.array(
        [
            model.probability(FocusChoice(0, tuple(signs))) if chosen else 0.0
            for signs, chosen in zip(marks.signs.tolist(), marks.chosen, strict=True)
        ]
    )
