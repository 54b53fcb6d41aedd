"""Questions with the sentences whose candidates the focus is trained on."""

from __future__ import annotations

from eval.records import QuestionSet
from eval.training.focus.examples import N_QUOTED, make_examples


def test_an_answerable_question_is_an_example(question_set: QuestionSet) -> None:
    examples = list(make_examples(question_set))
    assert len(examples) == 3
    assert {example.group for example in examples} == {"small/"}
    for example in examples:
        assert len(example.quoted) <= N_QUOTED
        assert example.right is not None
        assert example.right.f1.max() == 1.0
        assert example.right.gold.any()
        assert len(example.right.f1) == len(example.right.gold) == len(example.right.candidates.places)
