"""The contract of an index, on one server and on two shards: the tests of the embedded index, run over these."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

import pytest

from qa.index import Index, open_index
from qa.index.clickhouse import beside
from tests.qa import test_index as contract

TESTS = {
    name: test
    for name, test in vars(contract).items()
    if name.startswith("test_") and "index" in inspect.signature(test).parameters
}
globals().update(TESTS)


@pytest.fixture(params=["one server", "two shards"])
def index(
    request: pytest.FixtureRequest, new_library: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Index]:
    if "feedbacks_all" in request.node.name:
        monkeypatch.setattr(beside, "MAX_FEEDBACK", 2)
    opened = open_index(new_library(cluster=request.param == "two shards"))
    yield opened
    assert opened.check() == []
    opened.close()


def test_the_contract_is_run() -> None:
    assert len(TESTS) >= 18
