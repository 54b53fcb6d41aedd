"""The JSON of questions, answers and passages. Offsets count Unicode code points of the document's text.

Left out: any decision. Bounds here keep a request small; the library checks the rest. `translate` makes the responses
from the records of `qa`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, computed_field, model_validator

import qa
from server.bodies.base import (
    AtMost,
    DocumentId,
    Name,
    Offset,
    RequestBody,
    ResponseBody,
    Share,
    Source,
    Text,
    Weight,
    link_to_document,
)

__all__ = [
    "MAX_DOCUMENTS",
    "MAX_FIELDS",
    "MAX_HISTORY",
    "MOST_ALSO",
    "MOST_QUOTES",
    "AnswerBody",
    "AskBody",
    "BoxBody",
    "CitationBody",
    "FocusBody",
    "HitBody",
    "HitsBody",
    "PassageBody",
    "PlaceBody",
    "QuoteBody",
    "TurnBody",
]


MAX_HISTORY = 20
MAX_DOCUMENTS = 1_000
MAX_FIELDS = 100
"""Fields of an answer that is sent with a question, of which few are read."""
MOST_QUOTES, MOST_ALSO, MOST_TERMS, MOST_NAMES, MOST_PIECES = 100, 1_000, 5_000, 1_000, 100_000
"""What no answer comes near, and a kept one that is sent back may not exceed: quotes, places of one fact, terms of a
question, languages or servers, and sentences or boxes of one passage."""

Beyond = Literal["summary", "translation", "writing", "list", "sum"]
Reason = Literal["no_match", "low_confidence", "not_a_question", "empty_library", "empty_question"]


class TurnBody(RequestBody):
    """One earlier question of the conversation, and the answer that it got."""

    question: Text
    answer: Annotated[dict[str, Any], AtMost(MAX_FIELDS)] | None = None


class AskBody(RequestBody):
    """A question."""

    question: Text = Field(
        description=f"Plain words, up to {qa.MAX_QUESTION:,} characters.", examples=["How do I add documents?"]
    )
    history: Annotated[list[TurnBody], AtMost(MAX_HISTORY)] = Field(
        default=[], description="The conversation so far, oldest first."
    )
    documents: Annotated[list[DocumentId], AtMost(MAX_DOCUMENTS)] | None = Field(
        default=None, description="Ids of the documents to ask; all of them if left out."
    )
    max_quotes: int = Field(default=3, ge=1, le=qa.MAX_QUOTES, description="How many quotes at the most.")
    min_confidence: float | None = Field(
        default=None,
        ge=0.0,
        le=1.0,
        allow_inf_nan=False,
        description="Answer only when at least this confident; 0 always quotes the best sentence. Default: "
        "QUOTH_MIN_CONFIDENCE, else the library's own threshold.",
    )


class FocusBody(ResponseBody):
    """The words inside a quote that answer."""

    text: str
    start: Offset
    end: Offset


class BoxBody(ResponseBody):
    """A rectangle on a page, in points from the top left of the page as it is shown. page: from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class CitationBody(ResponseBody):
    """Where a quote is from. line and page count from 1. url: the document on this server with the quote marked.

    recognised: whether the page is a picture, whose words text recognition gave, so that they may be wrong.

    boxes: where it stands on the pages of a PDF, one a line; empty for a document without pages, and for one whose
    notices say that this is not known.
    """

    title: Name
    source: Source
    sha256: str
    page: int | None
    line: int
    heading: str | None
    url: str
    boxes: Annotated[list[BoxBody], AtMost(MOST_PIECES)] = Field(default=[])
    recognised: bool = False


class PlaceBody(ResponseBody):
    """Another place that states the same fact as a quote, in its own words."""

    text: str
    document_id: Name
    start: Offset
    end: Offset
    citation: CitationBody


