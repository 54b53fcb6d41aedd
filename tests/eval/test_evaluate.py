"""A set from questions to results, plain and thorough."""

from __future__ import annotations

from dataclasses import replace

import qa
from eval.evaluate import choose_systems, evaluate
from eval.records import QuestionSet, SetQuestion
from eval.systems.baseline import tfidf
from eval.systems.quoth import quoth


def test_evaluate(question_set: QuestionSet) -> None:
    results = evaluate(question_set, choose_systems(baseline=True), passage_size=200)
    assert [system.name for system in results.systems] == ["Quoth", "naive TF-IDF"]
    assert results.passage_size == 200
    quoth = results.systems[0]
    assert list(quoth.kinds) == ["date", "none", "number"]
    assert quoth.figures["hit@1"].value == 1.0
    assert quoth.kinds["number"]["quote@1"].n == 2
    assert quoth.min_confidence == qa.DEFAULT_MIN_CONFIDENCE


def test_a_thorough_run_asks_with_and_without_what_answers(question_set: QuestionSet) -> None:
    quoth_, naive = evaluate(question_set, choose_systems(baseline=True), thorough=True).systems
    first, *_, last = quoth_.rows
    assert first.given_right
    assert first.focus is not None
    assert first.focus in first.quote
    assert first.without is not None
    assert (last.given_right, last.focus, last.without) == (None, None, None)
    counts = {name: quoth_.figures[name].n for name in ("auroc_removed", "quote@1_given", "focus_f1")}
    assert set(counts.values()) == {3}
    assert naive.figures["quote@1_given"].n == 3
    assert naive.figures["focus_f1"].value is None
    plain = evaluate(question_set, choose_systems()).systems[0]
    assert {plain.figures[name].value for name in ("auroc_removed", "quote@1_given", "focus_f1")} == {None}


def test_the_only_document_can_be_taken_away(question_set: QuestionSet) -> None:
    alone = QuestionSet("one", question_set.documents[:1], question_set.questions[:2])
    (measured,) = evaluate(alone, [tfidf()], thorough=True).systems
    assert [row.without for row in measured.rows] == [0.0, 0.0]


def test_what_several_documents_answer_is_asked_of_none_of_them(question_set: QuestionSet) -> None:
    gold = tuple(sorted(span for question in question_set.questions for span in question.gold))
    both = QuestionSet("both", question_set.documents, (SetQuestion("q", "When does it open or close?", "", gold),))
    (measured,) = evaluate(both, [quoth()], thorough=True).systems
    assert [(row.given_right, row.without) for row in measured.rows] == [(True, 0.0)]
    other = qa.Document(id="shop", text="The shop opens at ten.")
    three = replace(both, documents=(*both.documents, other))
    (measured,) = evaluate(three, [quoth()], thorough=True).systems
    assert all(row.without is not None and row.without > 0.0 for row in measured.rows)
