"""The JSON of what readers say of answers. Left out: any decision; `qa.Feedback` checks the rest."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

import qa
from server.bodies.answers import MAX_HISTORY
from server.bodies.base import AtMost, DocumentId, RequestBody, ResponseBody, Text

__all__ = ["ExcerptBody", "FeedbackBody", "FeedbackIdBody", "FeedbackListBody", "GivenFeedback", "GivenPassage"]

Verdict = Literal["right", "wrong", "not_here"]
_Excerpt = Annotated[Text, Field(min_length=1, max_length=qa.MAX_EXCERPT)]


class GivenPassage(RequestBody):
    """A place of a document as it is now, with its words. A NUL in them may be a U+FFFD, as browsers have it."""

    document_id: DocumentId
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: _Excerpt


class GivenBestQuote(GivenPassage):
    """The best quote of the answer. sha256: that of its citation."""

    sha256: Text


class GivenFeedback(RequestBody):
    """What a reader says of the answer to a question.

    verdict: `right`, the best quote answers, or nothing was quoted and that is right; `wrong`, it does not, or
    something should have been quoted; `not_here`, the documents do not answer the question.
    """

    id: Text = Field(
        default="", description="1 to 64 of A-Z a-z 0-9 _ -; the same id replaces. Left out: made by the server."
    )
    question: Text = Field(description="As it was typed.", examples=["How do I add documents?"])
    history: Annotated[list[Text], AtMost(MAX_HISTORY)] = Field(
        default=[], description="The questions before it in the conversation, oldest first."
    )
    verdict: Verdict
    note: Text = Field(default="", max_length=qa.MAX_NOTE)
    quote: GivenBestQuote | None = Field(default=None, description="The best quote; null when nothing was.")
    passage: GivenPassage | None = Field(
        default=None, description="What answers instead or besides, as the reader marked it in the document."
    )


class FeedbackIdBody(ResponseBody):
    """The id under which it is kept."""

    id: str


class ExcerptBody(ResponseBody):
    """Words of a document, and where they stood in it. sha256: of the document's text then."""

    document_id: str
    start: int
    end: int
    text: str
    sha256: str


class FeedbackBody(ResponseBody):
    """What a reader said of the answer to a question, and when, in UTC."""

    id: str
    question: str
    history: list[str]
    verdict: Verdict
    note: str
    quote: ExcerptBody | None
    passage: ExcerptBody | None
    given: str


class FeedbackListBody(ResponseBody):
    """What readers have said, by time. next: what to give as `after` for what follows; null when nothing does."""

    feedback: list[FeedbackBody]
    next: str | None = None
