"""The index in ClickHouse: who reads sees one state, which one row of `batches` makes; who writes takes turns."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from qa.feedback import Feedback
from qa.index.clickhouse import beside
from qa.index.clickhouse.checking import find_problems
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.pool import Pool
from qa.index.clickhouse.connecting.url import Address
from qa.index.clickhouse.documents import read_documents
from qa.index.clickhouse.purging import merge, purge
from qa.index.clickhouse.schema import count_replicas, read_schema
from qa.index.clickhouse.scoring import Reader
from qa.index.clickhouse.state import Frequencies, LibraryState, derive_state, load_batches, load_mark
from qa.index.clickhouse.view import ClickHouseView
from qa.index.clickhouse.writing import ClickHouseChange
from qa.index.protocol import Index
from qa.preparing.prepare import VERSION, Prepared
from qa.types import KnownFile

__all__ = ["ClickHouseIndex"]


class ClickHouseIndex(Index):
    """Documents in ClickHouse. Any number of processes may have it open, read and write.

    A change is seen as soon as the call that made it returns, by all who begin to read after that.
    Raises LibraryError where it cannot be opened.
    """

    def __init__(self, address: Address) -> None:
        self._address = address
        self._pool = Pool(address)
        self._lock = threading.Lock()  # of what is remembered
        self._write_lock = threading.Lock()
        self._writer = secrets.token_hex(8)
        self._known: tuple[tuple[int, ...], LibraryState, Frequencies] | None = None
        self._reader = Reader()
        try:
            with self._pool.connection() as connection:
                self._topology = read_schema(connection, address)
                self._pool.n_replicas = count_replicas(connection, self._topology)
        except BaseException:
            self._pool.close()
            raise

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(
        self,
        documents: Iterable[Prepared],
        files: Mapping[str, KnownFile] = MappingProxyType({}),
        originals: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        with self._writing() as change:
            for prepared in documents:
                change.put(prepared)
            change.finish(files=files, originals=originals)

    def remove(self, *document_ids: str) -> None:
        with self._writing() as change:
            change.finish(removed=document_ids)

    @contextmanager
    def _writing(self) -> Iterator[ClickHouseChange]:
        with self._write_lock, self._pool.connection() as connection:
            change = ClickHouseChange(connection, self._topology, self._writer)
            try:
                change.begin()
                yield change
            except BaseException:
                change.give_up()
                raise

    def set_setting(self, name: str, text: str | None) -> None:
        with self._write_lock, self._pool.connection() as connection:
            beside.set_setting(connection, self._topology, name, text)

    def put_feedback(self, *feedback: Feedback) -> None:
        with self._write_lock, self._pool.connection() as connection:
            beside.put_feedback(connection, self._topology, feedback)

    def remove_feedback(self, feedback_id: str) -> None:
        with self._write_lock, self._pool.connection() as connection:
            beside.remove_feedback(connection, self._topology, feedback_id)

    def outdated(self) -> list[str]:
        with self._pool.connection() as connection:
            state, _ = self._state(connection)
            rows = read_documents(connection, state, "id", f"prepared < {VERSION}", "ORDER BY id")
        return [name.decode() for (name,) in rows]

    def warm(self) -> None:
        """Nothing: what ranks is the server's."""

    def compact(self) -> None:
        """Delete what no state that may still be read has, and merge what is in many pieces; each where it is much."""
        with self._write_lock, self._pool.connection() as connection:
            purge(connection, self._topology, self._address, self._writer)
            merge(connection, self._topology, self._address)

    # -- reading ------------------------------------------------------------------------------------------------------

    @contextmanager
    def view(self, *, partial: bool = False) -> Iterator[ClickHouseView]:
        with self._pool.connection() as connection:
            state, frequencies = self._state(connection)
            yield ClickHouseView(connection, state, frequencies, self._reader, partial=partial)

    def _state(self, connection: Connection) -> tuple[LibraryState, Frequencies]:
        """Return the present state, and how many passages hold each term that was counted in it."""
        mark = load_mark(connection, self._topology)
        with self._lock:
            known = self._known
        if known is None or known[0] != mark:
            state = derive_state(load_batches(connection, self._topology), self._topology)
            frequencies = known[2] if known and known[1] == state else Frequencies(state)
            known = mark, state, frequencies
            with self._lock:
                self._known = known
        return known[1:]

    def check(self) -> list[str]:
        with self._pool.connection() as connection:
            state, frequencies = self._state(connection)
            view = ClickHouseView(connection, state, frequencies, self._reader, partial=False)
            return list(find_problems(connection, state, view))

    def close(self) -> None:
        """Close all connections. The index cannot be used afterwards."""
        self._pool.close()
