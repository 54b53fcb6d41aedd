"""Documents and their passages, as rows.

A document's text is stored once, as the texts of its passages, which tile it. Each time that a document is written it
gets a revision, a number that is never used again; passages and segments know it by that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from qa.boxes.word_boxes import find_boxes, join
from qa.errors import DocumentNotFound, InvalidDocument
from qa.index.embedded.store.database import Table, storable
from qa.index.embedded.store.document_rows import INFO_COLUMNS, find_time, lie_within, make_row, read_info
from qa.index.embedded.store.packing import deflate, inflate
from qa.preparing.passages import name_document, write_indexed
from qa.preparing.places import Leads, Places, read_headings, read_places
from qa.preparing.prepare import VERSION, Prepared
from qa.text.unicode import without_surrogates
from qa.types import Box, Document, DocumentInfo, Passage, Span

__all__ = ["DocumentRow", "Documents"]

_CACHE = 64_000  # KB of pages that a writer keeps: digests come in no order, and each finds its place in an index
_MOST = 2**62  # rows; SQLite knows no larger numbers than twice that
_PARAMETERS = 500  # of one query; SQLite once took 999 at the most
_ONE_PASSAGE = (
    "SELECT id, ordinal, start, end, text, heading, page, line, sentences, language, word_boxes "
    "FROM passages JOIN documents USING (revision) WHERE revision = ? AND ordinal = ?"
)


class DocumentRow(NamedTuple):
    """What `documents` says of a document, as far as it can be compared with the rest."""

    revision: int
    id: str
    sha256: str
    n_characters: int
    n_passages: int
    language: str


class Documents(Table):
    """Documents and passages of one database."""

    def put(self, prepared: Sequence[Prepared]) -> tuple[list[int], list[int]]:
        """Write documents, no two with one id, in place of those with the same ids.

        Return the revision of each, ascending, and those that were replaced.
        """
        with self._database.writing() as connection:
            there = self._known("revision, sha256, added", [made.document.id for made in prepared])
            replaced = [revision for revision, *_ in there.values()]
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            connection.executemany("DELETE FROM documents WHERE revision = ?", zip(replaced))
            first = self._last_revision() + 1
            revisions = list(range(first, first + len(prepared)))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.executemany(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    make_row(
                        revision,
                        made.document,
                        len(made.places),
                        find_time(made.document, there.get(made.document.id), now),
                    )
                    for revision, made in zip(revisions, prepared, strict=True)
                ),
            )
            connection.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (revision, ordinal, *place[:2], made.document.text[place[0] : place[1]], *place[2:], deflate(boxes))
                    for revision, made in zip(revisions, prepared, strict=True)
                    for ordinal, (place, boxes) in enumerate(zip(made.places, made.part_boxes(), strict=True))
                ),
            )
            self._database.new_generation()
        return revisions, replaced

    def _last_revision(self) -> int:
        """Return the highest revision that there ever was, also of documents that were deleted; 0 without any."""
        query = "SELECT max(ifnull((SELECT max(seq) FROM sqlite_sequence WHERE name = 'documents'), 0), "
        query += "ifnull((SELECT max(revision) FROM documents), 0))"
        return int(self._connection.execute(query).fetchone()[0])

    def _known(self, columns: str, document_ids: Sequence[str]) -> dict[str, Sequence[Any]]:
        """Return the values of columns for those of some documents that are there, by id."""
        known: dict[str, Sequence[Any]] = {}
        for start in range(0, len(document_ids), _PARAMETERS):
            some = document_ids[start : start + _PARAMETERS]
            query = f"SELECT id, {columns} FROM documents WHERE id IN ({', '.join('?' * len(some))})"  # noqa: S608
            known.update((name, values) for name, *values in self._connection.execute(query, some))
        return known

    def delete(self, document_id: str) -> int:
        """Delete a document; return its revision. Raises DocumentNotFound."""
        with self._database.writing():
            revision = self._delete(storable(document_id))
            if revision is None:
                raise not_found(document_id)
            self._database.new_generation()
        return revision

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
        query = f"SELECT {INFO_COLUMNS} FROM documents WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
        rows = self._connection.execute(query, (without_surrogates(after), -1 if limit is None else min(limit, _MOST)))
        return [*map(read_info, rows)]

    def listed(self, text: str, skip: int, limit: int | None) -> list[DocumentInfo]:
        """Return documents by title as people read it, then id; of those with `text` in their title or source.

        skip: how many at the beginning are left out. limit: at most so many; without it all.
        """
        condition, values = _sought(text)
        query = f"SELECT {INFO_COLUMNS} FROM documents WHERE {condition} ORDER BY title_key, id LIMIT ? OFFSET ?"  # noqa: S608
        rows = self._connection.execute(query, (*values, -1 if limit is None else min(limit, _MOST), min(skip, _MOST)))
        return [*map(read_info, rows)]

    def info(self, document_id: str) -> DocumentInfo:
        """Return the document's metadata. Raises DocumentNotFound."""
        query = f"SELECT {INFO_COLUMNS} FROM documents WHERE id = ?"  # noqa: S608
        row = self._connection.execute(query, (storable(document_id),)).fetchone()
        if row is None:
            raise not_found(document_id)
        return read_info(row)

    def sha256s(self, document_ids: Iterable[str]) -> dict[str, str]:
        """Return the digests of the texts of those of some documents that are there, by id."""
        known = self._known("sha256", [name for name in document_ids if storable(name) is not None])
        return {name: sha256 for name, (sha256,) in known.items()}

    def revision(self, document_id: str) -> int:
        """Return the revision of a document. Raises DocumentNotFound."""
        query = "SELECT revision FROM documents WHERE id = ?"
        row = self._connection.execute(query, (storable(document_id),)).fetchone()
        if row is None:
            raise not_found(document_id)
        return int(row[0])

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        info = self.info(document_id)
        revision, page_starts, headings = self._connection.execute(
            "SELECT revision, page_starts, headings FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        query = "SELECT start, text, word_boxes FROM passages WHERE revision = ? ORDER BY ordinal"
        parts = self._connection.execute(query, (revision,)).fetchall()
        boxes = [(start, inflate(packed, len(text))) for start, text, packed in parts if packed]
        whole = "".join(text for _, text, _ in parts)
        if len(whole) != info.n_characters:
            raise self._database.damage(f"the document {document_id[:100]!r} lacks a part of its text")
        try:
            return Document(
                id=info.id,
                text=whole,
                title=info.title,
                source=info.source,
                media_type=info.media_type,
                page_starts=tuple(json.loads(page_starts)),
                **read_headings(headings),
                language=info.language,
                notices=info.notices,
                recognised=info.recognised,
                word_boxes=join(boxes, info.n_characters),
            )
        except InvalidDocument as exc:  # it was none when it was added
            raise self._database.damage(f"the document {document_id[:100]!r} cannot be read") from exc

    def boxes(self, span: Span) -> list[Box]:
        """Return the boxes of the lines at a place in a document. Raises DocumentNotFound."""
        query = (
            "SELECT start, end, word_boxes FROM passages "
            "WHERE revision = ? AND end > ? AND start < ? AND word_boxes IS NOT NULL ORDER BY ordinal"
        )
        rows = self._connection.execute(query, (self.revision(span.document_id), span.start, span.end))
        parts = [(start, end, inflate(packed, end - start)) for start, end, packed in rows]
        return find_boxes(parts, span.start, span.end)

    def texts(self, revision: int) -> Iterator[str]:
        """Yield the texts that the passages of a document are found by, in order."""
        query = "SELECT id, title, source FROM documents WHERE revision = ?"
        document_id, title, source = self._connection.execute(query, (revision,)).fetchone()
        name = name_document(title, source, document_id)
        query = "SELECT heading, text FROM passages WHERE revision = ? ORDER BY ordinal"
        for heading, text in self._connection.execute(query, (revision,)):
            yield write_indexed(name, heading, text)

    def with_sha256(self, sha256: str) -> str | None:
        """Return the first id whose text has this digest, or None."""
        row = self._connection.execute(
            "SELECT id FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1", (storable(sha256),)
        ).fetchone()
        return row[0] if row else None

    def passage(self, revision: int, ordinal: int) -> Passage | None:
        """Return one passage, or None where the document has none of that number, or is gone."""
        row = self._connection.execute(_ONE_PASSAGE, (revision, ordinal)).fetchone()
        if row is None:
            query = "SELECT id FROM documents WHERE revision = ? AND n_passages > ?"
            if lacking := self._connection.execute(query, (revision, ordinal)).fetchone():
                raise self._database.damage(f"the document {lacking[0]!r} lacks passage {ordinal + 1}")
            return None
        *values, sentences, language, packed = row
        places, leads = read_places(sentences)
        if not lie_within(values[2], values[3], len(values[4]), places):
            raise self._database.damage(f"passage {ordinal + 1} of the document {values[0]!r} is not as it was added")
        values += places, language, inflate(packed, len(values[4])), leads
        return Passage(*values)

    def revisions(self) -> Iterator[int]:
        """Yield the revisions of the documents that have passages, ascending."""
        rows = self._connection.execute("SELECT revision FROM documents WHERE n_passages > 0 ORDER BY revision")
        for (revision,) in rows:
            yield revision

    def contents(self, revision: int) -> tuple[str, str, list[str]]:
        """Return the id and the language of a document, and in order the texts that its passages are found by."""
        query = "SELECT id, language FROM documents WHERE revision = ?"
        document_id, language = self._connection.execute(query, (revision,)).fetchone()
        return document_id, language, list(self.texts(revision))

    def outdated(self) -> list[str]:
        """Return the ids of the documents that an earlier version prepared, sorted."""
        query = "SELECT id FROM documents WHERE prepared < ?"
        return sorted(name for (name,) in self._connection.execute(query, (VERSION,)))

    def rows(self) -> Iterator[DocumentRow]:
        """Yield what is said of all documents, by revision."""
        query = "SELECT revision, id, sha256, n_characters, n_passages, language FROM documents ORDER BY revision"
        for row in self._connection.execute(query):
            yield DocumentRow(*row)

    def passages(self, revision: int) -> Iterator[tuple[int, int, int, str, Places, Leads]]:
        """Yield ordinal, start, end, text, sentences and their leads of the passages of a document, in order."""
        query = "SELECT ordinal, start, end, text, sentences FROM passages WHERE revision = ? ORDER BY ordinal"
        for ordinal, start, end, text, sentences in self._connection.execute(query, (revision,)):
            yield ordinal, start, end, text, *read_places(sentences)


def _sought(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the condition that a title or a source holds `text`, and its parameters."""
    return ("is_sought(?, title, source)", (without_surrogates(text),)) if text else ("1", ())


def not_found(document_id: str) -> DocumentNotFound:
    """Return the error for an id that is not there."""
    return DocumentNotFound(f"There is no document {document_id[:100]!r} in this library. List them to see their ids.")
