"""What is said where nothing, or less than was asked for, is quoted, and what may be asked instead: no sentence.

"Not in these documents" is said only where nothing matched in any document, all of them were searched, and the question
is in a language of theirs; where anything else came near, no more is claimed than that no sentence was found. The chat
and the command line share it, so that both say the same. Left out: the words (wording, terminal).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import qa

__all__ = ["BEYOND", "MAX_TOPICS", "Silent", "Topic", "find_beyond", "find_explanation", "find_verdict", "list_topics"]

BEYOND = ("summary", "list", "sum")
"""What is said beside an answer to be beyond Quoth; the rest is never answered, and then explained."""
MAX_TOPICS = 8
"""Documents that are offered to be asked, at the most."""
_MAX_HEADINGS = 6  # of a document
_LONGEST_HEADING = 80  # characters
_READ_FOR_HEADINGS = 400_000  # characters of documents that are read for their headings


class Silent(Protocol):
    """What an answer without quotes has, as a record or as JSON."""

    @property
    def reason(self) -> str | None: ...
    @property
    def nearest(self) -> Sequence[object]: ...
    @property
    def languages(self) -> Sequence[str]: ...
    @property
    def left_out(self) -> Sequence[str]: ...


class Asked(Protocol):
    """What every answer has, as a record or as JSON, that says whether more was asked for than it gives."""

    @property
    def reason(self) -> str | None: ...
    @property
    def beyond(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Topic:
    """A document that may be asked, with some of its headings in their order."""

    document_id: str
    title: str
    headings: tuple[str, ...]


def find_verdict(answer: Silent) -> str:
    """Return the key of what is said first: a reason, `no_match` only where nothing in the documents came near."""
    came_near = answer.nearest or answer.languages or answer.left_out
    reason = answer.reason or "no_match"
    return "low_confidence" if reason == "no_match" and came_near else reason


def find_explanation(answer: Silent) -> str | None:
    """Return the key of what explains it; None where there is no more to say than was said first."""
    if answer.reason in {"empty_library", "empty_question"}:
        return None
    return "no_sentence" if answer.reason == "no_match" and answer.nearest else answer.reason or "no_match"


def find_beyond(answer: Asked) -> str | None:
    """Return the key of what is said beside an answer that is less than was asked for; None where it is all of it."""
    return answer.beyond if answer.beyond in BEYOND and answer.reason != "not_a_question" else None


def list_topics(library: qa.Library, documents: Sequence[str] = ()) -> tuple[Topic, ...]:
    """Return the first documents by title, or the first of those whose ids are given, with their headings.

    Headings are of as many documents as are quick to read; those that are the title, or long, are left out.
    """
    listed = _find_infos(library, documents) if documents else library.listed(limit=MAX_TOPICS).documents
    topics = []
    left = _READ_FOR_HEADINGS
    for info in listed:
        headings: tuple[str, ...] = ()
        if info.n_characters <= left:
            left -= info.n_characters
            headings = _find_headings(library, info)
        topics.append(Topic(info.id, info.title, headings))
    return tuple(topics)


def _find_infos(library: qa.Library, documents: Sequence[str]) -> list[qa.DocumentInfo]:
    """Return the entries of the first of some documents that are still there."""
    infos = []
    for document_id in documents[:MAX_TOPICS]:
        with suppress(qa.DocumentNotFound):
            infos.append(library.info(document_id))
    return infos


def _find_headings(library: qa.Library, info: qa.DocumentInfo) -> tuple[str, ...]:
    """Return the first short headings of a document, each once."""
    try:
        document = library.document(info.id)
    except qa.DocumentNotFound:  # removed since
        return ()
    texts = (" ".join(document.text[start:end].split()) for start, end in document.headings)
    short = (text for text in texts if text and text != info.title and len(text) <= _LONGEST_HEADING)
    return tuple(dict.fromkeys(short))[:_MAX_HEADINGS]
