"""What readers say of answers: which were right, which were not, and where the answer really stands.

A feedback names places of documents with their words, so that it can be told later whether it still holds. Left out:
who gave it, which nobody is asked for; it may have a mark by which the same browser is known again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal, Self, get_args
from uuid import uuid4

from qa.errors import FeedbackRefused, InvalidOption, InvalidSpan, LibraryError, QuestionTooLong, QuothError
from qa.types import MAX_QUESTION, Document, Span

__all__ = [
    "MAX_EXCERPT",
    "MAX_FEEDBACK",
    "MAX_FEEDBACK_BYTES",
    "MAX_HISTORY",
    "MAX_NOTE",
    "Excerpt",
    "Feedback",
    "Verdict",
]

Verdict = Literal["right", "wrong", "not_here"]

MAX_NOTE = 2_000  # characters
MAX_EXCERPT = 2_000  # characters: two of the longest sentences that are quoted
MAX_HISTORY = 20  # questions
MAX_FEEDBACK = 100_000  # in one library
MAX_FEEDBACK_BYTES = 200_000_000  # of all of it
MAX_BYTES = 40_000  # of one: its note, question and excerpts in letters of any script, and some history
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of a document, and where they stood when they were noted.

    text: `document.text[start:end]`, from 1 to 2,000 characters, not all white space. sha256: of the document's text
    then.
    Raises InvalidSpan for a place that cannot be, and InvalidOption for a digest that is none.
    """

    document_id: str
    start: int
    end: int
    text: str
    sha256: str

    def __post_init__(self) -> None:
        length = self.span.end - self.span.start
        if not 1 <= length <= MAX_EXCERPT:
            raise InvalidSpan(
                f"[{self.start}, {self.end}) has {length:,} characters: mark from 1 to {MAX_EXCERPT:,} of them."
            )
        if length != len(self.text):
            raise InvalidSpan(
                f"[{self.start}, {self.end}) has {length:,} characters, and its text {len(self.text):,}. Give the "
                "words that stand there, all of them and no others."
            )
        if not self.text.strip():
            raise InvalidSpan(f"[{self.start}, {self.end}) has nothing but white space: mark the words that answer.")
        for name in ("document_id", "text"):
            _check_characters(name, getattr(self, name))
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidOption(f"sha256 is {self.sha256[:80]!r}: give the 64 hexadecimal digits of the document's.")

    @classmethod
    def of(cls, document: Document, start: int, end: int) -> Self:
        """Return what stands at [start, end) of a document. Raises InvalidSpan."""
        span = Span(document.id, start, end)
        if end - start > MAX_EXCERPT:
            raise InvalidSpan(f"[{start}, {end}) has {end - start:,} characters: mark {MAX_EXCERPT:,} at the most.")
        return cls(document_id=document.id, start=start, end=end, text=span.cut(document), sha256=document.sha256)

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.document_id, self.start, self.end)

    def holds(self, document: Document) -> bool:
        """Tell whether the document is as it was, with these words at this place."""
        return document.sha256 == self.sha256 and document.text[self.start : self.end] == self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a reader says of the answer to a question.

    question: as typed. history: the questions before it in the conversation, oldest first, at most 20.
    verdict: `right`, the best quote answers, or nothing was quoted and that is right; `wrong`, it does not answer, or
    nothing was quoted and something should be; `not_here`, the documents do not answer the question.
    note: what else there is to say, at most 2,000 characters.
    quote: the best quote; None when nothing was quoted. passage: what answers instead or besides, as the reader marked
    it; None when nothing was marked, as with `not_here`.
    giver: the SHA-256 of a secret of who gave it, who alone may replace or withdraw it over HTTP; empty where it was
    given to the library itself.
    id: 1 to 64 of A-Z a-z 0-9 _ -; by default a random one. given: when, as ISO 8601; kept in UTC and to the
    millisecond; by default now.
    Raises InvalidOption and QuestionTooLong.
    """

    question: str
    verdict: Verdict
    history: tuple[str, ...] = ()
    note: str = ""
    quote: Excerpt | None = None
    passage: Excerpt | None = None
    id: str = ""
    given: str = ""
    giver: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.id or str(uuid4()))
        if not _ID.fullmatch(self.id):
            raise InvalidOption(
                f"The feedback's id is {self.id[:80]!r}: give 1 to 64 of the characters A-Z a-z 0-9 _ -, or none."
            )
        if self.verdict not in get_args(Verdict):
            raise InvalidOption(f"The verdict is {self.verdict[:80]!r}: give one of {', '.join(get_args(Verdict))}.")
        if not self.question.strip():
            raise InvalidOption("The question is blank. Give the one that was answered.")
        if len(self.history) > MAX_HISTORY:
            raise InvalidOption(f"The history has {len(self.history)} questions: give the last {MAX_HISTORY}.")
        for question in (self.question, *self.history):
            if len(question) > MAX_QUESTION:
                raise QuestionTooLong(
                    f"A question has {len(question):,} characters; the limit is {MAX_QUESTION:,}. Give one as it was "
                    "asked."
                )
            _check_characters("question", question)
        if len(self.note) > MAX_NOTE:
            raise InvalidOption(f"The note has {len(self.note):,} characters; the limit is {MAX_NOTE:,}. Shorten it.")
        _check_characters("note", self.note)
        if self.verdict == "not_here" and self.passage:
            raise InvalidOption("The verdict is 'not_here' and a passage is marked that answers. Give one of them.")
        if self.giver and not _SHA256.fullmatch(self.giver):
            raise InvalidOption(
                f"The feedback's giver is {self.giver[:80]!r}: give the 64 digits of a SHA-256, or none."
            )
        object.__setattr__(self, "given", _in_utc(self.given or datetime.now(UTC).isoformat()))

    def as_text(self) -> str:
        """Return it as one line of JSON; `of_text` gives back the very same record."""
        record = asdict(self)
        if not self.giver:
            del record["giver"]  # which earlier versions do not know
        return json.dumps(record, ensure_ascii=False, separators=(",", ":"))

    def check_size(self) -> None:
        """Raise InvalidOption where it is larger than one that is given may be; one that is kept may."""
        n_bytes = len(self.as_text().encode("utf-8", "surrogatepass"))
        if n_bytes > MAX_BYTES:
            raise InvalidOption(
                f"The feedback has {n_bytes:,} bytes; the limit is {MAX_BYTES:,}. Shorten its note, or leave out the "
                "earliest questions of its history."
            )

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Return the feedback that `as_text` wrote. Raises LibraryError for any other text."""
        try:
            record = json.loads(text)
            if not isinstance(record["history"], list):
                raise ValueError("its history is no list")
            places = {name: Excerpt(**_typed(record[name])) for name in ("quote", "passage") if record[name]}
            record |= {"history": tuple(record["history"]), **places}
            feedback = cls(**_typed(record))
            if (feedback.id, feedback.given) != (record["id"], record["given"]):
                raise ValueError("it has no id, or its time is not in UTC")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, QuothError) as exc:
            raise LibraryError(
                f"A feedback that is kept in the library cannot be read: {exc}. Run `quoth check`, which names it."
            ) from exc
        return feedback


