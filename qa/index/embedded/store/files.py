"""Which file each document was read from, and the bytes of files that are kept. Forgotten with the document."""

from __future__ import annotations

import os
from collections.abc import Mapping

from qa.index.embedded.store.database import Table, storable
from qa.types import KnownFile

__all__ = ["Files"]


class Files(Table):
    """Files of one database."""

    def put(self, files: Mapping[str, KnownFile]) -> None:
        """Note which file each document, which must be there, was read from. Forgotten when it is deleted."""
        rows = ((os.fsencode(path), known.document_id, known.fingerprint) for path, known in files.items())
        with self._database.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", rows)

    def put_originals(self, originals: Mapping[str, bytes]) -> None:
        """Keep the files that documents, which must be there, were read from. Forgotten when one is deleted."""
        with self._database.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO originals VALUES (?, ?)", originals.items())

    def original(self, document_id: str) -> bytes | None:
        """Return the file that was kept of a document, or None."""
        query = "SELECT data FROM originals WHERE document_id = ?"
        row = self._connection.execute(query, (storable(document_id),)).fetchone()
        return row[0] if row else None

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        """Return the path of the file that a document was read from, and that file; None when it was from none."""
        query = "SELECT path, document_id, fingerprint FROM files WHERE document_id = ? ORDER BY path"
        row = self._connection.execute(query, (storable(document_id),)).fetchone()
        return (os.fsdecode(row[0]), KnownFile(row[1], row[2])) if row else None

    def all(self) -> dict[str, KnownFile]:
        """Return each file that a document was read from, with its document and fingerprint, by path."""
        rows = self._connection.execute("SELECT path, document_id, fingerprint FROM files ORDER BY path")
        return {os.fsdecode(path): KnownFile(*known) for path, *known in rows}
