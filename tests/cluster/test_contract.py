"""The contract of an index, tested as for the embedded one: on one server, on two shards and on a current version."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from qa.index import Index, make_library, open_index
from qa.index.clickhouse import beside, purging, schema
from qa.index.clickhouse.connecting import pool
from tests.qa.index import test_protocol as contract

_NUMBERS = count()
TESTS = {
    name: test
    for name, test in vars(contract).items()
    if name.startswith("test_") and "index" in inspect.signature(test).parameters
}
globals().update(TESTS)


@pytest.fixture(scope="session")
def in_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """The current ClickHouse, in this process."""
    pytest.importorskip("chdb", reason="There is no chdb here, so no current ClickHouse was tested: make test-cluster")
    from tests.cluster.current import Current

    current = Current(tmp_path_factory.mktemp("chdb"))
    yield current
    current.end()


@pytest.fixture(params=["one server", "two shards", "current version in process"])
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    if "feedbacks_all" in request.node.name:
        monkeypatch.setattr(beside, "MAX_FEEDBACK", 2)
    if request.param == "current version in process":
        current = request.getfixturevalue("in_process")
        for module in (pool, purging, schema):
            monkeypatch.setattr(module, "Connection", lambda *_: current)
        location = f"clickhouse://here/library_{next(_NUMBERS)}"
        make_library(location)
    else:
        new_library: Callable[..., str] = request.getfixturevalue("new_library")
        location = new_library(cluster=request.param == "two shards")
    opened = open_index(location)
    yield opened
    assert opened.check() == []
    opened.close()


def test_the_contract_is_run() -> None:
    assert len(TESTS) >= 18
