"""Which changes of a library are seen: read from `batches`, to which each change adds rows and nobody changes one.

A change takes the next number and says `BEGUN`. It writes what it adds under that number, waits until all changes with
lower numbers are finished, and says `COMMITTED`: one row, with which all of it is seen at once. So changes become seen
in the order of their numbers. One whose writer has fallen silent is `GIVEN_UP` by whoever waits for it; that row weighs
more than `COMMITTED`, whichever comes first. A state is the highest number that is seen, and which lower ones are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_numbers
from qa.index.clickhouse.schema import Topology
from qa.index.clickhouse.terms import Keys, Term, make_keys, number_term
from qa.ranking.formulas import by_size

__all__ = [
    "ALIVE",
    "BASE",
    "BEGUN",
    "COMMITTED",
    "GIVEN_UP",
    "PLACES",
    "SEEN",
    "Batch",
    "Frequencies",
    "LibraryState",
    "derive_state",
    "load_batches",
    "load_mark",
]

BEGUN, ALIVE, COMMITTED, GIVEN_UP, BASE = 1, 2, 3, 4, 5
SEEN = f"({COMMITTED}, {BASE})"
PLACES = 1 << 24  # revisions of a batch
_FEW = 200  # terms asked for in one go, of which it is remembered as well that no passage holds them


@dataclass(frozen=True, slots=True)
class Batch:
    """One row: something that was said of a change.

    age: seconds since. sums: passages and words by language. n_dead: how many documents it takes away.
    """

    number: int
    event: int
    writer: bytes
    age: int
    sums: tuple[tuple[str, int, int], ...] = ()
    n_dead: int = 0


def load_mark(connection: Connection, topology: Topology) -> tuple[int, ...]:
    """Return a mark that is another once `load_batches` returns other rows, whatever their age."""
    ((*mark,),) = connection.rows(f"SELECT count(), sum(cityHash64(batch, event)) FROM {topology.all('batches')}")
    return tuple(mark)


def load_batches(connection: Connection, topology: Topology) -> list[Batch]:
    """Return all that was said of changes, by number."""
    query = (
        "SELECT batch, event, writer, toInt64(now()) - toInt64(at), languages, n_passages, n_words, "
        f"length(dead) FROM {topology.all('batches')} ORDER BY batch, event"
    )
    rows = [
        Batch(number, event, writer, age, tuple(zip((c.decode() for c in codes), passages, words, strict=True)), n_dead)
        for number, event, writer, age, codes, passages, words, n_dead in connection.rows(query)
    ]
    base = max((row.number for row in rows if row.event == BASE), default=0)
    return [row for row in rows if row.number > base or (row.number == base and row.event == BASE)]


@dataclass(frozen=True)
class LibraryState:
    """One state of a library.

    last: the highest batch that is seen. hidden: lower ones that are not. sums: by language, how many passages are
    seen, and how many words these have. any_dead: whether any row is there of a document that is not.
    """

    topology: Topology
    last: int
    hidden: tuple[int, ...]
    sums: Mapping[str, tuple[int, int]]
    any_dead: bool

    @cached_property
    def languages(self) -> dict[str, int]:
        """Code of each language to how many passages are in it, the most frequent first."""
        return by_size({code: n for code, (n, _) in self.sums.items()})

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        return sum(self.languages.values())

    def mean_length(self, language: str) -> float:
        """Return the mean length of the passages in a language, in words."""
        n, n_words = self.sums[language]
        return n_words / n or 1.0

    def batches(self, column: str) -> str:
        """Return the condition that a batch is seen."""
        seen = f"{column} <= {self.last}"
        return f"{seen} AND {column} NOT IN ({write_numbers(self.hidden)})" if self.hidden else seen

    def live(self) -> str:
        """Return the condition that a row of a shard is of a document that is there."""
        if not self.any_dead:
            return self._written()
        dead = f"SELECT revision FROM {self.topology.own('dead')} WHERE {self.batches('batch')}"
        return f"{self._written()} AND revision NOT IN ({dead})"

    def live_documents(self) -> str:
        """Return the condition that a row of the first shard is of a document that is there."""
        if not self.any_dead:
            return self._written()
        dead = (
            f"SELECT arrayJoin(dead) FROM {self.topology.all('batches')} "
            f"WHERE event IN {SEEN} AND {self.batches('batch')}"
        )
        return f"{self._written()} AND revision NOT IN ({dead})"

    def _written(self) -> str:
        condition = f"revision < {(self.last + 1) * PLACES}"
        if self.hidden:
            condition += f" AND intDiv(revision, {PLACES}) NOT IN ({write_numbers(self.hidden)})"
        return condition


def derive_state(rows: Sequence[Batch], topology: Topology) -> LibraryState:
    """Return the state that rows of `batches` tell."""
    given_up = {row.number for row in rows if row.event == GIVEN_UP}
    seen = {row.number: row for row in rows if row.event in {COMMITTED, BASE} and row.number not in given_up}
    last = max(seen, default=0)
    sums: dict[str, tuple[int, int]] = {}
    for row in seen.values():
        for code, n, n_words in row.sums:
            before = sums.get(code, (0, 0))
            sums[code] = before[0] + n, before[1] + n_words
    hidden = sorted({row.number for row in rows if row.number < last} - seen.keys())
    # A replica may still have what was dead before a BASE.
    any_dead = any(row.n_dead or row.event == BASE for row in seen.values())
    return LibraryState(topology, last, tuple(hidden), sums, any_dead)


class Frequencies:
    """How many documents a state has, and how many passages hold each term: asked once and then remembered."""

    def __init__(self, state: LibraryState) -> None:
        self._state = state
        self._known: dict[str, int] = {}
        self._n_documents: int | None = None
        self._shared: set[int] = set()

    @property
    def languages(self) -> Mapping[str, int]:
        """Code of each language to how many passages are in it."""
        return self._state.languages

    def count_documents(self, count: Callable[[], int]) -> int:
        """Return how many documents the state has. count: tells it, asked once."""
        if self._n_documents is None:
            self._n_documents = count()
        return self._n_documents

    def count(self, names: Sequence[str], connection: Connection, settings: Mapping[str, Any]) -> npt.NDArray[np.int64]:
        """Return how many passages hold each term, by the name of its column; 0 for an unknown one."""
        new = [name for name in dict.fromkeys(names) if name not in self._known]
        if new and self._state.n_passages:
            numbers = write_numbers(number_term(name).word for name in new)
            query = (
                f"SELECT word, tag, count() FROM {self._state.topology.all('postings')} "
                f"WHERE word IN ({numbers}) AND {self._state.live()} GROUP BY word, tag"
            )
            counts = {Term(word, tag): n for word, tag, n in connection.rows(query, settings)}
            words = Counter(one.word for one in {*counts, *map(number_term, new)})
            self._shared.update(word for word, n in words.items() if n > 1)
            counted = {name: counts.get(number_term(name), 0) for name in new}
            few = len(new) <= _FEW
            self._known.update((name, n) for name, n in counted.items() if n or few)
        return np.array([self._known.get(name, 0) for name in names], dtype=np.int64)

    def make_keys(self, names: Sequence[str]) -> Keys:
        """Return how the postings of terms are told apart, which were counted before."""
        return make_keys(names, self._shared)
