"""Documents and passages in SQLite, and which index segments belong to them: the truth of an embedded index.

A document's text is stored once, as the texts of its passages, which tile it. Each time that a document is written it
gets a revision, a number that is never used again; passages and segments know it by that. What segments there are, and
which revisions were removed from them, changes in the same transaction as the documents do, so that one state of the
database names all that belongs to it. `generation` numbers a state. It is a number that no other state has, not even
one of a copy of the library that went another way.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from qa.errors import (
    DocumentNotFound,
    FeedbackNotFound,
    InvalidOption,
    LibraryError,
    ReadOnlyLibrary,
    UnsupportedVersion,
)
from qa.feedback import MAX_FEEDBACK, Feedback
from qa.index.listing import is_sought, title_key
from qa.preparing.prepare import Prepared
from qa.text.detect import detect
from qa.text.unicode import without_surrogates
from qa.types import Document, DocumentInfo, KnownFile, Passage

__all__ = ["FORMAT_VERSION", "Entry", "Row", "Store", "may_write", "no_room"]

FORMAT_VERSION = 4  # 1 knew no languages, 2 no revisions, 3 no order of titles
_PATIENCE = 30.0  # seconds to wait while somebody else writes
_CACHE = 64_000  # KB of pages that a writer keeps: digests come in no order, and each finds its place in an index
_PARAMETERS = 500  # of one query; SQLite once took 999 at the most

# Rows of some thousand bytes: without a rowid each would take a page of its own and more.
_TABLES = """
CREATE TABLE documents (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    page_starts TEXT NOT NULL,
    headings TEXT NOT NULL,
    n_characters INTEGER NOT NULL,
    n_passages INTEGER NOT NULL,
    language TEXT NOT NULL,
    added TEXT NOT NULL,
    title_key TEXT NOT NULL DEFAULT ''
);
CREATE INDEX documents_by_sha256 ON documents (sha256, id);
CREATE TABLE passages (
    revision INTEGER NOT NULL REFERENCES documents (revision) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    heading TEXT,
    page INTEGER,
    line INTEGER NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (revision, ordinal)
);
CREATE TABLE files (
    path BLOB PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE originals (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    data BLOB NOT NULL
);
CREATE INDEX files_by_document ON files (document_id);
CREATE TABLE segments (name TEXT PRIMARY KEY, checksum TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE removed (
    segment TEXT NOT NULL REFERENCES segments (name) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    PRIMARY KEY (segment, revision)
) WITHOUT ROWID;
"""
_META = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 0);
"""
_ASIDE = """
DROP INDEX documents_by_sha256;
ALTER TABLE passages RENAME TO old_passages;
ALTER TABLE documents RENAME TO old_documents;
"""
_COPY = """
INSERT INTO documents
    SELECT
        NULL, id, title, source, media_type, sha256, page_starts, headings, n_characters, n_passages, language, '', ''
    FROM old_documents ORDER BY id;
INSERT INTO passages
    SELECT revision, ordinal, start, end, text, heading, page, line, sentences
    FROM old_passages JOIN documents ON documents.id = old_passages.document_id;
DROP TABLE old_passages;
DROP TABLE old_documents;
INSERT INTO segments VALUES ('', '');
"""  # a segment without a name stands for those that are still to be made
_TITLE_KEYS = "ALTER TABLE documents ADD COLUMN title_key TEXT NOT NULL DEFAULT ''"
_BY_TITLE = """
UPDATE documents SET title_key = title_key_of(title);
CREATE INDEX documents_by_title ON documents (title_key, id);
"""
_FEEDBACK = "CREATE TABLE IF NOT EXISTS feedback (id TEXT PRIMARY KEY, given TEXT NOT NULL, record TEXT NOT NULL)"
_SETTING = "setting "  # what a setting's key in `meta` begins with
_INFO = ", ".join(each.name for each in fields(DocumentInfo))
_ONE_PASSAGE = (
    "SELECT id, ordinal, start, end, text, heading, page, line, sentences, language "
    "FROM passages JOIN documents USING (revision) WHERE revision = ? AND ordinal = ?"
)


class Entry(NamedTuple):
    """A segment that belongs to a state, and the revisions that were removed from it since it was written."""

    name: str
    checksum: str
    removed: frozenset[int]


class Row(NamedTuple):
    """What `documents` says of a document, as far as it can be compared with the rest."""

    revision: int
    id: str
    sha256: str
    n_characters: int
    n_passages: int
    language: str


class Store:
    """One SQLite database, in memory or in a file. Not locked by itself: the index that owns it does that.

    read_only: nothing is written, and the folder need not be writable.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self.name = str(path) if path else "memory"
        self.read_only = read_only
        self._frozen: tuple[object, ...] | None = None  # what the files looked like, when nobody tells of changes
        self._open()

    def _open(self) -> None:
        try:
            self._connection = self._connect("ro" if self.read_only else None)
            try:
                self._prepare()
            except sqlite3.OperationalError:
                if not self.read_only or not self.path or not self.path.is_file():
                    raise
                self._open_frozen()
            self._file = _file_of(self.path)
        except sqlite3.Error as exc:
            raise LibraryError(
                f"The library {self.name!r} cannot be opened: {exc}. Check that the folder is one that Quoth made "
                "and that you may write to it."
            ) from exc

    def _connect(self, mode: str | None, options: str = "") -> sqlite3.Connection:
        place = f"{self.path.absolute().as_uri()}?mode={mode}{options}" if mode and self.path else self.path
        connection = sqlite3.connect(
            place or ":memory:",
            check_same_thread=False,
            isolation_level=None,
            timeout=_PATIENCE,
            uri=mode is not None,
        )
        weakref.finalize(self, connection.close)  # of a library that nobody closes, which Python 3.13 warns of
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("title_key_of", 1, title_key, deterministic=True)
        connection.create_function("is_sought", 3, is_sought, deterministic=True)
        if self.path and not self.read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _open_frozen(self) -> None:
        """Open a database that was closed in order, beside which nothing may be made: on read-only media."""
        log = self.path.with_name(self.path.name + "-wal") if self.path else None
        if log and log.exists() and log.stat().st_size:
            raise LibraryError(
                f"The library {self.name!r} was not closed in order and its folder cannot be written to, so what was "
                "added last cannot be read. Open it once where you may write to it."
            )
        self._frozen = self._looks()
        self._connection.close()
        self._connection = self._connect("ro", "&immutable=1")
        self._prepare()

    def _looks(self) -> tuple[object, ...]:
        """Return what changes when somebody else writes to the database."""
        found: list[object] = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")) if self.path else ():
            with contextlib.suppress(FileNotFoundError):
                about = path.stat()
                found += [path.name, about.st_size, about.st_mtime_ns, about.st_ino]
        return tuple(found)

    def _prepare(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > FORMAT_VERSION:
            raise UnsupportedVersion(
                f"The library {self.name!r} has format {version}; this version of Quoth knows {FORMAT_VERSION}. "
                "Open it with a newer Quoth."
            )
        if version == FORMAT_VERSION:
            return
        if self.read_only:
            raise ReadOnlyLibrary(
                f"The library {self.name!r} has the older format {version} and its folder cannot be written to. Open "
                "it once where you may write to it."
            )
        self._connection.execute("PRAGMA foreign_keys = OFF")  # tables change places
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]  # somebody else may be faster
            if version == 0:
                self._run(_META + _TABLES)
            if version == 1:
                self._add_languages()
            if version in {1, 2}:
                self._run(_ASIDE + _TABLES + _COPY)
                self._new_generation()
            if version == 3:
                self._run(_TITLE_KEYS)
            if version < FORMAT_VERSION:
                self._run(_BY_TITLE)
                self._connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("PRAGMA foreign_keys = ON")

    def _run(self, script: str) -> None:
        for statement in script.split(";"):
            self._connection.execute(statement)

    def _add_languages(self) -> None:
        """Bring format 1 to 2. Passages stay as they were cut: a quote's place is what people may have kept."""
        self._connection.execute("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT ''")
        query = "SELECT text FROM passages WHERE document_id = ? ORDER BY ordinal"
        for (document_id,) in self._connection.execute("SELECT id FROM documents").fetchall():
            language = detect("".join(text for (text,) in self._connection.execute(query, (document_id,))))
            self._connection.execute("UPDATE documents SET language = ? WHERE id = ?", (language, document_id))

    def begin(self, *, write: bool) -> None:
        """Start a transaction: from here to `end`, all that is read is of one state."""
        if write and self.read_only:
            raise ReadOnlyLibrary(
                f"The library {self.name!r} can only be read: its folder cannot be written to. Give yourself the "
                "permission, or copy it to a folder where you may write."
            )
        if write and _file_of(self.path) != self._file:
            raise LibraryError(
                f"The library {self.name!r} was moved or deleted while it was open, so nothing can be kept in it. "
                "Put it back, or open it again."
            )
        if self._frozen is not None and self._frozen != self._looks():
            self._connection.close()
            self._frozen = None
            self._open()
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
        code = getattr(exc, "sqlite_errorcode", 0) & 0xFF  # without what is particular to it
        if code == sqlite3.SQLITE_FULL:
            return no_room(self.name, str(exc))
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return LibraryError(
                f"The library {self.name!r} is being written to by another program, for longer than {_PATIENCE:g} "
                "seconds. Nothing of this change was kept; try again when that one is done."
            )
        return LibraryError(
            f"The library {self.name!r} could not be used: {exc}. Nothing of this change was kept; "
            "check the disk and whether another program is writing, then try again."
        )

    @property
    def generation(self) -> int:
        """The number of the present state."""
        return int(self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])

    def _new_generation(self) -> None:
        self._connection.execute("UPDATE meta SET value = random() WHERE key = 'generation'")

    # -- documents ----------------------------------------------------------------------------------------------------

    def put(self, prepared: Sequence[Prepared]) -> tuple[list[int], list[int]]:
        """Write documents, no two with one id, in place of those with the same ids.

        Return the revision of each, ascending, and those that were replaced.
        """
        try:
            replaced = list(self._known("revision", [made.document.id for made in prepared]).values())
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            self._connection.executemany("DELETE FROM documents WHERE revision = ?", zip(replaced))
            first = self._last_revision() + 1
            revisions = list(range(first, first + len(prepared)))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._connection.executemany(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    _document_row(revision, made.document, len(made.places), now)
                    for revision, made in zip(revisions, prepared, strict=True)
                ),
            )
            self._connection.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (revision, ordinal, place[0], place[1], made.document.text[place[0] : place[1]], *place[2:])
                    for revision, made in zip(revisions, prepared, strict=True)
                    for ordinal, place in enumerate(made.places)
                ),
            )
            self._new_generation()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc
        return revisions, replaced

    def _last_revision(self) -> int:
        """Return the highest revision that there ever was, also of documents that were deleted; 0 without any."""
        query = "SELECT max(ifnull((SELECT max(seq) FROM sqlite_sequence WHERE name = 'documents'), 0), "
        query += "ifnull((SELECT max(revision) FROM documents), 0))"
        return int(self._connection.execute(query).fetchone()[0])

    def _known(self, column: str, document_ids: Sequence[str]) -> dict[str, Any]:
        """Return what a column says of those of some documents that are there, by id."""
        found: dict[str, Any] = {}
        for start in range(0, len(document_ids), _PARAMETERS):
            some = document_ids[start : start + _PARAMETERS]
            query = f"SELECT id, {column} FROM documents WHERE id IN ({', '.join('?' * len(some))})"  # noqa: S608
            found.update(self._connection.execute(query, some))
        return found

    def delete(self, document_id: str) -> int:
        """Delete a document; return its revision. Raises DocumentNotFound."""
        try:
            revision = self._delete(_storable(document_id))
            if revision is None:
                raise not_found(document_id)
            self._new_generation()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc
        return revision

    def put_files(self, files: Mapping[str, KnownFile]) -> None:
        """Note which file each document, which must be there, was read from. Forgotten when it is deleted."""
        rows = ((os.fsencode(path), known.document_id, known.fingerprint) for path, known in files.items())
        try:
            self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", rows)
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def put_originals(self, originals: Mapping[str, bytes]) -> None:
        """Keep the files that documents, which must be there, were read from. Forgotten when one is deleted."""
        try:
            self._connection.executemany("INSERT OR REPLACE INTO originals VALUES (?, ?)", originals.items())
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def original(self, document_id: str) -> bytes | None:
        """Return the file that was kept of a document, or None."""
        query = "SELECT data FROM originals WHERE document_id = ?"
        row = self._connection.execute(query, (_storable(document_id),)).fetchone()
        return row[0] if row else None

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        """Return the path that a document was read from, and what is known of that file; None when it was from none."""
        query = "SELECT path, document_id, fingerprint FROM files WHERE document_id = ? ORDER BY path"
        row = self._connection.execute(query, (_storable(document_id),)).fetchone()
        return (os.fsdecode(row[0]), KnownFile(row[1], row[2])) if row else None

    def files(self) -> dict[str, KnownFile]:
        """Return what is known of each file that a document was read from, by path."""
        rows = self._connection.execute("SELECT path, document_id, fingerprint FROM files ORDER BY path")
        return {os.fsdecode(path): KnownFile(*known) for path, *known in rows}

    def _delete(self, document_id: str | None) -> int | None:
        row = self._connection.execute("SELECT revision FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            return None
        self._connection.execute("DELETE FROM documents WHERE revision = ?", row)
        return int(row[0])

    def count(self, text: str = "") -> int:
        """Return how many documents have `text` in their title or source. Takes some 30 ms for a million, if empty."""
        condition, values = _sought(text)
        query = f"SELECT count(*) FROM documents WHERE {condition}"  # noqa: S608
        return int(self._connection.execute(query, values).fetchone()[0])

    def infos(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        """Return documents by id: those whose id comes after `after`, at most `limit` of them; without it all."""
        query = f"SELECT {_INFO} FROM documents WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
        rows = self._connection.execute(query, (without_surrogates(after), -1 if limit is None else limit))
        return [DocumentInfo(*row) for row in rows]

    def listed(self, text: str, skip: int, limit: int | None) -> list[DocumentInfo]:
        """Return documents by title as people read it, then id; of those with `text` in their title or source.

        skip: how many at the beginning are left out. limit: at most so many; without it all.
        """
        condition, values = _sought(text)
        query = f"SELECT {_INFO} FROM documents WHERE {condition} ORDER BY title_key, id LIMIT ? OFFSET ?"  # noqa: S608
        rows = self._connection.execute(query, (*values, -1 if limit is None else limit, skip))
        return [DocumentInfo(*row) for row in rows]

    def info(self, document_id: str) -> DocumentInfo:
        """Return what is known of a document. Raises DocumentNotFound."""
        query = f"SELECT {_INFO} FROM documents WHERE id = ?"  # noqa: S608
        row = self._connection.execute(query, (_storable(document_id),)).fetchone()
        if row is None:
            raise not_found(document_id)
        return DocumentInfo(*row)

    def sha256s(self, document_ids: Iterable[str]) -> dict[str, str]:
        """Return the digests of the texts of those of some documents that are there, by id."""
        return self._known("sha256", [name for name in document_ids if _storable(name) is not None])

    def revision(self, document_id: str) -> int:
        """Return the revision of a document. Raises DocumentNotFound."""
        query = "SELECT revision FROM documents WHERE id = ?"
        row = self._connection.execute(query, (_storable(document_id),)).fetchone()
        if row is None:
            raise not_found(document_id)
        return int(row[0])

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        info = self.info(document_id)
        revision, page_starts, headings = self._connection.execute(
            "SELECT revision, page_starts, headings FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        return Document(
            id=info.id,
            text="".join(self.texts(revision)),
            title=info.title,
            source=info.source,
            media_type=info.media_type,
            page_starts=tuple(json.loads(page_starts)),
            headings=tuple((start, end) for start, end in json.loads(headings)),
            language=info.language,
        )

    def texts(self, revision: int) -> Iterator[str]:
        """Yield the texts of the passages of a document, in order."""
        query = "SELECT text FROM passages WHERE revision = ? ORDER BY ordinal"
        return (text for (text,) in self._connection.execute(query, (revision,)))

    def with_sha256(self, sha256: str) -> str | None:
        """Return the first id whose text has this digest, or None."""
        row = self._connection.execute(
            "SELECT id FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1", (_storable(sha256),)
        ).fetchone()
        return row[0] if row else None

    def passage(self, revision: int, ordinal: int) -> Passage | None:
        """Return one passage, or None."""
        row = self._connection.execute(_ONE_PASSAGE, (revision, ordinal)).fetchone()
        if row is None:
            return None
        *values, sentences, language = row
        values += tuple(map(tuple, json.loads(sentences))), language
        return Passage(*values)

    # -- settings -----------------------------------------------------------------------------------------------------

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

    # -- feedback -----------------------------------------------------------------------------------------------------

    def put_feedback(self, feedback: Iterable[Feedback]) -> None:
        """Write feedback in place of what has the same id. Raises InvalidOption when it becomes too much."""
        try:
            self._connection.execute(_FEEDBACK)
            self._connection.executemany(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?)",
                ((each.id, each.given, each.as_text()) for each in feedback),
            )
            (n_kept,) = self._connection.execute("SELECT count(*) FROM feedback").fetchone()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc
        if n_kept > MAX_FEEDBACK:
            raise InvalidOption(
                f"This library keeps {MAX_FEEDBACK:,} feedbacks at the most. Save them with `quoth export FILE`, then "
                "withdraw some (DELETE /api/feedback/ID, Library.withdraw_feedback)."
            )

    def remove_feedback(self, feedback_id: str) -> None:
        """Delete a feedback. Raises FeedbackNotFound."""
        deleted = 0
        try:
            if self._has_feedback():
                query = "DELETE FROM feedback WHERE id = ?"
                deleted = self._connection.execute(query, (_storable(feedback_id),)).rowcount
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc
        if not deleted:
            raise FeedbackNotFound(
                f"There is no feedback {feedback_id[:100]!r} in this library. See what there is with "
                "`quoth feedback list`."
            )

    def _has_feedback(self) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feedback'"
        return self._connection.execute(query).fetchone() is not None

    def feedback(self) -> list[Feedback]:
        """Return all feedback by time; of one instant, in the order in which it was kept.

        Raises LibraryError when a record is damaged.
        """
        return [Feedback.of_text(record) for _, _, record in self.feedback_rows()]

    def feedback_rows(self) -> Iterator[tuple[object, object, str]]:
        """Yield id, time and record of all feedback, in the order of `feedback`."""
        if self._has_feedback():
            query = "SELECT id, given, CAST(record AS BLOB) FROM feedback ORDER BY given, rowid"
            for name, given, record in self._connection.execute(query):
                yield name, given, (record or b"").decode("utf-8", "surrogateescape")  # which no record may have

    # -- segments -----------------------------------------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """Return the segments of this state, by name."""
        removed: dict[str, list[int]] = {}
        for segment, revision in self._connection.execute("SELECT segment, revision FROM removed"):
            removed.setdefault(segment, []).append(revision)
        rows = self._connection.execute("SELECT name, checksum FROM segments ORDER BY name")
        return [Entry(name, checksum, frozenset(removed.get(name, ()))) for name, checksum in rows]

    def change_segments(
        self, dropped: Iterable[str], added: Iterable[tuple[str, str]], removed: Iterable[tuple[str, int]]
    ) -> None:
        """Drop segments by name, add some by name and checksum, and note revisions as removed from some."""
        try:
            self._connection.executemany("DELETE FROM segments WHERE name = ?", ((name,) for name in dropped))
            self._connection.executemany("INSERT INTO segments VALUES (?, ?)", added)
            self._connection.executemany("INSERT INTO removed VALUES (?, ?)", removed)
            self._new_generation()
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def revisions(self) -> Iterator[int]:
        """Yield the revisions of the documents that have passages, ascending."""
        rows = self._connection.execute("SELECT revision FROM documents WHERE n_passages > 0 ORDER BY revision")
        return (revision for (revision,) in rows)

    def contents(self, revision: int) -> tuple[str, str, list[str]]:
        """Return the id and the language of a document, and the texts of its passages in order."""
        query = "SELECT id, language FROM documents WHERE revision = ?"
        document_id, language = self._connection.execute(query, (revision,)).fetchone()
        return document_id, language, list(self.texts(revision))

    def rows(self) -> Iterator[Row]:
        """Yield what is said of all documents, by revision."""
        query = "SELECT revision, id, sha256, n_characters, n_passages, language FROM documents ORDER BY revision"
        return (Row(*row) for row in self._connection.execute(query))

    def passages(self, revision: int) -> Iterator[tuple[int, int, int, str, list[list[int]]]]:
        """Yield ordinal, start, end, text and sentences of the passages of a document, in order."""
        query = "SELECT ordinal, start, end, text, sentences FROM passages WHERE revision = ? ORDER BY ordinal"
        for ordinal, start, end, text, sentences in self._connection.execute(query, (revision,)):
            yield ordinal, start, end, text, json.loads(sentences)

    def problems(self) -> Iterator[str]:
        """Yield what the database says of its own damage."""
        for (found,) in self._connection.execute("PRAGMA integrity_check"):
            if found != "ok":
                yield f"The database is damaged: {found}."
        for table, *_ in self._connection.execute("PRAGMA foreign_key_check"):
            yield f"The table {table} names a row that is not there."

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


def _sought(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the condition that a title or a source holds `text`, and its parameters."""
    return ("is_sought(?, title, source)", (without_surrogates(text),)) if text else ("1", ())


def _document_row(revision: int, document: Document, n_passages: int, added: str) -> tuple[object, ...]:
    return (
        revision,
        document.id,
        document.title,
        document.source,
        document.media_type,
        document.sha256,
        json.dumps(document.page_starts) if document.page_starts else "[]",
        json.dumps(document.headings) if document.headings else "[]",
        len(document.text),
        n_passages,
        document.language,
        added,
        title_key(document.title),
    )


def may_write(folder: Path, file: Path) -> bool:
    """Tell whether a library may be written: its folder, and its file if there is one."""
    return os.access(folder, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def no_room(name: str, reason: str) -> LibraryError:
    """Return the error for a disk that is full."""
    return LibraryError(
        f"There is no room for the library {name!r}: {reason}. Nothing of this change was kept; make room on the disk, "
        "then try again."
    )


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
