"""The index for what lies in memory: ranked by a scikit-learn estimator, or by segments once it is large.

Up to `MOST_FITTED` passages, a change only notes the terms of what it adds, and whoever asks next fits the estimator
to all there is. Beyond, fitting would take longer than people wait, so that segments are made of them, once; from then
on the index is an embedded one like any other. Order and scores are the same to the last bit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from qa.errors import LibraryError
from qa.index.embedded.change import SegmentChange, Writes, batches
from qa.index.embedded.checking import Fault, problems_of
from qa.index.embedded.fitted import FittedRanking, HeldDocument
from qa.index.embedded.index import EmbeddedIndex
from qa.index.embedded.store.store import Store
from qa.index.embedded.view import Ranking
from qa.index.segments.snapshot import Snapshot
from qa.preparing.prepare import Prepared

__all__ = ["MOST_FITTED", "MemoryIndex"]

MOST_FITTED = 10_000  # passages that are ranked by the estimator, which is fitted to them in some tenths of a second
T = TypeVar("T")


class MemoryIndex(EmbeddedIndex):
    """Documents in memory. Several threads may use one object: they take turns.

    most_fitted: how many passages the estimator ranks; with more of them, segments do.
    """

    def __init__(self, *, most_fitted: int = MOST_FITTED) -> None:
        super().__init__()
        self._most_fitted = most_fitted
        self._fitted: FittedRanking | None = FittedRanking({}, 0)  # None once there are segments

    @contextmanager
    def _writing(self) -> Iterator[Writes]:
        with self._lock:
            if self._fitted is None:
                with super()._writing() as large:
                    yield large
                return
            change, segments = _Additions(self._store, self._fitted), None
            self._store.begin(write=True)
            try:
                yield change
                fitted = FittedRanking(change.documents, change.n_passages) if change.changed else self._fitted
                if fitted.n_passages > self._most_fitted:
                    segments = SegmentChange(self._store, self._shelf, Snapshot(-1, []), [])
                    for one in change.documents.values():
                        segments.gather(one.id, one.revision, one.language, one.terms, one.n_characters)
                    segments.finish()
                self._store.end(commit=True)
            except BaseException as exc:
                with suppress(LibraryError):
                    self._store.end(commit=False)
                self._undo(segments)
                if isinstance(exc, sqlite3.Error):
                    raise self._store.failure(exc) from exc
                raise
            self._fitted = None if segments else fitted

    def warm(self) -> None:
        """Load what is compiled, where segments rank. The estimator is loaded and fitted by the first search."""
        if self._fitted is None:
            super().warm()

    def asked(self, ask: Callable[[Ranking], T]) -> T:
        """Return the answer of what ranks the present state."""
        return super().asked(ask) if self._fitted is None else ask(self._fitted)

    def _problems(self) -> list[Fault]:
        if self._fitted is None:
            return super()._problems()
        with self.view():
            return list(problems_of(self._store, None, []))


class _Additions:
    """The changes of one transaction to the documents that the estimator ranks.

    documents: by revision, as they are after the changes so far; n_passages: of all of them. changed: whether there
    were any changes.
    """

    def __init__(self, store: Store, fitted: FittedRanking) -> None:
        self._store = store
        self.documents = fitted.documents
        self.n_passages = fitted.n_passages
        self.changed = False

    def put(self, documents: Iterable[Prepared]) -> None:
        """Write documents, each in place of one with the same id, also of one given before."""
        for batch in batches(documents):
            revisions, replaced = self._store.documents.put(batch)
            self._forget(replaced)
            for revision, made in zip(revisions, batch, strict=True):
                document = made.document
                held = HeldDocument(document.id, revision, document.language, made.terms, len(document.text))
                self.documents[revision] = held
                self.n_passages += held.n_passages

    def remove(self, document_id: str) -> None:
        """Remove a document. Raises DocumentNotFound."""
        self._forget([self._store.documents.delete(document_id)])

    def _forget(self, revisions: Iterable[int]) -> None:
        self.changed = True
        for revision in revisions:
            self.n_passages -= self.documents.pop(revision).n_passages
