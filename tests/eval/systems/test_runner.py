"""Each system asked a small set end to end: a row for each question."""

from __future__ import annotations

from dataclasses import replace

import qa
from eval.records import QuestionSet, ResultRow, SetQuestion
from eval.systems.quoth import System
from eval.systems.runner import run


def rows_of(system: System, question_set: QuestionSet) -> list[ResultRow]:
    return run(system, question_set.questions, documents={d.id: d for d in question_set.documents})


def test_rows(system: System, question_set: QuestionSet) -> None:
    rows = rows_of(system, question_set)
    assert [row.id for row in rows] == ["q1", "q2", "q3", "q4"]
    first = rows[0]
    assert first.quote == "A ticket costs 14 euros."
    assert (first.right, first.rank, first.gold_texts) == (True, 1, ("14 euros",))
    assert all(row.latency_ms > 0 for row in rows)
    assert not rows[3].answerable
    assert not rows[3].right
    assert rows[3].rank is None


def test_every_quote_is_verbatim(system: System, question_set: QuestionSet) -> None:
    texts = {document.id: document for document in question_set.documents}
    for row in rows_of(system, question_set):
        assert 0.0 <= row.confidence <= 1.0
        assert row.quote == (row.quotes[0].cut(texts[row.quotes[0].document_id]) if row.quotes else "")
        assert row.answered == (bool(row.quotes) and row.confidence >= system.min_confidence)


def test_the_same_twice(system: System, question_set: QuestionSet) -> None:
    def without_time(rows: list[ResultRow]) -> list[object]:
        return [(row.rank, row.quotes, row.confidence) for row in rows]

    assert without_time(rows_of(system, question_set)) == without_time(rows_of(system, question_set))


def test_no_question_no_row(system: System) -> None:
    assert run(system, [], documents={}) == []


def test_a_question_at_the_limit_is_asked(system: System, question_set: QuestionSet) -> None:
    question = SetQuestion("long", "ticket " * (qa.MAX_QUESTION // 7), "long", question_set.questions[0].gold)
    rows = run(system, [question], documents={d.id: d for d in question_set.documents})
    assert rows[0].right


def test_candidates_are_ranked(system: System, question_set: QuestionSet) -> None:
    cut = [(0, 25), (26, 50), (51, 80)]
    places = tuple(qa.Span("museum", *place) for place in cut)
    question = SetQuestion("q", "What does a ticket cost?", "", (places[1], places[2]), places)
    (row,) = run(system, [question], documents={d.id: d for d in question_set.documents})
    assert row.candidate_ranks in {(1, 2), (1, 3)}


def test_a_question_may_be_asked_of_some_documents(system: System, question_set: QuestionSet) -> None:
    elsewhere = replace(question_set.questions[0], documents=("library",))
    (row,) = run(system, [elsewhere], documents={d.id: d for d in question_set.documents})
    assert row.rank is None
    assert not row.right
