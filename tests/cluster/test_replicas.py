"""Shards of two replicas, with the configuration of the documentation: what one has the other has, whichever dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import purging, writing
from qa.preparing.prepare import prepare
from tests.cluster.keeper import zookeeper
from tests.cluster.replicas import Replicas, replicas
from tests.waiting import PATIENCE

pytestmark = pytest.mark.skipif(
    not os.environ.get("REPLICAS") or zookeeper() is None,
    reason="NO REPLICAS WERE TESTED, which takes ZooKeeper and some minutes: `make test-cluster` does both.",
)
OPTIONS = "?cluster=quoth&replicated=1"
_NUMBERS = count()
Make = Callable[..., str]


@pytest.fixture(scope="module", params=[1, 2], ids=["one shard", "two shards"])
def shards(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    with replicas(tmp_path_factory.mktemp("replicas"), request.param) as made:
        yield made


@pytest.fixture
def new_library(shards: Replicas) -> Make:
    """Return a function that makes an empty library and gives its location, with its first replica first."""

    def make() -> str:
        name = f"quoth_{next(_NUMBERS)}"
        made = qa.make_library(shards.url(name, OPTIONS))
        assert len(made) == len(shards.servers)
        return name

    return make


def museums(number: int) -> list[qa.Document]:
    return [qa.Document(id=f"d{number}-{place}", text=f"The museum {number}. " * 40) for place in range(8)]


def test_each_replica_has_at_once_what_was_changed(new_library: Make, shards: Replicas) -> None:
    name = new_library()
    with qa.Library(shards.url(name)) as one, qa.Library(shards.url(name, first=1)) as other:
        for number in range(4):
            one.add(*museums(number))
            for _ in range(6):  # the engine takes now this replica, now that
                assert {hit.passage.document_id for hit in other.search("museum", 100)} == {
                    info.id for info in one.documents()
                }
        other.remove("d0-0")
        other.remove("d1-1")
        for _ in range(6):
            assert not {"d0-0", "d1-1"} & {hit.passage.document_id for hit in one.search("museum", 100)}
        other.give_feedback(qa.Feedback(question="Why?", verdict="not_here"))
        assert len(one.feedback()) == 1
        other.calibrate(qa.Calibration(threshold=0.25))
        assert one.min_confidence == 0.25
        assert one.check() == other.check() == []


@pytest.mark.parametrize("place", [0, -1], ids=["first", "last"])
def test_a_replica_that_is_killed_while_it_is_written_to_takes_nothing_along(
    new_library: Make, shards: Replicas, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LEASE", 10.0)  # seconds that the change which breaks off keeps the next one waiting
    name = new_library()
    victim = shards.servers[place]
    acknowledged = 1
    before = qa.Library(shards.url(name))
    with qa.Library(shards.url(name, "?timeout=8")) as library:
        added_again(library, museums(0))
        timer = threading.Timer(0.5, victim.kill)
        timer.start()
        try:
            while True:
                library.add(*museums(acknowledged))
                acknowledged += 1
        except qa.LibraryUnavailable:
            timer.join()
    try:
        with (
            before,
            qa.Library(shards.url(name, "?timeout=8")) as one,
            qa.Library(shards.url(name, "?timeout=8", first=1)) as two,
        ):
            for reader in (before, one, two):  # whichever replica each names first
                sizes = [sum(f"d{n}-" in info.id for info in reader.documents()) for n in range(acknowledged + 1)]
                assert sizes[:-1] == [8] * acknowledged
                assert sizes[-1] in {0, 8}, "what was broken off is there as a whole or not at all"
                found = [hit.passage.document_id for hit in reader.search("museum", 1_000)]
                assert len(found) == len(set(found)) == sum(sizes)
            with pytest.raises(qa.LibraryUnavailable):
                one.add(*museums(acknowledged + 1))
    finally:
        victim.start()
    with qa.Library(shards.url(name, "?timeout=8")) as one, qa.Library(shards.url(name, first=1)) as two:
        added_again(one, museums(acknowledged))
        for reader in (one, two):
            assert len(reader.documents()) == 8 * (acknowledged + 1)
            assert len(reader.search("museum", 1_000)) == 8 * (acknowledged + 1)
            assert reader.check() == []


def added_again(library: qa.Library, documents: list[qa.Document]) -> None:
    """Add documents once a server that was started is back among the replicas."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            library.add(*documents)
        except qa.LibraryUnavailable:
            threading.Event().wait(0.5)
        else:
            return
    pytest.fail("The replicas cannot be written to.")


def test_several_write_at_the_same_time(new_library: Make, shards: Replicas) -> None:
    name = new_library()

    def write(own: int) -> None:
        with qa.Library(shards.url(name, first=own % 2)) as library:
            for number in range(3):
                library.add(qa.Document(id="shared", text=f"The museum of {own} in round {number}."))
                library.add(qa.Document(id=f"w{own}-{number}", text="The harbour."))
                assert len(library.search("museum")) == 1

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))  # raises what went wrong in any of them
    with qa.Library(shards.url(name)) as library:
        assert len(library.documents()) == 10
        assert library.check() == []


def test_what_is_dead_is_deleted_from_all_replicas_and_not_while_one_is_down(
    new_library: Make, shards: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "GRACE", 0)
    name = new_library()
    with closing(open_index(shards.url(name))) as one, closing(open_index(shards.url(name, first=1))) as other:
        for _ in range(2):
            one.add(prepare(museums(0)))
            one.add(prepare(museums(1)))
        with shards.servers[-1].down():
            one.compact()
        with one.view() as view:
            assert rows_of(view) == 32
        one.compact()
        for index in (one, other):
            with index.view() as view:
                assert rows_of(view) == 16
                assert len(view.search("museum", 100)) == 16
            assert index.check() == []


def rows_of(view: object) -> int:
    """Return how many rows of documents a replica has, dead or alive."""
    connection, state = view._connection, view._state  # type: ignore[attr-defined]
    return int(connection.rows(f"SELECT count() FROM {state.topology.own('documents')} WHERE id != ''")[0][0])  # noqa: S608


def test_without_keeper_all_can_be_read_and_nothing_written(new_library: Make, shards: Replicas) -> None:
    name = new_library()
    with qa.Library(shards.url(name, "?timeout=8")) as library:
        library.add(*museums(0))
        shards.keeper.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(qa.LibraryUnavailable):
                library.add(*museums(1))
            assert len(library.search("museum", 100)) == 8
            assert len(library.documents()) == 8
        finally:
            shards.keeper.send_signal(signal.SIGCONT)
        added_again(library, museums(1))
        assert len(library.search("museum", 100)) == 16
        assert library.check() == []
