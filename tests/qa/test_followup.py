from __future__ import annotations

import pytest

import qa
from qa.followup import standalone

HISTORY = [qa.Turn("How long was the proposed ceasefire?")]


@pytest.mark.parametrize(
    "question",
    [
        "And how many were injured?",
        "What about France?",
        "Why?",
        "Who proposed it?",
        "Did they accept?",
        "When was that?",
    ],
)
def test_a_question_that_leans_gets_the_words_before_it(question: str) -> None:
    understood = standalone(question, HISTORY)
    assert understood.startswith(question)
    assert "ceasefire" in understood


@pytest.mark.parametrize(
    "question",
    [
        "How many people have been displaced in Lebanon?",
        "Is there a museum in Beirut?",
        "Which of those officials said that Israel accepted American calls for restraint in Gaza?",
        "What does a ticket cost?",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert standalone(question, HISTORY) == question


def test_without_history_nothing_changes() -> None:
    assert standalone("Why?", []) == "Why?"


def test_the_nearest_question_that_stands_alone_is_taken() -> None:
    history = [qa.Turn("Who founded the museum?"), qa.Turn("What does the café sell?"), qa.Turn("Why?")]
    assert "café" in standalone("And when does it close?", history)
    assert "museum" not in standalone("And when does it close?", history)


def test_no_word_is_added_twice() -> None:
    assert standalone("And the ceasefire?", HISTORY) == "And the ceasefire? (long proposed)"


def test_what_was_just_asked_counts_for_more_than_what_it_is_about() -> None:
    library = qa.Library()
    library.add(qa.Document(text="The campaign displaced 1 million people. The campaign killed 1,400 people."))
    earlier = [qa.Turn("How many people were displaced by the campaign?")]
    answer = library.ask("And how many were killed?", history=earlier, min_confidence=0.0)
    assert answer.quotes[0].text == "The campaign killed 1,400 people."


def test_ask_uses_the_conversation(library: qa.Library) -> None:
    alone = library.ask("And when did he do that?", min_confidence=0.0)
    after = library.ask("And when did he do that?", history=[qa.Turn("Who founded the museum?")], min_confidence=0.0)
    assert after.question == "And when did he do that?" != after.standalone
    assert alone.standalone == alone.question
    assert "1931" in after.quotes[0].text
