"""The index: what any two writers leave is what the estimator makes of it, and what is remembered is never stale."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings

import qa
from qa.index import open_index
from qa.index.clickhouse import ClickHouseIndex, parse_url, purging
from qa.index.clickhouse import index as module
from qa.index.clickhouse.connecting.pool import Pool
from qa.preparing.prepare import prepare
from tests.qa.index.clickhouse.recorder import Recorder
from tests.qa.index.embedded.test_index import changes
from tests.qa.oracle import answers_as_the_estimator, change


@pytest.mark.slow
@given(changes=changes)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_changes_leave_the_estimator_of_what_is_left(
    new_library: Callable[..., str], changes: list[tuple[list[qa.Document] | int, str]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(purging, "GRACE", 0)
        patch.setattr(purging, "SHARE", 0.0)
        location = new_library(cluster=True)
        held: dict[str, qa.Document] = {}
        with closing(open_index(location)) as one, closing(open_index(location)) as two:
            index, other = one, two
            for what, then in changes:
                change(index, held, what)
                if then == "compact":
                    index.compact()
                elif then == "other":
                    index, other = other, index
                answers_as_the_estimator(other, held, ["Where is the old museum of tickets?", "多少钱"])
            assert one.check() == []


def test_counts_are_remembered_until_the_state_is_another(new_library: Callable[..., str]) -> None:
    location = new_library(cluster=False)
    with closing(open_index(location)) as one, closing(open_index(location)) as two:
        one.add(prepare([qa.Document(id="a", text="The sea.", language="en")]))
        with one.view() as view:
            assert view.holds(["sea", "tide"]) == [True, False]
            first = view._counts  # type: ignore[attr-defined]
        one.set_setting("name", "text")
        with one.view() as view:
            assert view._counts is first, "a setting has no part in it"  # type: ignore[attr-defined]
        two.add(prepare([qa.Document(id="b", text="The tide.", language="en")]))
        with one.view() as view:
            assert view.holds(["sea", "tide"]) == [True, True]


def test_an_index_that_cannot_be_opened_leaves_no_connection_open(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = Recorder({"version()": [(b"1.1.54",)]})
    closed: list[Pool] = []

    def close(pool: Pool) -> None:
        closed.append(pool)

    monkeypatch.setattr(Pool, "_connect", lambda _: connection)
    monkeypatch.setattr(Pool, "close", close)
    with pytest.raises(qa.LibraryError, match=r"is ClickHouse 1\.1\.54"):
        ClickHouseIndex(parse_url("clickhouse://one/quoth"))
    assert len(closed) == 1


def test_a_change_that_fails_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pool, "_connect", lambda _: Recorder())
    for name in ("read_schema", "count_replicas"):
        monkeypatch.setattr(module, name, lambda *_: 1)
    said: list[str] = []

    class Failing:
        def __init__(self, *_: object) -> None: ...
        def begin(self) -> None:
            said.append("begin")

        def finish(self, **_: object) -> None:
            raise qa.DocumentNotFound("There is none.")

        def give_up(self) -> None:
            said.append("give up")

    monkeypatch.setattr(module, "ClickHouseChange", Failing)
    with closing(ClickHouseIndex(parse_url("clickhouse://one/quoth"))) as index, pytest.raises(qa.DocumentNotFound):
        index.remove("a")
    assert said == ["begin", "give up"]
