"""The tables of a library in ClickHouse: made by `make_schema`, brought up to date by migrations, checked on opening.

What tells of documents is on the first shard, so that one row there can make a whole change seen: `batches`,
`documents` and what is kept beside them. Passages, postings and what of them is dead are on all shards, by the revision
of their document; on a cluster, `NAME_local` holds a shard's own rows and `NAME` is the engine's table over all shards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from qa.boxes.box import NO_BOXES, PAGED
from qa.errors import LibraryError, UnsupportedVersion
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal
from qa.index.clickhouse.connecting.url import Address

__all__ = ["OLDEST", "VERSION", "Topology", "count_replicas", "find_replicas", "make_schema", "read_schema"]

VERSION = 2
OLDEST = (18, 16)  # of ClickHouse
SHARDED = ("passages", "postings", "dead")


@dataclass(frozen=True, slots=True)
class Topology:
    """How the tables of a library lie. version: of the schema. cluster: its name, or "" for one server."""

    database: str
    version: int
    cluster: str
    replicated: bool

    def own(self, table: str) -> str:
        """Return the table with the rows of one shard."""
        return f"{self.database}.{table}_local" if self.cluster and table in SHARDED else f"{self.database}.{table}"

    def all(self, table: str) -> str:
        """Return the table with the rows of all shards."""
        return f"{self.database}.{table}"


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: str
    order: str
    granularity: int = 8192
    replacing: str = ""  # the column of which the highest stays


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that a table of an earlier version lacks. kind: its type, and what the rows have that are there."""

    table: str
    name: str
    kind: str


# A revision is the number of its batch, times 2**24, and its place there. It is the number of the first passage of its
# document; the others follow. A tally is the length of a passage, times 2**32, and how often a term occurs in it.
_TABLES_1 = (
    _Table(
        "batches",
        "batch UInt64, event UInt8, at DateTime DEFAULT now(), writer String, dead Array(UInt64), "
        "languages Array(String), n_passages Array(Int64), n_words Array(Int64)",
        "(batch, event)",
        256,
    ),
    _Table(
        "documents",
        "id String, revision UInt64, title String, source String, media_type String, sha256 String, "
        "page_starts String, headings String, n_characters UInt64, n_passages UInt32, n_words UInt64, "
        "n_postings UInt64, language String, added String, title_key String, sought String",
        "(id, revision)",
        256,
    ),
    _Table(
        "files",
        "path String, batch UInt64, document_id String, revision UInt64, fingerprint String",
        "(path, batch)",
        256,
    ),
    _Table("originals", "document_id String, batch UInt64, revision UInt64, data String", "(document_id, batch)", 8),
    _Table("settings", "name String, version UInt64, kept UInt8, value String", "name", 256, "version"),
    _Table("feedback", "id String, version UInt64, kept UInt8, given String, record String", "id", 256, "version"),
    _Table(
        "passages",
        "passage UInt64, revision UInt64, end UInt64, length UInt32, body String",
        "passage",
        32,
    ),
    _Table(
        "postings",
        "word UInt64, tag UInt32, revision UInt64, ordinal UInt32, tally UInt64",
        "(word, revision, ordinal)",
        1024,
    ),
    _Table("dead", "revision UInt64, batch UInt64", "revision", 256),
)
# Of documents that were there before, those with pages have a notice that their words have no places on them.
_NOTICES_2 = f"String DEFAULT if(media_type = {write_literal(PAGED)}, {write_literal(json.dumps([NO_BOXES]))}, '')"
_COLUMNS_2 = (
    _Column("documents", "notices", _NOTICES_2),
    _Column("documents", "prepared", "UInt32"),
    _Column("documents", "recognised", "String"),
    _Column("passages", "word_boxes", "String"),
)
_SCHEMA = _Table("schema", "version UInt32, cluster String, replicated UInt8, at DateTime DEFAULT now()", "version")
# What is to be made on the way from each version to the next.
_MIGRATIONS: tuple[tuple[_Table | _Column, ...], ...] = (_TABLES_1, _COLUMNS_2)


