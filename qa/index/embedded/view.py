"""One state of an embedded index, as who asks sees it: documents from the store, and what ranks their passages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from qa.errors import DocumentNotFound
from qa.feedback import Feedback
from qa.index.embedded.store.store import Store
from qa.index.protocol import View
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.snapshot import RankedPassage, RankedTerm
from qa.ranking.asked import NOTHING_CARRIED
from qa.ranking.formulas import column_term
from qa.text.detect import DEFAULT_LANGUAGE
from qa.types import Box, Document, DocumentInfo, Hit, KnownFile, Listing, NearTerm, Span

__all__ = ["EmbeddedView", "Ranking", "ReadState"]

T = TypeVar("T")


class Ranking(Protocol):
    """Ranks the passages of one state, and knows what was counted over them."""

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        ...

    @property
    def languages(self) -> Mapping[str, int]:
        """Code of each language to how many passages are in it, the most frequent first, then by code."""
        ...

    def search(
        self, question: str, k: int, documents: Mapping[str, int] | None, carried: Mapping[str, float]
    ) -> list[RankedPassage]:
        """Return at most `k` passages that share a term with `question`, best first, ties by document id and place.

        documents: id to revision of those to search in; None for all. carried: words of the question that are from
        earlier in a conversation, to what they count for.
        """
        ...

    def idf(self, terms: Sequence[str], language: str) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language."""
        ...

    def holds(self, terms: Sequence[str], language: str) -> list[bool]:
        """Tell of each term whether any passage in `language` holds it."""
        ...

    def find_near(self, word: str, language: str, most: int) -> list[RankedTerm]:
        """Return the terms of passages in a language that are nearest to a word, `most` letters away or little more.

        The passages of each are the first that hold it, by document id and place.
        """
        ...


class ReadState(Protocol):
    """What an index has at hand while a state of it is read."""

    @property
    def n_documents(self) -> int:
        """How many documents the state has."""
        ...

    def asked(self, ask: Callable[[Ranking], T]) -> T:
        """Return the answer of what ranks the state."""
        ...


class EmbeddedView(View):
    """One state of an embedded index."""

    def __init__(self, store: Store, state: ReadState) -> None:
        self._store = store
        self._state = state
        self._ranked: set[str] = set()  # ids of documents that hits are of

    @property
    def n_documents(self) -> int:
        return self._state.n_documents

    @property
    def n_passages(self) -> int:
        return self._state.asked(lambda ranking: ranking.n_passages)

    @property
    def left_out(self) -> Sequence[str]:
        return ()

    @property
    def languages(self) -> Sequence[str]:
        return self._state.asked(lambda ranking: tuple(ranking.languages))

    def search(
        self,
        question: str,
        k: int,
        documents: Collection[str] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Hit]:
        among = None if documents is None else {name: self._store.documents.revision(name) for name in documents}
        return self._state.asked(lambda ranking: self._hits(ranking.search(question, k, among, carried)))

    def find_near(self, word: str, language: str, most: int) -> list[NearTerm]:
        return self._state.asked(
            lambda ranking: [
                NearTerm(column_term(near.name), near.distance, n, tuple(hit.passage for hit in self._hits(passages)))
                for near, n, passages in ranking.find_near(word, language, most)
            ]
        )

    def _hits(self, ranked: Iterable[RankedPassage]) -> list[Hit]:
        hits = []
        for one in ranked:
            passage = self._store.documents.passage(one.revision, one.ordinal)
            if passage is None or passage.document_id.encode() != one.document_id:
                raise DamagedSegment(one.segment, "names a passage that is not there")
            self._ranked.add(passage.document_id)
            hits.append(Hit(passage, one.score))
        return hits

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        return self._state.asked(lambda ranking: ranking.idf(terms, language))

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        return self._state.asked(lambda ranking: ranking.holds(terms, language))

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        return self._store.documents.infos(after, limit)

    def listed(self, text: str = "", skip: int = 0, limit: int | None = None) -> Listing:
        n_found = self._store.documents.count(text) if text else self.n_documents
        return Listing(tuple(self._store.documents.listed(text, skip, limit)), n_found)

    def info(self, document_id: str) -> DocumentInfo:
        try:
            return self._store.documents.info(document_id)
        except DocumentNotFound as exc:
            if document_id in self._ranked:
                raise self._store.damage(f"the document {document_id!r} is not found by its id") from exc
            raise

    def sha256s(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        return self._store.documents.sha256s(document_ids)

    def document(self, document_id: str) -> Document:
        return self._store.documents.document(document_id)

    def boxes(self, span: Span) -> list[Box]:
        return self._store.documents.boxes(span)

    def with_sha256(self, sha256: str) -> str | None:
        return self._store.documents.with_sha256(sha256)

    def files(self) -> Mapping[str, KnownFile]:
        return self._store.files.all()

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        return self._store.files.file_of(document_id)

    def original(self, document_id: str) -> bytes | None:
        return self._store.files.original(document_id)

    def setting(self, name: str) -> str | None:
        return self._store.beside.setting(name)

    def feedback(self, after: str = "", limit: int | None = None) -> list[Feedback]:
        return self._store.beside.feedback(after, limit)

    def feedback_with(self, feedback_id: str) -> Feedback | None:
        return self._store.beside.feedback_with(feedback_id)
