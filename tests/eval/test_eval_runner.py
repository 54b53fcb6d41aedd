"""A real library and the baseline, asked a small set end to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import qa
from eval.baseline import Baseline
from eval.evaluate import evaluate
from eval.records import EvalError, Question, QuestionSet, Reply, Row
from eval.runner import first_right, overlaps, run
from eval.systems import Quoth, System


@pytest.fixture(params=["quoth", "baseline"])
def system(request: pytest.FixtureRequest, question_set: QuestionSet) -> Iterator[System]:
    """Return each system over the small set's documents."""
    if request.param == "quoth":
        with qa.Library() as library:
            library.add(*question_set.documents)
            yield Quoth(library)
    else:
        yield Baseline(passage for document in question_set.documents for passage in qa.split(document))


def rows_of(system: System, question_set: QuestionSet) -> list[Row]:
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
    def without_time(rows: list[Row]) -> list[object]:
        return [(row.rank, row.quotes, row.confidence) for row in rows]

    assert without_time(rows_of(system, question_set)) == without_time(rows_of(system, question_set))


def test_nothing_matches(system: System) -> None:
    assert system.search("xyzzy", 10) == []
    assert system.answer("xyzzy") == Reply((), "", 0.0, system.answer("xyzzy").missing_terms)


def test_no_question_no_row(system: System) -> None:
    assert run(system, [], documents={}) == []


def test_the_baseline_says_what_it_cannot_index() -> None:
    with pytest.raises(EvalError, match="Leave out --baseline"):
        Baseline(qa.split(qa.Document(text="a b c.")))


def test_outcomes(make_row: Callable[..., Row]) -> None:
    assert make_row().outcome == "right"
    assert make_row(right=False).outcome == "wrong"
    assert make_row(answered=False).outcome == "missed"
    assert make_row(answerable=False, right=False).outcome == "wrong"
    assert make_row(answerable=False, right=False, answered=False).outcome == "silent"


def test_overlap_is_of_characters_in_one_document() -> None:
    assert overlaps(qa.Span("a", 2, 4), qa.Span("a", 3, 9))
    assert not overlaps(qa.Span("a", 2, 4), qa.Span("b", 2, 4))
    assert not overlaps(qa.Span("a", 3, 3), qa.Span("a", 2, 4))
    assert first_right([qa.Span("a", 0, 1), qa.Span("a", 5, 9)], [qa.Span("a", 8, 12)]) == 2
    assert first_right([qa.Span("a", 0, 1)], []) is None


def test_evaluate(question_set: QuestionSet) -> None:
    results = evaluate(question_set, passage_size=200, baseline=True)
    assert [system.name for system in results.systems] == ["Quoth", "Baseline"]
    assert results.passage_size == 200
    quoth = results.systems[0]
    assert list(quoth.kinds) == ["date", "none", "number"]
    assert quoth.figures["hit@1"].value == 1.0
    assert quoth.kinds["number"]["quote@1"].n == 2
    assert quoth.min_confidence == qa.DEFAULT_MIN_CONFIDENCE


def test_a_question_at_the_limit_is_asked(system: System, question_set: QuestionSet) -> None:
    question = Question("long", "ticket " * (qa.MAX_QUESTION // 7), "long", question_set.questions[0].gold)
    rows = run(system, [question], documents={d.id: d for d in question_set.documents})
    assert rows[0].right
