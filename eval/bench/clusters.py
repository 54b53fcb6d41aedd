"""Libraries in ClickHouse that are measured: databases made beside the one that is named, and dropped at the end.

`clickhouse://HOST/NAME` says where: each size has a database of its own, `NAME_bench_1_10000`, which must not be there
before. NAME itself is not looked at. Left out: ClickHouse's own measures of time; what is measured is what a client of
it has to wait for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlencode

import click

import qa
from eval.bench.engines import Contestant
from qa.index.clickhouse import Address, parse_url
from qa.index.clickhouse.connecting.connection import Connection

__all__ = ["Cluster", "Database", "Stored", "clusters_at", "contestants_of", "url_of"]

_QUIET = 3.0  # seconds without a merge, after which the engine is taken to be done
_QUIET_WITHIN = 600.0

_HOW = (
    "The same library in ClickHouse at {place}, {shards}: qa.make_library, 1,000 documents and more added at a time, "
    "and {call}. Indexed until all is acknowledged; asked once the engine has merged nothing for {quiet:.0f} seconds. "
    "Its index is the table of postings. Memory is that of the client."
)
_CALLS = {"search": "Library.search", "ask": "Library.ask"}
_ENGINES = {"search": "eval.bench.quoth:QuothSearch", "ask": "eval.bench.quoth:QuothAsk"}


@dataclass(frozen=True, slots=True)
class Stored:
    """What a library takes on all its shards, in bytes; replicas not counted.

    disk: all tables. postings: that table. memory: what servers keep of the tables in memory: primary keys and marks.
    """

    disk: int
    postings: int
    memory: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where libraries can be made. number: from 1 on, in the order given. shards: the servers of each, as (host, port).

    Its databases have names that begin with that of the address.
    """

    number: int
    address: Address = field(repr=False)
    shards: tuple[tuple[tuple[str, int], ...], ...]

    def database(self, n_passages: int) -> Database:
        """Return the database for a size; 0 where that is not known."""
        return Database(self, f"{self.address.database}_bench_{self.number}_{n_passages}")

    def servers(self) -> Iterator[tuple[str, int]]:
        """Yield all servers, the first shard's first."""
        for shard in self.shards:
            yield from shard


@dataclass(frozen=True, slots=True)
class Database:
    """A library of the benchmark's own. All methods raise qa.LibraryError."""

    cluster: Cluster
    name: str

    @property
    def address(self) -> Address:
        """Where it is."""
        return replace(self.cluster.address, database=self.name)

    @property
    def url(self) -> str:
        """Its location, with the password."""
        return url_of(self.address)

    def refuse_if_there(self) -> None:
        """Raise qa.LibraryError when a server has a database of this name."""
        for server in self.cluster.servers():
            with closing(Connection(self.address, *server)) as connection:
                count = connection.rows(f"SELECT count() FROM system.databases WHERE name = '{self.name}'")
            if count != [(0,)]:
                raise qa.LibraryError(
                    f"There is a database {self.name!r} on {server[0]}:{server[1]} already, and quoth bench uses only "
                    f"what it makes itself. If a run that was killed has left it, remove it with DROP DATABASE "
                    f"{self.name} there; else give --library another name of a database."
                )

    @contextmanager
    def make(self) -> Iterator[None]:
        """Make the library, and drop it at the end on all servers, whatever happens; what cannot be dropped is told."""
        self.refuse_if_there()
        try:
            qa.make_library(self.url)
            yield
        finally:
            for server in self.cluster.servers():
                self._drop(*server)

    def _drop(self, host: str, port: int) -> None:
        try:
            with closing(Connection(self.address, host, port)) as connection:
                version = connection.rows("SELECT version()")[0][0].decode()
                connection.run(f"DROP DATABASE IF EXISTS {self.name}{_drop_at_once(version)}")
        except qa.LibraryError as exc:
            click.echo(f"{exc} Remove what is left there with: DROP DATABASE {self.name}", err=True)

    def settle(self) -> Stored:
        """Wait until the engine merges no more, and return what is stored then."""
        with ExitStack() as stack:
            shards = [stack.enter_context(closing(each)) for each in self.connections()]
            query = f"SELECT count() FROM system.merges WHERE database = '{self.name}'"
            quiet = started = time.monotonic()
            while time.monotonic() - quiet < _QUIET and time.monotonic() - started < _QUIET_WITHIN:
                if any(shard.rows(query) != [(0,)] for shard in shards):
                    quiet = time.monotonic()
                time.sleep(0.1)
            return _sum(_stored(shard, self.name) for shard in shards)

    def connections(self) -> list[Connection]:
        """Return a connection to the first server of each shard."""
        return [Connection(self.address, *shard[0]) for shard in self.cluster.shards]


