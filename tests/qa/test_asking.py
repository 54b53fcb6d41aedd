"""One question, asked of one state of a library."""

from __future__ import annotations

from dataclasses import replace

import pytest

import qa
from qa import asking

QUESTION = "Who founded the museum?"


@pytest.fixture
def examination(library: qa.Library) -> qa.Examination:
    return library.examine(QUESTION)


def test_an_answer_is_chosen_from_an_examination(library: qa.Library, examination: qa.Examination) -> None:
    answer = asking.answer(examination, 3, 0.0)
    assert answer == library.ask(QUESTION, min_confidence=0.0)
    assert answer.quotes[0].text == examination.evidence[0].text
    assert len(asking.answer(examination, 1, 0.0).quotes) == 1


def test_silence_has_its_reason(examination: qa.Examination) -> None:
    unsure = asking.answer(replace(examination, confidence=0.4), 3, 0.5)
    assert (unsure.reason, unsure.confidence, unsure.answered) == ("low_confidence", 0.4, False)
    assert unsure.nearest == tuple(hit.passage for hit in examination.hits[: asking.N_NEAREST])
    assert asking.answer(replace(examination, confidence=0.4, min_confidence=0.3), 3, None).answered
    assert asking.answer(replace(examination, evidence=()), 3, 0.0).reason == "no_match"
    empty = asking.answer(replace(examination, n_passages=0), 3, 0.0)
    assert (empty.reason, empty.nearest) == ("empty_library", ())


def test_silence_says_what_was_typed_and_what_was_understood() -> None:
    question = qa.Question("Why? (museum)", asked="Why?")
    silent = asking.silence(question, "no_match", missing_terms=("museum",))
    assert (silent.question, silent.standalone, silent.missing_terms) == ("Why?", "Why? (museum)", ("museum",))


def test_a_question_is_read_in_a_language_of_the_library() -> None:
    library = qa.Library()
    library.add(qa.Document(id="de", text="Die Eintrittskarte kostet 14 Euro und das Museum ist schön.", language="de"))
    assert library.examine("Was kostet die Eintrittskarte?").question.language == "de"
    library.add(qa.Document(id="en", text="The ticket costs 14 euros, and the museum was built in 1931."))
    assert library.examine("Was kostet die Eintrittskarte?").question.language == "de"
    assert library.examine("What does the ticket cost?").question.language == "en"


def test_what_no_document_holds_is_missing_once() -> None:
    library = qa.Library()
    library.add(qa.Document(text="Ann Lee founded the museum."))
    assert library.examine("Who saw a zeppelin or zeppelins in the museum?").missing_terms == ("saw", "zeppelin")
