"""What happens when servers die or hang: with real processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import qa
from qa.index import open_index
from qa.preparing.prepare import prepare
from server.app import create_app
from tests.cluster.kill_rounds import kill_rounds
from tests.cluster.relay import relay
from tests.cluster.servers import Server, started

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "3"))
Make = Callable[..., str]


def documents(n: int) -> list[qa.Document]:
    return [qa.Document(id=f"d{number:03}", text="The museum opens at nine.") for number in range(n)]


def harbours(number: int) -> list[qa.Document]:
    return [qa.Document(id=f"e{number}-{place}", text=f"The harbour {number}. " * 50) for place in range(20)]


def test_a_shard_that_is_down_is_named_and_may_be_left_out(new_library: Make, servers: list[Server]) -> None:
    with qa.Library(new_library(cluster=True)) as library:
        library.add(*documents(20))
        client = TestClient(create_app(library), base_url="http://localhost")
        question = {"question": "When does the museum open?", "min_confidence": 0}
        whole = client.post("/api/ask", json=question).json()
        assert whole["left_out"] == []
        with servers[1].down():
            response = client.post("/api/ask", json=question)
            assert response.status_code == 503
            assert response.headers["Retry-After"]
            problem = response.json()
            assert problem["type"] == "/problems/shard-unavailable"
            place = f"127.0.0.1:{servers[1].port}"
            assert place in problem["detail"]
            partial = client.post("/api/ask?partial=true", json=question)
            assert partial.status_code == 200
            assert partial.json()["left_out"] == [place]
            assert partial.json()["answered"]
            with pytest.raises(qa.LibraryUnavailable):
                library.add(qa.Document(id="new", text="A harbour. " * 400), qa.Document(id="too", text="A harbour."))
        again = client.post("/api/ask", json=question).json()
        assert again["left_out"] == []
        assert again["quotes"] == whole["quotes"]
        assert len(library.documents()) == 20
        assert library.check() == []


def test_the_first_shard_is_named_when_it_is_down(new_library: Make, servers: list[Server]) -> None:
    with qa.Library(new_library(cluster=True)) as library:
        with servers[0].down(), pytest.raises(qa.LibraryUnavailable, match=f"127.0.0.1:{servers[0].port}"):
            library.ask("Who?", partial=True)
        library.add(*documents(2))
        assert len(library.search("museum")) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_a_shard_that_hangs_ends_the_wait(new_library: Make, servers: list[Server], which: int) -> None:
    location = new_library(cluster=True)
    with qa.Library(location) as library, qa.Library(f"{location}?timeout=3") as hasty:
        library.add(*documents(4))
        assert len(library.search("museum")) == 4
        with servers[which].paused(), pytest.raises(qa.LibraryUnavailable):
            hasty.search("museum nine")
        assert len(library.search("museum")) == 4


def test_a_network_that_is_cut_ends_the_wait_and_leaves_nothing_half_done(
    new_library: Make, servers: list[Server]
) -> None:
    location = new_library(cluster=True, options="?timeout=4")
    with relay(servers[0].port) as cut:
        far = location.replace(f":{servers[0].port}/", f":{cut.port}/")
        with qa.Library(far) as library:
            library.add(*documents(4))
            cut.silent.set()
            with pytest.raises(qa.LibraryUnavailable, match=str(cut.port)):
                library.search("museum")
            with pytest.raises(qa.LibraryUnavailable):
                library.add(qa.Document(id="new", text="A harbour."))
            cut.silent.clear()
            assert len(library.search("museum")) == 4
            library.add(qa.Document(id="new", text="A harbour."))
            assert len(library.documents()) == 5
            assert library.check() == []


def test_a_server_that_is_restarted_while_it_is_written_to_has_all_or_nothing(
    new_library: Make, servers: list[Server]
) -> None:
    with closing(open_index(new_library(cluster=True))) as index:
        index.add(prepare(documents(5)))

        def restart() -> None:
            servers[1].kill()
            servers[1].start()

        def write() -> None:
            for number in range(1_000):
                index.add(prepare(harbours(number)))

        timer = threading.Timer(0.3, restart)
        timer.start()
        with pytest.raises(qa.LibraryUnavailable):
            write()
        timer.join()
        with index.view() as view:
            n_added, rest = divmod(len(view.documents()) - 5, 20)
        assert rest == 0
        index.add(prepare(harbours(n_added)))
        assert index.check() == []
        with index.view() as view:
            assert len(view.documents()) == 5 + 20 * (n_added + 1)


def test_servers_killed_while_they_are_written_to_lose_and_double_nothing(tmp_path: Path) -> None:
    with started(tmp_path, 2) as own:
        assert all(kept.problems == () for kept in kill_rounds(own, ROUNDS, seed=1))