def _typed(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a record from JSON. Raises ValueError when one is of another kind than it must be."""
    for name, value in record.items():
        kinds: type | tuple[type, ...] = str
        if name in {"start", "end"}:
            kinds = int
        elif name in {"quote", "passage"}:
            kinds = (Excerpt, type(None))
        values = value if name == "history" else (value,)
        if any(isinstance(each, bool) or not isinstance(each, kinds) for each in values):
            raise ValueError(f"its {name} is of the wrong kind")
    return dict(record)


def _check_characters(name: str, text: str) -> None:
    """Raise InvalidOption when half of a character is in a text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise InvalidOption(
            f"The feedback's {name} has a lone surrogate at offset {exc.start}, which is not a character. Leave it out."
        ) from None


def _in_utc(given: str) -> str:
    """Return a time so that times sort as their texts do."""
    try:
        time = datetime.fromisoformat(given)
        if time.tzinfo is None:
            raise ValueError("it has no offset from UTC")
        return time.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError) as exc:
        raise InvalidOption(
            f"The feedback's time is {given[:80]!r}: give one like '2026-11-24T09:30:00+00:00' ({exc})."
        ) from None


def check_giver(kept: Feedback | None, giver: str) -> None:
    """Raise FeedbackRefused where a giver would change the feedback of another."""
    if kept and giver and kept.giver != giver:
        raise FeedbackRefused(
            f"The feedback {kept.id!r} was given by somebody else, or from another browser. Give another id; whoever "
            "runs the server may withdraw it."
        )


def check_excerpt(place: Excerpt, document: Document) -> None:
    """Raise InvalidSpan unless the words stand where they are said to, in the document as it is now."""
    if place.sha256 != document.sha256:
        raise InvalidSpan(
            f"The document {document.id[:100]!r} has changed since its words were quoted, so nothing can be said of "
            "them now. Ask again."
        )
    if place.span.cut(document) != place.text:
        raise InvalidSpan(
            f"The document {document.id[:100]!r} has other words at [{place.start}, {place.end}) than those given. "
            "Give the place and the words as they were quoted or marked."
        )
