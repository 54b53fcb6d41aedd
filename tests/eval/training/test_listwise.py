"""The weights of terms by maximum likelihood."""

from __future__ import annotations

import numpy as np
import pytest

import qa
from eval.training import listwise
from eval.training.listwise import fit_term_weights
from qa.training import BLOCKS, FEATURES, PROPERTIES, Match, TermWeights, compute_features

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome")
SIZE = len(BLOCKS) * len(PROPERTIES) + 1


@pytest.fixture(scope="module")
def examples() -> tuple[list[Match], list[np.ndarray]]:
    """Questions whose answer names the town in the sentence before it, among others that hold more of their words."""
    library = qa.Library(trained=False)
    for n, town in enumerate(TOWNS):
        text = f"{town} is old. The bridge was opened in {1700 + n}. A bridge in the county is a bridge of stone."
        library.add(qa.Document(id=town, text=text, title="-"))
    found = [library.match(f"When was the bridge in {town} opened?") for town in TOWNS]
    right = [
        np.array([f"{1700 + n}" in hit.passage.cut(*place) for hit in each.hits for place in hit.passage.sentences])
        for n, each in enumerate(found)
    ]
    return found, right


def test_the_gradient_is_that_of_finite_differences(examples) -> None:
    design = listwise._design(list(zip(*examples, strict=True)))
    random = np.random.default_rng(3)
    for scale in (0.05, 0.5):
        parameters = random.normal(scale=scale, size=SIZE)
        _, gradient = listwise._loss(parameters, design)
        step = 1e-6
        for at in (*random.choice(SIZE, 40, replace=False), SIZE - 1):
            moved = np.zeros(SIZE)
            moved[at] = step
            ahead, behind = (listwise._loss(parameters + sign * moved, design)[0] for sign in (1, -1))
            assert gradient[at] == pytest.approx((ahead - behind) / (2 * step), rel=1e-4, abs=1e-7)


def test_the_loss_is_the_mean_surprise_at_the_right_sentences(examples) -> None:
    found, right = examples
    parameters = np.random.default_rng(4).normal(scale=0.3, size=SIZE)
    weights = TermWeights(parameters[:-1].reshape(len(BLOCKS), len(PROPERTIES)), float(parameters[-1]))
    surprise = []
    for each, labels in zip(found, right, strict=True):
        by_term = weights.of(each.query)
        score = sum(block @ row for block, row in zip(each.blocks(), by_term, strict=True))
        score = score + weights.retrieval * (each.scores / each.scores[0])[each.passage]
        surprise.append(-np.log(np.exp(score)[labels].sum() / np.exp(score).sum()))
    loss, _ = listwise._loss(parameters, listwise._design(list(zip(found, right, strict=True))))
    assert loss == pytest.approx(np.mean(surprise) + listwise.PENALTY * (parameters**2).sum())


def test_fitting_finds_the_right_sentences(examples) -> None:
    found, right = examples
    weights = fit_term_weights(found, right)
    design = listwise._design(list(zip(found, right, strict=True)))
    fitted = np.append(weights.coefficients.ravel(), weights.retrieval)
    assert listwise._loss(fitted, design)[0] < listwise._loss(np.zeros(SIZE), design)[0]
    for each, labels in zip(found, right, strict=True):
        X = compute_features(each, weights)
        assert labels[np.argmax(X[:, FEATURES.index("learned")])]
    again = fit_term_weights(found, right)
    assert np.array_equal(again.coefficients, weights.coefficients)
    assert np.array_equal(weights.coefficients, np.round(weights.coefficients, 4))


def test_a_question_without_a_right_sentence_teaches_nothing(examples) -> None:
    found, right = examples
    more = fit_term_weights([*found, found[0]], [*right, np.zeros_like(right[0])])
    assert np.array_equal(more.coefficients, fit_term_weights(found, right).coefficients)
