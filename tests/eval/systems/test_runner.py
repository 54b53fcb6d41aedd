"""A real library and the baseline, asked a small set end to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

import qa
from eval.evaluate import choose_systems, evaluate
from eval.records import EvalError, QuestionSet, Reply, ResultRow, SetQuestion
from eval.systems.baseline import Tfidf, tfidf
from eval.systems.bm25 import bm25
from eval.systems.quoth import System, quoth
from eval.systems.runner import run

CONTESTANTS = {factory.name: factory for factory in (quoth(), bm25(), tfidf())}


@pytest.fixture(params=list(CONTESTANTS))
def system(request: pytest.FixtureRequest, question_set: QuestionSet) -> Iterator[System]:
    """Return each system over the small set's documents."""
    with CONTESTANTS[request.param].make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as system:
        yield system


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


def test_nothing_matches(system: System) -> None:
    assert system.search("xyzzy", 10) == []
    reply = system.answer("xyzzy")
    assert reply == Reply((), "", 0.0, reply.missing_terms, focus=reply.focus)
    assert not reply.focus


def test_no_question_no_row(system: System) -> None:
    assert run(system, [], documents={}) == []


def test_the_baseline_says_what_it_cannot_index() -> None:
    with pytest.raises(EvalError, match="Leave out --baseline"):
        Tfidf(qa.split(qa.Document(text="a b c.")))


def test_outcomes(make_row: Callable[..., ResultRow]) -> None:
    assert make_row().outcome == "right"
    assert make_row(right=False).outcome == "wrong"
    assert make_row(answered=False).outcome == "missed"
    assert make_row(answerable=False, right=False).outcome == "wrong"
    assert make_row(answerable=False, right=False, answered=False).outcome == "silent"


def test_evaluate(question_set: QuestionSet) -> None:
    results = evaluate(question_set, choose_systems(baseline=True), passage_size=200)
    assert [system.name for system in results.systems] == ["Quoth", "naive TF-IDF"]
    assert results.passage_size == 200
    quoth = results.systems[0]
    assert list(quoth.kinds) == ["date", "none", "number"]
    assert quoth.figures["hit@1"].value == 1.0
    assert quoth.kinds["number"]["quote@1"].n == 2
    assert quoth.min_confidence == qa.DEFAULT_MIN_CONFIDENCE


def test_a_question_at_the_limit_is_asked(system: System, question_set: QuestionSet) -> None:
    question = SetQuestion("long", "ticket " * (qa.MAX_QUESTION // 7), "long", question_set.questions[0].gold)
    rows = run(system, [question], documents={d.id: d for d in question_set.documents})
    assert rows[0].right


def test_documents_may_be_named(system: System) -> None:
    reply = system.answer("When does the museum or the library open or close?", ["library"])
    assert {span.document_id for span in reply.quotes} == {"library"}
    assert system.answer("ticket", ["library"]).quotes == ()


def test_places_are_scored(system: System, question_set: QuestionSet) -> None:
    text = question_set.documents[0].text
    first, second = qa.Span("museum", 0, 25), qa.Span("museum", 26, text.index(" Dr."))
    scores = system.score("What does a ticket cost?", [first, second])
    assert scores[1] > scores[0] >= 0.0


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
