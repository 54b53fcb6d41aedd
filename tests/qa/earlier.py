"""Libraries as earlier versions of Quoth made them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import qa
from qa.formats import reading

FORMAT_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL,
    page_starts TEXT NOT NULL, headings TEXT NOT NULL, n_characters INTEGER NOT NULL, n_passages INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_by_sha256 ON documents (sha256, id);
CREATE TABLE passages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, heading TEXT, page INTEGER,
    line INTEGER NOT NULL, sentences TEXT NOT NULL, PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 7);
"""


def of_earlier_format(folder: Path, version: int, *documents: qa.Document) -> None:
    """Make a library as an earlier version of Quoth made it."""
    folder.mkdir()
    (folder / "segment.npz").write_bytes(b"the index file of that time")
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.executescript(f"PRAGMA journal_mode = WAL; {FORMAT_1}")
        if version == 2:
            connection.execute("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT ''")
        for d in documents:
            passages = qa.split(d, size=30)
            row = [
                d.id,
                d.title,
                d.source,
                d.media_type,
                d.sha256,
                json.dumps(d.page_starts),
                json.dumps(d.headings),
                len(d.text),
                len(passages),
            ]
            row += [d.language] if version == 2 else []
            connection.execute(f"INSERT INTO documents VALUES ({','.join('?' * len(row))})", row)  # noqa: S608
            connection.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        p.document_id,
                        p.ordinal,
                        p.start,
                        p.end,
                        p.text,
                        p.heading,
                        p.page,
                        p.line,
                        str([*map(list, p.sentences)]),
                    )
                    for p in passages
                ],
            )
        connection.execute("INSERT INTO meta VALUES ('setting kept', CAST('as it was' AS BLOB))")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


WITHOUT_FORMAT_5 = """
DROP INDEX documents_by_version; ALTER TABLE documents DROP COLUMN prepared; ALTER TABLE documents DROP COLUMN notices;
ALTER TABLE documents DROP COLUMN recognised;
ALTER TABLE passages DROP COLUMN word_boxes; DELETE FROM meta WHERE key = 'prepared'; PRAGMA user_version = 4;
"""


def make_format_4(folder: Path) -> None:
    """Make a library of what an earlier version left: without boxes and notices, files with fingerprints of that time,
    terms that are none any more, and a sentence that was found in another way.
    """
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.executescript(WITHOUT_FORMAT_5)
        old = f" {reading.VERSION} ", f" {reading.VERSION - 1} "
        connection.execute("UPDATE files SET fingerprint = replace(fingerprint, ?, ?)", old)
        connection.execute("UPDATE passages SET sentences = '[[0, 3]]'")
        connection.execute("UPDATE documents SET added = '2020-01-01T00:00:00+00:00'")
        connection.commit()
