"""The folds of the training sets, and questions as they are typed."""

from __future__ import annotations

from pathlib import Path

from eval.records import SetQuestion
from eval.training.scoring_sets import FOLDS, TRAINING, fold_of, type_in_a_hurry


def test_every_question_of_an_article_is_in_one_fold_and_every_fold_is_used(sets_folder: Path) -> None:
    questions = TRAINING[0].read(sets_folder / TRAINING[0].file)
    folds: dict[str, set[int]] = {}
    for question in questions.questions:
        if question.gold:
            folds.setdefault(question.gold[0].document_id.partition("-")[0], set()).add(fold_of(question))
    assert {len(numbers) for numbers in folds.values()} == {1}
    assert set().union(*folds.values()) == set(range(FOLDS))


def test_every_fourth_question_is_typed_in_a_hurry() -> None:
    questions = [SetQuestion(str(n), "Who is Dr. Smith?", "answerable") for n in range(8)]
    typed = [question.text for question in type_in_a_hurry(questions)]
    assert typed == [*["Who is Dr. Smith?"] * 3, "who is dr. smith"] * 2
