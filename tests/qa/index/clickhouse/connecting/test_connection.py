"""One connection: what comes back from a server, and what is said when it does not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

import qa
from qa.index.clickhouse import parse_url
from qa.index.clickhouse.connecting.connection import Connection
from tests.cluster.servers import PASSWORD, Server

Make = Callable[..., str]


@pytest.fixture
def connection(new_library: Make) -> Iterator[Connection]:
    """A connection to a server that has an empty library."""
    address = parse_url(new_library(cluster=False))
    with closing(Connection(address, *address.hosts[0])) as made:
        made.run(f"USE {address.database}")
        yield made


def test_text_comes_back_as_bytes_even_where_it_is_no_utf_8(connection: Connection) -> None:
    connection.insert("settings", {"name": [b"a\xff'"], "version": [1], "kept": [1], "value": ["é".encode()]})
    assert connection.rows("SELECT name, value FROM settings") == [(b"a\xff'", "é".encode())]
    assert connection.stands()


def test_rows_that_are_none_are_not_sent(connection: Connection) -> None:
    connection.insert("no_such_table", {"name": []})


def test_after_an_error_of_the_server_the_connection_goes_on(connection: Connection) -> None:
    with pytest.raises(qa.LibraryError, match=r"cannot be used.*\(code 47\)"):
        connection.rows("SELECT nothing_of_this_name FROM settings")
    assert connection.rows("SELECT 1") == [(1,)]


def test_a_wrong_password_is_refused_and_shown_nowhere(servers: list[Server], new_library: Make) -> None:
    location = new_library(cluster=False)
    wrong = location.replace(servers[0].url().split("@")[0], "clickhouse://default:not%20this")
    with pytest.raises(qa.LibraryRefused, match="user 'default'") as failure:
        qa.Library(wrong)
    assert "not this" not in str(failure.value)
    assert "not this" not in repr(parse_url(wrong))
    assert PASSWORD not in repr(parse_url(location)) + parse_url(location).name


def test_nobody_at_the_address_is_said_soon() -> None:
    with pytest.raises(qa.LibraryUnavailable, match=r"127\.0\.0\.1:1 "):
        qa.Library("clickhouse://127.0.0.1:1/quoth?timeout=1")


def test_rows_that_must_wait_for_others_are_sent_again_until_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def wait(_: Connection, table: str, columns: object) -> bool:
        sent.append(table)
        return table == "soon" and len(sent) == 3

    monkeypatch.setattr(Connection, "_send", wait)
    connection = Connection(parse_url("clickhouse://nobody/quoth?timeout=0.1"), "nobody", 9000)
    connection.insert("soon", {"id": [1]})
    assert sent == ["soon"] * 3
    with pytest.raises(qa.LibraryUnavailable, match="Not all replicas"):
        connection.insert("never", {"id": [1]})
    assert sent.count("never") > 1


def test_certificates_that_cannot_be_read_are_named() -> None:
    with pytest.raises(qa.LibraryError, match=r"The certificates of the option ca, '/none\.pem', cannot be read"):
        Connection(parse_url("clickhouses://one/quoth?ca=/none.pem"), "one", 9440)


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clickhouse_driver", None)
    with pytest.raises(qa.MissingExtra, match=r"pip install 'quoth\[clickhouse\]'"):
        Connection(parse_url("clickhouse://one/quoth"), "one", 9000)
