"""Which segments belong to a state, and which revisions of documents were removed from each since it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from qa.index.embedded.store.database import Table

__all__ = ["Entry", "SegmentRows"]


class Entry(NamedTuple):
    """A segment that belongs to a state, and the revisions that were removed from it since it was written."""

    name: str
    checksum: str
    removed: frozenset[int]


class SegmentRows(Table):
    """What one database says of segments."""

    def entries(self) -> list[Entry]:
        """Return the segments of this state, by name."""
        removed: dict[str, list[int]] = {}
        for segment, revision in self._connection.execute("SELECT segment, revision FROM removed"):
            removed.setdefault(segment, []).append(revision)
        rows = self._connection.execute("SELECT name, checksum FROM segments ORDER BY name")
        return [Entry(str(name), str(checksum), frozenset(removed.get(name, ()))) for name, checksum in rows]

    def change(
        self, dropped: Iterable[str], added: Iterable[tuple[str, str]], removed: Iterable[tuple[str, int]]
    ) -> None:
        """Drop segments by name, add some by name and checksum, and note revisions as removed from some."""
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM segments WHERE name = ?", ((name,) for name in dropped))
            connection.executemany("INSERT INTO segments VALUES (?, ?)", added)
            connection.executemany("INSERT INTO removed VALUES (?, ?)", removed)
            self._database.new_generation()
