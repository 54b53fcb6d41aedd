from __future__ import annotations

import pytest

import qa
from qa.answering.answer import silence

TEXT = """The deposit is 300 euros. It is paid back within six weeks.

Thank you for choosing the Brava 300.

Dogs must be kept on a lead."""


@pytest.fixture(scope="module")
def library() -> qa.Library:
    library = qa.Library()
    library.add(qa.Document(id="d", text=TEXT, title="House rules", source="rules.txt"))
    return library


@pytest.mark.parametrize(
    "utterance", ["thanks", "Danke!", "who are you?", "summarise", "What is this document about?", "2+2"]
)
def test_what_asks_nothing_is_told_so_whatever_the_threshold(library: qa.Library, utterance: str) -> None:
    for history in ((), (qa.Turn("How much is the deposit?", library.ask("How much is the deposit?")),)):
        answer = library.ask(utterance, history, min_confidence=0.0)
        assert (answer.answered, answer.reason, answer.quotes) == (False, "not_a_question", ())
        assert (answer.standalone, answer.missing_terms) == (utterance, ())


def test_a_greeting_is_cut_off_a_question(library: qa.Library) -> None:
    answer = library.ask("Hi there, how much is the deposit?")
    assert (answer.standalone, answer.missing_terms) == ("how much is the deposit?", ())
    assert answer.quotes[0].text == "The deposit is 300 euros."


def test_a_request_is_answered_with_quotes_on_what_it_names(library: qa.Library) -> None:
    answer = library.ask("Summarise the deposit", min_confidence=0.0)
    assert (answer.answered, answer.beyond, answer.missing_terms) == (True, "summary", ())
    assert "300 euros" in answer.text
    unknown = library.ask("list all swimming pools")
    assert (unknown.answered, unknown.reason, unknown.beyond) == (False, "not_a_question", "list")


def test_thanks_carry_nothing_to_the_next_question(library: qa.Library) -> None:
    history = [qa.Turn("How much is the deposit?", None), qa.Turn("thanks", None)]
    assert "thanks" not in library.ask("And when is it paid back?", history).standalone


def test_a_question_for_a_total_is_one(library: qa.Library) -> None:
    assert library.ask("How much is the deposit in total?").beyond is None
    total = silence(qa.Question("How many lifts are there in total?"), "low_confidence")
    assert (total.reason, total.beyond) == ("low_confidence", "sum")
