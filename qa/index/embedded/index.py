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
from typing import Protocol, TypeVar

from qa.errors import LibraryError
from qa.feedback import Feedback
from qa.index.embedded.change import Change, load, rebuilt, writing_segments
from qa.index.embedded.checking import Problem, problems_of
from qa.index.embedded.segment_files import FolderShelf, MemoryShelf, MissingSegment, Shelf
from qa.index.embedded.store.database import may_write
from qa.index.embedded.store.store import Store
from qa.index.embedded.view import EmbeddedView, Ranking
from qa.index.protocol import Index
from qa.index.segments import compiled
from qa.index.segments.merging import merge, plan
from qa.index.segments.segment import DamagedSegment
from qa.index.segments.snapshot import Part, Snapshot
from qa.preparing.prepare import Prepared
from qa.types import KnownFile

__all__ = ["EmbeddedIndex", "Writes"]

_DATABASE = "library.sqlite"
_SEGMENTS = "segments"
_ATTEMPTS = 5  # states that are tried before what is missing counts as lost
_WHEN_DONE = 1 / 8  # share of a segment from which on smaller ones are merged with it when much was added
logger = logging.getLogger(__name__)
T = TypeVar("T")


class _Closing(Exception):
    """Ends work in the background."""


class Writes(Protocol):
    """Changes documents, in the store and in what ranks them, within one transaction."""

    def put(self, documents: Iterable[Prepared]) -> None:
        """Write documents, each in place of one with the same id, also of one given before."""
        ...

    def remove(self, document_id: str) -> None:
        """Remove a document. Raises DocumentNotFound."""
        ...


