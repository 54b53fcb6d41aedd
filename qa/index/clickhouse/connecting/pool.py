"""Connections to one library, kept for the next use: whichever of its servers answers is asked.

Only a connection that cannot be made is tried again, after a pause; nothing that was sent is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from qa.errors import LibraryUnavailable
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.url import Address

__all__ = ["Pool"]

_PAUSES = (0.1, 0.4)  # seconds before a connection is tried again
_KEPT = 16  # connections that wait for the next use


class Pool:
    """Connections to the first server of an address that answers; the one that did last is asked before all others.

    Safe to use from several threads.
    """

    def __init__(self, address: Address) -> None:
        self.n_replicas = 1  # as `Connection` has it
        self._address = address
        self._hosts = address.hosts
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Give a connection that nobody else uses. Raises LibraryError."""
        taken = self._take_idle() or self._connect()
        taken.n_replicas = self.n_replicas
        try:
            yield taken
        except LibraryUnavailable:
            taken.close()
            raise
        finally:
            with self._lock:
                full = self._closed or len(self._idle) >= _KEPT
                if not full:
                    self._idle.append(taken)
            if full:
                taken.close()

    def _take_idle(self) -> Connection | None:
        """Return a connection that was used before and still stands, or None."""
        while True:
            with self._lock:
                if not self._idle:
                    return None
                kept = self._idle.pop()
            if kept.stands():
                return kept
            kept.close()

    def _connect(self) -> Connection:
        for pause in (*_PAUSES, None):
            for place in self._hosts:
                made = Connection(self._address, *place)
                try:
                    made.rows("SELECT 1")
                except LibraryUnavailable as exc:
                    made.close()
                    problem = exc
                else:
                    self._hosts = (place, *(other for other in self._address.hosts if other != place))
                    return made
            if pause is None:
                break
            time.sleep(pause)
        raise problem

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for each in idle:
            each.close()
