"""The records that flow from a document to an answer, all frozen: one file, however long, as they are read together.

Places are half-open ranges `[start, end)` in Unicode code points of `Document.text`. A place is never found again
by searching for its text: it is carried from the sentence splitter to the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from qa.boxes.box import Box
from qa.boxes.word_boxes import WordBoxes
from qa.errors import InvalidDocument, InvalidSpan
from qa.text.detect import DEFAULT_LANGUAGE, UNKNOWN_LANGUAGE, detect, primary_code
from qa.text.unicode import without_surrogates

__all__ = [
    "BETWEEN_HEADINGS",
    "MAX_QUESTION",
    "Answer",
    "Box",
    "Change",
    "Citation",
    "Document",
    "DocumentInfo",
    "Evidence",
    "FileOutcome",
    "Found",
    "Hit",
    "KnownFile",
    "Listing",
    "NearTerm",
    "Passage",
    "Quote",
    "ReadSentence",
    "Reason",
    "SkippedFile",
    "Span",
    "Status",
    "Turn",
    "Verification",
    "short_hash",
    "without_surrogates",
]

Change = Literal["added", "replaced", "unchanged", "removed", "failed"]
Beyond = Literal["summary", "translation", "writing", "list", "sum"]
Reason = Literal["no_match", "low_confidence", "not_a_question", "empty_library", "empty_question"]
Status = Literal["verified", "stale", "altered", "missing"]

MAX_QUESTION = 4_000  # characters


def short_hash(text: str) -> str:
    """Return 16 hexadecimal digits that stand for `text`: the first 64 bits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and where it came from.

    text: what is searched and quoted; any Unicode but lone surrogates.
    id: unique in a library; by default a short hash of `source`, else of `text`, so the same file replaces itself.
    title: what a reader calls it; by default `source`, else `id`.
    source: a path or address, for people; never opened by the library.
    page_starts: offset of each page's first character, ascending from 0; empty when there are no pages.
    headings: `(start, end)` of each heading, ascending; empty when the reader knows none.
    heading_levels: of each heading, from 1 for the highest, at most 9; empty when they are not known.
    language: BCP 47 tag of the text's language, of which the primary code is kept; by default detected from the text.
    notices: what of its file could not be read, or was read in another way than expected, a sentence each.
    word_boxes: where its words stand on the pages of its file, packed as `qa.boxes` does; empty where not known.
    recognised: numbers, from 1 and ascending, of pages that are pictures, whose words an engine recognised.
    sha256: hexadecimal digest of the text in UTF-8; derived.
    """

    text: str
    id: str = ""
    title: str = ""
    source: str = ""
    media_type: str = "text/plain"
    page_starts: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    heading_levels: tuple[int, ...] = ()
    language: str = ""
    notices: tuple[str, ...] = ()
    word_boxes: bytes = field(default=b"", repr=False)
    recognised: tuple[int, ...] = ()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        for name, value in (
            *((name, getattr(self, name)) for name in ("text", "id", "title", "source")),
            *(("notice", notice) for notice in self.notices),
        ):
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as exc:
                raise InvalidDocument(
                    f"The {name} of document {(self.id or self.title)[:100]!r} has a lone surrogate at offset "
                    f"{exc.start}, which is not a character. Decode it with errors='replace'."
                ) from None
        starts = self.page_starts
        if starts and (starts[0] != 0 or list(starts) != sorted(starts) or starts[-1] > len(self.text)):
            raise InvalidDocument(
                f"The page starts of document {self.id or self.title!r} are {list(starts)[:5]}…: "
                f"they must ascend from 0 and stay within the text's length, {len(self.text)}."
            )
        if self.recognised and list(self.recognised) != sorted({*self.recognised} & {*range(1, len(starts) + 1)}):
            raise InvalidDocument(
                f"The recognised pages of document {self.id or self.title!r} are {list(self.recognised)[:5]}…: "
                f"they must ascend and be of its {len(starts)} pages."
            )
        previous = 0
        for start, end in self.headings:
            if not previous <= start < end <= len(self.text):
                raise InvalidDocument(
                    f"Heading [{start}, {end}) of document {self.id or self.title!r} is out of order or outside the "
                    f"text, which has {len(self.text)} characters."
                )
            previous = end
        levels = self.heading_levels
        if levels and (len(levels) != len(self.headings) or not {*levels} <= {*range(1, 10)}):
            raise InvalidDocument(
                f"The heading levels of document {self.id or self.title!r} are {list(levels)[:5]}…: give each of its "
                f"{len(self.headings)} headings one from 1 to 9, or none."
            )
        try:
            WordBoxes.unpack(self.word_boxes, len(self.text))
        except ValueError as exc:
            raise InvalidDocument(
                f"The word_boxes of document {(self.id or self.title)[:100]!r} are not those of its text: {exc}. Leave "
                "them out, or read its file again."
            ) from exc
        language = primary_code(self.language)
        if self.language and not (self.language == UNKNOWN_LANGUAGE or language):
            raise InvalidDocument(
                f"The language of document {(self.id or self.title)[:100]!r} is {self.language[:100]!r}: give its BCP "
                "47 code, such as 'en' or 'de', or nothing to have it detected."
            )
        document_id = self.id or short_hash(self.source or self.text)
        object.__setattr__(self, "language", language or self.language or detect(self.text))
        object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode("utf-8")).hexdigest())
        object.__setattr__(self, "id", document_id)
        object.__setattr__(self, "title", self.title or self.source or document_id)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: half-open `[start, end)` in code points. Spans sort by document, then by place."""

    document_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidSpan(f"[{self.start}, {self.end}) is not a place in a document: give 0 <= start <= end.")

    def cut(self, document: Document) -> str:
        """Return the text at this place. This is the only way to get text from a span."""
        if document.id != self.document_id:
            raise InvalidSpan(f"This place is in document {self.document_id!r}, not in {document.id!r}.")
        if self.end > len(document.text):
            raise InvalidSpan(
                f"[{self.start}, {self.end}) is outside document {document.id!r}, which has "
                f"{len(document.text)} characters."
            )
        return document.text[self.start : self.end]