def make_schema(address: Address) -> tuple[str, ...]:
    """Make the database and the tables of a library, or bring those of an earlier version up to date.

    With a cluster, on each server that the first host knows in it, which are returned as host:port. What is there
    stays. Raises LibraryError; it may then be done again.
    """
    if address.replicated and not address.cluster:
        raise LibraryError(
            "Replicated tables are those of a cluster: give its name, ?cluster=NAME&replicated=1. One shard will do."
        )
    host, port = address.hosts[0]
    with closing(Connection(address, host, port)) as connection:
        _check_age(connection, address)
        servers = [place for place, _ in _find_servers(connection, address)]
    for step in (_make, _sign):
        for server in reversed(servers):  # the first shard last, whose `schema` says that all are there
            with closing(Connection(address, *server)) as connection:
                step(connection, address)
    return tuple(f"{host}:{port}" for host, port in servers)


def _make(connection: Connection, address: Address) -> None:
    """Make the tables of one server that are not there yet."""
    _check_age(connection, address)
    connection.run(f"CREATE DATABASE IF NOT EXISTS {address.database}")
    topology = _lay_out(address)
    for statement in _write_statements(_SCHEMA, topology):
        connection.run(statement)
    for made in chain(*_MIGRATIONS[_read_version(connection, address) :]):
        if isinstance(made, _Column):
            _add_column(connection, made, topology)
            continue
        for statement in _write_statements(made, topology):
            connection.run(statement)


def _sign(connection: Connection, address: Address) -> None:
    """Say on one server, and so on its replicas, that its tables are there."""
    topology = _lay_out(address)
    connection.n_replicas = count_replicas(connection, topology)
    for number in range(_read_version(connection, address) + 1, VERSION + 1):
        columns: dict[str, list[Any]] = {
            "version": [number],
            "cluster": [address.cluster.encode()],
            "replicated": [int(address.replicated)],
        }
        connection.insert(topology.all("schema"), columns)


def _lay_out(address: Address) -> Topology:
    return Topology(address.database, VERSION, address.cluster, address.replicated)


def _read_version(connection: Connection, address: Address) -> int:
    """Return the version of the tables that are there; 0 for none. Raises LibraryError for those of another cluster."""
    known = connection.rows(f"SELECT version, cluster, replicated FROM {address.database}.schema ORDER BY version")
    if known and (known[-1][1].decode(), bool(known[-1][2])) != (address.cluster, address.replicated):
        raise LibraryError(
            f"The library {address.name!r} is there already, on the cluster {known[-1][1].decode()!r}. Give that name, "
            "or another database."
        )
    done = int(known[-1][0]) if known else 0
    if done > VERSION:
        raise _make_newer(address, done)
    return done


def _write_statements(table: _Table, topology: Topology) -> Iterator[str]:
    """Yield the statements that make a table where it is not there yet."""
    own = topology.own(table.name)
    kind = "ReplacingMergeTree" if table.replacing else "MergeTree"
    arguments = [table.replacing] if table.replacing else []
    if topology.replicated:
        kind = f"Replicated{kind}"
        arguments = [f"'/clickhouse/tables/{{shard}}/{own.replace('.', '/')}'", "'{replica}'", *arguments]
    engine = f"{kind}({', '.join(arguments)}) ORDER BY {table.order} SETTINGS index_granularity = {table.granularity}"
    yield f"CREATE TABLE IF NOT EXISTS {own} ({table.columns}) ENGINE = {engine}"
    if own != topology.all(table.name):
        place = f"{topology.cluster}, {topology.database}, {table.name}_local, revision"
        yield f"CREATE TABLE IF NOT EXISTS {topology.all(table.name)} AS {own} ENGINE = Distributed({place})"


