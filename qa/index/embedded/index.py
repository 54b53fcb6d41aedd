"""The index for one machine: SQLite for documents and passages, immutable segments for ranking.

A write makes a segment of what it adds, and notes what it removes; nothing large is written again until segments are
merged, which large ones are in the background. Who reads sees one committed state, of this process or of another.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from qa.errors import LibraryError
from qa.feedback import Feedback
from qa.index.embedded.change import SegmentChange, Writes, load, rebuilt
from qa.index.embedded.checking import Fault, problems_in, problems_of
from qa.index.embedded.compacting import Compactor
from qa.index.embedded.opening import ATTEMPTS, SEGMENTS, find_outdated, open_store
from qa.index.embedded.segment_files import FolderShelf, MemoryShelf, MissingSegment, Shelf
from qa.index.embedded.store.store import Store
from qa.index.embedded.view import EmbeddedView, Ranking
from qa.index.protocol import Index
from qa.index.segments import compiled
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.snapshot import Part, Snapshot
from qa.index.segments.writing import IN_MEMORY
from qa.preparing.prepare import Prepared
from qa.types import KnownFile

__all__ = ["EmbeddedIndex"]

logger = logging.getLogger(__name__)
T = TypeVar("T")


class EmbeddedIndex(Index):
    """Documents in memory or in a folder. Several threads may use one object: they take turns.

    In a folder, writing has a connection and a lock of its own: who waits to write keeps nobody from reading. A folder
    that cannot be written to can be read. Several processes may have it open, and one at a time writes.
    """

    def __init__(self, folder: Path | None = None, *, create: bool = True) -> None:
        self._lock = threading.RLock()
        self._folder = folder
        self._shelf: Shelf = MemoryShelf() if folder is None else FolderShelf(folder / SEGMENTS)
        self._store = self._writer = open_store(folder, create=create)
        if folder is not None and not self._store.read_only:
            self._writer = Store(self._store.path)
        self._write_lock = threading.RLock() if self._writer is not self._store else self._lock
        self._snapshot = Snapshot(-1, [])
        self._distrusted: set[str] = set()  # segments that were found damaged in use
        self._to_mend = False
        self._tidy = False  # whether what others left behind was deleted
        self._compactor = Compactor(
            self._writer.name,
            self._shelf,
            self._write_lock,
            look=self._look,
            change=self._transaction,
            tidy=self._tidy_up,
            distrust=self._distrust,
        )
        self._counted = -1, 0  # a generation, and how many documents it has

    def add(
        self,
        documents: Iterable[Prepared],
        files: Mapping[str, KnownFile] = MappingProxyType({}),
        originals: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        with self._writing() as change:
            change.put(documents)
            self._writer.files.put(files)
            self._writer.files.put_originals(originals)

    def remove(self, *document_ids: str) -> None:
        with self._writing() as change:
            for document_id in document_ids:
                change.remove(document_id)

    def set_setting(self, name: str, text: str | None) -> None:
        with self._writing():
            self._writer.beside.set_setting(name, text)

    def put_feedback(self, *feedback: Feedback) -> None:
        with self._writing_beside():
            self._writer.beside.put_feedback(feedback)

    def remove_feedback(self, feedback_id: str) -> None:
        with self._writing_beside():
            self._writer.beside.remove_feedback(feedback_id)

    @contextmanager
    def _writing_beside(self) -> Iterator[None]:
        """Change what has nothing to do with the index, whose files and state stay as they are."""
        with self._write_lock, self._writer.change():
            yield

    @contextmanager
    def _writing(self) -> Iterator[Writes]:
        with self._write_lock:
            with self._transaction() as change:
                yield change
                change.finish()
            if change.damaged:
                self._distrusted.update(change.damaged)
                self._to_mend = True
        if change.more:
            self._compactor.start()

    @contextmanager
    def _transaction(self) -> Iterator[SegmentChange]:
        """Begin a change, keep it when all went well, and delete the files that nothing names any more."""
        self._writer.begin(write=True)
        change: SegmentChange | None = None
        try:
            snapshot, lost = load(self._writer, self._shelf, self._snapshot, self._distrusted)
            if not self._tidy:
                self._shelf.keep_only({part.segment.name for part in snapshot.parts})
                self._tidy = True
            change = SegmentChange(self._writer, self._shelf, snapshot, lost)
            yield change
            self._writer.end(commit=True)
        except BaseException as exc:
            if isinstance(exc, DamagedSegment):
                self._distrusted.add(exc.name)
            self._tidy = False
            with suppress(LibraryError):
                self._writer.end(commit=False)
            self._undo(change)
            if isinstance(exc, sqlite3.Error):
                raise self._writer.failure(exc) from exc
            raise
        self._distrusted.difference_update(change.dropped)
        self._shelf.delete(change.dropped)

    def _undo(self, change: SegmentChange | None) -> None:
        """Delete what a change wrote, as far as no state names it."""
        if change:
            with suppress(LibraryError, sqlite3.Error):
                self._shelf.delete(change.added.keys() - {entry.name for entry in self._writer.segments.entries()})

    def _look(self) -> Snapshot:
        """Return the state that a writer would find."""
        self._writer.begin(write=False)
        try:
            return load(self._writer, self._shelf, self._snapshot, self._distrusted)[0]
        finally:
            self._writer.end(commit=False)

    def _distrust(self, name: str) -> None:
        """Use a segment no more, since it is damaged, and make it again soon."""
        self._distrusted.add(name)
        self._to_mend = True

    def compact(self) -> None:
        self._compactor.finish()

    def outdated(self) -> list[str]:
        with self._lock:
            return find_outdated(self._store)

    def warm(self) -> None:
        """Load what is compiled: segments are ranked more quickly by it."""
        compiled.load()

    @contextmanager
    def view(self, *, partial: bool = False) -> Iterator[EmbeddedView]:
        self._begin_reading()
        try:
            yield EmbeddedView(self._store, self)
        except sqlite3.Error as exc:
            raise self._store.failure(exc) from exc
        finally:
            try:
                self._store.end(commit=False)
            finally:
                self._lock.release()

    def _begin_reading(self) -> None:
        """Take the lock and begin to read a state of which all segments are there.

        One that is missing may have been merged since, so newer states are tried first. What stays lost is made again.
        """
        if self._to_mend:
            self._to_mend = False
            self._mend()
        before, mended = 0, False
        for attempt in range(ATTEMPTS):
            self._lock.acquire()
            try:
                self._store.begin(write=False)
                lost = self._refresh()
                if lost and (mended or attempt == ATTEMPTS - 1):
                    self._make_good(self._snapshot, lost)
                    lost = []
                if not lost:
                    return
                generation = self._store.generation
                self._store.end(commit=False)
            except BaseException as exc:
                with suppress(LibraryError):
                    self._store.end(commit=False)
                self._lock.release()
                if isinstance(exc, sqlite3.Error):
                    raise self._store.failure(exc) from exc
                raise
            self._lock.release()
            if generation == before or not all(isinstance(exc, MissingSegment) for exc in lost):
                mended = True
                self._mend()
            before = generation

    def _refresh(self) -> list[DamagedSegment]:
        """Take over the state that the open transaction sees; return what it lacks."""
        if self._store.generation == self._snapshot.generation:
            return []
        snapshot, lost = load(self._store, self._shelf, self._snapshot, self._distrusted)
        if lost:
            self._snapshot = Snapshot(-1, snapshot.parts)
        else:
            self._snapshot = snapshot
        return lost

    def _make_good(self, snapshot: Snapshot, lost: Sequence[DamagedSegment]) -> None:
        """Make segments that are lost again in memory, for the state that the open transaction sees."""
        for exc in lost:
            logger.warning("The index file %s %s; it is made again in memory.", exc.name, exc.reason)
        made = [Part(segment) for segment in rebuilt(self._store, snapshot.parts)]
        self._snapshot = Snapshot(self._store.generation, [*snapshot.parts, *made])

    def _mend(self) -> bool:
        """Make segments that are lost again, where they can be written; tell whether they were."""
        try:
            self._tidy_up()
        except LibraryError as exc:
            logger.warning("The index could not be mended: %s", exc)
            return False
        return True

    def _tidy_up(self) -> None:
        """Change nothing, which begins with making lost segments again and ends with dropping empty ones."""
        with self._writing():
            pass

    @property
    def n_documents(self) -> int:
        """How many documents the state has that is being read."""
        generation = self._store.generation
        if self._counted[0] != generation:
            self._counted = generation, self._store.documents.count()
        return self._counted[1]

    def asked(self, ask: Callable[[Ranking], T]) -> T:
        """Return the answer of what ranks the present state, without segments that prove damaged on the way.

        Each is made again once. Where what was made leads nowhere either, it is the documents that are damaged.
        """
        while True:
            snapshot = self._snapshot
            try:
                return ask(snapshot)
            except DamagedSegment as exc:
                left = [part for part in snapshot.parts if part.segment.name != exc.name]
                if exc.name == IN_MEMORY or len(left) == len(snapshot.parts):
                    self._to_mend = False
                    raise self._store.damage(
                        "what ranks its passages does not fit them, though it was made anew"
                    ) from exc
                self._distrust(exc.name)
                self._make_good(Snapshot(snapshot.generation, left), [exc])

    def check(self) -> list[str]:
        """Return the faults of the library, once index files that are damaged were made again, if they can be."""
        problems = self._problems()
        damaged = {problem.segment for problem in problems if problem.segment}
        after = ""
        if damaged:
            self._distrusted |= damaged
            after = " It was made again." if self._mend() else " It is to be made again, which needs writing."
        return [problem.text + (after if problem.segment else "") for problem in problems]

    def _problems(self) -> list[Fault]:
        if self._folder is None:
            with self.view():
                return list(problems_of(self._store, self._snapshot.parts, []))
        return list(problems_in(self._folder, read_only=self._store.read_only))

    def close(self) -> None:
        """Close all files; a merge in the background is given up. The index cannot be used afterwards."""
        self._compactor.close()
        with self._write_lock, self._lock:
            self._writer.close()
            self._store.close()
