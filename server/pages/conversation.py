"""A conversation as it travels with each request: the server keeps none.

A link or a form carries the questions, which are asked again; the script of the chat sends the answers as well, as they
were given. Left out: what a page shows of it (views).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Self

from anyio.to_thread import run_sync
from fastapi.exceptions import HTTPException, RequestValidationError
from pydantic import ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request

import qa
from server.bodies.answers import MAX_DOCUMENTS, MAX_FIELDS, MAX_HISTORY, AnswerBody
from server.bodies.base import AtMost, BoundedModel, DocumentId, Text
from server.pages.rendering import encode_query

__all__ = [
    "FEW_QUOTES",
    "LONGEST_LINK",
    "MANY_QUOTES",
    "MAX_EARLIER",
    "AskedQuestion",
    "ConversationBody",
    "NextBody",
    "count_left_out",
    "link_to_conversation",
    "list_fields",
    "read_conversation",
    "read_questions",
]

MAX_EARLIER = 8
"""Earlier questions that a link or a form carries."""
MAX_TURNS = 200
"""Turns of a kept conversation that are shown at once."""
MAX_PLACES = 2_000
"""Quotes, and further places of their facts, of all these turns; each takes a millisecond to show."""
MOST_LEFT_OUT = 1_000_000
"""Earlier questions that are counted though nothing carries them."""
LONGEST_LINK = 6_000
"""Characters of an address that browsers and proxies let pass."""
FEW_QUOTES, MANY_QUOTES = 3, 10
"""Quotes that an answer has at the most, and one for which more were asked."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of a conversation. literal: as it stands, without what was asked before. more: for more quotes.

    answer: the JSON of the answer that it got, or None where it is to be asked again.
    """

    question: str
    literal: bool = False
    more: bool = False
    answer: dict[str, Any] | None = None

    @property
    def max_quotes(self) -> int:
        """How many quotes its answer has at the most."""
        return MANY_QUOTES if self.more else FEW_QUOTES

    @property
    def usable(self) -> bool:
        """Whether it can be asked."""
        return bool(self.question.strip()) and len(self.question) <= qa.MAX_QUESTION


class _Body(BoundedModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class PastTurn(_Body):
    """An earlier question, with the answer as far as the next question may refer to it."""

    question: Text
    literal: bool = False
    more: bool = False
    answer: Annotated[dict[str, Any], AtMost(MAX_FIELDS)] | None = None


class NextBody(_Body):
    """A question of the chat's script. partial: answer from the rest where a server of the library does not answer.

    before: how many turns of the conversation come before those that are sent with it.
    """

    question: Text
    history: Annotated[list[PastTurn], AtMost(MAX_HISTORY)] = Field(default=[])
    documents: Annotated[list[DocumentId], AtMost(MAX_DOCUMENTS)] = Field(default=[])
    literal: bool = False
    more: bool = False
    partial: bool = False
    before: int = Field(default=0, ge=0, le=MOST_LEFT_OUT)


class KeptTurn(_Body):
    """A turn that a browser kept. documents: ids of those that were asked, empty for all; total: of how many."""

    question: Text
    answer: AnswerBody
    literal: bool = False
    more: bool = False
    documents: Annotated[list[DocumentId], AtMost(MAX_DOCUMENTS)] = Field(default=[])
    total: int = Field(default=0, ge=0)


class ConversationBody(_Body):
    """A conversation that a browser kept, to be shown again."""

    turns: Annotated[list[KeptTurn], AtMost(MAX_TURNS)] = Field(min_length=1)
    documents: Annotated[list[DocumentId], AtMost(MAX_DOCUMENTS)] = Field(default=[])

    @model_validator(mode="after")
    def _count_places(self) -> Self:
        """Refuse more quotes and other places than are shown in one go."""
        n_places = sum(1 + len(quote.also) for turn in self.turns for quote in turn.answer.quotes)
        if n_places > MAX_PLACES:
            raise ValueError(f"has {n_places:,} quotes and places: send {MAX_PLACES:,} at the most")
        return self


async def read_conversation(request: Request) -> ConversationBody:
    """Return the conversation of a request, read in a thread: it may have megabytes. Raises RequestValidationError."""
    return await run_sync(_read, await request.body())


def _read(body: bytes) -> ConversationBody:
    try:
        return ConversationBody.model_validate(json.loads(body))
    except ValidationError as exc:
        raise RequestValidationError([{**error, "loc": ("body", *error["loc"])} for error in exc.errors()]) from None
    except json.JSONDecodeError as exc:
        error = {"type": "json_invalid", "loc": ("body", exc.pos), "msg": "JSON decode error", "input": {}}
        raise RequestValidationError([{**error, "ctx": {"error": exc.msg}}]) from None
    except (ValueError, RecursionError):  # not UTF-8, a number with too many digits, or a thousand brackets
        raise HTTPException(400, "There was an error parsing the body") from None


def read_questions(
    questions: Sequence[str], literal: Iterable[str] = (), more: Iterable[str] = ()
) -> list[AskedQuestion]:
    """Return the questions of a link or a form, the last MAX_EARLIER and one.

    literal, more: places in `questions`, from 0, as written in the address; what is no place there is passed over.
    """
    as_typed, with_more = set(literal), set(more)
    asked = [
        AskedQuestion(text.replace("\r\n", "\n"), str(place) in as_typed, str(place) in with_more)  # a form writes both
        for place, text in enumerate(questions)
    ]
    earlier = [each for each in asked[:-1] if each.usable]
    return [*earlier[-MAX_EARLIER:], *asked[-1:]]


def count_left_out(questions: Sequence[str], before: str = "") -> int:
    """Return how many earlier questions are not shown: those before a link or a form, and those that it has too many.

    before: how many come before `questions`, as written in the address; what is no number there counts as none.
    """
    n_usable = sum(AskedQuestion(text).usable for text in questions[:-1])
    stated = int(before) if before.isascii() and before.isdigit() and len(before) <= 7 else 0
    return min(stated + max(0, n_usable - MAX_EARLIER), MOST_LEFT_OUT)


def list_fields(asked: Sequence[AskedQuestion]) -> list[tuple[str, str]]:
    """Return the fields that carry these questions as earlier ones, in a link or a form."""
    return [
        *(("earlier", each.question) for each in asked),
        *(("literal", str(place)) for place, each in enumerate(asked) if each.literal),
        *(("more", str(place)) for place, each in enumerate(asked) if each.more),
    ]


def link_to_conversation(asked: Sequence[AskedQuestion], chosen: Sequence[str], n_before: int = 0) -> str | None:
    """Return the address that asks the same again of the documents chosen, or None when it would be too long.

    It has the last questions, and how many come before them; n_before: how many come before `asked`.
    """
    n_before += max(0, len(asked) - MAX_EARLIER - 1)
    asked = asked[-MAX_EARLIER - 1 :]
    if not asked:
        return None
    fields = list_fields(asked)
    fields[len(asked) - 1] = ("q", asked[-1].question)
    fields += [("before", str(n_before))] * bool(n_before)
    link = f"/?{encode_query([*fields, *(('documents', id) for id in chosen)])}"
    return link if len(link) <= LONGEST_LINK else None
