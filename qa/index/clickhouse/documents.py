"""Documents of one state, and what they were read from: rows of `documents`, `files` and `originals`, read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import Any, NamedTuple

from qa.boxes.word_boxes import find_boxes, join
from qa.errors import DocumentNotFound
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal, write_numbers
from qa.index.clickhouse.scoring import unpack_text
from qa.index.clickhouse.state import LibraryState
from qa.preparing.places import read_headings
from qa.types import Box, Document, DocumentInfo, KnownFile, Span

__all__ = [
    "IDS",
    "WITHOUT_SOME",
    "Kept",
    "make_not_found",
    "read_boxes",
    "read_document",
    "read_documents",
    "read_files",
    "read_infos",
    "read_kept",
    "read_original",
    "select_boxes",
]

# A shard that hangs is waited for again by each statement: once, and not long.
WITHOUT_SOME = {"skip_unavailable_shards": 1, "connections_with_failover_max_tries": 1}
IDS = 5_000  # ids that are asked for in one go
_INFO = ", ".join(each.name for each in fields(DocumentInfo))


class Kept(NamedTuple):
    """What counts of a document that is there."""

    revision: int
    language: str
    n_passages: int
    n_words: int


def read_kept(connection: Connection, state: LibraryState, ids: Sequence[str]) -> dict[str, Kept]:
    """Return revision and size of those documents that are there, by id."""
    kept: dict[str, Kept] = {}
    for first in range(0, len(ids), IDS):
        some = ", ".join(map(write_literal, ids[first : first + IDS]))
        query = (
            f"SELECT id, revision, language, n_passages, n_words FROM {state.topology.all('documents')} "
            f"WHERE id IN ({some}) AND {state.live_documents()}"
        )
        for name, revision, language, n_passages, n_words in connection.rows(query):
            kept[name.decode()] = Kept(revision, language.decode(), n_passages, n_words)
    return kept


def read_documents(
    connection: Connection, state: LibraryState, columns: str, condition: str = "1", rest: str = ""
) -> list[tuple[Any, ...]]:
    """Return columns of the documents that are there and meet a condition. rest: of the statement, such as an order."""
    query = (
        f"SELECT {columns} FROM {state.topology.all('documents')} WHERE {condition} AND {state.live_documents()} {rest}"
    )
    return connection.rows(query)


def read_infos(connection: Connection, state: LibraryState, condition: str, rest: str = "") -> list[DocumentInfo]:
    """Return the metadata of the documents that are there and meet a condition."""
    return [_make_info(row) for row in read_documents(connection, state, _INFO, condition, rest)]


def _make_info(row: Sequence[Any]) -> DocumentInfo:
    values: list[Any] = [value.decode() if isinstance(value, bytes) else value for value in row]
    values[-2:] = (tuple(json.loads(value)) if value else () for value in values[-2:])
    return DocumentInfo(*values)


def read_document(connection: Connection, state: LibraryState, info: DocumentInfo) -> Document:
    """Return the document that has this metadata, with its text."""
    columns = "revision, n_passages, page_starts, headings"
    ((revision, n_passages, page_starts, headings),) = read_documents(
        connection, state, columns, f"id = {write_literal(info.id)}"
    )
    text, boxes = _read_text(connection, state, revision, n_passages, info.n_characters)
    return Document(
        id=info.id,
        text=text,
        title=info.title,
        source=info.source,
        media_type=info.media_type,
        page_starts=tuple(json.loads(page_starts)),
        **read_headings(headings),
        language=info.language,
        notices=info.notices,
        recognised=info.recognised,
        word_boxes=boxes,
    )


def read_boxes(connection: Connection, state: LibraryState, span: Span) -> list[Box]:
    """Return the boxes of the lines at a place in a document that is there."""
    ((revision, n_passages),) = read_documents(
        connection, state, "revision, n_passages", f"id = {write_literal(span.document_id)}"
    )
    table = state.topology.all("passages")
    own = f"passage >= {revision} AND passage < {revision + n_passages}"
    rows = connection.rows(f"SELECT passage, end FROM {table} WHERE {own} ORDER BY passage")
    starts = [0, *(end for _, end in rows)]
    places = {
        passage: (start, end)
        for start, (passage, end) in zip(starts, rows, strict=False)
        if start < span.end and end > span.start
    }
    if not places:
        return []
    boxes = sorted(connection.rows(select_boxes(state, [*places])))
    return find_boxes([(*places[passage], data) for passage, data in boxes], span.start, span.end)


def select_boxes(state: LibraryState, passages: Sequence[int]) -> str:
    """Return the statement for the boxes of passages, as pairs of the passage's number and what is packed."""
    table = state.topology.all("passages")
    return f"SELECT passage, word_boxes FROM {table} PREWHERE passage IN ({write_numbers(sorted(passages))})"


def _read_text(
    connection: Connection, state: LibraryState, revision: int, n_passages: int, n_characters: int
) -> tuple[str, bytes]:
    """Return the text of a document and its words' boxes, which lie on one shard: the others may be down."""
    query = (
        f"SELECT body, word_boxes FROM {state.topology.all('passages')} "
        f"WHERE passage >= {revision} AND passage < {revision + n_passages} ORDER BY passage"
    )
    parts = [(unpack_text(body), boxes) for body, boxes in connection.rows(query, WITHOUT_SOME)]
    if sum(len(text) for text, _ in parts) != n_characters:  # that shard was left out; this names it
        parts = [(unpack_text(body), boxes) for body, boxes in connection.rows(query)]
    starts = accumulate((len(text) for text, _ in parts), initial=0)
    boxes = join(((start, own) for start, (_, own) in zip(starts, parts, strict=False) if own), n_characters)
    return "".join(text for text, _ in parts), boxes


def read_files(connection: Connection, state: LibraryState, condition: str = "1") -> Iterator[tuple[str, KnownFile]]:
    """Yield what was said last of each file, of those whose document is there as it was then; by path."""
    query = (
        "SELECT path, document_id, fingerprint, revision FROM (SELECT path, document_id, fingerprint, revision "
        f"FROM {state.topology.all('files')} WHERE {condition} AND {state.batches('batch')} ORDER BY path, batch DESC "
        f"LIMIT 1 BY path) WHERE {state.live_documents()} ORDER BY path"
    )
    for path, document_id, fingerprint, _ in connection.rows(query):
        yield os.fsdecode(path), KnownFile(document_id.decode(), fingerprint.decode())


def read_original(connection: Connection, state: LibraryState, document_id: str) -> bytes | None:
    """Return the bytes of the file that a document was read from, where they were kept; None where they were not."""
    query = (
        f"SELECT data FROM {state.topology.all('originals')} WHERE document_id = {write_literal(document_id)} "
        f"AND {state.batches('batch')} AND {state.live_documents()} ORDER BY batch DESC LIMIT 1"
    )
    rows = connection.rows(query)
    return rows[0][0] if rows else None


def make_not_found(document_id: str) -> DocumentNotFound:
    """Return the error for an id that is not there."""
    return DocumentNotFound(f"There is no document {document_id[:100]!r} in this library. List them to see their ids.")
