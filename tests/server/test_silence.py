"""What is said where nothing is quoted: never more than is true, and what may be asked instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

import qa
from qa.types import Reason
from server.silence import MAX_TOPICS, find_explanation, find_verdict, list_topics

SILENT = qa.Answer("x", "x", answered=False, confidence=0.0, reason="no_match")
NEAR = qa.Passage("d", 0, 0, 4, "Text")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_not_in_these_documents_is_said_only_where_nothing_came_near(reason: Reason) -> None:
    silent = replace(SILENT, reason=reason)
    assert find_verdict(silent) == reason
    for change in ({"nearest": (NEAR,)}, {"languages": ("de",)}, {"left_out": ("host:9000",)}):
        assert find_verdict(replace(silent, **change)) == ("low_confidence" if reason == "no_match" else reason)


def test_no_passage_matches_is_said_only_where_none_does() -> None:
    assert find_explanation(SILENT) == "no_match"
    assert find_explanation(replace(SILENT, nearest=(NEAR,))) == "no_sentence"
    assert find_explanation(replace(SILENT, reason="low_confidence", nearest=(NEAR,))) == "low_confidence"
    assert find_explanation(replace(SILENT, reason="not_a_question")) == "not_a_question"
    assert find_explanation(replace(SILENT, reason="empty_library")) is None
    assert find_explanation(replace(SILENT, reason="empty_question")) is None


def test_an_answer_without_a_reason_claims_nothing_else() -> None:
    assert (find_verdict(replace(SILENT, reason=None)), find_explanation(replace(SILENT, reason=None))) == (
        "no_match",
        "no_match",
    )


@pytest.fixture
def ferry() -> Iterator[qa.Library]:
    text = "Ferry\n\nFares\n\nA crossing costs 4 euros.\n\nTimes\n\nIt sails at nine.\n\nFares\n\nDogs travel free.\n"
    places = [(text.index(name, start), name) for name, start in (("Ferry", 0), ("Fares", 0), ("Times", 0))]
    places.append((text.rindex("Fares"), "Fares"))
    headings = tuple((start, start + len(name)) for start, name in places)
    with qa.Library() as library:
        library.add(qa.Document(id="ferry", text=text, title="Ferry", headings=headings))
        library.add(qa.Document(id="bus", text="The bus leaves at ten.", title="Bus"))
        yield library


def test_documents_are_offered_by_title_with_their_headings_each_once(ferry: qa.Library) -> None:
    assert [(topic.title, topic.headings) for topic in list_topics(ferry)] == [
        ("Bus", ()),
        ("Ferry", ("Fares", "Times")),
    ]


def test_of_the_documents_that_were_chosen_those_are_offered_that_are_there(ferry: qa.Library) -> None:
    assert [topic.document_id for topic in list_topics(ferry, ["gone", "ferry"])] == ["ferry"]


def test_what_is_offered_is_bounded() -> None:
    text = "\n\n".join(f"Heading {n}\n\nText {n}." for n in range(50)) + "\n\n" + "Long " * 40
    at = [(text.index(f"Heading {n}\n"), len(f"Heading {n}")) for n in range(50)]
    headings = (*((start, start + n) for start, n in at), (text.index("Long "), len(text)))
    with qa.Library() as library:
        library.add(*(qa.Document(id=f"d{n:02}", text=text, headings=headings) for n in range(20)))
        library.add(qa.Document(id="a", text="Heading\n\n" + "word " * 100_000, title="A", headings=((0, 7),)))
        topics = list_topics(library)
    assert len(topics) == MAX_TOPICS
    assert topics[0].headings == ()
    assert all(len(topic.headings) == 6 for topic in topics[1:])
