"""What was saved of the chat or the endpoint, to be checked again: one answer, or an exported conversation.

    {"format": "quoth-conversation", "version": 1, "name": "…", "turns": [{"question": "…", "answer": {…}}, …]}

Left out: the checking, which is the library's; a conversation is checked answer by answer.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import qa
from server.bodies.base import GivenBody, Name, Text
from server.bodies.translate import translate_verifications
from server.bodies.verification import GivenAnswer, VerifiedBody

__all__ = ["GivenConversation", "NotSaved", "VerifiedConversationBody", "VerifiedTurnBody", "read_saved", "verify"]

FORMAT = "quoth-conversation"
VERSION = 1
Saved = TypeVar("Saved", bound=BaseModel)


class NotSaved(qa.QuothError, ValueError):
    """The JSON of neither an answer nor a conversation."""


class _Head(GivenBody):
    """What tells a conversation from an answer, which has no format."""

    format: str | None = None
    version: int = 0


class GivenTurn(GivenBody):
    """A question and the answer that the endpoint gave."""

    question: Text
    answer: GivenAnswer


class GivenConversation(GivenBody):
    """A conversation as the chat exports it. Fields that a re-check does not read may be left out."""

    format: Literal["quoth-conversation"]
    version: Literal[1]
    name: Text = ""
    turns: list[GivenTurn] = Field(max_length=10_000)


class VerifiedTurnBody(VerifiedBody):
    """What a re-check of one answer of a conversation found. turn: from 1."""

    turn: int
    question: Name


class VerifiedConversationBody(BaseModel):
    """What a re-check of a conversation found. verified: every quote of every answer is."""

    model_config = ConfigDict(frozen=True)

    name: Name
    verified: bool
    turns: list[VerifiedTurnBody]


def read_saved(data: bytes) -> GivenAnswer | GivenConversation:
    """Return the answer or the conversation that JSON holds. Raises NotSaved, which says what is wrong and where."""
    try:
        head = _Head.model_validate_json(data)
    except ValidationError:
        head = _Head()
    if head.format is None:
        return _validate(GivenAnswer, data, "an answer", "Make one with: quoth ask QUESTION --json")
    if head.format != FORMAT or head.version > VERSION:
        raise NotSaved(
            f"is of the format {head.format[:80]!r}, version {head.version}; this Quoth knows {FORMAT!r} up to version "
            f"{VERSION}. Export the conversation from the chat, or use a newer Quoth."
        )
    return _validate(GivenConversation, data, "a conversation", "Export one from the chat.")


def _validate(model: type[Saved], data: bytes, what: str, way_out: str) -> Saved:
    try:
        return model.model_validate_json(data)
    except ValidationError as exc:
        first = exc.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise NotSaved(f"is not the JSON of {what}: {place}{': ' if place else ''}{first['msg']}. {way_out}") from None


def verify(saved: GivenAnswer | GivenConversation, library: qa.Library) -> VerifiedBody | VerifiedConversationBody:
    """Check all quotes against the documents of a library as they are now."""
    if isinstance(saved, GivenAnswer):
        return translate_verifications(library.verify(saved.model_dump()))
    turns = []
    for number, turn in enumerate(saved.turns, 1):
        body = translate_verifications(library.verify(turn.answer.model_dump()))
        turns.append(VerifiedTurnBody(turn=number, question=turn.question, verified=body.verified, quotes=body.quotes))
    return VerifiedConversationBody(name=saved.name, verified=all(turn.verified for turn in turns), turns=turns)
