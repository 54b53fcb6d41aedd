"""The worker processes that prepare documents for an index, several at a time, while this one writes.

Little text is prepared here: a process takes a fifth of a second to start. What comes of it is the same. One that
breaks down costs nothing but time: its documents are prepared again, one at a time, and one over which a process breaks
down is told of and left out. Left out: reading files, which is `formats`'.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TypeVar

from qa.preparing.batches import DocumentBatch, batch_up
from qa.preparing.prepare import Prepared, Unprepared, prepare_each
from qa.preparing.wire import pack, unpack
from qa.processes.pool import Borrower, WorkerPool, n_processors
from qa.processes.process import Job, Process, WorkerFailed, WorkerUnavailable
from qa.ranking.vocabulary import Vocabulary
from qa.types import Document

__all__ = ["Preparer"]

T = TypeVar("T")
_Call = Callable[[bytes, Mapping[str, object], Callable[[bytes], list[Prepared]]], list[Prepared]]

PREPARING = Job("qa.preparing.wire", "answer")

_MUCH = 2_000_000  # characters that are prepared here before others are asked, some two thirds of a second
_HERE = 500_000  # characters that are prepared at a time here
_AHEAD = 8_000_000  # characters that are prepared before they are taken
_MOST = 4  # processes: with more, they would wait for the one that writes
_REASONS = {
    "time": f"that took more than {PREPARING.seconds:g} seconds",
    "memory": "that takes more memory than there is",
    "broken": "the process that prepared it broke down over it",
}

logger = logging.getLogger(__name__)


class Preparer:
    """Prepares documents for one library. Safe to use from several threads. size: how long passages are."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._vocabulary = Vocabulary()

    def prepare(self, documents: Sequence[Document]) -> Generator[Prepared | Unprepared, None, None]:
        """Yield documents prepared, in their order; one that cannot be with the reason."""
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
    ) -> Generator[tuple[T, Prepared | Unprepared | None], None, None]:
        """Yield items in their order, with the document of each prepared, or with the reason why it cannot be.

        None stands for what is left to `prepare`: where an item has no document, no process starts, or all is little.
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
        told = threading.Event()  # whether somebody was told of a process that failed
        try:
            n_ahead = 0
            for batch in batch_up(items, document_of):
                batch.outcome = executor.submit(self._prepare_beside, batch.documents, pool, borrower, told)
                waiting.append(batch)
                n_ahead += batch.size
                while n_ahead > _AHEAD:
                    n_ahead -= waiting[0].size
                    yield from waiting.popleft().pair()
            while waiting:
                yield from waiting.popleft().pair()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            borrower.give_up()
            executor.shutdown()
            pool.trim()

    def _prepare_here(self, documents: Sequence[Document]) -> list[Prepared | Unprepared]:
        if not documents:
            return []
        with self._lock:
            return prepare_each(documents, size=self._size, vocabulary=self._vocabulary)

    def _prepare_beside(
        self, documents: Sequence[Document], pool: WorkerPool, borrower: Borrower, told: threading.Event
    ) -> list[Prepared | Unprepared] | None:
        """Return documents as another process prepares them; None when none can be started."""
        if not documents:
            return []
        ask = partial(pool.call, borrower=borrower)
        try:
            try:
                return [*self._ask(ask, documents)]
            except WorkerFailed as exc:
                if len(documents) == 1:
                    return [Unprepared.explain(documents[0], _REASONS[exc.reason])]
                _warn(told, f"A process that prepares documents failed ({exc})")
                return [self._prepare_alone(ask, document) for document in documents if not borrower.given_up]
        except WorkerUnavailable as exc:
            _warn(told, str(exc).rstrip("."))
            return None

    def _prepare_alone(self, ask: _Call, document: Document) -> Prepared | Unprepared:
        """Return a document as another process prepares it, or why none can."""
        try:
            return self._ask(ask, [document])[0]
        except WorkerFailed as exc:
            return Unprepared.explain(document, _REASONS[exc.reason])

    def _ask(self, call: _Call, documents: Sequence[Document]) -> list[Prepared]:
        """Return documents prepared by what `call` reaches. Raises WorkerFailed."""
        return call(pack(documents, self._size), {}, partial(unpack, documents=documents))


def _warn(told: threading.Event, what: str) -> None:
    """Log what happened, unless it was told of before."""
    if not told.is_set():
        told.set()
        logger.warning("%s. Indexing goes on, more slowly.", what)
