"""Every system through the seam that they share, and the library behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import qa
from eval.records import QuestionSet, Reply
from eval.sets.choose import read_set
from eval.systems.baseline import tfidf
from eval.systems.quoth import System, quoth
from tests.eval.sets.test_jsonl import FOLLOW_UP


def test_earlier_questions_are_asked_first(write_lines: Callable[..., Path]) -> None:
    question_set = read_set(write_lines(FOLLOW_UP))
    (question,) = question_set.questions
    with quoth().make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as system:
        (turn,) = system.turns(question.history)
        assert isinstance(turn.answer, qa.Answer)
        assert "14 euros" in turn.answer.text
        assert system.answer(question.text, None, [turn]).text == "Dr. Smith founded it in 1931."
    with tfidf().make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as naive:
        history = naive.turns(["When does the library close?"])
        joined = naive.search("When does the library close? And then?", 5)
        assert list(naive.search("And then?", 5, None, history)) == list(joined)
        assert naive.search("And then?", 5) == []


def test_nothing_matches(system: System) -> None:
    assert system.search("xyzzy", 10) == []
    reply = system.answer("xyzzy")
    assert reply == Reply((), "", 0.0, reply.missing_terms, focus=reply.focus)
    assert not reply.focus


def test_documents_may_be_named(system: System) -> None:
    reply = system.answer("When does the museum or the library open or close?", ["library"])
    assert {span.document_id for span in reply.quotes} == {"library"}
    assert system.answer("ticket", ["library"]).quotes == ()


def test_places_are_scored(system: System, question_set: QuestionSet) -> None:
    text = question_set.documents[0].text
    first, second = qa.Span("museum", 0, 25), qa.Span("museum", 26, text.index(" Dr."))
    scores = system.score("What does a ticket cost?", [first, second])
    assert scores[1] > scores[0] >= 0.0


def test_a_misspelt_question_is_asked_as_a_reader_would_be_answered() -> None:
    text = (
        "Visitors may park beside the greenhouse, which opens in April. Membership costs 40 euros, payable in January."
    )
    with quoth().make((qa.Document(id="club", text=text),), qa.DEFAULT_PASSAGE_SIZE) as system:
        reply = system.answer("When must the membreshp be payed?")
        assert reply.text == "Membership costs 40 euros, payable in January."
        assert reply.confidence >= system.min_confidence
