"""Whatever a request carries is bounded in number, and reading it stops at the first few errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from server.bodies.answers import AskBody
from server.bodies.feedback import GivenFeedback
from server.bodies.verification import GivenAnswer
from server.pages.conversation import MAX_PLACES, ConversationBody, NextBody

BODIES: list[type[BaseModel]] = [AskBody, GivenAnswer, GivenFeedback, NextBody, ConversationBody]
MANY = 10_000


def list_unbounded(schema: Any, path: str = "") -> Iterator[str]:
    """Yield where a description of JSON lets a list or an object have any number of items."""
    if isinstance(schema, dict):
        if schema.get("type") == "array" and "maxItems" not in schema:
            yield path
        if schema.get("type") == "object" and "properties" not in schema and "maxProperties" not in schema:
            yield path
        for name, part in schema.items():
            yield from list_unbounded(part, f"{path}/{name}")
    elif isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from list_unbounded(part, f"{path}/{number}")


@pytest.mark.parametrize("body", BODIES)
def test_every_list_and_dict_of_a_request_has_a_bound(body: type[BaseModel]) -> None:
    assert list(list_unbounded(body.model_json_schema())) == []


def put_into(value: Any, junk: Any) -> Iterator[Any]:
    """Yield copies of JSON with each of its lists and objects in turn filled with junk."""
    if isinstance(value, list):
        yield [junk] * MANY
        yield [junk] * 50
        for number, part in enumerate(value):
            yield from ([*value[:number], each, *value[number + 1 :]] for each in put_into(part, junk))
    elif isinstance(value, dict):
        yield value | {f"k{number}": junk for number in range(MANY)}
        yield {f"k{number}": junk for number in range(50)}
        for name, part in value.items():
            yield from ({**value, name: each} for each in put_into(part, junk))


@pytest.fixture
def answer(client) -> dict[str, Any]:
    question = {"question": "What does a ticket cost?", "min_confidence": 0}
    answer: dict[str, Any] = client.post("/api/ask", json=question).json()
    quote = answer["quotes"][0]
    place = {name: quote[name] for name in ("text", "document_id", "start", "end", "citation")}
    return {**answer, "quotes": [{**quote, "also": [place]}], "missing_terms": ["x"], "languages": ["en"]}


@pytest.mark.parametrize("junk", [1, "x", {}, [1]], ids=str)
@pytest.mark.parametrize("body", [ConversationBody, AskBody, NextBody, GivenAnswer])
def test_a_request_full_of_errors_has_few(body: type[BaseModel], junk: Any, answer: dict[str, Any]) -> None:
    kinds: dict[str, dict[str, Any]] = {
        "ConversationBody": {"turns": [{"question": "x", "answer": answer, "documents": ["a"]}], "documents": ["a"]},
        "AskBody": {"question": "x", "history": [{"question": "x", "answer": answer}], "documents": ["a"]},
        "NextBody": {"question": "x", "history": [{"question": "x", "answer": answer}], "documents": ["a"]},
        "GivenAnswer": answer,
    }
    whole = kinds[body.__name__]
    body.model_validate_json(body.model_validate(whole).model_dump_json())
    for each in put_into(whole, junk):
        try:
            body.model_validate(each)
        except ValidationError as exc:
            assert exc.error_count() <= 100  # noqa: PT017 - or it is valid


def test_a_kept_conversation_shows_a_bounded_number_of_places(answer: dict[str, Any]) -> None:
    turn = {"question": "x", "answer": {**answer, "quotes": answer["quotes"] * 20}}
    with pytest.raises(ValidationError, match=f"send {MAX_PLACES:,} at the most"):
        ConversationBody.model_validate({"turns": [turn] * 100})


def test_what_disagrees_with_all_is_grouped_in_little_work(client, answer: dict[str, Any]) -> None:
    """As many quotes as there may be, each at odds with each."""
    numbers = list(range(1, 101))
    quotes = [{**answer["quotes"][0], "number": number, "disagrees_with": numbers} for number in numbers]
    kept = {"turns": [{"question": "x", "answer": {**answer, "quotes": quotes, "reading_order": numbers}}]}
    assert client.post("/conversation", json=kept).status_code == 200
