"""Tidies up: deletes what no state that may still be read has, and merges what was written in many pieces.

What no state has is documents that were replaced or removed, and what failed.

The engine deletes by writing its parts again, in the background, so it is done for many documents at a time. Then one
row of `batches`, `BASE`, stands for all changes up to it, and the rows before it are deleted as well.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import chain

from qa.errors import LibraryError, LibraryUnavailable
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.url import Address
from qa.index.clickhouse.schema import Topology, find_replicas
from qa.index.clickhouse.state import (
    BASE,
    COMMITTED,
    GIVEN_UP,
    PLACES,
    SEEN,
    derive_state,
    load_batches,
)
from qa.index.clickhouse.writing import say

__all__ = ["merge", "purge"]

GRACE = 600  # seconds that a state may be read after the next one is there
SHARE = 1 / 8  # of all passages that are dead, from which on they are deleted
MANY = 1_000  # changes, from which on one row takes their place
NOBODYS = 1 << 63  # revisions from here on are of no document
REST = 1 / 8  # of the largest piece of a table, from which on all others together are merged with it
_SECONDS = 600.0  # that the engine may take
_WAIT = (0.02, 2.0)  # seconds between two looks at what is left: at first, and at the most
_LISTED = 10_000  # revisions in one statement

logger = logging.getLogger(__name__)


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
    base = derive_state([row for row in rows if row.number <= last], topology)
    dead = _read_dead(connection, topology, last, given_up)
    hidden = [number for number in given_up if number < last]
    passages = topology.all("passages")
    ((n_all,),) = connection.rows(f"SELECT count() FROM {passages}")
    if n_all - base.n_passages < SHARE * n_all and len(old) < MANY:
        return
    with ExitStack() as opened:
        shards = [
            [opened.enter_context(closing(Connection(address, *place))) for place in places]
            for places in find_replicas(connection, address, topology)
        ]
        if topology.replicated and not _all_answer(shards):
            return  # one that is down would still have rows of which it is forgotten that they are dead
        for replica in chain(*shards):
            replica.n_replicas = connection.n_replicas
        conditions = _write_conditions(dead, hidden)
        sharded = [(shard, topology.own(table)) for table in ("passages", "postings") for shard in shards]
        unsharded = [(shards[0], topology.own(table)) for table in ("documents", "files", "originals")]
        _delete([*sharded, *unsharded], conditions)
        if hidden:
            conditions.append(f"batch IN ({', '.join(map(str, hidden))})")
        _delete([(shard, topology.own("dead")) for shard in shards], conditions)  # only now: nothing is dead any more
        say(connection, topology, last, BASE, writer, (), base.sums)
        before = f"batch < {last} OR (batch = {last} AND event != {BASE})"
        if topology.replicated:
            shards[0][0].run(
                _write_deletion(topology.all("batches"), before)
            )  # nobody reads these; it may take its time
        else:
            _delete([(shards[0], topology.all("batches"))], [before])


def _all_answer(shards: Sequence[Sequence[Connection]]) -> bool:
    try:
        return all(one.rows("SELECT 1") for shard in shards for one in shard)
    except LibraryUnavailable:
        return False


def _read_dead(connection: Connection, topology: Topology, last: int, given_up: Sequence[int]) -> list[int]:
    query = f"SELECT batch, dead FROM {topology.all('batches')} WHERE event IN {SEEN} AND batch <= {last}"
    gone = set(given_up)
    return sorted({one for number, dead in connection.rows(query) if number not in gone for one in dead})


def _write_conditions(dead: Sequence[int], hidden: Sequence[int]) -> list[str]:
    """Return which rows are to be deleted, in parts that make no statement too long."""
    conditions = [
        f"revision IN ({', '.join(map(str, dead[first : first + _LISTED]))})" for first in range(0, len(dead), _LISTED)
    ]
    if hidden:
        conditions.append(f"intDiv(revision, {PLACES}) IN ({', '.join(map(str, hidden))})")
    return conditions


def _delete(tables: Sequence[tuple[Sequence[Connection], str]], conditions: Sequence[str]) -> None:
    """Delete rows of tables, each with the servers that have it, and return once the engine has on all of them."""
    for replicas, table in tables:
        for condition in conditions:
            replicas[0].run(_write_deletion(table, condition))
        if conditions and replicas[0].n_replicas > 1:
            _add_nobodys(replicas[0], table)
    for replicas, table in tables:
        database, _, name = table.partition(".")
        unfinished = f"system.mutations WHERE database = '{database}' AND table = '{name}' AND is_done = 0"
        for replica in replicas:
            # Of a replica the engine sometimes says for ever that it is not done.
            rows = [unfinished] if len(replicas) == 1 else [f"{table} WHERE {condition}" for condition in conditions]
            for each in rows:
                _wait_for_none(replica, each)


def _add_nobodys(connection: Connection, table: str) -> None:
    """Add a row of no document: old servers leave the part that came last as it is, until there is another."""
    connection.run(_write_deletion(table, f"revision >= {NOBODYS}"))
    connection.insert(table, {"revision": [NOBODYS + secrets.randbits(62)]})


def _write_deletion(table: str, condition: str) -> str:
    return f"ALTER TABLE {table} DELETE WHERE {condition}"


def _wait_for_none(connection: Connection, rows: str) -> None:
    end = time.monotonic() + _SECONDS
    pause, longest = _WAIT
    while connection.rows(f"SELECT count() FROM {rows}") != [(0,)]:
        if time.monotonic() > end:
            raise LibraryUnavailable(f"Rows are still not deleted after {_SECONDS:.0f} s. Try again later.")
        time.sleep(pause)
        pause = min(2 * pause, longest)


def merge(connection: Connection, topology: Topology, address: Address) -> None:
    """Have the engine put tables in one piece where they are in many, since a question reads of each. Nothing else
    changes. A server that cannot do it just now is left as it is. Raises LibraryError.
    """
    patient = replace(address, timeout=max(address.timeout, _SECONDS))
    for (host, port), *_ in find_replicas(connection, address, topology):
        try:
            with closing(Connection(patient, host, port)) as shard:
                _merge(shard, topology)
        except LibraryError as exc:  # it takes long, and the engine goes on with it; a replica may be missing for it
            logger.warning("Tables at %s:%d were not put in one piece: %s", host, port, exc)


def _merge(shard: Connection, topology: Topology) -> None:
    for table in ("postings", "passages"):
        database, _, name = topology.own(table).partition(".")
        query = (
            "SELECT sum(rows), max(rows) FROM system.parts "
            f"WHERE active AND database = '{database}' AND table = '{name}'"
        )
        ((n_rows, n_most),) = shard.rows(query)
        if n_rows and n_rows - n_most >= REST * n_most:
            shard.run(f"OPTIMIZE TABLE {topology.own(table)} FINAL")