def _add_column(connection: Connection, column: _Column, topology: Topology) -> None:
    """Add a column to a table of one server where it is not there yet, and return once all replicas have it."""
    if topology.replicated:
        connection.run("SET replication_alter_partitions_sync = 2")
    for table in dict.fromkeys([topology.own(column.table), topology.all(column.table)]):
        name = table.partition(".")[2]
        query = (  # servers of that time know no IF NOT EXISTS here
            f"SELECT name FROM system.columns WHERE database = '{topology.database}' AND table = '{name}' "
            f"AND name = '{column.name}'"
        )
        if not connection.rows(query):
            connection.run(f"ALTER TABLE {table} ADD COLUMN {column.name} {column.kind}")


def find_replicas(connection: Connection, address: Address, topology: Topology) -> list[list[tuple[str, int]]]:
    """Return the servers that have tables of their own, as (host, port), by shard: the replicas of each.

    Where tables are not replicated, the first server of each shard alone.
    """
    if not topology.cluster:
        return [[address.hosts[0]]]
    servers = _find_servers(connection, replace(address, cluster=topology.cluster))
    shards = [
        [place for place, shard in servers if shard == number]
        for number in dict.fromkeys(shard for _, shard in servers)
    ]
    return shards if topology.replicated else [shard[:1] for shard in shards]


def count_replicas(connection: Connection, topology: Topology) -> int:
    """Return how many replicas each shard has; 1 where tables are not replicated. Raises LibraryError.

    All of them are to have what is written: then each can be asked, and none tells of an earlier state.
    """
    if not topology.replicated:
        return 1
    query = f"SELECT count() FROM system.clusters WHERE cluster = '{topology.cluster}' GROUP BY shard_num"
    counts = {n for (n,) in connection.rows(query)}
    if len(counts) != 1:
        raise LibraryError(
            f"The shards of the cluster {topology.cluster!r} have {' or '.join(map(str, sorted(counts))) or 'no'} "
            "replicas. Give all of them as many, in <remote_servers>."
        )
    return int(counts.pop())


def _find_servers(connection: Connection, address: Address) -> list[tuple[tuple[str, int], int]]:
    """Return all servers of the cluster, each with the number of its shard; by shard and replica."""
    if not address.cluster:
        return [(address.hosts[0], 1)]
    query = (
        f"SELECT host_name, port, shard_num FROM system.clusters WHERE cluster = '{address.cluster}' "
        "ORDER BY shard_num, replica_num"
    )
    servers = [((host.decode(), port), shard) for host, port, shard in connection.rows(query)]
    if not servers:
        raise LibraryError(
            f"The server of {address.name!r} knows no cluster {address.cluster!r}. Name one of its <remote_servers>."
        )
    return servers


def _check_age(connection: Connection, address: Address) -> None:
    version = connection.rows("SELECT version()")[0][0].decode()
    numbers = tuple(int(part) for part in version.split(".")[:2])
    if numbers < OLDEST:
        raise LibraryError(
            f"The server of {address.name!r} is ClickHouse {version}; Quoth needs {OLDEST[0]}.{OLDEST[1]} or newer."
        )


def read_schema(connection: Connection, address: Address) -> Topology:
    """Return how the tables lie. Raises LibraryError where there are none, or those of another version."""
    _check_age(connection, address)
    rows = connection.rows(f"SELECT version, cluster, replicated FROM {address.database}.schema ORDER BY version")
    if not rows:
        raise LibraryError(f"The library {address.name!r} was not made to the end. Do it again with: quoth init")
    version, cluster, replicated = rows[-1]
    if version > VERSION:
        raise _make_newer(address, version)
    if version < VERSION:
        raise LibraryError(
            f"The library {address.name!r} has tables of version {version}, and this Quoth works with {VERSION}. Bring "
            f"them up to date with: quoth init '{replace(address, cluster=cluster.decode()).name}'"
        )
    return Topology(address.database, version, cluster.decode(), bool(replicated))


def _make_newer(address: Address, version: int) -> UnsupportedVersion:
    return UnsupportedVersion(
        f"The library {address.name!r} has tables of version {version}; this Quoth knows {VERSION}. Open it with a "
        "newer Quoth."
    )
