"""Tidies up: deletes what no state that may still be read has, and merges what was written in many pieces.

What no state has is documents that were replaced or removed, and what failed.

The engine deletes by writing its parts anew, in the background, so it is done for many documents at a time. Then one
row of `batches`, `BASE`, stands for all changes up to it, and the rows before it are deleted as well.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace

from qa.errors import LibraryUnavailable
from qa.index.clickhouse.connection import Connection
from qa.index.clickhouse.schema import SHARDED, Topology, first_replicas
from qa.index.clickhouse.state import (
    BASE,
    COMMITTED,
    GIVEN_UP,
    PLACES,
    SEEN,
    load_batches,
    state_of,
)
from qa.index.clickhouse.url import Address
from qa.index.clickhouse.writing import say

__all__ = ["merge", "purge"]

GRACE = 600  # seconds that a state may be read after the next one is there
SHARE = 1 / 8  # of all passages that are dead, from which on they are deleted
MANY = 1_000  # changes, from which on one row takes their place
REST = 1 / 8  # of the largest piece of a table, from which on all others together are merged with it
_SECONDS = 600.0  # that the engine may take
_LISTED = 10_000  # revisions in one statement


def purge(connection: Connection, topology: Topology, address: Address, writer: str) -> None:
    """Delete what is dead, where it is much. May be broken off and done again at any moment. Raises LibraryError."""
    rows = load_batches(connection, topology)
    given_up = sorted({row.number for row in rows if row.event == GIVEN_UP})
    seen = [row for row in rows if row.event in {COMMITTED, BASE} and row.number not in given_up]
    finished = {row.number for row in seen} | set(given_up)
    first_open = min((row.number for row in rows if row.number not in finished), default=1 << 63)
    old = [row for row in seen if row.age >= GRACE and row.number < first_open]
    if not old:
        return
    last = max(row.number for row in old)
    base = state_of([row for row in rows if row.number <= last], topology)
    dead = _dead(connection, topology, last, given_up)
    hidden = [number for number in given_up if number < last]
    passages = topology.all("passages")
    ((n_all,),) = connection.rows(f"SELECT count() FROM {passages}")
    if n_all - base.n_passages < SHARE * n_all and len(old) < MANY:
        return
    for replica in first_replicas(connection, address, topology):
        with closing(Connection(address, *replica)) as shard:
            _delete(shard, topology, dead, hidden)
    condition = _condition(dead, hidden)
    if condition:
        for table in ("documents", "files", "originals"):
            _wait_for(connection, topology.own(table), condition)
    say(connection, topology, last, BASE, writer, (), base.sums)
    _wait_for(connection, topology.all("batches"), f"batch < {last} OR (batch = {last} AND event != {BASE})")


def _dead(connection: Connection, topology: Topology, last: int, given_up: Sequence[int]) -> list[int]:
    query = f"SELECT batch, dead FROM {topology.all('batches')} WHERE event IN {SEEN} AND batch <= {last}"
    gone = set(given_up)
    return sorted({one for number, dead in connection.rows(query) if number not in gone for one in dead})


def _condition(dead: Sequence[int], hidden: Sequence[int]) -> str:
    parts = []
    if dead:
        parts.append(f"revision IN ({', '.join(map(str, dead))})")
    if hidden:
        parts.append(f"intDiv(revision, {PLACES}) IN ({', '.join(map(str, hidden))})")
    return " OR ".join(parts)


def _delete(shard: Connection, topology: Topology, dead: Sequence[int], hidden: Sequence[int]) -> None:
    """Delete passages and postings on one shard, and only then that they are dead."""
    pieces = [dead[first : first + _LISTED] for first in range(0, len(dead), _LISTED)] or [[]]
    for table in sorted(SHARDED, key=lambda name: name == "dead"):
        for number, piece in enumerate(pieces):
            condition = _condition(piece, hidden if number == 0 else ())
            if table == "dead" and hidden and number == 0:
                condition += f" OR batch IN ({', '.join(map(str, hidden))})"
            if condition:
                _wait_for(shard, topology.own(table), condition)


def _wait_for(connection: Connection, table: str, condition: str) -> None:
    """Delete rows, and return once the engine has."""
    connection.run(f"ALTER TABLE {table} DELETE WHERE {condition}")
    database, _, name = table.partition(".")
    end = time.monotonic() + _SECONDS
    pause = 0.02
    query = f"SELECT count() FROM system.mutations WHERE database = '{database}' AND table = '{name}' AND is_done = 0"
    while connection.rows(query) != [(0,)]:
        if time.monotonic() > end:
            raise LibraryUnavailable(f"Rows of {table} are still not deleted after {_SECONDS:.0f} s. Try again later.")
        time.sleep(pause)
        pause = min(2 * pause, 1.0)


def merge(connection: Connection, topology: Topology, address: Address) -> None:
    """Have the engine put tables in one piece where they are in many, since a question reads of each. Nothing else
    changes. Raises LibraryError.
    """
    patient = replace(address, timeout=max(address.timeout, _SECONDS))
    for replica in first_replicas(connection, address, topology):
        with closing(Connection(patient, *replica)) as shard:
            for table in ("postings", "passages"):
                database, _, name = topology.own(table).partition(".")
                query = (
                    "SELECT sum(rows), max(rows) FROM system.parts "
                    f"WHERE active AND database = '{database}' AND table = '{name}'"
                )
                ((n_rows, n_most),) = shard.rows(query)
                if n_rows and n_rows - n_most >= REST * n_most:
                    with suppress(LibraryUnavailable):  # it takes long, and the engine goes on with it
                        shard.run(f"OPTIMIZE TABLE {topology.own(table)} FINAL")
