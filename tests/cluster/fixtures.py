"""Two ClickHouse servers for all tests that want some, which are skipped where there is none."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from qa.index.clickhouse import make_schema, parse_url
from tests.cluster.servers import CLUSTER, Server, binary, started

__all__ = ["LOUD", "new_library", "servers"]

_NUMBERS = count()
LOUD = "There is no ClickHouse server here, so nothing was tested on one: `make test-cluster` installs and tests it."


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """Two servers, the shards of one cluster."""
    if binary() is None:
        pytest.skip(LOUD)
    with warnings.catch_warnings(), started(tmp_path_factory.mktemp("clickhouse"), 2) as both:
        yield both


@pytest.fixture
def new_library(servers: list[Server]) -> Callable[..., str]:
    """Return a function that makes an empty library, on one server or on two shards, and gives its location."""

    def make(*, cluster: bool, options: str = "") -> str:
        name = f"quoth_{next(_NUMBERS)}"
        make_schema(parse_url(servers[0].url(name, f"?cluster={CLUSTER}" if cluster else "")))
        return servers[0].url(name, options)

    return make
