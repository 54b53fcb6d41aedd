"""Fit the weights of question terms: the right sentence among all candidates of its question, by maximum likelihood.

p(s) is proportional to exp(score(s)), and the loss is -ln of the sum of p over the right sentences (a conditional
logit, McFadden 1974), plus a penalty on the squares of the coefficients. Minimised by L-BFGS with the exact gradient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from eval.arrays import Bools, Floats, Ints
from qa.training import BLOCKS, PROPERTIES, Match, TermWeights

__all__ = ["fit_term_weights"]


PENALTY = 2e-4
STEPS = 200
START = (-0.5, -1.0, -1.0, -1.2, -1.5, -2.0, -1.5)  # log-weight of a term in each place, before anything is known of it


@dataclass(frozen=True, slots=True)
class _Design:
    """All questions as one problem: t terms, r sentences, g questions.

    blocks: for each place (r, t), how much of each term is there. properties: (t, len(PROPERTIES)).
    retrieval: (r,). right: (r,). question: (r,) ascending.
    """

    blocks: list[sp.csr_array]
    properties: Floats
    retrieval: Floats
    right: Floats
    question: Ints
    n: int


def fit_term_weights(matches: Sequence[Match], right: Sequence[Bools]) -> TermWeights:
    """Return the weights for questions with their candidates.

    matches: one of each question. right: for each, (n,) whether the sentence answers; a question without a right
    sentence teaches nothing.
    """
    design = _design([(each, labels) for each, labels in zip(matches, right, strict=True) if labels.any()])
    start = np.zeros((len(BLOCKS), len(PROPERTIES)))
    start[:, PROPERTIES.index("always")] = START
    start[:, PROPERTIES.index("idf")] = 0.2
    start[:, PROPERTIES.index("function")] = -1.5
    fitted = minimize(
        _loss,
        np.append(start.ravel(), 2.0),
        args=(design,),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": STEPS},
    )
    return TermWeights(np.round(fitted.x[:-1].reshape(start.shape), 4), round(float(fitted.x[-1]), 4))


def _design(examples: Sequence[tuple[Match, Bools]]) -> _Design:
    rows = np.array([match.n for match, _ in examples])
    blocks = [
        sp.block_diag([sp.csr_array(match.blocks()[number]) for match, _ in examples], format="csr")
        for number in range(len(BLOCKS))
    ]
    return _Design(
        blocks=[sp.csr_array(block) for block in blocks],
        properties=np.concatenate([match.query.properties for match, _ in examples]),
        retrieval=np.concatenate([(match.scores / match.scores[0])[match.passage] for match, _ in examples]),
        right=np.concatenate([labels for _, labels in examples]).astype(np.float64),
        question=np.repeat(np.arange(len(examples)), rows),
        n=len(examples),
    )


def _loss(parameters: Floats, design: _Design) -> tuple[float, Floats]:
    """Return the loss and its gradient."""
    coefficients = parameters[:-1].reshape(len(BLOCKS), len(PROPERTIES))
    weights = [np.exp(np.clip(design.properties @ row, -12.0, 5.0)) for row in coefficients]
    score = parameters[-1] * design.retrieval
    for block, weight in zip(design.blocks, weights, strict=True):
        score = score + block @ weight
    highest = np.full(design.n, -np.inf)
    np.maximum.at(highest, design.question, score)
    mass = np.exp(score - highest[design.question])
    p = mass / np.bincount(design.question, mass, minlength=design.n)[design.question]
    p_right = np.maximum(np.bincount(design.question, p * design.right, minlength=design.n), 1e-12)
    slope = (p - p * design.right / p_right[design.question]) / design.n
    gradient = [
        design.properties.T @ ((block.T @ slope) * weight) for block, weight in zip(design.blocks, weights, strict=True)
    ]
    loss = float(-np.log(p_right).mean() + PENALTY * (parameters**2).sum())
    return loss, np.append(np.concatenate(gradient), slope @ design.retrieval) + 2.0 * PENALTY * parameters
