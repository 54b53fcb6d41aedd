"""Documents and passages in SQLite, and which index segments belong to them: the truth of an embedded index.

What segments there are, and which revisions were removed from them, changes in the same transaction as the documents
do, so that one state of the database names all that belongs to it.
"""

from __future__ import annotations

from pathlib import Path

from qa.index.embedded.store.beside import Beside
from qa.index.embedded.store.database import SqliteDatabase
from qa.index.embedded.store.documents import Documents
from qa.index.embedded.store.files import Files
from qa.index.embedded.store.segment_rows import SegmentRows

__all__ = ["Store"]


class Store(SqliteDatabase):
    """A database with all that is kept in it."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        super().__init__(path, read_only=read_only)
        self.documents = Documents(self)
        self.files = Files(self)
        self.beside = Beside(self)
        self.segments = SegmentRows(self)
