"""What nobody can find any more is deleted, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import parse_url, purging
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.purging import merge, purge
from qa.index.clickhouse.state import BASE, BEGUN, COMMITTED, GIVEN_UP, PLACES
from qa.preparing.prepare import prepare
from tests.qa.index.clickhouse.recorder import ALONE, Recorder

TABLES = ("documents", "passages", "postings", "dead", "files", "originals", "batches")


def sizes(location: str) -> dict[str, int]:
    address = parse_url(location)
    with closing(Connection(address, *address.hosts[0])) as connection:
        return {
            table: connection.rows(f"SELECT count() FROM {address.database}.{table}")[0][0]  # noqa: S608
            for table in TABLES
        }


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
def test_only_what_is_dead_is_deleted(
    new_library: Callable[..., str], monkeypatch: pytest.MonkeyPatch, *, cluster: bool
) -> None:
    location = new_library(cluster=cluster)
    with closing(open_index(location)) as index:
        for version in range(4):
            documents = [qa.Document(id=f"d{n}", text=f"The museum {version}.", language="en") for n in range(10)]
            index.add(prepare(documents), originals={"d1": b"%PDF"})
        index.remove("d3", "d4")
        with pytest.raises(qa.DocumentNotFound):
            index.remove("d3")
        index.compact()
        assert sizes(location)["passages"] == 40  # a state that has them may still be read
        monkeypatch.setattr(purging, "GRACE", 0)
        with index.view() as view:
            before = view.documents(), view.search("museum 3", 100)
        index.compact()
        after = sizes(location)
        n_postings = after.pop("postings")
        assert after == {"documents": 8, "passages": 8, "dead": 0, "files": 0, "originals": 1, "batches": 3}
        # One row for all that was, and two of the change after it that was given up.
        assert n_postings == 8 * 3
        with index.view() as view:
            assert (view.documents(), view.search("museum 3", 100)) == before
            assert view.original("d1") == b"%PDF"
        index.compact()
        index.add(prepare([qa.Document(id="d3", text="A harbour.", language="en")]))
        with index.view() as view:
            assert len(view.documents()) == 9
        assert index.check() == []


ADDRESS = parse_url("clickhouse://one/quoth")
OLD, YOUNG = purging.GRACE + 1, 0


def make_batches(*rows: tuple[int, int, int]) -> Recorder:
    """Return a connection to a library of 180 passages, 60 for each change, given number, event and age of each row."""
    known: list[tuple[object, ...]] = [
        (number, event, b"me", age, [b"en"], [60 if event == COMMITTED else 0], [600], 1) for number, event, age in rows
    ]
    return Recorder(
        {
            "toInt64(now())": known,
            "SELECT batch, dead": [(1, [5, 7])],
            "count() FROM quoth.passages": [(180,)],
            "system.mutations": [(0,)],
        }
    )


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """The one server, which has done all that it was told as soon as it is asked."""
    server = Recorder({"system.mutations": [(0,)]})
    monkeypatch.setattr(purging, "Connection", lambda *_: server)
    return server


@pytest.mark.parametrize(
    "rows",
    [[], [(1, COMMITTED, YOUNG)], [(1, BEGUN, OLD), (2, COMMITTED, OLD)], [(1, GIVEN_UP, OLD)]],
    ids=["none", "young", "one before is open", "nothing seen"],
)
def test_nothing_is_deleted_while_a_state_with_it_may_be_read(
    server: Recorder, rows: list[tuple[int, int, int]]
) -> None:
    connection = make_batches(*rows)
    purge(connection, ALONE, ADDRESS, "me")
    assert server.told == []
    assert connection.inserted == []


def test_little_that_is_dead_is_left_until_it_is_more(server: Recorder) -> None:
    connection = make_batches((1, COMMITTED, OLD))
    connection.answers["count() FROM quoth.passages"] = [(61,)]
    purge(connection, ALONE, ADDRESS, "me")
    assert server.told == []


def test_what_is_dead_is_forgotten_only_once_its_rows_are_deleted(server: Recorder) -> None:
    connection = make_batches((1, COMMITTED, OLD), (2, GIVEN_UP, OLD), (3, COMMITTED, OLD), (4, COMMITTED, YOUNG))
    purge(connection, ALONE, ADDRESS, "me")
    tables = [statement.split()[2].partition(".")[2] for statement in server.told]
    assert list(dict.fromkeys(tables)) == ["passages", "postings", "documents", "files", "originals", "dead", "batches"]
    assert "ALTER TABLE quoth.passages DELETE WHERE revision IN (5, 7)" in server.told
    assert f"ALTER TABLE quoth.passages DELETE WHERE intDiv(revision, {PLACES}) IN (2)" in server.told
    assert "ALTER TABLE quoth.dead DELETE WHERE batch IN (2)" in server.told
    assert server.told[-1] == f"ALTER TABLE quoth.batches DELETE WHERE batch < 3 OR (batch = 3 AND event != {BASE})"
    ((table, columns),) = connection.inserted
    assert (table, columns["batch"], columns["event"]) == ("quoth.batches", [3], [BASE])
    assert columns["n_passages"] == [[120]]
    assert server.closed


def test_rows_that_stay_are_an_error_at_last(server: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "_SECONDS", 0.0)
    server.answers["system.mutations"] = [(1,)]
    with pytest.raises(qa.LibraryUnavailable, match="Rows are still not deleted"):
        purge(make_batches((1, COMMITTED, OLD)), ALONE, ADDRESS, "me")


def test_tables_in_many_pieces_are_merged_and_a_server_that_cannot_is_left(
    server: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers = {"table = 'postings'": [(100, 60)], "table = 'passages'": [(100, 95)]}
    merge(Recorder(), ALONE, ADDRESS)
    assert server.told == ["OPTIMIZE TABLE quoth.postings FINAL"]
    server.answers = {"system.parts": qa.LibraryUnavailable("It does not answer.")}
    merge(Recorder(), ALONE, ADDRESS)
    assert "Tables at one:9000 were not put in one piece: It does not answer." in caplog.text
