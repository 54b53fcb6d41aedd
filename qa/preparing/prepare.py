"""Documents prepared for an index, by reading their text once: where passages and sentences are, and which terms they
hold.

It is a function of the documents alone, wherever it runs and whatever ran before. One that cannot be prepared is told
of and holds up no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from qa.boxes.word_boxes import part
from qa.errors import InvalidDocument
from qa.preparing.passages import DEFAULT_PASSAGE_SIZE, cut_passages, name_document, write_indexed
from qa.preparing.places import write_places
from qa.ranking.vocabulary import Terms, Vocabulary
from qa.types import Document

__all__ = [
    "VERSION",
    "PassagePlace",
    "Prepared",
    "Unprepared",
    "combine",
    "find_places_and_terms",
    "prepare",
    "prepare_each",
]


# Of what is made of a document: a higher one has libraries brought up to date when they are opened. To be raised where
# sentences, passages or terms become others, and with `VERSION` in `qa.formats.reading`.
VERSION = 3


class PassagePlace(NamedTuple):
    """Where a passage is, and what a `Passage` says of it. sentences: of them and their leads, as JSON (`places`)."""

    start: int
    end: int
    heading: str | None
    page: int | None
    line: int
    sentences: str


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A document, the places of its passages in order, and their terms."""

    document: Document
    places: Sequence[PassagePlace]
    terms: Terms

    def part_boxes(self) -> list[bytes]:
        """Return where the words of each passage stand on their pages, packed; empty bytes where that is not known."""
        return part(self.document.word_boxes, len(self.document.text), [place.end for place in self.places])


@dataclass(frozen=True, slots=True, eq=False)
class Unprepared:
    """A document that could not be prepared, and the reason."""

    document: Document
    error: InvalidDocument

    @classmethod
    def explain(cls, document: Document, why: str) -> Self:
        """Return the document with the error to tell. why: what happened, as the end of a sentence."""
        name = document.source or document.title
        return cls(
            document,
            InvalidDocument(
                f"{name[:300]!r} was read, but cannot be indexed: {why}. Split it and add its parts, or save its text "
                "as .txt and add that."
            ),
        )


def prepare_each(documents: Sequence[Document], *, size: int, vocabulary: Vocabulary) -> list[Prepared | Unprepared]:
    """Return each of some documents prepared, as `prepare` does, or why it cannot be."""
    try:
        return [*prepare(documents, size=size, vocabulary=vocabulary)]
    except Exception as exc:
        if len(documents) == 1:
            return [Unprepared.explain(documents[0], f"it failed with {type(exc).__name__}")]
    return [one for each in documents for one in prepare_each([each], size=size, vocabulary=Vocabulary())]


def prepare(
    documents: Sequence[Document], *, size: int = DEFAULT_PASSAGE_SIZE, vocabulary: Vocabulary | None = None
) -> list[Prepared]:
    """Return documents prepared, in their order. size: how long passages are, in characters.

    vocabulary: what has read terms before and is quicker for it.
    """
    return combine(documents, *find_places_and_terms(documents, size, vocabulary or Vocabulary()))


def find_places_and_terms(
    documents: Sequence[Document], size: int, vocabulary: Vocabulary
) -> tuple[list[list[PassagePlace]], Terms]:
    """Return the places of the passages of each document, and the terms of the passages of all."""
    cut = [cut_passages(document, size) for document in documents]
    places = [
        [PassagePlace(p.start, p.end, p.heading, p.page, p.line, write_places(p.sentences, p.leads)) for p in passages]
        for passages in cut
    ]
    names = [name_document(each.title, each.source, each.id) for each in documents]
    texts = [
        (p, write_indexed(name, p.heading, p.text)) for name, passages in zip(names, cut, strict=True) for p in passages
    ]
    return places, vocabulary.read((p.language, text) for p, text in texts)


def combine(documents: Sequence[Document], places: Sequence[Sequence[PassagePlace]], terms: Terms) -> list[Prepared]:
    """Return documents with their places and terms."""
    own = terms.cut([len(those) for those in places])
    return [Prepared(*parts) for parts in zip(documents, places, own, strict=True)]
