"""Libraries in ClickHouse to be measured: who takes part, what is refused, what is the same. None needs a server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.cli import bench_command
from eval.bench.clusters import Cluster, contestants_of, url_of
from qa.index.clickhouse import Address, parse_url

HOSTS = ((("db1", 9000),), (("db2", 9000), ("db3", 9001)))


def cluster(number: int, n_shards: int = 1) -> Cluster:
    address = parse_url("clickhouse://me:secret@db1/quoth")
    return Cluster(number, replace(address, cluster="shards" if n_shards > 1 else ""), HOSTS[:n_shards])


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("qa.index.clickhouse.connecting.pool._PAUSES", ())
    return lambda *args: CliRunner().invoke(bench_command, [str(arg) for arg in args])


@given(
    user=st.text(st.characters(codec="utf-8"), min_size=1),
    password=st.text(st.characters(codec="utf-8")),
    secure=st.booleans(),
    replicated=st.booleans(),
    ca=st.sampled_from(["", "/etc/a b&c"]),
)
def test_a_location_is_read_as_the_address_that_it_was_made_of(
    user: str, password: str, *, secure: bool, replicated: bool, ca: str
) -> None:
    hosts = (("db1", 9000), ("::1", 9440))
    address = Address(hosts, "quoth", user, password, secure, True, ca, "shards", replicated, 2.5)
    assert parse_url(url_of(address)) == address


def test_contestants_are_named_by_their_shards() -> None:
    found = contestants_of([cluster(1), cluster(2, 2)])
    assert [each.name for each in found] == ["1 shard search", "1 shard ask", "2 shards search", "2 shards ask"]
    assert [each.built_as for each in found] == ["", "1 shard search", "", "2 shards search"]
    assert [each.compared_with for each in found] == ["Quoth search", "Quoth ask"] * 2
    assert all("secret" not in repr(each) and "clickhouse://db1:9000/quoth" in each.how for each in found)
    assert all("secret" not in repr(each) for each in found.values())
    alike = contestants_of([cluster(1), cluster(2)])
    assert [each.name for each in alike] == ["1 shard search 1", "1 shard ask 1", "1 shard search 2", "1 shard ask 2"]
    assert len({each.kept_as for each in alike}) == 2


def test_databases_are_beside_the_one_that_is_named() -> None:
    one, two = cluster(1).database(10_000), cluster(2, 2).database(0)
    assert (one.name, two.name) == ("quoth_bench_1_10000", "quoth_bench_2_0")
    assert parse_url(two.url) == replace(cluster(2, 2).address, database="quoth_bench_2_0")
    assert list(cluster(2, 2).servers()) == [("db1", 9000), ("db2", 9000), ("db3", 9001)]


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("mylib", "The library 'mylib' is a folder; quoth bench makes its own. Give clickhouse://HOST:PORT/DATABASE."),
        ("clickhouse://me:secret@db1", "'clickhouse://db1', is not understood"),
        ("mysql://me:secret@db1/quoth", "'mysql://db1/quoth', is not understood"),
    ],
)
def test_what_is_no_library_in_clickhouse_is_refused(invoke: Callable[..., Result], location: str, told: str) -> None:
    result = invoke("--library", location, "--passages", "50")
    assert result.exit_code == 2
    assert told in result.output
    assert "secret" not in result.output


def test_a_server_that_is_not_there_is_told_before_anything_is_measured(
    invoke: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTH_CLICKHOUSE_PASSWORD", "open sesame")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = invoke("--library", f"clickhouse://127.0.0.1:{port}/quoth", "--passages", "50")
    assert result.exit_code == 2
    assert f"The server 127.0.0.1:{port} of the library" in result.output
    assert "sesame" not in result.output
    assert list(tmp_path.iterdir()) == []
