"""Turns of a conversation as they are looked back at."""

from __future__ import annotations

from typing import Any

import pytest

import qa
from qa.question.turns import Earlier, read_turn

ASKED = "When was the museum founded?"


def test_a_turn_is_read_from_a_record_and_from_its_json_alike(library: qa.Library) -> None:
    answer = library.ask(ASKED, min_confidence=0.0)
    best = answer.quotes[0]
    turn = read_turn(qa.Turn(ASKED, answer))
    assert (turn.question, turn.quote, turn.answered, turn.confidence) == (ASKED, best.text, True, answer.confidence)
    assert qa.Span(best.document_id, best.start, best.end) in turn.places
    quotes: list[dict[str, Any]] = [
        {"text": each.text, "document_id": each.document_id, "start": each.start, "end": each.end, "focus": None}
        for each in answer.quotes
    ]
    if best.focus:
        quotes[0]["focus"] = {"text": turn.focus}
    quotes[0]["citation"] = {"heading": best.heading}
    as_json = {"answered": True, "confidence": answer.confidence, "quotes": quotes}
    assert read_turn(qa.Turn(ASKED, as_json)) == turn


def test_silence_is_known_and_no_answer_is_not() -> None:
    assert read_turn(qa.Turn("Why?", {"answered": False, "quotes": []})).answered is False
    assert read_turn(qa.Turn("Why?", {"quotes": []})).answered is None
    assert read_turn(qa.Turn("Why?")).answered is None
    assert read_turn(qa.Turn("Why?", {"quotes": [{"text": "So."}]})).answered is True


@pytest.mark.parametrize(
    "quote",
    [
        {"text": "So.", "document_id": 7, "start": 0, "end": 3},
        {"text": "So.", "document_id": "a", "start": "0", "end": 3},
        {"text": "So.", "document_id": "a", "start": 5, "end": 3},
        {"text": "So.", "document_id": "a", "start": -5, "end": 3},
        {"text": "So.", "focus": "So"},
    ],
)
def test_what_has_another_shape_is_passed_over(quote: dict[str, Any]) -> None:
    answer = {"quotes": [quote], "confidence": float("nan"), "answered": "yes"}
    assert read_turn(qa.Turn("Why?\n \ud800", answer)) == Earlier("Why? ?", ("So.",), answered=True)
