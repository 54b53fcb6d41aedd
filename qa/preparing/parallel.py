"""The worker processes that prepare documents for an index, several at a time, while this one writes.

Little text is prepared here: a process takes a fifth of a second to start. One that breaks down costs nothing but
time: its documents are prepared here too. What comes of it is the same. Left out: reading files, which is `formats`'.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import Generic, TypeVar

from qa.preparing.prepare import Prepared, prepare
from qa.preparing.wire import pack, unpack
from qa.processes.pool import Borrower, WorkerPool, n_processors
from qa.processes.process import Job, Process, WorkerFailed, WorkerUnavailable
from qa.ranking.vocabulary import Vocabulary
from qa.types import Document

__all__ = ["Preparer"]

T = TypeVar("T")

PREPARING = Job("qa.preparing.wire", "answer")

_MUCH = 2_000_000  # characters that are prepared here before others are asked, some two thirds of a second
_BATCH = 250_000  # characters that are prepared at a time: as many first, so that nobody waits long for the others
_HERE = 500_000  # the same, where they are prepared here
_BATCH_GROWTH = 4  # times as many later: each batch costs a look at all words that are known
_AHEAD = 8_000_000  # characters that are prepared before they are taken
_ITEM = 100  # characters that an item counts for besides, so that a batch of small ones is not too large
_MOST = 4  # processes: with more, they would wait for the one that writes

logger = logging.getLogger(__name__)


class Preparer:
    """Prepares documents for one library. Safe to use from several threads. size: how long passages are."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._vocabulary = Vocabulary()

    def prepare(self, documents: Sequence[Document]) -> Generator[Prepared, None, None]:
        """Yield documents prepared, in their order."""
        batch: list[Document] = []
        waiting = 0
        much = sum(len(document.text) for document in documents) >= _MUCH
        with closing(self.prepare_ahead(documents, lambda document: document, much=much)) as pairs:
            for document, made in pairs:
                if made is None:
                    batch.append(document)
                    waiting += len(document.text)
                if made or waiting >= _HERE:
                    yield from self._prepare_here(batch)
                    batch, waiting = [], 0
                if made:
                    yield made
        yield from self._prepare_here(batch)

    def prepare_ahead(
        self, items: Iterable[T], document_of: Callable[[T], Document | None], *, much: bool = False
    ) -> Generator[tuple[T, Prepared | None], None, None]:
        """Yield items in their order, with the document of each prepared.

        None stands for what is left to `prepare`: where an item has no document, a process failed, or all is little.
        much: whether it is known not to be. When it is closed early, by an exception too, the processes end.
        """
        size = min(n_processors(), _MOST)
        n_characters = _MUCH if much else 0
        items = iter(items)
        while n_characters < _MUCH or size == 1:
            try:
                item = next(items)
            except StopIteration:
                return
            yield item, None
            document = document_of(item)
            n_characters += len(document.text) if document else 0
        pool, borrower = WorkerPool(size, lambda: Process(PREPARING)), Borrower()
        executor = ThreadPoolExecutor(size, thread_name_prefix="quoth-prepare")
        waiting: deque[_DocumentBatch[T]] = deque()
        warned = False

        def next_batch() -> Iterator[tuple[T, Prepared | None]]:
            nonlocal warned
            batch = waiting.popleft()
            failure = batch.failure
            if failure and not warned:
                warned = True
                reason = f"{type(failure).__name__}: {failure}"
                logger.warning("A process that prepares documents failed (%s). Indexing goes on, more slowly.", reason)
            return batch.result()

        try:
            n_ahead = 0
            for batch in _batch_up(items, document_of):
                batch.made = executor.submit(self._prepare_beside, batch.documents, pool, borrower)
                waiting.append(batch)
                n_ahead += batch.size
                while n_ahead > _AHEAD:
                    n_ahead -= waiting[0].size
                    yield from next_batch()
            while waiting:
                yield from next_batch()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            borrower.give_up()
            executor.shutdown()
            pool.trim()

    def _prepare_here(self, documents: Sequence[Document]) -> list[Prepared]:
        if not documents:
            return []
        with self._lock:
            return prepare(documents, size=self._size, vocabulary=self._vocabulary)

    def _prepare_beside(
        self, documents: Sequence[Document], pool: WorkerPool, borrower: Borrower
    ) -> list[Prepared] | Exception:
        """Return documents prepared by another process, or the error with which it failed."""
        if not documents:
            return []
        try:
            with pool.lend(borrower) as process:
                return process.call(pack(documents, self._size), {}, partial(unpack, documents=documents))
        except (WorkerUnavailable, WorkerFailed) as exc:
            return exc


class _DocumentBatch(Generic[T]):
    """Items whose documents are prepared together. size: their characters, and `_ITEM` for each."""

    def __init__(self) -> None:
        self.size = 0
        self.items: list[tuple[T, Document | None]] = []
        self.made: Future[list[Prepared] | Exception] | None = None

    def add(self, item: T, document: Document | None) -> None:
        self.items.append((item, document))
        self.size += _ITEM + (len(document.text) if document else 0)

    @property
    def documents(self) -> list[Document]:
        return [document for _, document in self.items if document]

    @property
    def failure(self) -> Exception | None:
        """Why nothing was made of it, once that is known."""
        made = self.made.result() if self.made else None
        return made if isinstance(made, Exception) else None

    def result(self) -> Iterator[tuple[T, Prepared | None]]:
        """Yield the items with what was made of them, once it is."""
        outcome = self.made.result() if self.made else ()
        made = iter(() if isinstance(outcome, Exception) else outcome)
        for item, document in self.items:
            yield item, next(made, None) if document else None


def _batch_up(items: Iterable[T], document_of: Callable[[T], Document | None]) -> Iterator[_DocumentBatch[T]]:
    """Yield all items in batches, each of about `_BATCH`, later more, or with one document that is longer."""
    batch: _DocumentBatch[T] = _DocumentBatch()
    growth = 1
    for item in items:
        batch.add(item, document_of(item))
        if batch.size >= growth * _BATCH:
            yield batch
            batch, growth = _DocumentBatch(), min(growth + 1, _BATCH_GROWTH)
    if batch.items:
        yield batch
