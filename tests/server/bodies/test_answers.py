"""The JSON of a question and of what answers it: bounds of a request, and the link of a passage."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from server.bodies.answers import MAX_DOCUMENTS, MAX_HISTORY, AskBody, PassageBody, TurnBody


def test_a_question_alone_is_enough():
    body = AskBody(question="Why?")
    assert (body.history, body.documents, body.max_quotes, body.min_confidence) == ([], None, 3, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"max_quotes": 0},
        {"max_quotes": "3"},
        {"min_confidence": 1.1},
        {"min_confidence": float("nan")},
        {"history": [TurnBody(question="x")] * (MAX_HISTORY + 1)},
        {"documents": ["x"] * (MAX_DOCUMENTS + 1)},
        {"documents": ["x" * 1_001]},
        {"colour": "red"},
    ],
    ids=str,
)
def test_what_is_out_of_bounds_is_refused(fields):
    with pytest.raises(ValidationError):
        AskBody.model_validate({"question": "Why?", **fields})


def test_a_passage_has_the_address_at_which_it_is_marked():
    body = PassageBody(
        document_id="a/b", title="A", start=2, end=5, text="abc", heading=None, page=None, line=1, sentences=[(2, 5)]
    )
    assert body.model_dump()["url"] == "/documents/a%2Fb?start=2&end=5"