BETWEEN_HEADINGS = " › "


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one document. The passages of a document tile its text.

    ordinal: 0 for the first of its document.
    heading: the headings above it, from the highest to the nearest, joined by `BETWEEN_HEADINGS`; or None.
    page: 1-based page that it begins on, or None. line: 1-based line that it begins on.
    sentences: `(start, end)` of each sentence that can be quoted, in offsets of the document, ascending; headings,
    questions and labels are left out.
    leads: for each sentence the place of the question or line in the passage that leads to it, or None; empty when no
    sentence has any.
    language: of its document; its terms are those of this language.
    word_boxes: as of the document, for its own text.
    """

    document_id: str
    ordinal: int
    start: int
    end: int
    text: str
    heading: str | None = None
    page: int | None = None
    line: int = 1
    sentences: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    language: str = DEFAULT_LANGUAGE
    word_boxes: bytes = field(default=b"", repr=False)
    leads: tuple[tuple[int, int] | None, ...] = field(default=(), repr=False)

    @property
    def nearest_heading(self) -> str:
        """The nearest of the headings above it; empty without any."""
        return (self.heading or "").rpartition(BETWEEN_HEADINGS)[2]

    @property
    def boxes(self) -> list[Box]:
        """The boxes of its lines, in points from the top left of the page as it is shown; none that are unknown."""
        return WordBoxes.unpack(self.word_boxes, len(self.text)).boxes()

    def cut(self, start: int, end: int) -> str:
        """Return the text at a place inside the passage, given in offsets of the document."""
        return self.text[start - self.start : end - self.start]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and how well it matches a question, in [0, 1]; 0 is not returned by any search."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class NearTerm:
    """A term of some passages that a word may be a slip of.

    distance: how many letters lie between the two terms, neighbours the other way round counting one; more than was
    asked for where the word only begins with the term. n_passages: how many hold it. passages: the first of them.
    """

    term: str
    distance: int
    n_passages: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """What the small reader finds in a sentence: its second opinion.

    focus: the words that answer best. odds: what speaks for them over "no answer here", above 0 where the reader would
    rather answer.
    """

    focus: Span
    odds: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a passage and how well it answers.

    score: in [0, 1]; a ranking score, not a probability.
    matched: term of the question (as indexed) to the share of the question's weight that it carries.
    features: the named quantities that the score was made of, on scales of their own.
    read: what the small reader finds in it; None where it was not asked.
    """

    span: Span
    passage: Passage
    score: float
    matched: Mapping[str, float]
    features: Mapping[str, float]
    read: ReadSentence | None = None

    @property
    def text(self) -> str:
        """The sentence, word for word."""
        return self.passage.cut(self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: passages, best first.

    left_out: servers of the library that did not answer and were passed over, as host:port.
    """

    hits: tuple[Hit, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a document, word for word, and where it stands, so that it can be checked on its own.

    text: `document.text[start:end]`. sha256: of the document's text when it was cited.
    line: 1-based. page: 1-based, or None. recognised: whether its page is a picture whose words an engine recognised.
    """

    text: str
    document_id: str
    start: int
    end: int
    title: str
    source: str
    sha256: str
    line: int
    page: int | None
    heading: str | None
    recognised: bool = field(default=False, kw_only=True)

    @property
    def span(self) -> Span:
        """The sentence's place."""
        return Span(self.document_id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote(Citation):
    """A sentence that answers, with its citation.

    number: from 1, in the order of reading: within a document by start, documents in the order of their best quote.
    best: whether it is the one that the answer's confidence speaks of. score: of the evidence, in [0, 1].
    focus: the words inside the quote that answer, or None when unsure.
    matched: term of the question to its weight; some may stand in the heading or the question above it, not in it.
    also: other places that state the same fact, best first, which may differ in little words and in order.
    continues: nothing is left out between the quote before it in the order of reading and this one: only white space
    lies there, or the mark of an item of a list.
    disagrees_with: numbers of the quotes that contradict it, by a figure or in words, ascending.
    """

    number: int
    score: float
    focus: Span | None
    matched: Mapping[str, float]
    also: tuple[Citation, ...] = ()
    continues: bool = False
    disagrees_with: tuple[int, ...] = ()
    best: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the documents say, or why they say nothing.

    standalone: the question as understood in its conversation.
    confidence: probability, in [0, 1], that the best quote answers the question; for a topic, that it is about it.
    reason: why not answered; None when answered.
    quotes: best first: by score, ties by document and place; of versions of one document the newer is before the older,
    and has its score. Empty when not answered. `reading` has them by number.
    runner_up: the best sentence that was not quoted, for comparison; None when there is none.
    nearest: passages to read when not answered, best first.
    missing_terms: words of the question that no document holds, nor the title of one that was found, as typed.
    suggestion: the question with its misspelt words mended, which may be meant; None where nothing seems misspelt.
    languages: codes of the languages of the documents, the most frequent first and at most five, where the question is
    in another one and not answered; else empty.
    beyond: what was asked for that Quoth does not do, as a summary or a complete list: quotes are of what it is about.
    timing_ms: milliseconds by stage; no part of equality.
    left_out: servers of the library that did not answer and were passed over, as host:port; then the answer is partial.
    reader: name of the small reader that gave a second opinion; None where none was asked.
    """

    question: str
    standalone: str
    answered: bool
    confidence: float
    reason: Reason | None
    quotes: tuple[Quote, ...] = ()
    runner_up: Quote | None = None
    nearest: tuple[Passage, ...] = ()
    missing_terms: tuple[str, ...] = ()
    timing_ms: Mapping[str, float] = field(default_factory=dict, compare=False)
    left_out: tuple[str, ...] = ()
    suggestion: str | None = None
    languages: tuple[str, ...] = ()
    beyond: Beyond | None = None
    reader: str | None = None

    @property
    def reading(self) -> tuple[Quote, ...]:
        """The quotes by number, which is the order of reading."""
        return tuple(sorted(self.quotes, key=lambda quote: quote.number))

    @property
    def text(self) -> str:
        """The quotes as one line, by number: “…” [1] “…” [2] […] “…” [3].

        […] stands for what is left out between two quotes of one document. Empty when not answered.
        """
        parts: list[str] = []
        for before, quote in zip((None, *self.reading), self.reading, strict=False):
            if before and before.document_id == quote.document_id and not quote.continues:
                parts.append("[…]")
            parts.append(f"“{quote.text}” [{quote.number}]")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer: the record, or the JSON that the endpoint gave."""

    question: str
    answer: Answer | Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a list of documents shows of each, without its text.

    n_characters: code points of the text. added: when it was added, as ISO 8601 in UTC; empty where that was not kept,
    and no part of equality. notices, recognised: as of the document.
    """

    id: str
    title: str
    source: str
    media_type: str
    sha256: str
    n_characters: int
    n_passages: int
    language: str
    added: str = field(default="", compare=False)
    notices: tuple[str, ...] = ()
    recognised: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of a list of documents. n_found: how many the whole list has."""

    documents: tuple[DocumentInfo, ...]
    n_found: int


@dataclass(frozen=True, slots=True)
class KnownFile:
    """Which document a file gave, and what the file was then: two with one fingerprint give the same document."""

    document_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: the id of its document, or the error. done and total count files, done from 1.

    change: `added`, or `replaced` where there was a document of this id; `unchanged`, it was left as it is; `removed`,
    the file is gone from its folder, and its document from the library; `failed`, where there is an error.
    n_passages: how many passages were written for it.
    notices: what of the file could not be read, a sentence each.
    """

    path: str
    document_id: str | None
    error: str | None
    done: int
    total: int
    change: Change
    n_passages: int = 0
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file below a folder, or in a glob, that was passed over. kind: its ending, such as `.png`, or what it is.

    reason: why, as the end of a sentence.
    """

    path: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a re-check of one quote found.

    status: `verified`, the document holds these words at this place and has not changed; `stale`, the document has
    changed since; `altered`, it has not, and holds other words there; `missing`, no such document here.
    detail: one sentence for people.
    """

    number: int
    document_id: str
    status: Status
    detail: str