class EmbeddedIndex(Index):
    """Documents in memory or in a folder. Several threads may use one object: they take turns.

    In a folder, writing has a connection and a lock of its own: who waits to write keeps nobody from reading. A folder
    that cannot be written to can be read. Several processes may have it open, and one at a time writes.
    """

    def __init__(self, folder: Path | None = None, *, create: bool = True) -> None:
        self._lock = threading.RLock()
        self._folder = folder
        self._shelf: Shelf = MemoryShelf()
        self._store = self._writer = self._opened(folder, create=create)
        if folder is not None and not self._store.read_only:
            self._writer = Store(folder / _DATABASE)
        self._write_lock = threading.RLock() if self._writer is not self._store else self._lock
        self._snapshot = Snapshot(-1, [])
        self._distrusted: set[str] = set()  # segments that were found damaged in use
        self._to_mend = False
        self._tidy = False  # whether what others left behind was deleted
        self._closing = threading.Event()
        self._compactor: threading.Thread | None = None
        self._counted = -1, 0  # a generation, and how many documents it has

    def _opened(self, folder: Path | None, *, create: bool) -> Store:
        if folder is None:
            return Store(None)
        path = folder / _DATABASE
        if not create and not path.is_file():
            raise LibraryError(
                f"There is no library at {str(folder)!r}. Make one with: quoth add PATH --library {folder}"
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise LibraryError(
                f"The library {str(folder)!r} cannot be made: {exc.strerror}. Give a folder that you may write to."
            ) from exc
        self._shelf = FolderShelf(folder / _SEGMENTS)
        return Store(path, read_only=path.is_file() and not may_write(folder, path))

    # -- writing ------------------------------------------------------------------------------------------------------

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
        with self._write_lock:
            self._writer.begin(write=True)
            try:
                yield
                self._writer.end(commit=True)
            except BaseException:
                with suppress(LibraryError):
                    self._writer.end(commit=False)
                raise

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
            self._compact_in_background()

    @contextmanager
    def _transaction(self) -> Iterator[Change]:
        """Begin a change, keep it when all went well, and delete the files that nothing names any more."""
        self._writer.begin(write=True)
        change: Change | None = None
        try:
            snapshot, lost = load(self._writer, self._shelf, self._snapshot, self._distrusted)
            if not self._tidy:
                self._shelf.keep_only({part.segment.name for part in snapshot.parts})
                self._tidy = True
            change = Change(self._writer, self._shelf, snapshot, lost)
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

    def _undo(self, change: Change | None) -> None:
        """Delete what a change wrote, as far as no state names it."""
        if change:
            with suppress(LibraryError, sqlite3.Error):
                self._shelf.delete(change.added.keys() - {entry.name for entry in self._writer.segments.entries()})

    # -- merging in the background ------------------------------------------------------------------------------------

    def _compact_in_background(self) -> None:
        with self._write_lock:
            if self._closing.is_set() or (self._compactor and self._compactor.is_alive()):
                return
            self._compactor = threading.Thread(target=self._compact, name="quoth-merge", daemon=True)
            self._compactor.start()

    def _compact(self) -> None:
        try:
            while self._compact_once():
                pass
        except _Closing:
            pass
        except (LibraryError, sqlite3.Error) as exc:
            logger.warning("Index files were not merged (%s); it is tried again after the next change.", exc)

    def compact(self) -> None:
        """Merge now what makes questions quicker, since nothing more is to be added for a while."""
        with self._write_lock:
            compactor = self._compactor
        if compactor:
            compactor.join()
        try:
            while self._compact_once(_WHEN_DONE):
                pass
        except _Closing:
            pass

    def _compact_once(self, share: float = 1.0) -> bool:
        """Merge one group of segments, if one is due by `plan`; tell whether one was."""
        with self._write_lock:
            self._proceed()
            self._writer.begin(write=False)
            try:
                snapshot, _ = load(self._writer, self._shelf, self._snapshot, self._distrusted)
            finally:
                self._writer.end(commit=False)
        groups = plan(snapshot.parts, share=share)
        if not groups:
            return False
        group = [snapshot.parts[place] for place in groups[0]]
        alive = [part for part in group if part.size]
        if not alive:
            with self._writing():
                return True  # a change drops what is empty
        try:
            with writing_segments(self._writer.name):
                draft = self._shelf.draft(lambda file: merge(alive, file, self._proceed))
        except DamagedSegment as exc:
            self._distrusted.add(exc.name)
            self._to_mend = True
            raise
        placed = False
        try:
            with self._write_lock, self._transaction() as change:
                self._proceed()
                placed = change.replace(group, draft)
        finally:
            if not placed:
                self._shelf.delete([draft.name])
        return True

    def _proceed(self) -> None:
        if self._closing.is_set():
            raise _Closing

    def warm(self) -> None:
        """Load what is compiled: segments are ranked more quickly by it."""
        compiled.load()

    # -- reading ------------------------------------------------------------------------------------------------------

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

        One that is missing may have been merged since, so newer states are tried first. What stays lost is made again
        in the folder, or in memory where it cannot be written.
        """
        if self._to_mend:
            self._to_mend = False
            self._mend()
        before, mended = 0, False
        for attempt in range(_ATTEMPTS):
            self._lock.acquire()
            try:
                self._store.begin(write=False)
                lost = self._refresh()
                if lost and (mended or attempt == _ATTEMPTS - 1):
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
            with self._writing():
                return True  # a change begins with that
        except LibraryError as exc:
            logger.warning("The index could not be mended: %s", exc)
            return False

    @property
    def n_documents(self) -> int:
        """How many documents the state has that is being read."""
        generation = self._store.generation
        if self._counted[0] != generation:
            self._counted = generation, self._store.documents.count()
        return self._counted[1]

    def asked(self, ask: Callable[[Ranking], T]) -> T:
        """Return what the present state answers, without the segments that turn out to be damaged on the way."""
        while True:
            snapshot = self._snapshot
            try:
                return ask(snapshot)
            except DamagedSegment as exc:
                self._distrusted.add(exc.name)
                self._to_mend = True
                left = [part for part in snapshot.parts if part.segment.name != exc.name]
                if len(left) == len(snapshot.parts):
                    raise
                self._make_good(Snapshot(snapshot.generation, left), [exc])

    def check(self) -> list[str]:
        """Return what is wrong with the library, in sentences; empty when all is well. Reads everything.

        Index files that are damaged are made again, if they can be written.
        """
        problems = self._problems()
        damaged = {problem.segment for problem in problems if problem.segment}
        after = ""
        if damaged:
            self._distrusted |= damaged
            after = " It was made again." if self._mend() else " It is to be made again, which needs writing."
        return [problem.text + (after if problem.segment else "") for problem in problems]

    def _problems(self) -> list[Problem]:
        if self._folder is None:
            with self.view():
                return list(problems_of(self._store, self._snapshot.parts, []))
        problems: list[Problem] = []
        shelf = FolderShelf(self._folder / _SEGMENTS)  # reads what is there now, not what is open
        store = Store(self._store.path, read_only=self._store.read_only)  # its own, so that nobody has to wait
        try:
            for _ in range(_ATTEMPTS):
                store.begin(write=False)
                snapshot, lost = load(store, shelf, Snapshot(-1, []))
                if not any(isinstance(exc, MissingSegment) for exc in lost):
                    break
                store.end(commit=False)  # perhaps merged since: look at a newer state
            problems.extend(problems_of(store, snapshot.parts, lost))
        except sqlite3.Error as exc:
            problems.append(Problem(f"The database cannot be read: {exc}."))
        finally:
            store.close()
        return problems

    def close(self) -> None:
        """Close all files. The index cannot be used afterwards. A merge in the background is given up."""
        self._closing.set()
        if self._compactor and self._compactor is not threading.current_thread():
            self._compactor.join()
        with self._write_lock, self._lock:
            self._writer.close()
            self._store.close()
