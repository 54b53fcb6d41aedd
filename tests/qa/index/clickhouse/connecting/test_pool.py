"""Connections to several servers: whichever answers is asked, and one that does not is not waited for twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import qa
from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting import pool as module
from qa.index.clickhouse.connecting.pool import Pool
from tests.cluster.relay import relay
from tests.cluster.servers import Server
from tests.qa.index.clickhouse.recorder import Recorder

Make = Callable[..., str]


def test_the_next_server_answers_where_the_first_does_not(new_library: Make, servers: list[Server]) -> None:
    location = new_library(cluster=True)
    port = servers[0].port
    with qa.Library(location.replace(f":{port}/", f":1,127.0.0.1:{port}/")) as library:
        library.add(qa.Document(text="The museum opens at nine."))
        assert len(library.search("museum")) == 1
    with pytest.raises(qa.LibraryUnavailable, match=r"127\.0\.0\.1:2 "):
        qa.Library(location.replace(f":{port}/", ":1,127.0.0.1:2/"))


def test_a_server_that_falls_silent_is_waited_for_once(new_library: Make, servers: list[Server]) -> None:
    location = new_library(cluster=True, options="?timeout=5")
    port = servers[0].port
    with relay(port) as cut, qa.Library(location.replace(f":{port}/", f":{cut.port},127.0.0.1:{port}/")) as library:
        library.add(qa.Document(text="The museum opens at nine."))
        cut.silent.set()
        assert len(library.search("museum")) == 1, "the connection that was kept is no use, and the next server answers"
        n_connections = cut.n_connections
        for name in ("a", "b", "c"):
            with library._index.view(), library._index.view() as view:  # each has a connection of its own
                assert view.n_passages == 1, name
        assert cut.n_connections == n_connections, "nobody asks the server that is silent"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Recorder]]:
    """The connections that are made, with their hosts: `down` does not answer."""
    connections: list[tuple[str, Recorder]] = []

    def connect(_: object, host: str, port: int) -> Recorder:
        answer = qa.LibraryUnavailable(f"The server {host}:{port} does not answer.") if host == "down" else [(1,)]
        connections.append((host, Recorder({"SELECT 1": answer})))
        return connections[-1][1]

    monkeypatch.setattr(module, "Connection", connect)
    monkeypatch.setattr(module, "_PAUSES", (0.0,))
    return connections


def test_a_connection_is_kept_for_the_next_use(made: list[tuple[str, Recorder]]) -> None:
    pool = Pool(parse_url("clickhouse://one/quoth"))
    pool.n_replicas = 2
    with pool.connection() as first:
        assert first.n_replicas == 2
        with pool.connection() as second:
            assert second is not first
    with pool.connection() as again:
        assert again in {first, second}
    assert len(made) == 2


def test_the_server_that_answered_last_is_asked_first(made: list[tuple[str, Recorder]]) -> None:
    pool = Pool(parse_url("clickhouse://down,two/quoth"))
    with pool.connection(), pool.connection():
        assert [host for host, _ in made] == ["down", "two", "two"]
    assert made[0][1].closed


def test_where_none_answers_each_is_tried_again_and_then_it_is_said(made: list[tuple[str, Recorder]]) -> None:
    with (
        pytest.raises(qa.LibraryUnavailable, match="down:9001"),
        Pool(parse_url("clickhouse://down,down:9001/quoth")).connection(),
    ):
        pass
    assert len(made) == 4
    assert all(connection.closed for _, connection in made)


def test_a_connection_that_fell_silent_is_not_used_again(made: list[tuple[str, Recorder]]) -> None:
    pool = Pool(parse_url("clickhouse://one/quoth"))
    with pytest.raises(qa.LibraryUnavailable), pool.connection():
        raise qa.LibraryUnavailable("It does not answer.")
    with pool.connection() as connection:
        assert connection is made[1][1]
    assert made[0][1].closed


def test_what_is_in_use_when_the_pool_is_closed_is_closed_after_it(made: list[tuple[str, Recorder]]) -> None:
    pool = Pool(parse_url("clickhouse://one/quoth"))
    with pool.connection(), pool.connection():
        pass
    with pool.connection():
        pool.close()
        assert [connection.closed for _, connection in made].count(True) == 1
    assert all(connection.closed for _, connection in made)
