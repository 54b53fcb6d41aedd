"""The JSON of what readers say: bounds of a request, and a record as it is given back."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import qa
from server.bodies.feedback import FeedbackBody, GivenFeedback
from server.bodies.translate import translate_feedback


def test_a_question_and_a_verdict_are_enough():
    given = GivenFeedback(question="Why?", verdict="right")
    assert (given.id, given.history, given.note, given.quote, given.passage) == ("", [], "", None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "good"},
        {"note": "x" * (qa.MAX_NOTE + 1)},
        {"passage": {"document_id": "a", "start": 0, "end": 0, "text": ""}},
        {"passage": {"document_id": "a", "start": -1, "end": 1, "text": "x"}},
        {"quote": {"document_id": "a", "start": 0, "end": 1, "text": "x"}},
        {"who": "me"},
    ],
    ids=str,
)
def test_what_is_out_of_bounds_is_refused(fields):
    with pytest.raises(ValidationError):
        GivenFeedback.model_validate({"question": "Why?", "verdict": "right", **fields})


def test_a_record_is_given_back_as_it_is():
    document = qa.Document(id="a", text="Ants lift leaves.")
    quote = qa.Excerpt.of(document, 0, 4)
    feedback = qa.Feedback(id="x", question="Who?", history=("Why?",), verdict="wrong", note="No.", quote=quote)
    (body,) = translate_feedback([feedback]).feedback
    assert isinstance(body, FeedbackBody)
    assert (body.history, body.note, body.passage) == (["Why?"], "No.", None)
    assert body.quote is not None
    assert (body.quote.text, body.quote.sha256) == ("Ants", document.sha256)
