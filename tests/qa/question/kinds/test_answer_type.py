"""What kind of answer a question asks for."""

from __future__ import annotations

import pytest

from qa.question.kinds.answer_type import classify


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many people have been displaced?", "number"),
        ("what percentage of the votes", "number"),
        ("When did the Frankish identity emerge?", "date"),
        ("In what year did it open?", "date"),
        ("How long was the proposed ceasefire?", "duration"),
        ("Who is Israel's defense minister?", "person"),
        ("Where is the airport?", "place"),
        ("Which city is it in?", "place"),
        ("Why did they leave?", "cause"),
        ("How do I add documents?", "manner"),
        ("Is it open?", "polar"),
        ("What is boarding?", "definition"),
        ("What does HTML stand for?", "definition"),
        ("opening hours", "date"),
        ("deadline for applications", "date"),
        ("deposit", "number"),
        ("What does a locker cost?", "number"),
        ("email address of the office", "contact"),
        ("Who do I call about a leak?", "contact"),
        ("What is your phone number?", "contact"),
        ("How much does a phone cost?", "number"),
        ("How long do phone batteries last?", "duration"),
        ("What is the default port?", "number"),
        ("What was the revenue in March?", "number"),
        ("What is the notice period?", "duration"),
        ("What is the due date?", "date"),
        ("What is the wifi password?", None),
        ("What is a lease?", "definition"),
        ("the old harbour", None),
        ("", None),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str | None) -> None:
    assert classify(question)[0] == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who invented the telephone?", "person"),
        ("When was the telephone invented?", "date"),
        ("Where is the phone box?", "place"),
        ("Why did the mobile industry grow?", "cause"),
        ("Is there a phone in the room?", "polar"),
        ("How many hours do I work?", "number"),
        ("Who missed the deadline?", "person"),
    ],
)
def test_a_word_that_asks_tells_more_than_one_that_is_asked_about(question: str, kind: str) -> None:
    assert classify(question)[0] == kind


@pytest.mark.parametrize(
    ("question", "cue"),
    [("How long was it?", "How long"), ("Which city is it in?", "Which city"), ("opening hours", "")],
)
def test_the_words_that_only_say_so(question: str, cue: str) -> None:
    assert classify(question)[1] == cue
