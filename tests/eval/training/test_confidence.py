"""The examples of the confidence."""

from __future__ import annotations

from eval.records import QuestionSet
from eval.training import confidence
from eval.training.scoring_sets import FOLDS
from qa.training import CONFIDENCE_FEATURES, EvidenceModel, TermWeights


def test_the_examples_say_in_which_situation_a_question_was_asked(question_set: QuestionSet) -> None:
    model = EvidenceModel(TermWeights.equal(), None)
    asked = confidence.list_situations(question_set, 1, small=False)
    examples = list(confidence.make_examples(asked, [model] * FOLDS))
    assert {example.features.shape for example in examples} == {(len(CONFIDENCE_FEATURES),)}
    assert [example.situation for example in examples].count("present") == 3
    assert not any(example.right for example in examples if example.situation != "present")
    assert any(example.right for example in examples)