class QuoteBody(ResponseBody):
    """A sentence, word for word.

    number: from 1, in the order of reading: within a document as they stand in it, documents in the order of their best
    quote. best: whether it is the one that `confidence` speaks of; one of an answer is. matched: term of the question
    to its weight; some may stand in the heading or the question above the quote, not in it. also: other places that
    state the same fact. continues: nothing is left out between the quote before it, as they are read, and this one.
    disagrees_with: numbers of the quotes that contradict it.
    """

    number: int
    best: bool = False
    text: str
    document_id: Name
    start: Offset
    end: Offset
    score: Share
    focus: FocusBody | None
    matched: Annotated[dict[str, Weight], AtMost(MOST_TERMS)]
    citation: CitationBody
    also: Annotated[list[PlaceBody], AtMost(MOST_ALSO)]
    continues: bool
    disagrees_with: Annotated[list[int], AtMost(MOST_QUOTES)]


class PassageBody(ResponseBody):
    """A passage of a document. sentences: start and end of each that can be quoted, in offsets of the document."""

    document_id: Name
    title: Name
    start: Offset
    end: Offset
    text: str
    heading: str | None
    page: int | None
    line: int
    sentences: Annotated[list[tuple[Offset, Offset]], AtMost(MOST_PIECES)]

    @computed_field
    def url(self) -> str:
        """The document's page on this server, with the passage marked."""
        return link_to_document(self.document_id, self.start, self.end)


class AnswerBody(ResponseBody):
    """What the documents say, or why they say nothing.

    confidence: probability, from 0 to 1, that the best quote answers. reason: null when answered; `no_match`, no
    sentence was found that could answer; `low_confidence`, the best one is not likely enough to; `not_a_question`, as
    "thanks"; `empty_library` and `empty_question`, there is nothing to ask. text: the quotes by number. quotes: best
    first. reading_order: their numbers as they are read, which ascend; in answers that were kept from an earlier
    version the best quote has number 1 wherever it stands. runner_up: the best sentence that was not quoted. nearest:
    passages to read when not answered. missing_terms: words of the question that no document has. suggestion: the
    question with its misspelt words mended, which may be meant, or null. languages: codes of the languages of the
    documents, where the question is in another one and not answered. beyond: what was asked for that Quoth does not
    do, such as a summary, or null. left_out: servers of the library that did not answer, so that the answer is partial.
    reader: name of the small reader that gave a second opinion; null where none was asked.
    """

    question: Name
    standalone: Name
    answered: bool
    confidence: Share
    reason: Reason | None
    text: str
    quotes: Annotated[list[QuoteBody], AtMost(MOST_QUOTES)]
    reading_order: Annotated[list[int], AtMost(MOST_QUOTES)]
    runner_up: QuoteBody | None
    nearest: Annotated[list[PassageBody], AtMost(MOST_QUOTES)]
    missing_terms: Annotated[list[Name], AtMost(MOST_TERMS)]
    suggestion: Name | None = None
    languages: Annotated[list[str], AtMost(MOST_NAMES)] = Field(default=[])
    beyond: Beyond | None = None
    left_out: Annotated[list[str], AtMost(MOST_NAMES)] = Field(default=[])
    reader: Name | None = None
    timing_ms: Annotated[dict[str, float], AtMost(MAX_FIELDS)] = Field(default={})
    version: str

    @model_validator(mode="after")
    def _mark_best(self) -> Self:
        """Mark the first quote of an answer from when quotes were not marked as the best."""
        if self.quotes and not any(quote.best for quote in self.quotes):
            self.quotes[0] = self.quotes[0].model_copy(update={"best": True})
        return self


class HitBody(ResponseBody):
    """A passage and how well it matches, from 0 to 1."""

    score: float
    passage: PassageBody


class HitsBody(ResponseBody):
    """Passages that match, best first. left_out: servers of the library that did not answer, so some are missing."""

    question: str
    hits: list[HitBody]
    left_out: list[str] = Field(default=[])
