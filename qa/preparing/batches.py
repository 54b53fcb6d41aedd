"""Batches of items whose documents are prepared together: about as much text each, in the order of the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import Generic, TypeVar

from qa.preparing.prepare import Prepared, Unprepared
from qa.types import Document

__all__ = ["DocumentBatch", "batch_up"]

T = TypeVar("T")

_BATCH = 250_000  # characters that are prepared at a time: as many first, so that nobody waits long for the others
_BATCH_GROWTH = 4  # times as many later: each batch costs a look at all words that are known
_ITEM = 100  # characters that an item counts for besides, so that a batch of small ones is not too large


class DocumentBatch(Generic[T]):
    """Items whose documents are prepared together. size: their characters, and `_ITEM` for each."""

    def __init__(self) -> None:
        self.size = 0
        self.items: list[tuple[T, Document | None]] = []
        self.outcome: Future[list[Prepared | Unprepared] | None] | None = None

    def add(self, item: T, document: Document | None) -> None:
        """Add an item with its document, if it has one."""
        self.items.append((item, document))
        self.size += _ITEM + (len(document.text) if document else 0)

    @property
    def documents(self) -> list[Document]:
        """The documents of its items."""
        return [document for _, document in self.items if document]

    def pair(self) -> Iterator[tuple[T, Prepared | Unprepared | None]]:
        """Yield the items, each with what became of its document once that is known; with None where nobody tried."""
        prepared = iter((self.outcome.result() if self.outcome else None) or ())
        for item, document in self.items:
            yield item, next(prepared, None) if document else None


def batch_up(items: Iterable[T], document_of: Callable[[T], Document | None]) -> Iterator[DocumentBatch[T]]:
    """Yield all items in batches, each of about `_BATCH`, later more, or with one document that is longer."""
    batch: DocumentBatch[T] = DocumentBatch()
    growth = 1
    for item in items:
        batch.add(item, document_of(item))
        if batch.size >= growth * _BATCH:
            yield batch
            batch, growth = DocumentBatch(), min(growth + 1, _BATCH_GROWTH)
    if batch.items:
        yield batch
