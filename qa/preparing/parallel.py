"""The worker processes that prepare documents for an index, several at a time, while this one writes.

Little text is prepared here: a process takes a fifth of a second to start. One that breaks down costs nothing but
time: its documents are prepared here too. What comes of it is the same. Left out: reading files, which is `formats`'.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TypeVar

from qa.preparing.batches import DocumentBatch, batch_up
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
_HERE = 500_000  # characters that are prepared at a time here
_AHEAD = 8_000_000  # characters that are prepared before they are taken
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
            for document, prepared in pairs:
                if prepared is None:
                    batch.append(document)
                    waiting += len(document.text)
                if prepared or waiting >= _HERE:
                    yield from self._prepare_here(batch)
                    batch, waiting = [], 0
                if prepared:
                    yield prepared
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
        waiting: deque[DocumentBatch[T]] = deque()
        warned = False

        def next_batch() -> Iterator[tuple[T, Prepared | None]]:
            nonlocal warned
            batch = waiting.popleft()
            failure = batch.failure
            if failure and not warned:
                warned = True
                reason = f"{type(failure).__name__}: {failure}"
                logger.warning("A process that prepares documents failed (%s). Indexing goes on, more slowly.", reason)
            return batch.pair()

        try:
            n_ahead = 0
            for batch in batch_up(items, document_of):
                batch.outcome = executor.submit(self._prepare_beside, batch.documents, pool, borrower)
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
