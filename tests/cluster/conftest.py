"""Two ClickHouse servers for all tests in this folder, which are skipped where there is none."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from qa.index.clickhouse import make_schema, parse_url
from tests.cluster.servers import CLUSTER, Server, binary, started

_NUMBERS = count()
LOUD = "There is no ClickHouse server here, so nothing was tested on one: `make test-cluster` installs and tests it."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if binary() is None:
        for item in items:
            here = Path(__file__).parent in item.path.parents
            if here and "in process" not in item.name and item.name != "test_the_contract_is_run":
                item.add_marker(pytest.mark.skip(reason=LOUD))


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
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
