"""What single questions take of servers, with connections that only pretend."""

from __future__ import annotations

import threading

import pytest

from eval.bench import question_costs

LIBRARY = "clickhouse://me:secret@db1/quoth"
SHARDS = (("db1", 9000), ("db2", 9000))


class Connection:
    """A server that has worked a millisecond more, db2 two, at each look, and that sees questions of so many bytes."""

    looked = threading.Event()

    def __init__(self, address: object, host: str, port: int) -> None:
        self.step = 1_000 if host == "db1" else 2_000
        self.worked = 0

    def rows(self, query: str) -> list[tuple[int]]:
        if "system.events" in query:
            self.worked += self.step
            return [(self.worked,)]
        self.looked.set()
        return [(self.step,)]

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def _servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_costs, "Connection", Connection)


def test_the_busiest_shard_counts_beside_the_client() -> None:
    asked: list[str] = []
    milliseconds = question_costs.processor_ms(LIBRARY, SHARDS, asked.append, ["a", "b"])
    assert asked == ["a", "b"]
    assert all(each >= 2.0 for each in milliseconds)


def test_the_most_memory_on_a_shard_is_seen_while_a_question_is_asked() -> None:
    def ask(question: str) -> None:
        Connection.looked.clear()
        Connection.looked.wait()

    (peak,) = question_costs.question_peaks(LIBRARY, SHARDS[:1], ask, ["a"])
    assert peak == 1_000
