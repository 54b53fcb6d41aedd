from __future__ import annotations

import pytest

from qa.question.answer_type import answer_type, candidates


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
        ("opening hours", None),
        ("", None),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str | None) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("number", "Over 1,400 people and €14.50, or 3 %.", ["1,400", "€14.50", "3 %"]),
        ("date", "On 5 January 1931 and again in the 19th century.", ["5 January 1931", "19th century"]),
        ("duration", "It lasted 21 days, a 3-week run.", ["21 days", "a 3-week"]),
        ("person", "the chief Yoav Gallant met Lloyd Austin.", ["Yoav Gallant", "Lloyd Austin"]),
        ("cause", "He left because of rain.", ["because"]),
    ],
)
def test_what_a_sentence_offers(kind, sentence: str, expected: list[str]) -> None:
    assert [sentence[start:end] for start, end in candidates(kind, sentence, frozenset())] == expected


def test_what_only_repeats_the_question_is_no_candidate() -> None:
    assert candidates("person", "Gallant spoke.", frozenset({"gallant"})) == []
    assert candidates("person", "The official spoke.", frozenset()) == []


def test_hostile_sentences_are_matched_in_time() -> None:
    for hostile in ("A " * 500, "a" * 1_000, "1," * 500, "A.A" * 300, "Of the " * 140):
        for kind in ("date", "number", "duration", "person", "cause", "manner"):
            candidates(kind, hostile, frozenset())
