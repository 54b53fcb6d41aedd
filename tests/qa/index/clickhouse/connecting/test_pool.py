"""A location that names several servers: whichever answers is asked, and one that does not is not waited for twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import qa
from tests.cluster.relay import relay
from tests.cluster.servers import Server

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
