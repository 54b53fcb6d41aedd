"""What training gets is what answers are made with, and each name once."""

from __future__ import annotations

from qa import training
from qa.scoring.second import READ_FEATURES
from qa.scoring.trees import Trees


def test_the_names_are_those_of_the_library() -> None:
    assert sorted(set(training.__all__)) == sorted(training.__all__)
    assert all(hasattr(training, name) for name in training.__all__)
    assert training.Trees is Trees
    assert training.READ_FEATURES is READ_FEATURES
