"""The examples of the second opinion, and what is fitted on them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from eval.records import QuestionSet
from eval.training import confidence, second
from eval.training.boosting import Growth
from eval.training.scoring_sets import FOLDS
from qa.training import (
    CONFIDENCE_FEATURES,
    MOST_WINDOWS,
    READ_CONFIDENCE_FEATURES,
    READ_FEATURES,
    EvidenceModel,
    TermWeights,
    Trees,
)
from tests.qa.reader_of_words import WordReader

MODELS = [EvidenceModel(TermWeights.equal(), None)] * FOLDS


def make_unsure() -> Trees:
    """Return trees that say nothing."""
    return Trees(np.zeros((1, 1), dtype=np.intp), np.zeros((1, 1)), np.zeros((1, 2)), 0.5)


def test_examples_are_what_was_read(question_set: QuestionSet) -> None:
    asked = confidence.list_situations(question_set, 1, small=False)
    reader = WordReader()
    examples = [*second.make_examples(asked, reader, MODELS, [make_unsure()] * FOLDS)]
    assert examples
    assert len(examples) <= len(reader.read) <= MOST_WINDOWS * len(examples)
    for example in examples:
        assert example.right.shape == (len(example.evidence),)
        assert example.first_confidence == 0.5
        assert any(sentence.read for sentence in example.evidence)
        assert example.right.any() <= (example.situation == "present")


def test_every_so_many_questions_are_taken_and_the_same_ones_again(question_set: QuestionSet) -> None:
    asked = [*confidence.list_situations(question_set, 1, small=True)]
    taken = [[(each.question.text, each.situation) for each in second.take_every(asked, 3)] for _ in range(2)]
    assert taken[0] == taken[1]
    assert 0 < len(taken[0]) < len(asked)
    assert [*second.take_every(asked, 1)] == asked


def test_a_fit_knows_all_features_and_trusts_a_reader_that_is_right(
    question_set: QuestionSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second, "TREES", Growth(n_trees=5, depth=2, leaves=3, least=1, rate=0.3))
    asked = confidence.list_situations(question_set, 1, small=True)
    examples = [*second.make_examples(asked, WordReader(), MODELS, [make_unsure()] * FOLDS)]
    examples = [replace(example, fold=fold) for fold in range(FOLDS) for example in examples * 2]
    regression, trees, card = second.fit_second(examples, MODELS)
    assert set(regression.weights) == set(READ_FEATURES)
    assert trees.feature.max() < len(READ_CONFIDENCE_FEATURES)
    assert sum(card["examples"].values()) == len(examples)
    assert len(CONFIDENCE_FEATURES) > len(READ_CONFIDENCE_FEATURES)
