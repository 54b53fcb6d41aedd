"""The tables: made where they belong, again without harm, and refused where they are not those of this Quoth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace

import pytest

import qa
from qa.boxes.box import NO_BOXES
from qa.index.clickhouse import make_schema, parse_url, schema
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.schema import Topology, count_replicas, find_replicas, read_schema
from tests.cluster.servers import CLUSTER, Server
from tests.qa.boxed import boxed
from tests.qa.index.clickhouse.recorder import ALONE, SHARDS, Recorder

Make = Callable[..., str]
ADDRESS = parse_url("clickhouse://one/quoth")
NEW = {"version()": [(b"18.16.1",)]}


def documents(n: int) -> list[qa.Document]:
    return [qa.Document(id=f"d{number:03}", text="The museum opens at nine.") for number in range(n)]


def make_earlier(servers: Sequence[Server], database: str, cluster: str) -> None:
    """Make the tables of a library what they were in version 1."""
    for server in servers:
        address = parse_url(server.url(database))
        with closing(Connection(address, *address.hosts[0])) as connection:
            for column in ("notices", "prepared"):
                connection.run(f"ALTER TABLE {database}.documents DROP COLUMN {column}")
            for table in ("passages_local", "passages") if cluster else ("passages",):
                connection.run(f"ALTER TABLE {database}.{table} DROP COLUMN word_boxes")
            connection.run(f"DROP TABLE {database}.schema")
            for statement in schema._write_statements(schema._SCHEMA, Topology(database, 1, cluster, replicated=False)):
                connection.run(statement)
            columns: dict[str, list[object]] = {"version": [1], "cluster": [cluster.encode()], "replicated": [0]}
            connection.insert(f"{database}.schema", columns)


def test_no_tables_and_other_tables_are_told_apart(servers: list[Server], new_library: Make) -> None:
    with pytest.raises(qa.LibraryError, match="quoth init"):
        qa.Library(servers[0].url("nowhere"))
    location = new_library(cluster=False)
    address = parse_url(location)
    with closing(Connection(address, *address.hosts[0])) as connection:
        columns: dict[str, list[object]] = {"version": [99], "cluster": [b""], "replicated": [0]}
        connection.insert(f"{address.database}.schema", columns)
        with pytest.raises(qa.UnsupportedVersion, match="version 99"):
            qa.Library(location)
        with pytest.raises(qa.UnsupportedVersion, match="version 99"):
            qa.make_library(location)
        connection.run(f"DROP TABLE {address.database}.schema")
    with pytest.raises(qa.LibraryError, match="quoth init"):
        qa.Library(location)


def test_an_old_server_and_old_tables_are_refused(new_library: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    location = new_library(cluster=False)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(qa.LibraryError, match=rf"tables of version {schema.VERSION - 1}.*quoth init"):
        qa.Library(location)
    monkeypatch.undo()
    monkeypatch.setattr(schema, "OLDEST", (9999, 1))
    with pytest.raises(qa.LibraryError, match=r"needs 9999\.1 or newer"):
        qa.Library(location)


def test_tables_may_be_made_again_but_not_on_another_cluster(new_library: Make) -> None:
    location = new_library(cluster=True)
    with qa.Library(location) as library:
        library.add(*documents(3))
        qa.make_library(f"{location}?cluster={CLUSTER}")
        assert len(library.documents()) == 3
    with pytest.raises(qa.LibraryError, match=f"on the cluster '{CLUSTER}'"):
        qa.make_library(location)
    with pytest.raises(qa.LibraryError, match="knows no cluster 'none'"):
        qa.make_library(f"{location}?cluster=none")


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
def test_tables_of_an_earlier_version_are_brought_up_to_date(
    servers: list[Server], new_library: Make, *, cluster: bool
) -> None:
    location = new_library(cluster=cluster)
    with qa.Library(location) as library:
        library.add(*documents(3), boxed("e", "The pier is closed."))
    make_earlier(servers if cluster else servers[:1], parse_url(location).database, CLUSTER if cluster else "")
    with pytest.raises(qa.LibraryError, match=r"tables of version 1.*quoth init"):
        qa.Library(location)
    for _ in range(2):
        qa.make_library(f"{location}?cluster={CLUSTER}" if cluster else location)
    with qa.Library(location) as library:
        assert [library.document(info.id) for info in library.documents()][:3] == documents(3)
        assert library.info("e").notices == (NO_BOXES,)
        assert library.n_outdated == library.update().n_prepared == 4
        assert library.n_outdated == 0
        assert library.check() == []
        library.add(boxed("e", "The pier is closed."))
        assert len(library.boxes(qa.Span("e", 0, 8))) == 1
        library.add(qa.Document(id="d000", text="The museum opens at ten.", notices=("Page 2 has no text.",)))
        assert [info.notices for info in library.documents()] == [("Page 2 has no text.",), (), (), ()]
        assert library.check() == []


def test_replicas_without_a_cluster_are_refused() -> None:
    with pytest.raises(qa.LibraryError, match="cluster=NAME&replicated=1"):
        make_schema(parse_url("clickhouse://one/none?replicated=1"))


def test_what_is_sharded_has_a_table_of_its_own_on_each_server_of_a_cluster() -> None:
    assert [ALONE.own(table) for table in ("documents", "passages")] == ["quoth.documents", "quoth.passages"]
    assert [SHARDS.own(table) for table in ("documents", "passages")] == ["quoth.documents", "quoth.passages_local"]
    assert SHARDS.all("passages") == "quoth.passages"


@pytest.mark.parametrize(
    ("options", "engine", "n_tables"),
    [
        ("", "ENGINE = MergeTree()", 10),
        ("?cluster=shards", "ENGINE = Distributed(shards, quoth, passages_local, revision)", 13),
        (
            "?cluster=shards&replicated=1",
            "ReplicatedMergeTree('/clickhouse/tables/{shard}/quoth/passages_local', '{replica}')",
            13,
        ),
    ],
    ids=["one server", "shards", "replicas"],
)
def test_the_tables_are_made_on_all_servers_and_signed_on_the_first_last(
    monkeypatch: pytest.MonkeyPatch, options: str, engine: str, n_tables: int
) -> None:
    servers = [(b"one", 9000, 1), (b"two", 9000, 2)] if options else []
    made: list[tuple[str, Recorder]] = []

    def connect(_: object, host: str, port: int) -> Recorder:
        made.append((host, Recorder({**NEW, "host_name": [*servers], "count() FROM system.clusters": [(1,), (1,)]})))
        return made[-1][1]

    monkeypatch.setattr(schema, "Connection", connect)
    places = make_schema(parse_url(f"clickhouse://one/quoth{options}"))
    assert places == (("one:9000", "two:9000") if servers else ("one:9000",))
    told = [connection.told for _, connection in made if connection.told]
    assert len(told) == len(places)
    for statements in told:
        assert statements[0] == "CREATE DATABASE IF NOT EXISTS quoth"
        tables = [each for each in statements if each.startswith("CREATE TABLE IF NOT EXISTS quoth.")]
        assert len(tables) == n_tables
        columns = [each for each in statements if each.startswith("ALTER TABLE quoth.")]
        assert all(" ADD COLUMN " in each for each in columns)
        rest = {each for each in statements[1:] if each not in {*tables, *columns}}
        assert rest == ({"SET replication_alter_partitions_sync = 2"} if "replicated" in options else set())
        assert any(engine in each for each in statements)
    signed = [host for host, connection in made if connection.inserted]
    assert signed == [place.partition(":")[0] for place in places][::-1]
    assert all(connection.closed for _, connection in made)


def test_the_tables_that_are_read_say_how_they_lie() -> None:
    known = Recorder({**NEW, "FROM quoth.schema": [(schema.VERSION, b"shards", 1)]})
    assert read_schema(known, ADDRESS) == replace(SHARDS, replicated=True)
    with pytest.raises(qa.LibraryError, match="was not made to the end"):
        read_schema(Recorder(NEW), ADDRESS)


def test_the_first_server_of_each_shard_is_one_that_has_tables_and_so_are_all_replicas() -> None:
    rows = [(b"one", 9000, 1), (b"two", 9001, 1), (b"three", 9002, 2), (b"four", 9003, 2)]
    known = Recorder({"system.clusters": [*rows]})
    assert find_replicas(known, ADDRESS, ALONE) == [[("one", 9000)]]
    assert find_replicas(known, ADDRESS, SHARDS) == [[("one", 9000)], [("three", 9002)]]
    assert find_replicas(known, ADDRESS, replace(SHARDS, replicated=True)) == [
        [("one", 9000), ("two", 9001)],
        [("three", 9002), ("four", 9003)],
    ]


def test_shards_have_as_many_replicas_each() -> None:
    replicated = replace(SHARDS, replicated=True)
    assert count_replicas(Recorder(), SHARDS) == 1
    assert count_replicas(Recorder({"system.clusters": [(2,), (2,)]}), replicated) == 2
    with pytest.raises(qa.LibraryError, match="have 1 or 2 replicas"):
        count_replicas(Recorder({"system.clusters": [(2,), (1,)]}), replicated)
    with pytest.raises(qa.LibraryError, match="have no replicas"):
        count_replicas(Recorder(), replicated)
