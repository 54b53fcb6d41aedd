"""The index for one machine: SQLite for documents and passages, one sparse matrix for ranking.

The matrix is fitted to all passages when the first search after a write asks for it, and kept in a file beside the
database. Left out: updating it in place.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from qa.errors import LibraryError
from qa.index.segment import load_segment, save_segment
from qa.index.store import Store
from qa.language import DEFAULT_LANGUAGE
from qa.ranking import column_name
from qa.retriever import TfidfRetriever
from qa.types import Document, DocumentInfo, Hit, Passage

__all__ = ["EmbeddedIndex"]

_DATABASE = "library.sqlite"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What is derived from one generation of the store.

    rows: document id to `(first, last + 1)` row of the matrix; rows are by document id and place.
    """

    generation: int
    retriever: TfidfRetriever
    rows: dict[str, tuple[int, int]]
    ids: list[str]
    first_rows: list[int]


class EmbeddedIndex:
    """Documents in memory or in a folder. Several threads may use one object: they take turns.

    In a folder, writing has a connection and a lock of its own: who waits to write keeps nobody from reading.
    """

    def __init__(self, folder: Path | None = None, *, create: bool = True) -> None:
        self._lock = threading.RLock()
        self._segment: Path | None = None
        if folder is not None:
            if not create and not (folder / _DATABASE).is_file():
                raise LibraryError(
                    f"There is no library at {str(folder)!r}. Make one with: quoth add PATH --library {folder}"
                )
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as exc:
                raise LibraryError(
                    f"The library {str(folder)!r} cannot be made: {exc.strerror}. Give a folder that you may write to."
                ) from exc
            self._segment = folder / "segment.npz"
        self._store = Store(folder / _DATABASE if folder is not None else None)
        self._writer = Store(folder / _DATABASE) if folder is not None else self._store
        self._write_lock = threading.RLock() if folder is not None else self._lock
        self._snapshot = _Snapshot(-1, TfidfRetriever(), {}, [], [])

    def add(self, documents: Iterable[tuple[Document, Sequence[Passage]]]) -> None:
        """Add documents with their passages; one with the same id is replaced. All of them, or on error none."""
        with self._writing():
            self._writer.put(documents)

    def remove(self, document_id: str) -> None:
        """Remove a document; from then on it is not found. Raises DocumentNotFound."""
        with self._writing():
            self._writer.delete(document_id)

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep a text under a name beside the documents, in place of an earlier one; None forgets it."""
        with self._writing():
            self._writer.set_setting(name, text)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._write_lock:
            self._writer.begin(write=True)
            try:
                yield
                self._writer.end(commit=True)
            except BaseException:
                self._writer.end(commit=False)
                raise

    @contextmanager
    def view(self) -> Iterator[EmbeddedView]:
        """Return the present state, to be used within a `with`."""
        with self._lock:
            self._store.begin(write=False)
            try:
                yield EmbeddedView(self._store, self._present)
            except sqlite3.Error as exc:
                raise self._store.failure(exc) from exc
            finally:
                self._store.end(commit=False)

    def _present(self) -> _Snapshot:
        """Return what is derived from the state that the open transaction sees."""
        generation = self._store.generation
        if generation != self._snapshot.generation:
            self._snapshot = self._derive(generation)
        return self._snapshot

    def _derive(self, generation: int) -> _Snapshot:
        rows, ids, first_rows, row = {}, [], [], 0
        for document_id, n_passages in self._store.places():
            rows[document_id] = (row, row + n_passages)
            ids.append(document_id)
            first_rows.append(row)
            row += n_passages
        retriever = load_segment(self._segment, generation) if self._segment else None
        if retriever is None or retriever.n_passages_ != row:
            texts, languages = self._store.texts()
            retriever = TfidfRetriever().fit(texts, languages=languages)
            if self._segment:
                self._save(self._segment, retriever, generation)
        return _Snapshot(generation, retriever, rows, ids, first_rows)

    def _save(self, path: Path, retriever: TfidfRetriever, generation: int) -> None:
        try:
            save_segment(path, retriever, generation)
        except OSError as exc:
            logger.warning("The index file %s was not saved (%s); it will be made again.", path, exc.strerror)

    def close(self) -> None:
        """Let go of files. The index cannot be used afterwards."""
        with self._write_lock, self._lock:
            self._writer.close()
            self._store.close()


class EmbeddedView:
    """One state of an embedded index. What is derived of it is made when a search first needs it."""

    def __init__(self, store: Store, present: Callable[[], _Snapshot]) -> None:
        self._store = store
        self._present = present

    @cached_property
    def _snapshot(self) -> _Snapshot:
        return self._present()

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        return self._snapshot.retriever.n_passages_

    @property
    def languages(self) -> Sequence[str]:
        """The codes of the languages that there are passages in, the most frequent first, then by code."""
        return tuple(self._snapshot.retriever.languages_)

    def search(self, question: str, k: int, documents: Collection[str] | None = None) -> list[Hit]:
        """Return at most `k` passages that share a term with `question`, best first, ties by document id and place."""
        retriever, among = self._snapshot.retriever, None
        if documents is not None:
            among = np.zeros(retriever.n_passages_, dtype=bool)
            for document_id in documents:
                among[slice(*self._rows(document_id))] = True
        rows, scores = retriever.nearest(question, k, among)
        return [Hit(self._passage(int(row)), float(score)) for row, score in zip(rows, scores, strict=True) if score]

    def _rows(self, document_id: str) -> tuple[int, int]:
        if document_id not in self._snapshot.rows:
            self._store.info(document_id)  # raises DocumentNotFound unless it just has no passages
        return self._snapshot.rows.get(document_id, (0, 0))

    def _passage(self, row: int) -> Passage:
        at = int(np.searchsorted(self._snapshot.first_rows, row, side="right")) - 1
        return self._store.passage(self._snapshot.ids[at], row - self._snapshot.first_rows[at])

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language; one of no passage has the highest."""
        names = [column_name(name, language) for name in terms]
        return [float(weight) for weight in self._snapshot.retriever.idf_of(names)]

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        """Tell of each term whether any passage in `language` holds it."""
        return [column_name(name, language) in self._snapshot.retriever.vocabulary_ for name in terms]

    def documents(self) -> list[DocumentInfo]:
        """Return all documents by id."""
        return self._store.infos()

    def info(self, document_id: str) -> DocumentInfo:
        """Return what is known of a document. Raises DocumentNotFound."""
        return self._store.info(document_id)

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        return self._store.document(document_id)

    def with_sha256(self, sha256: str) -> str | None:
        """Return the id of a document with this text, the first by id, or None."""
        return self._store.with_sha256(sha256)

    def setting(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the documents, or None."""
        return self._store.setting(name)
