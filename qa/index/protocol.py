"""The seam between the library and what holds its documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Protocol

from qa.feedback import Feedback
from qa.preparing.prepare import Prepared
from qa.ranking.asked import NOTHING_CARRIED
from qa.text.detect import DEFAULT_LANGUAGE
from qa.types import Box, Document, DocumentInfo, Hit, KnownFile, Listing, NearTerm, Span

__all__ = ["Index", "View"]


class View(Protocol):
    """One state of an index: all its methods speak of the same documents, whatever is written meanwhile."""

    @property
    def n_documents(self) -> int:
        """How many documents there are. Counted once for each state, so it may be asked for with every question."""
        ...

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        ...

    @property
    def left_out(self) -> Sequence[str]:
        """The servers that did not answer so far and were passed over, as host:port; none on one machine."""
        ...

    @property
    def languages(self) -> Sequence[str]:
        """The codes of the languages that there are passages in, the most frequent first, then by code."""
        ...

    def search(
        self,
        question: str,
        k: int,
        documents: Collection[str] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Hit]:
        """Return at most `k` passages that share a term with `question`, best first, ties by document id and place.

        documents: ids to search in; None for all. carried: words of the question that are from earlier in a
        conversation, to what they count for, in (0, 1]; all others count 1.
        Raises DocumentNotFound for an id that is not there.
        """
        ...

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language; one of no passage has the highest."""
        ...

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        """Tell of each term whether any passage in `language` holds it."""
        ...

    def find_near(self, word: str, language: str, most: int) -> list[NearTerm]:
        """Return the terms of passages in `language` that `word` may be a slip of, its own aside: a few, nearest first.

        most: the greatest distance, 1 or 2. Of those that are as near, what most passages hold comes first, then by
        name. An index that cannot list its terms may know those at a distance of 1 alone.
        """
        ...

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        """Return documents by id: those whose id comes after `after`, at most `limit` of them; without it all."""
        ...

    def listed(self, text: str = "", skip: int = 0, limit: int | None = None) -> Listing:
        """Return documents by title as people read it (`qa.listing`), then id, and how many there are to list.

        text: only those that have it in their title or source, whatever the case. skip: how many at the beginning are
        left out. limit: at most so many; without it all.
        """
        ...

    def info(self, document_id: str) -> DocumentInfo:
        """Return the document's metadata. Raises DocumentNotFound."""
        ...

    def sha256s(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the digests of the texts of those of some documents that are there, by id."""
        ...

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        ...

    def boxes(self, span: Span) -> list[Box]:
        """Return the boxes of the lines at a place, in its order, cut to its words at both ends; none that are unknown.

        Raises DocumentNotFound.
        """
        ...

    def with_sha256(self, sha256: str) -> str | None:
        """Return the id of a document with this text, the first by id, or None."""
        ...

    def files(self) -> Mapping[str, KnownFile]:
        """Return each file that a document was read from, with its document and fingerprint, by path."""
        ...

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        """Return the path of the file that a document was read from, and that file; None when it was from none."""
        ...

    def original(self, document_id: str) -> bytes | None:
        """Return the file that was kept of a document, or None."""
        ...

    def setting(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the documents, or None."""
        ...

    def feedback(self, after: str = "", limit: int | None = None) -> list[Feedback]:
        """Return feedback by time; of one instant, in the order in which it was kept.

        after: id of the one after which to begin; where there is none, from the beginning. limit: without it all.
        Raises LibraryError when a record is damaged.
        """
        ...

    def feedback_with(self, feedback_id: str) -> Feedback | None:
        """Return the feedback with an id, or None. Raises LibraryError when it is damaged."""
        ...


class Index(Protocol):
    """Documents and their passages. Safe to use from several threads."""

    def add(
        self,
        documents: Iterable[Prepared],
        files: Mapping[str, KnownFile] = MappingProxyType({}),
        originals: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """Add documents with their passages; one with the same id is replaced. All of them, or on error none.

        files: by path, what documents that are there then were read from. originals: by document, the bytes of a file
        to be kept beside its text. Both are forgotten with the document.
        """
        ...

    def remove(self, *document_ids: str) -> None:
        """Remove documents; from then on they are not found. Raises DocumentNotFound, and removes none then."""
        ...

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep a text under a name beside the documents, in place of an earlier one; None forgets it."""
        ...

    def put_feedback(self, *feedback: Feedback) -> None:
        """Keep feedback beside the documents, in place of what has the same id. All of it, or on error none.

        Raises InvalidOption when there would be more than `MAX_FEEDBACK`.
        """
        ...

    def remove_feedback(self, feedback_id: str) -> None:
        """Forget a feedback. Raises FeedbackNotFound."""
        ...

    def outdated(self) -> list[str]:
        """Return the ids of the documents that an earlier version of Quoth prepared, sorted."""
        ...

    def view(self, *, partial: bool = False) -> AbstractContextManager[View]:
        """Return the present state, to be used within a `with`.

        partial: whether to go on with what the others have when a server does not answer; `left_out` then names it.
        """
        ...

    def warm(self) -> None:
        """Load now what makes questions quicker and takes long to load. Nothing else changes."""
        ...

    def compact(self) -> None:
        """Do now what makes questions quicker, since nothing more is to be added for a while; nothing else changes."""
        ...

    def check(self) -> list[str]:
        """Return the faults of what is kept, in sentences; empty when all is well. Reads everything."""
        ...

    def close(self) -> None:
        """Close all files. The index cannot be used afterwards."""
        ...
