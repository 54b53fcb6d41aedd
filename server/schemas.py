"""The JSON that goes in and out of the HTTP endpoint.

Offsets count Unicode code points of the document's text. A request is strict: no unknown field, no number in quotes.
An answer that comes back to be verified may have fields that are not known here; they are dropped.
Left out: any decision. Bounds here keep a request small; the library checks the rest. `translate` makes the responses
from the records of `qa`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import quote as percent_encode

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, computed_field

import qa

__all__ = [
    "MAX_DOCUMENTS",
    "AnswerBody",
    "AskBody",
    "CitationBody",
    "DocumentBody",
    "DocumentInfoBody",
    "DocumentsBody",
    "FileBody",
    "FilesBody",
    "FocusBody",
    "GivenAnswer",
    "HitBody",
    "HitsBody",
    "JobBody",
    "JobInfoBody",
    "JobsBody",
    "PassageBody",
    "PlaceBody",
    "QuoteBody",
    "TurnBody",
    "VerificationBody",
    "VerifiedBody",
    "document_url",
]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

MAX_HISTORY = 20
MAX_DOCUMENTS = 1_000
MAX_ID = 1_000

Reason = Literal["no_match", "low_confidence", "empty_library", "empty_question"]
Status = Literal["verified", "stale", "altered", "missing"]
JobState = Literal["waiting", "running", "done"]


def _characters_only(text: str) -> str:
    if _LONE_SURROGATE.search(text):
        raise ValueError("holds a lone surrogate, which is not a character")
    return text


Text = Annotated[str, AfterValidator(_characters_only)]
"""Text from a request. JSON can write half of a character; nothing that is kept, looked up or compared may have one."""

DocumentId = Annotated[Text, Field(max_length=MAX_ID)]


def _without_surrogates(text: object) -> object:
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else text


Name = Annotated[str, BeforeValidator(_without_surrogates)]
"""Text that came from a file name or a command line, where a byte that is not UTF-8 becomes a lone surrogate."""


SHA256_SHOWN = 16
"""Digits of a digest that tell two versions of a document apart in an address."""


def document_url(document_id: str, start: int | None = None, end: int | None = None, sha256: str | None = None) -> str:
    """Return the path of a document's page, with the characters [start, end) marked where both are given.

    sha256: digest of the text that was quoted; the page then marks nothing once the text is another.
    """
    path = f"/documents/{percent_encode(document_id, safe='', errors='replace')}"
    if start is None or end is None:
        return path
    version = f"&sha256={sha256[:SHA256_SHOWN]}" if sha256 else ""
    return f"{path}?start={start}&end={end}{version}"


OPENED = frozenset({"application/pdf"})
"""Media types of files that a browser opens at a page, and that are kept or found again for it."""


def original_url(document_id: str, page: int | None = None) -> str:
    """Return the path of the file that a document was read from, opened at `page` where one is given."""
    path = f"/original?id={percent_encode(document_id, safe='', errors='replace')}"
    return path if page is None else f"{path}#page={page}"


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Given(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class _Response(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True, allow_inf_nan=False)


Share = Annotated[float, Field(ge=0.0, le=1.0)]
Weight = Annotated[float, Field(ge=0.0, le=1_000.0)]
Offset = Annotated[int, Field(ge=0)]


class GivenCitation(_Given):
    """What a re-check reads of a citation."""

    sha256: Text


class GivenPlace(_Given):
    """What a re-check reads of a further place of a fact."""

    text: Text
    document_id: Text
    start: int
    end: int
    citation: GivenCitation


class GivenQuote(GivenPlace):
    """What a re-check reads of a quote."""

    number: int
    also: list[GivenPlace] = Field(default=[], max_length=100)


class GivenAnswer(_Given):
    """An answer that was given earlier, to be checked again. Fields that a re-check does not read may be left out."""

    quotes: list[GivenQuote] = Field(max_length=100)


class TurnBody(_Request):
    """One earlier question of the conversation, and the answer that it got."""

    question: Text
    answer: dict[str, Any] | None = None


class AskBody(_Request):
    """A question."""

    question: Text = Field(
        description=f"Plain words, up to {qa.MAX_QUESTION:,} characters.", examples=["How do I add documents?"]
    )
    history: list[TurnBody] = Field(
        default=[], max_length=MAX_HISTORY, description="The conversation so far, oldest first."
    )
    documents: list[DocumentId] | None = Field(
        default=None, max_length=MAX_DOCUMENTS, description="Ids of the documents to ask; all of them if left out."
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


class FocusBody(_Response):
    """The words inside a quote that answer."""

    text: str
    start: Offset
    end: Offset


class CitationBody(_Response):
    """Where a quote is from. line and page count from 1. url: the document on this server with the quote marked."""

    title: Name
    source: Name
    sha256: str
    page: int | None
    line: int
    heading: str | None
    url: str


class PlaceBody(_Response):
    """Another place that states the same fact as a quote, in its own words."""

    text: str
    document_id: Name
    start: Offset
    end: Offset
    citation: CitationBody


class QuoteBody(_Response):
    """A sentence, word for word. number: 1 for the best; the others are numbered in the order of reading.

    matched: term of the question to its weight. also: other places that state the same fact. continues: nothing is left
    out between the quote before it, as they are read, and this one. disagrees_with: numbers of the quotes that give
    another figure for the same thing.
    """

    number: int
    text: str
    document_id: Name
    start: Offset
    end: Offset
    score: Share
    focus: FocusBody | None
    matched: dict[str, Weight]
    citation: CitationBody
    also: list[PlaceBody]
    continues: bool
    disagrees_with: list[int]


class PassageBody(_Response):
    """A passage of a document. sentences: start and end of each that can be quoted, in offsets of the document."""

    document_id: Name
    title: Name
    start: Offset
    end: Offset
    text: str
    heading: str | None
    page: int | None
    line: int
    sentences: list[tuple[Offset, Offset]]

    @computed_field
    def url(self) -> str:
        """The document's page on this server, with the passage marked."""
        return document_url(self.document_id, self.start, self.end)


