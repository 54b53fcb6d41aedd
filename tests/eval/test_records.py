"""What a set and a row know of themselves."""

from __future__ import annotations

from collections.abc import Callable

import qa
from eval.records import QuestionSet, ResultRow


def test_the_digest_is_of_what_is_asked(question_set: QuestionSet) -> None:
    documents, questions = question_set.documents, question_set.questions
    same = QuestionSet("other name", documents, questions, ("a note",))
    assert same.sha256 == question_set.sha256
    assert question_set.thin(3).sha256 != question_set.sha256
    changed = qa.Document(id="museum", text=documents[0].text + " ")
    assert QuestionSet("small", (changed, documents[1]), questions).sha256 != question_set.sha256


def test_thinning_is_even_and_noted(question_set: QuestionSet) -> None:
    thinned = question_set.thin(2)
    assert [question.id for question in thinned.questions] == ["q1", "q3"]
    assert thinned.documents == question_set.documents
    assert thinned.notes == ("Only 2 of 4 questions, evenly spaced.",)
    assert question_set.thin(4) is question_set.thin(None) is question_set


def test_outcomes(make_row: Callable[..., ResultRow]) -> None:
    assert make_row().outcome == "right"
    assert make_row(right=False).outcome == "wrong"
    assert make_row(answered=False).outcome == "missed"
    assert make_row(answerable=False, right=False).outcome == "wrong"
    assert make_row(answerable=False, right=False, answered=False).outcome == "silent"
