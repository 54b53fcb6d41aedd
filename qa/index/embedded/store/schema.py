"""The tables of the database, and how those of an earlier version are brought up to date.

Tables for feedback are not among them: older versions know none, so they are made with the first one (`beside`).
"""

from __future__ import annotations

import json
import sqlite3

from qa.boxes.box import NO_BOXES, PAGED
from qa.errors import ReadOnlyLibrary, UnsupportedVersion
from qa.preparing.prepare import VERSION
from qa.text.detect import detect

__all__ = ["FORMAT_VERSION", "NEW_GENERATION", "prepare"]

FORMAT_VERSION = 5  # 1 knew no languages, 2 no revisions, 3 no order of titles, 4 no notices and no boxes

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
    title_key TEXT NOT NULL DEFAULT '',
    notices TEXT NOT NULL DEFAULT '[]',
    prepared INTEGER NOT NULL DEFAULT 1,
    recognised TEXT NOT NULL DEFAULT '[]'
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
    word_boxes BLOB,
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
        NULL, id, title, source, media_type, sha256, page_starts, headings, n_characters, n_passages, language, '', '',
        '[]', 1, '[]'
    FROM old_documents ORDER BY id;
INSERT INTO passages
    SELECT revision, ordinal, start, end, text, heading, page, line, sentences, NULL
    FROM old_passages JOIN documents ON documents.id = old_passages.document_id;
DROP TABLE old_passages;
DROP TABLE old_documents;
INSERT INTO segments VALUES ('', '');
"""  # a segment without a name stands for those that are still to be made
_TO_BE_MADE = """
DELETE FROM removed;
DELETE FROM segments;
INSERT INTO segments VALUES ('', '');
"""
NEW_GENERATION = "UPDATE meta SET value = random() WHERE key = 'generation'"
_TITLE_KEYS = "ALTER TABLE documents ADD COLUMN title_key TEXT NOT NULL DEFAULT ''"
_FIELDS_5 = """
ALTER TABLE documents ADD COLUMN notices TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN prepared INTEGER NOT NULL DEFAULT 1;
ALTER TABLE documents ADD COLUMN recognised TEXT NOT NULL DEFAULT '[]';
ALTER TABLE passages ADD COLUMN word_boxes BLOB;
"""
_SAY_NO_BOXES = "UPDATE documents SET notices = ? WHERE media_type = ?"
_BY_TITLE = """
UPDATE documents SET title_key = title_key_of(title);
CREATE INDEX documents_by_title ON documents (title_key, id);
"""


def prepare(connection: sqlite3.Connection, name: str, *, read_only: bool) -> None:
    """Make the tables, or bring them up to date, in one transaction. name: of the library, for messages.

    Raises UnsupportedVersion, or ReadOnlyLibrary for an older one that cannot be written.
    """
    if _is_of_today(connection, name, read_only=read_only):
        return
    connection.execute("PRAGMA foreign_keys = OFF")  # tables change places
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]  # somebody else may be faster
        if version == 0:
            _run(connection, _META + _TABLES)
        if version == 1:
            _add_languages(connection)
        if version in {1, 2}:
            _run(connection, _ASIDE + _TABLES + _COPY)
            connection.execute(NEW_GENERATION)
        if version == 3:
            _run(connection, _TITLE_KEYS)
        if version < 4:
            _run(connection, _BY_TITLE)
        if version in {3, 4}:
            _run(connection, _FIELDS_5)
        if version < FORMAT_VERSION:
            connection.execute("CREATE INDEX documents_by_version ON documents (prepared, id)")
            connection.execute(_SAY_NO_BOXES, (json.dumps([NO_BOXES]), PAGED))
        if _find_prepared(connection) < VERSION:
            _forget_segments(connection)
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def _is_of_today(connection: sqlite3.Connection, name: str, *, read_only: bool) -> bool:
    """Tell whether nothing is to be brought up to date, or nothing that reading needs. Raises what `prepare` does."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    prepared = _find_prepared(connection) if version == FORMAT_VERSION else 0
    for known, what, today in ((version, "has format", FORMAT_VERSION), (prepared, "was prepared by version", VERSION)):
        if known > today:
            raise UnsupportedVersion(
                f"The library {name!r} {what} {known}; this version of Quoth knows {today}. Open it with a newer Quoth."
            )
    if read_only and version < FORMAT_VERSION:
        raise ReadOnlyLibrary(
            f"The library {name!r} has the older format {version} and its folder cannot be written to. Open "
            "it once where you may write to it."
        )
    return version == FORMAT_VERSION and (read_only or prepared == VERSION)


def _find_prepared(connection: sqlite3.Connection) -> int:
    """Return by which version of `qa.preparing` the segments were made; 0 where that was not kept."""
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'prepared'").fetchone()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:  # it is damaged, which a check tells of
        return VERSION
    return int(row[0]) if row else 0


def _forget_segments(connection: sqlite3.Connection) -> None:
    """Let the segments be made again, from the texts, by whoever reads or writes first: their terms are others now."""
    if connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone():
        _run(connection, _TO_BE_MADE)
        connection.execute(NEW_GENERATION)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('prepared', ?)", (VERSION,))


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)


def _add_languages(connection: sqlite3.Connection) -> None:
    """Bring format 1 to 2. Passages stay as they were cut: a quote's place is what people may have kept."""
    connection.execute("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT ''")
    query = "SELECT text FROM passages WHERE document_id = ? ORDER BY ordinal"
    for (document_id,) in connection.execute("SELECT id FROM documents").fetchall():
        language = detect("".join(text for (text,) in connection.execute(query, (document_id,))))
        connection.execute("UPDATE documents SET language = ? WHERE id = ?", (language, document_id))