class AnswerBody(_Response):
    """What the documents say, or why they say nothing.

    confidence: probability, from 0 to 1, that the first quote answers. reason: null when answered. text: the quotes in
    the order of reading, which is `reading_order` by number: that of the document within a source. runner_up: the best
    sentence that was not quoted. nearest: passages to read when not answered. missing_terms: words of the question
    that no document has. left_out: servers of the library that did not answer, so that the answer is partial.
    """

    question: Name
    standalone: Name
    answered: bool
    confidence: Share
    reason: Reason | None
    text: str
    quotes: list[QuoteBody]
    reading_order: list[int]
    runner_up: QuoteBody | None
    nearest: list[PassageBody]
    missing_terms: list[Name]
    left_out: list[str] = []
    timing_ms: dict[str, float] = {}
    version: str


class HitBody(_Response):
    """A passage and how well it matches, from 0 to 1."""

    score: float
    passage: PassageBody


class HitsBody(_Response):
    """Passages that match, best first. left_out: servers of the library that did not answer, so some are missing."""

    question: str
    hits: list[HitBody]
    left_out: list[str] = []


class _Document(_Response):
    id: Name
    title: Name
    source: Name
    media_type: str
    language: str
    sha256: str

    @computed_field
    def url(self) -> str:
        """The document's page on this server."""
        return document_url(self.id)


class DocumentInfoBody(_Document):
    """A document without its text."""

    n_characters: int
    added: str
    n_passages: int


class DocumentsBody(_Response):
    """Documents of the library, by id. next: what to give as `after` for those that follow; null when none does."""

    documents: list[DocumentInfoBody]
    next: Name | None = None


class DocumentBody(_Document):
    """A document with its text. page_starts: offset of each page's first character; empty without pages."""

    text: str
    page_starts: tuple[int, ...]


class FileBody(_Response):
    """What became of one uploaded file: its document, or the error."""

    name: str
    id: str | None
    title: str | None
    error: str | None


class FilesBody(_Response):
    """What became of each uploaded file, in the order of the request."""

    files: list[FileBody]


class JobInfoBody(_Response):
    """How far an upload is that is worked on after it was acknowledged.

    done: files of which the outcome is known; failed: those of them that gave no document. seconds: of work, since the
    server started. seconds_left: an estimate; null before the first file is done. held_up: the library cannot be
    written just now, and the server keeps trying.
    """

    id: str
    state: JobState
    done: int
    failed: int
    total: int
    seconds: float
    seconds_left: float | None
    held_up: bool

    @computed_field
    def url(self) -> str:
        """Where to ask how far it is."""
        return f"/api/jobs/{self.id}"


class JobBody(JobInfoBody):
    """An upload that is worked on, with what became of each file so far, in the order of the request."""

    files: list[FileBody]


class JobsBody(_Response):
    """The uploads that are worked on and the last that were, the newest first."""

    jobs: list[JobInfoBody]


class VerificationBody(_Response):
    """What a re-check of one quote found."""

    number: int
    document_id: Name
    status: Status
    detail: Name


class VerifiedBody(_Response):
    """What a re-check found. verified: every quote is."""

    verified: bool
    quotes: list[VerificationBody]
