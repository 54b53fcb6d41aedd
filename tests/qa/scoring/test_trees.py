"""Trees as arrays; `test_eval_boosting` compares them with scikit-learn's own."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.scoring.trees import Trees, probability

# Two trees of depth 2. The left child of the second one's root is a leaf, and stands there twice.
TWO = Trees(
    feature=np.array([[0, 1, 1], [1, 0, 0]]),
    threshold=np.array([[0.5, 1.0, 2.0], [0.0, 0.0, 3.0]]),
    value=np.array([[1.0, 2.0, 3.0, 4.0], [10.0, 10.0, 20.0, 30.0]]),
    baseline=0.25,
)


def plain_decision(trees: Trees, row: np.ndarray) -> float:
    """Walk down each tree, one node at a time."""
    total = trees.baseline
    for feature, threshold, value in zip(trees.feature, trees.threshold, trees.value, strict=True):
        node = 0
        while node < len(feature):
            node = 2 * node + 1 if row[feature[node]] <= threshold[node] else 2 * node + 2
        total += value[node - len(feature)]
    return total


def test_a_value_at_the_threshold_goes_left() -> None:
    X = np.array([[0.5, 1.0], [0.5, 1.1], [0.6, 2.0], [4.0, 3.0], [-1.0, -1.0]])
    assert TWO.decision(X).tolist() == [21.25, 22.25, 23.25, 34.25, 11.25]


@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 6), st.integers(0, 2**32 - 1))
def test_rows_at_once_are_rows_one_by_one(n_trees: int, depth: int, n_rows: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    trees = Trees(
        feature=random.integers(0, 3, (n_trees, 2**depth - 1)),
        threshold=random.integers(-2, 3, (n_trees, 2**depth - 1)).astype(float),
        value=random.normal(size=(n_trees, 2**depth)),
        baseline=float(random.normal()),
    )
    X = random.integers(-3, 4, (n_rows, 3)).astype(float)
    decision = trees.decision(X)
    assert decision.shape == (n_rows,)
    assert decision.tolist() == [trees.decision(row[None, :])[0] for row in X]
    assert decision == pytest.approx([plain_decision(trees, row) for row in X])


def test_shapes_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(2, 3\) features, \(2, 2\) thresholds and \(2, 4\) leaves do not fit"):
        Trees(TWO.feature, TWO.threshold[:, :2], TWO.value, 0.0)
    with pytest.raises(ValueError, match=r"\(2, 3\) leaves do not fit"):
        Trees(TWO.feature, TWO.threshold, TWO.value[:, :3], 0.0)


def test_trees_are_read_from_arrays_of_any_number_type() -> None:
    arrays: dict[str, Any] = {
        "feature": TWO.feature.astype(np.uint8),
        "threshold": TWO.threshold,
        "value": TWO.value.astype(np.float32),
        "baseline": np.array(TWO.baseline),
        "more": np.array(0.0),
    }
    X = np.array([[0.5, 1.0], [0.6, 9.0]])
    assert Trees.of(arrays).decision(X).tolist() == TWO.decision(X).tolist()


@given(st.lists(st.floats(-1e308, 1e308), max_size=5))
def test_the_probability_is_the_logistic_function(decision: list[float]) -> None:
    p = probability(np.array(decision))
    assert ((p >= 0.0) & (p <= 1.0)).all()
    near = np.clip(decision, -30.0, 30.0)
    assert p == pytest.approx(1.0 / (1.0 + np.exp(-near)), abs=1e-12)
    assert probability(np.array([0.0]))[0] == 0.5
