"""Documents as rows of `documents`, `passages` and `postings`, gathered until they are many enough to be sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import numpy as np

from qa.arrays import starts_of
from qa.errors import LibraryError
from qa.index.clickhouse.scoring import pack_passage
from qa.index.clickhouse.terms import number_term
from qa.index.listing import sought, title_key
from qa.preparing.places import write_headings
from qa.preparing.prepare import VERSION, Prepared
from qa.ranking.vocabulary import Terms, join_terms

__all__ = ["Rows"]

Columns = dict[str, Sequence[Any]]
_PASSAGE = ("passage", "revision", "end", "length", "body", "word_boxes")
_DOCUMENT = (
    "id",
    "revision",
    "title",
    "source",
    "media_type",
    "sha256",
    "page_starts",
    "headings",
    "n_characters",
    "n_passages",
    "n_words",
    "language",
    "added",
    "title_key",
    "sought",
    "notices",
    "prepared",
    "recognised",
)


class _Written(NamedTuple):
    """The terms of a document and its revision."""

    terms: Terms
    revision: int


class Rows:
    """Rows by column. n_characters: about how much text they are."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self.n_characters = 0
        self._documents: list[tuple[Any, ...]] = []
        self._passages: list[tuple[Any, ...]] = []
        self._written: list[_Written] = []

    def add(self, prepared: Prepared, revision: int) -> int:
        """Take in a document; return how many words it has. Raises LibraryError for what cannot be stored."""
        document, terms = prepared.document, prepared.terms
        lengths = terms.lengths.tolist()
        for ordinal, (place, length, boxes) in enumerate(
            zip(prepared.places, lengths, prepared.part_boxes(), strict=True)
        ):
            if not isinstance(place.sentences, str):
                raise LibraryError(
                    f"The document {document.id[:100]!r} has a passage that cannot be stored. Nothing of this change "
                    "was kept."
                )
            known = pack_passage(document, ordinal, place)
            self._passages.append((revision + ordinal, revision, place.end, length, known, boxes))
        n_words: int = sum(lengths)
        self._documents.append(
            (
                document.id.encode(),
                revision,
                document.title.encode(),
                document.source.encode(),
                document.media_type.encode(),
                document.sha256.encode(),
                _write_json(document.page_starts),
                write_headings(document).encode(),
                len(document.text),
                len(prepared.places),
                n_words,
                document.language.encode(),
                datetime.now(UTC).isoformat(timespec="seconds").encode(),
                title_key(document.title).encode(),
                sought(document.title, document.source).encode(),
                json.dumps(document.notices).encode() if document.notices else b"",  # as of documents of version 1
                VERSION,
                json.dumps(document.recognised).encode() if document.recognised else b"",
            )
        )
        self._written.append(_Written(terms, revision))
        self.n_characters += len(document.text) + 1_000
        return n_words

    def take(self) -> Iterator[tuple[str, Columns]]:
        """Yield all rows by table, and forget them; what tells of documents comes last."""
        documents, passages, written = self._documents, self._passages, self._written
        self._forget()
        if not written:
            return
        postings, n_postings = _make_postings(written)
        yield "postings", postings
        if passages:
            yield "passages", _make_columns(_PASSAGE, passages)
        yield "documents", {**_make_columns(_DOCUMENT, documents), "n_postings": n_postings}


def _write_json(places: Sequence[Any]) -> bytes:
    return json.dumps(places).encode() if places else b"[]"  # as of nearly all documents


def _make_columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Columns:
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def _make_postings(written: Sequence[_Written]) -> tuple[Columns, list[int]]:
    """Return the postings of documents, in the order of the table, and how many each document has."""
    terms = join_terms([one.terms for one in written])
    firsts = starts_of(np.array([len(one.terms.lengths) for one in written], dtype=np.int64))
    numbers = [*map(number_term, terms.names)]
    words = np.array([one.word for one in numbers], dtype=np.int64)
    tags = np.array([one.tag for one in numbers], dtype=np.int64)
    order = np.argsort(words, kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))

    rows = np.repeat(np.arange(len(terms.lengths)), terms.lengths)
    keys = np.concatenate([rank[terms.words] << 32 | rows, rank[terms.pairs] << 32 | terms.pair_rows.astype(np.int64)])
    keys, counts = np.unique(keys, return_counts=True)
    rows, held = keys & 0xFFFFFFFF, order[keys >> 32]
    documents = np.searchsorted(firsts, rows, side="right") - 1
    revisions = np.array([one.revision for one in written], dtype=np.uint64)
    columns = {
        "word": words[held],
        "tag": tags[held],
        "revision": revisions[documents],
        "ordinal": rows - firsts[documents],
        "tally": terms.lengths[rows].astype(np.int64) << 32 | counts,
    }
    n_postings: list[int] = np.bincount(documents, minlength=len(written)).tolist()
    return {name: column.tolist() for name, column in columns.items()}, n_postings
