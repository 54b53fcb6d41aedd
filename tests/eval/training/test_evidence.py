"""The examples and the trees of the evidence model."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from eval.training import evidence
from eval.training.scoring_sets import TRAINING
from qa.training import FEATURES


def test_a_feature_that_is_left_out_is_in_no_tree(sets_folder: Path) -> None:
    questions = TRAINING[0].read(sets_folder / TRAINING[0].file)
    examples = list(evidence.make_examples(questions, "set"))
    assert all(example.right.shape == (example.match.n,) for example in examples)
    assert all(example.right.sum() == 1 for example in examples)
    kept = ["coverage", "place"]
    _, trees = evidence.fit_evidence(examples, kept)
    assert {FEATURES[number] for number in np.unique(trees.feature[np.isfinite(trees.threshold)])} <= {
        FEATURES[0],
        *kept,
    }


def test_what_rises_and_what_falls_are_features() -> None:
    assert evidence.RISING <= set(FEATURES) >= evidence.FALLING
    assert not evidence.RISING & evidence.FALLING
