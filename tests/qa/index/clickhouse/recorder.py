"""A connection that only pretends: it keeps what is said to it, and answers what it was given beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.schema import VERSION, Topology
from qa.index.clickhouse.state import LibraryState

__all__ = ["ALONE", "SHARDS", "Recorder", "make_state"]

ALONE = Topology("quoth", VERSION, cluster="", replicated=False)
SHARDS = Topology("quoth", VERSION, cluster="shards", replicated=False)
Table = list[tuple[Any, ...]]


def make_state(**changes: Any) -> LibraryState:
    """Return a state after five changes, with two passages of ten words."""
    known: dict[str, Any] = {"topology": ALONE, "last": 5, "hidden": (), "sums": {"en": (2, 10)}, "any_dead": False}
    return LibraryState(**{**known, **changes})


class Recorder(Connection):
    """Answers each query with the rows of the first key that occurs in it; raises what is no rows.

    asked: all queries, each with its settings. told: all statements. inserted: tables with the columns written to them.
    """

    def __init__(self, answers: Mapping[str, Table | Exception] | None = None) -> None:
        self.n_replicas = 1
        self.answers = dict(answers or {})
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.told: list[str] = []
        self.inserted: list[tuple[str, dict[str, Any]]] = []
        self.closed = False

    def rows(self, query: str, settings: Mapping[str, Any] | None = None) -> Table:
        self.asked.append((query, dict(settings or {})))
        for key, answer in self.answers.items():
            if key in query:
                if isinstance(answer, Exception):
                    raise answer
                return answer
        return []

    def run(self, query: str) -> None:
        self.told.append(query)

    def insert(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        self.inserted.append((table, dict(columns)))

    def stands(self) -> bool:
        return not self.closed

    def close(self) -> None:
        self.closed = True
