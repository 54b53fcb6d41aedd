"""Documents and passages in SQLite: the truth of an embedded index.

A document's text is stored once, as the texts of its passages, which tile it. `generation` numbers a state; what is
derived from the documents names the generation that it was made from. It is a number that no other state has, not even
one of a copy of the library that went another way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from qa.errors import DocumentNotFound, LibraryError, UnsupportedVersion
from qa.language import detect
from qa.text import without_surrogates
from qa.types import Document, DocumentInfo, Passage

__all__ = ["FORMAT_VERSION", "Store"]

FORMAT_VERSION = 2  # 1 knew no languages

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    page_starts TEXT NOT NULL,
    headings TEXT NOT NULL,
    n_characters INTEGER NOT NULL,
    n_passages INTEGER NOT NULL,
    language TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_by_sha256 ON documents (sha256, id);
CREATE TABLE passages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    heading TEXT,
    page INTEGER,
    line INTEGER NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 0);
"""
_SETTING = "setting "  # what a setting's key in `meta` begins with
_INFO = "id, title, source, media_type, sha256, n_characters, n_passages, language"
_PASSAGE = "document_id, ordinal, start, end, text, heading, page, line"


class Store:
    """One SQLite database, in memory or in a file. Not locked by itself: the index that owns it does that."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._name = str(path) if path else "memory"
        try:
            self._connection = sqlite3.connect(
                path or ":memory:", check_same_thread=False, isolation_level=None, timeout=10.0
            )
            self._connection.execute("PRAGMA foreign_keys = ON")
            if path:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")
            self._prepare()
            self._file = _file_of(path)
        except sqlite3.Error as exc:
            raise LibraryError(
                f"The library {self._name!r} cannot be opened: {exc}. Check that the folder is one that Quoth made "
                "and that you may write to it."
            ) from exc

    def _prepare(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > FORMAT_VERSION:
            raise UnsupportedVersion(
                f"The library {self._name!r} has format {version}; this version of Quoth knows {FORMAT_VERSION}. "
                "Open it with a newer Quoth."
            )
        if version < FORMAT_VERSION:
            self._connection.execute("BEGIN IMMEDIATE")
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]  # somebody else may be faster
            if version == 0:
                for statement in _SCHEMA.split(";"):
                    self._connection.execute(statement)
            elif version == 1:
                self._add_languages()
            self._connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
            self._connection.execute("COMMIT")

    def _add_languages(self) -> None:
        """Bring format 1 up to date. Passages stay as they were cut: a quote's place is what people may have kept."""
        self._connection.execute("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT ''")
        for (document_id,) in self._connection.execute("SELECT id FROM documents").fetchall():
            language = detect(self._text(document_id))
            self._connection.execute("UPDATE documents SET language = ? WHERE id = ?", (language, document_id))
        self._new_generation()

    def begin(self, *, write: bool) -> None:
        """Start a transaction: from here to `end`, all that is read is of one state."""
        if write and _file_of(self._path) != self._file:
            raise LibraryError(
                f"The library {self._name!r} was moved or deleted while it was open, so nothing can be kept in it. "
                "Put it back, or open it again."
            )
        try:
            self._connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def end(self, *, commit: bool) -> None:
        """End the transaction; what was written lasts if `commit`."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT" if commit else "ROLLBACK")
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def failure(self, exc: sqlite3.Error) -> LibraryError:
        """Return the error to raise for one of the database."""
        return LibraryError(
            f"The library {self._name!r} could not be used: {exc}. Nothing of this change was kept; "
            "check the disk and whether another program is writing, then try again."
        )

    @property
    def generation(self) -> int:
        """The number of the present state."""
        return int(self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])

    def put(self, documents: Iterable[tuple[Document, Sequence[Passage]]]) -> None:
        """Write documents, each in place of one with the same id."""
        try:
            for document, passages in documents:
                self._connection.execute("DELETE FROM documents WHERE id = ?", (document.id,))
                self._connection.execute(
                    "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        document.id,
                        document.title,
                        document.source,
                        document.media_type,
                        document.sha256,
                        json.dumps(document.page_starts),
                        json.dumps(document.headings),
                        len(document.text),
                        len(passages),
                        document.language,
                    ),
                )
                self._connection.executemany(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        (
                            p.document_id,
                            p.ordinal,
                            p.start,
                            p.end,
                            p.text,
                            p.heading,
                            p.page,
                            p.line,
                            json.dumps(p.sentences),
                        )
                        for p in passages
                    ),
                )
            self._new_generation()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def delete(self, document_id: str) -> None:
        """Delete a document. Raises DocumentNotFound."""
        try:
            if not self._connection.execute("DELETE FROM documents WHERE id = ?", (_storable(document_id),)).rowcount:
                raise not_found(document_id)
            self._new_generation()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def _new_generation(self) -> None:
        self._connection.execute("UPDATE meta SET value = random() WHERE key = 'generation'")

    def infos(self) -> list[DocumentInfo]:
        """Return all documents by id."""
        rows = self._connection.execute(f"SELECT {_INFO} FROM documents ORDER BY id")  # noqa: S608
        return [DocumentInfo(*row) for row in rows]

    def info(self, document_id: str) -> DocumentInfo:
        """Return what is known of a document. Raises DocumentNotFound."""
        query = f"SELECT {_INFO} FROM documents WHERE id = ?"  # noqa: S608
        row = self._connection.execute(query, (_storable(document_id),)).fetchone()
        if row is None:
            raise not_found(document_id)
        return DocumentInfo(*row)

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        info = self.info(document_id)
        page_starts, headings = self._connection.execute(
            "SELECT page_starts, headings FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        return Document(
            id=info.id,
            text=self._text(document_id),
            title=info.title,
            source=info.source,
            media_type=info.media_type,
            page_starts=tuple(json.loads(page_starts)),
            headings=tuple((start, end) for start, end in json.loads(headings)),
            language=info.language,
        )

    def _text(self, document_id: str) -> str:
        query = "SELECT text FROM passages WHERE document_id = ? ORDER BY ordinal"
        return "".join(text for (text,) in self._connection.execute(query, (document_id,)))

    def with_sha256(self, sha256: str) -> str | None:
        """Return the first id whose text has this digest, or None."""
        row = self._connection.execute(
            "SELECT id FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1", (_storable(sha256),)
        ).fetchone()
        return row[0] if row else None

    def setting(self, name: str) -> str | None:
        """Return the text that is kept under a name, or None."""
        query = "SELECT CAST(value AS TEXT) FROM meta WHERE key = ?"
        row = self._connection.execute(query, (_SETTING + name,)).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep a text under a name, or forget it. Nothing is derived from it: the generation stays.

        It is written as bytes, which no column takes for a number.
        """
        try:
            if text is None:
                self._connection.execute("DELETE FROM meta WHERE key = ?", (_SETTING + name,))
            else:
                row = (_SETTING + name, text.encode())
                self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", row)
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def texts(self) -> tuple[list[str], list[str]]:
        """Return the texts of all passages by document id and place, and the language of each."""
        rows = self._connection.execute(
            "SELECT text, language FROM passages JOIN documents ON id = document_id ORDER BY document_id, ordinal"
        ).fetchall()
        return [text for text, _ in rows], [language for _, language in rows]

    def places(self) -> list[tuple[str, int]]:
        """Return `(document_id, n_passages)` of the documents that have passages, by id."""
        return self._connection.execute(
            "SELECT id, n_passages FROM documents WHERE n_passages > 0 ORDER BY id"
        ).fetchall()

    def passage(self, document_id: str, ordinal: int) -> Passage:
        """Return one passage, which must be there."""
        query = (
            f"SELECT sentences, language, {_PASSAGE} FROM passages JOIN documents ON id = document_id "  # noqa: S608
            "WHERE document_id = ? AND ordinal = ?"
        )
        sentences, language, *fields = self._connection.execute(query, (document_id, ordinal)).fetchone()
        spans = tuple((start, end) for start, end in json.loads(sentences))
        return replace(Passage(*fields), sentences=spans, language=language)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


def _file_of(path: Path | None) -> tuple[int, int] | None:
    """Return the device and number of the file at `path`; None when there is none."""
    if path is None or not path.exists():
        return None
    found = path.stat()
    return found.st_dev, found.st_ino


def _storable(text: str) -> str | None:
    """Return a text as it is, or None when no document can hold it because it is no Unicode."""
    return text if without_surrogates(text) == text else None


def not_found(document_id: str) -> DocumentNotFound:
    """Return the error for an id that is not there."""
    return DocumentNotFound(f"There is no document {document_id[:100]!r} in this library. List them to see their ids.")
