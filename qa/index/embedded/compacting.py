"""Merging segments, so that questions have few of them to look at: in the background, or now, while nobody waits."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from qa.errors import LibraryError
from qa.index.embedded.change import SegmentChange, writing_segments
from qa.index.embedded.segment_files import Shelf
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.merging import merge, plan
from qa.index.segments.snapshot import Snapshot

__all__ = ["Compactor"]

_WHEN_DONE = 1 / 8  # share of a segment from which on smaller ones are merged with it when much was added
logger = logging.getLogger(__name__)


class _Closing(Exception):
    """Ends work in the background."""


class Compactor:
    """Merges the segments of one index, one batch after another, beside what else is done with it.

    name: of the library, for messages. lock: of who writes. look: returns the state that a writer would find. change:
    begins a change and keeps what was done in it. tidy: drops segments that are empty. distrust: is told
    the names of segments that are damaged.
    """

    def __init__(
        self,
        name: str,
        shelf: Shelf,
        lock: threading.RLock,
        *,
        look: Callable[[], Snapshot],
        change: Callable[[], AbstractContextManager[SegmentChange]],
        tidy: Callable[[], None],
        distrust: Callable[[str], None],
    ) -> None:
        self._name = name
        self._shelf = shelf
        self._lock = lock
        self._look = look
        self._change = change
        self._tidy = tidy
        self._distrust = distrust
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Merge in the background what is due, unless that is under way."""
        with self._lock:
            if self._closing.is_set() or (self._thread and self._thread.is_alive()):
                return
            self._thread = threading.Thread(target=self._run, name="quoth-merge", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            while self._merge_once():
                pass
        except _Closing:
            pass
        except (LibraryError, sqlite3.Error) as exc:
            logger.warning("Index files were not merged (%s); it is tried again after the next change.", exc)

    def finish(self) -> None:
        """Merge now what is due when nothing more is to be added for a while."""
        with self._lock:
            thread = self._thread
        if thread:
            thread.join()
        try:
            while self._merge_once(_WHEN_DONE):
                pass
        except _Closing:
            pass

    def close(self) -> None:
        """Give up what is under way, and wait for that."""
        self._closing.set()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join()

    def _merge_once(self, share: float = 1.0) -> bool:
        """Merge one batch of segments, if one is due by `plan`; tell whether one was."""
        with self._lock:
            self._proceed()
            snapshot = self._look()
        due = plan(snapshot.parts, share=share)
        if not due:
            return False
        batch = [snapshot.parts[place] for place in due[0]]
        alive = [part for part in batch if part.size]
        if not alive:
            self._tidy()
            return True
        try:
            with writing_segments(self._name):
                draft = self._shelf.draft(lambda file: merge(alive, file, self._proceed))
        except DamagedSegment as exc:
            self._distrust(exc.name)
            raise
        placed = False
        try:
            with self._lock, self._change() as change:
                self._proceed()
                placed = change.replace(batch, draft)
        finally:
            if not placed:
                self._shelf.delete([draft.name])
        return True

    def _proceed(self) -> None:
        if self._closing.is_set():
            raise _Closing
