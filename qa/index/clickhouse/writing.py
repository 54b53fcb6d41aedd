"""One change of a library: numbered, written where nobody sees it yet, and made seen by one row.

Each attempt has a number of its own, and so have all its rows. What an attempt left that failed is never seen, so
doing a change again doubles nothing. See `state` for how changes by several writers come one after another.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from qa.errors import InvalidOption, LibraryError, LibraryUnavailable
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.documents import Kept, make_not_found, read_kept
from qa.index.clickhouse.rows import Rows
from qa.index.clickhouse.schema import Topology
from qa.index.clickhouse.state import (
    ALIVE,
    BEGUN,
    COMMITTED,
    GIVEN_UP,
    PLACES,
    Batch,
    LibraryState,
    derive_state,
    load_batches,
)
from qa.preparing.prepare import Prepared
from qa.types import KnownFile

__all__ = ["ClickHouseChange", "say"]

LEASE = 60.0  # seconds of silence after which a change is given up by others
_BEAT = 5.0  # seconds between two signs of life
_CHARACTERS = 8_000_000  # of text that is sent in one go
_ASKED_AGAIN = (0.1, 0.5, 1.0)  # seconds to wait when it cannot be asked whether a change was kept
_APART = 1_000  # numbers that two writers who begin at the same time may take
_WAIT = (0.01, 0.25)  # seconds between two looks at those before: at first, and at the most


def say(  # noqa: PLR0917
    connection: Connection,
    topology: Topology,
    number: int,
    event: int,
    writer: str,
    dead: Sequence[int] = (),
    sums: Mapping[str, tuple[int, int]] | None = None,
) -> None:
    """Add a row to `batches`."""
    sums = sums or {}
    columns: dict[str, list[Any]] = {
        "batch": [number],
        "event": [event],
        "writer": [writer.encode()],
        "dead": [list(dead)],
        "languages": [[code.encode() for code in sums]],
        "n_passages": [[n for n, _ in sums.values()]],
        "n_words": [[n for _, n in sums.values()]],
    }
    connection.insert(topology.all("batches"), columns)


class ClickHouseChange:
    """Documents that are added and removed together. All methods raise LibraryError.

    writer: who makes it; a writer makes one change at a time. Begun by the first thing that is written.
    """

    def __init__(self, connection: Connection, topology: Topology, writer: str) -> None:
        self._connection = connection
        self._topology = topology
        self._writer = writer
        self.number = 0
        self._last_sign = 0.0
        self._place = 0
        self._added: dict[str, Kept] = {}
        self._dead: list[int] = []
        self._sums: dict[str, tuple[int, int]] = {}
        self._rows = Rows()

    # -- numbers ------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Take a number that is higher than all that others can see, and nobody else's."""
        while True:
            rows = load_batches(self._connection, self._topology)
            for number in _find_unfinished(rows, writer=self._writer):
                self._say(number, GIVEN_UP)  # an attempt of ours that broke off
            highest = max((row.number for row in rows), default=0)
            self.number = highest + 1 + secrets.randbelow(_APART)
            self._say(self.number, BEGUN)
            rows = load_batches(self._connection, self._topology)
            alone = {row.writer for row in rows if row.number == self.number} == {self._writer.encode()}
            if alone and max(row.number for row in rows) == self.number:
                self._last_sign = time.monotonic()
                return

    def _say(self, number: int, event: int) -> None:
        say(self._connection, self._topology, number, event, self._writer)

    def _sign(self) -> None:
        if time.monotonic() - self._last_sign > _BEAT:
            self._say(self.number, ALIVE)
            self._last_sign = time.monotonic()

    # -- what is written ----------------------------------------------------------------------------------------------

    def put(self, prepared: Prepared) -> None:
        """Write a document in place of one with the same id."""
        document = prepared.document
        n_places = max(1, len(prepared.places))
        if self._place + n_places > PLACES:
            raise InvalidOption(f"More than {PLACES:,} passages cannot be added together. Add them in parts.")
        revision = self.number * PLACES + self._place
        self._place += n_places
        if document.id in self._added:
            self._bury(self._added[document.id])
        n_words = self._rows.add(prepared, revision)
        kept = Kept(revision, document.language, len(prepared.places), n_words)
        self._added[document.id] = kept
        self._sum(kept, 1)
        if self._rows.n_characters >= _CHARACTERS:
            self._flush()
        self._sign()

    def _flush(self) -> None:
        if time.monotonic() - self._last_sign > LEASE:  # then others may have given it up, and deleted its rows
            raise self._make_lost()
        for table, columns in self._rows.take():
            self._connection.insert(self._topology.all(table), columns)

    def _bury(self, kept: Kept) -> None:
        self._dead.append(kept.revision)
        self._sum(kept, -1)

    def _sum(self, kept: Kept, sign: int) -> None:
        if kept.n_passages:
            n, n_words = self._sums.get(kept.language, (0, 0))
            self._sums[kept.language] = n + sign * kept.n_passages, n_words + sign * kept.n_words

    # -- the end ------------------------------------------------------------------------------------------------------

    def finish(
        self,
        removed: Sequence[str] = (),
        files: Mapping[str, KnownFile] | None = None,
        originals: Mapping[str, bytes] | None = None,
    ) -> LibraryState:
        """Make all seen at once; return the state with it. Raises DocumentNotFound for what is to be removed."""
        self._flush()
        state = self._wait()
        touched = read_kept(self._connection, state, [*dict.fromkeys([*self._added, *removed])])
        for name in removed:
            if name not in touched:
                raise make_not_found(name)
        for kept in touched.values():
            self._bury(kept)
        self._put_beside(state, files or {}, originals or {})
        dead = sorted(set(self._dead))
        columns = {"revision": dead, "batch": [self.number] * len(dead)}
        self._connection.insert(self._topology.all("dead"), columns)
        self._commit(dead)
        return derive_state(load_batches(self._connection, self._topology), self._topology)

    def _wait(self) -> LibraryState:
        """Return the state with all changes before this one, once they are finished."""
        pause, longest = _WAIT
        while True:
            rows = load_batches(self._connection, self._topology)
            before = [row for row in rows if row.number < self.number]
            waiting = _find_unfinished(before)
            if any(row.number == self.number and row.event == GIVEN_UP for row in rows):
                raise self._make_lost()
            for number, age in waiting.items():
                if age > LEASE:
                    self._say(number, GIVEN_UP)
            if not waiting:
                return derive_state(before, self._topology)
            self._sign()
            time.sleep(pause)
            pause = min(2 * pause, longest)

    def _put_beside(self, state: LibraryState, files: Mapping[str, KnownFile], originals: Mapping[str, bytes]) -> None:
        """Write what documents were read from, which must be there then."""
        names = {known.document_id for known in files.values()} | set(originals)
        there = read_kept(self._connection, state, sorted(names - set(self._added))) | self._added
        for name in sorted(names):
            if name not in there:
                raise LibraryError(
                    f"A file cannot be kept of the document {name[:100]!r}, which is not there. Add it with the file. "
                    "Nothing of this change was kept."
                )
        paths = [os.fsencode(path) for path in files]
        columns: dict[str, list[Any]] = {
            "path": paths,
            "batch": [self.number] * len(paths),
            "document_id": [known.document_id.encode() for known in files.values()],
            "revision": [there[known.document_id].revision for known in files.values()],
            "fingerprint": [known.fingerprint.encode() for known in files.values()],
        }
        self._connection.insert(self._topology.all("files"), columns)
        for name, data in originals.items():
            row: dict[str, list[Any]] = {
                "document_id": [name.encode()],
                "batch": [self.number],
                "revision": [there[name].revision],
            }
            self._connection.insert(self._topology.all("originals"), {**row, "data": [data]})

    def _commit(self, dead: Sequence[int]) -> None:
        if time.monotonic() - self._last_sign > LEASE / 2:  # nobody may give it up while it is being said
            self._say(self.number, ALIVE)
            self._last_sign = time.monotonic()
        if not self._may_commit():
            raise self._make_lost()
        with suppress(LibraryUnavailable):  # it may have been kept all the same
            say(self._connection, self._topology, self.number, COMMITTED, self._writer, dead, self._sums)
        if not self._ask_outcome():
            raise self._make_lost()

    def _ask_outcome(self) -> bool:
        """Tell whether the change is seen, asking more than once."""
        for pause in _ASKED_AGAIN:
            try:
                return self.is_kept()
            except LibraryUnavailable as exc:
                reason = str(exc)
                time.sleep(pause)
        raise LibraryUnavailable(
            f"It is not known whether this change was kept. {reason} Then make the change again: it doubles nothing."
        )

    def _may_commit(self) -> bool:
        rows = load_batches(self._connection, self._topology)
        return not any(row.number == self.number and row.event == GIVEN_UP for row in rows)

    def is_kept(self) -> bool:
        """Tell whether the change is seen; make sure that it is not, when it is not yet."""
        events = {row.event for row in load_batches(self._connection, self._topology) if row.number == self.number}
        if COMMITTED not in events and GIVEN_UP not in events:
            self._say(self.number, GIVEN_UP)
        return COMMITTED in events and GIVEN_UP not in events

    def give_up(self) -> None:
        """Say that nothing of this change counts; when nobody can be told, the next change says it.

        One that was seen stays: others may have built on it.
        """
        if self.number:
            with suppress(LibraryError):
                self.is_kept()

    def _make_lost(self) -> LibraryUnavailable:
        return LibraryUnavailable(
            "The change was given up, because it took too long to be written or the server was restarted. Nothing of "
            "this change was kept; try again."
        )


def _find_unfinished(rows: Iterable[Batch], writer: str | None = None) -> dict[int, float]:
    """Return the changes that are neither seen nor given up, and for how many seconds each has been silent.

    writer: leaves out those that somebody else has a part in.
    """
    begun: dict[int, float] = {}
    left_out = {row.number for row in rows if row.event not in {BEGUN, ALIVE}}
    if writer is not None:
        left_out |= {row.number for row in rows if row.writer != writer.encode()}
    for row in rows:
        if row.number not in left_out:
            begun[row.number] = min(row.age, begun.get(row.number, row.age))
    return begun