def clusters_at(locations: Sequence[str], *, password: str = "") -> tuple[Cluster, ...]:
    """Return where the given locations are, in order. password: for those that have none.

    Raises qa.LibraryError for a location that is not understood or a server that does not answer.
    """
    clusters = []
    for number, location in enumerate(locations, start=1):
        if "://" not in location:
            raise qa.LibraryError(
                f"The library {location!r} is a folder; quoth bench makes its own. Give clickhouse://HOST:PORT/DATABASE."
            )
        address = parse_url(location)
        address = replace(address, password=address.password or password)
        clusters.append(Cluster(number, address, _shards(address)))
    return tuple(clusters)


def contestants_of(clusters: Sequence[Cluster]) -> dict[Contestant, Cluster]:
    """Return who is measured on each cluster: search, and ask over the same library."""
    contestants: dict[Contestant, Cluster] = {}
    for cluster in clusters:
        n = len(cluster.shards)
        alike = [each for each in clusters if len(each.shards) == n]
        shards = "1 shard" if n == 1 else f"{n} shards"
        mark = f" {cluster.number}" if len(alike) > 1 else ""
        for kind, engine in _ENGINES.items():
            how = _HOW.format(place=cluster.address.name, shards=shards, call=_CALLS[kind], quiet=_QUIET)
            contestant = Contestant(
                f"{shards} {kind}{mark}",
                (),
                engine,
                how,
                built_as="" if kind == "search" else f"{shards} search{mark}",
                shards=n,
                compared_with=f"Quoth {kind}",
            )
            contestants[contestant] = cluster
    return contestants


def url_of(address: Address) -> str:
    """Return the location that `parse_url` reads as this address.

    >>> url_of(parse_url("clickhouse://me:a%20b@one,[::1]:9001/x?cluster=c"))
    'clickhouse://me:a%20b@one:9000,[::1]:9001/x?timeout=30.0&verify=1&replicated=0&cluster=c'
    """
    hosts = ",".join(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in address.hosts)
    options: dict[str, Any] = {
        "timeout": address.timeout,
        "verify": int(address.verify),
        "replicated": int(address.replicated),
        "cluster": address.cluster,
        "ca": address.ca,
    }
    told = urlencode({name: value for name, value in options.items() if value != ""})
    scheme = "clickhouses" if address.secure else "clickhouse"
    user = f"{quote(address.user, safe='')}:{quote(address.password, safe='')}"
    return f"{scheme}://{user}@{hosts}/{address.database}?{told}"


def _drop_at_once(version: str) -> str:
    """Return the clause by which a server of a version drops tables before it says that it has.

    From version 20.10 on it drops them minutes later, and until then nothing replicated can be made under their names.

    >>> _drop_at_once("18.16.1"), _drop_at_once("25.3.2.39")
    ('', ' NO DELAY')
    """
    return " NO DELAY" if int(version.partition(".")[0]) >= 21 else ""


def _shards(address: Address) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Return the servers of each shard, as the first host knows them."""
    host, port = address.hosts[0]
    with closing(Connection(address, host, port)) as connection:
        query = "SELECT shard_num, host_name, port FROM system.clusters WHERE cluster = '{}' ORDER BY 1, replica_num"
        rows = connection.rows(query.format(address.cluster)) if address.cluster else []
        connection.rows("SELECT 1")
    if not address.cluster:
        return (((host, port),),)
    if not rows:
        raise qa.LibraryError(
            f"The server of {address.name!r} knows no cluster {address.cluster!r}. Name one of its <remote_servers>."
        )
    shards: dict[int, list[tuple[str, int]]] = {}
    for number, name, own_port in rows:
        shards.setdefault(number, []).append((name.decode(), own_port))
    return tuple(tuple(each) for each in shards.values())


def _stored(connection: Connection, database: str) -> Stored:
    query = (
        "SELECT sum(bytes_on_disk), sumIf(bytes_on_disk, table LIKE 'postings%'), "
        "sum(primary_key_bytes_in_memory_allocated + marks_bytes) "
        f"FROM system.parts WHERE active AND database = '{database}'"
    )
    return Stored(*map(int, connection.rows(query)[0]))


def _sum(parts: Iterator[Stored]) -> Stored:
    stored = list(parts)
    return Stored(*(sum(getattr(each, name) for each in stored) for name in ("disk", "postings", "memory")))
