"""Reads all of a library and tells what is wrong: the database, every text and span, every index file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError, QuothError
from qa.feedback import Feedback
from qa.index.embedded.change import load
from qa.index.embedded.opening import ATTEMPTS, DATABASE, SEGMENTS
from qa.index.embedded.segment_files import FolderShelf, MissingSegment
from qa.index.embedded.store.documents import DocumentRow
from qa.index.embedded.store.store import Store
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.merging import chunks
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part, Snapshot
from qa.ranking.formulas import column_name, indexed
from qa.text.identifiers.compounds import find_compounds
from qa.text.terms import terms

__all__ = ["Fault", "problems_in", "problems_of"]

_REMEMBERED = 1 << 17  # terms whose numbers are remembered


class Fault(NamedTuple):
    """A sentence about what is wrong. segment: the name of the index file that is to be made again, or ""."""

    text: str
    segment: str = ""


def problems_in(folder: Path, *, read_only: bool) -> Iterator[Fault]:
    """Yield what is wrong with a library in a folder, of which everything is opened and read again.

    read_only: whether the folder cannot be written to. Nobody else has to wait meanwhile.
    """
    shelf = FolderShelf(folder / SEGMENTS)  # reads what is there now, not what is open
    store = Store(folder / DATABASE, read_only=read_only)
    try:
        for _ in range(ATTEMPTS):
            store.begin(write=False)
            snapshot, lost = load(store, shelf, Snapshot(-1, []))
            if not any(isinstance(exc, MissingSegment) for exc in lost):
                break
            store.end(commit=False)  # perhaps merged since: look at a newer state
        yield from problems_of(store, snapshot.parts, lost)
    except (sqlite3.Error, LibraryError) as exc:
        yield Fault(f"The database cannot be read further. {exc}")
    finally:
        store.close()


def problems_of(store: Store, parts: Sequence[Part] | None, lost: Sequence[DamagedSegment]) -> Iterator[Fault]:
    """Yield what is wrong with the state that the open transaction of `store` sees.

    parts, lost: its segments, and those that could not be opened; no parts at all where the estimator ranks. Memory is
    bounded by the longest document and the largest vocabulary, not by the library.
    """
    yield from map(Fault, store.problems())
    yield from map(Fault, _wrong_feedback(store))
    for exc in lost:
        if exc.name:  # without one it was not made yet, in a library of an earlier version
            yield Fault(f"The index file {exc.name} {exc.reason}.", exc.name)
    indexes = []
    for part in parts or ():
        wrong = list(_wrong_arrays(part.segment))
        yield from (Fault(f"The index file {part.segment.name} {reason}.", part.segment.name) for reason in wrong)
        if not wrong:
            indexes.append(_Contents(part))
    for row in store.documents.rows():
        wrong = list(_wrong_document(store, row))
        yield from map(Fault, wrong)
        if row.n_passages and parts is not None:
            holding = [contents for contents in indexes if contents.has(row.revision)]
            if len(holding) > 1 or (not holding and not lost and len(indexes) == len(parts)):
                yield Fault(
                    f"The document {row.id!r} is in {len(holding)} index files; it must be in one.",
                    holding[0].name if holding else "",
                )
            for contents in holding[:1]:
                if wrong:
                    contents.leave_out()
                elif reason := contents.differs(store, row):
                    yield Fault(f"The index file {contents.name} {reason} {row.id!r}.", contents.name)
    for contents in indexes:
        yield from (Fault(f"The index file {contents.name} {reason}.", contents.name) for reason in contents.rest())


def _wrong_document(store: Store, row: DocumentRow) -> Iterator[str]:
    """Yield what is wrong with the text and the spans of one document."""
    about = f"The document {row.id!r}"
    try:
        at = n = previous = 0
        for ordinal, start, end, text, sentences, leads in store.documents.passages(row.revision):
            if ordinal != n or start != at or end - start != len(text):
                yield f"{about} has passages that do not tile its text, from passage {n} on. Add it again."
                return
            for first, last in sentences:
                if not max(start, previous) <= first < last <= end:
                    yield f"{about} has a sentence, [{first}, {last}), out of its place. Add it again."
                previous = last
            for (first, _), lead in zip(sentences, leads, strict=False):
                if lead and not start <= lead[0] < lead[1] <= first:
                    yield f"{about} has a lead, [{lead[0]}, {lead[1]}), out of its place. Add it again."
            at, n = end, n + 1
        if n != row.n_passages or at != row.n_characters:
            said = f"{row.n_passages} and {row.n_characters}"
            yield f"{about} has {n} passages and {at} characters, not {said}. Add it again."
            return
        document = store.documents.document(row.id)
        if document.sha256 != row.sha256:
            yield f"{about} has not the text that it was added with: its SHA-256 is another. Add it again."
    except (QuothError, ValueError, TypeError) as exc:
        yield f"{about} cannot be read: {exc}. Add it again."


def _wrong_feedback(store: Store) -> Iterator[str]:
    """Yield what is wrong with the records of feedback; that a document has changed since is nothing wrong."""
    for name, given, record in store.beside.feedback_rows():
        try:
            feedback = Feedback.of_text(record)
            reason = "" if (feedback.id, feedback.given) == (name, given) else "it is kept under another id or time"
        except LibraryError as exc:
            reason = str(exc.__cause__)
        if reason:
            yield f"The feedback {str(name)[:100]!r} cannot be read: {reason}. Withdraw it."


def _wrong_arrays(segment: Segment) -> Iterator[str]:
    """Yield what is wrong with a segment by itself."""
    if wrong := segment.damage():
        yield f"is damaged in {', '.join(wrong)}"
        return
    for strings in (segment.terms, segment.ids):
        if any(left >= right for left, right in pairwise(strings[place] for place in range(len(strings)))):
            yield "has names out of order"
    for start, end in chunks(segment.posting_starts):
        try:
            rows, _, frequencies = segment.postings(np.arange(start, end))
        except DamagedSegment as exc:
            yield exc.reason
            return
        keys = np.repeat(np.arange(end - start), frequencies) << 32 | rows
        if (np.diff(keys) <= 0).any():
            yield "has postings out of order"
            return


class _Contents:
    """What a segment holds, compared with the texts document by document.

    Words are compared one by one. Postings are in another order than texts, so a sum over them is compared with one
    over the texts: each occurrence adds a number that is mixed from its term and its row, modulo 2**64.
    """

    def __init__(self, part: Part) -> None:
        self._segment = part.segment
        self._part = part
        self.name = part.segment.name
        live = part.live_revisions
        self._order = np.argsort(live)
        self._revisions = live[self._order]
        self._places = np.arange(len(part.segment.revisions)) if part.kept is None else np.flatnonzero(part.kept)
        self._number = lru_cache(_REMEMBERED)(part.segment.terms.find)
        self._codes = part.segment.term_codes
        self._sum = 0
        self._seen = 0
        self._whole = True

    def has(self, revision: int) -> bool:
        at = int(np.searchsorted(self._revisions, revision))
        return at < len(self._revisions) and int(self._revisions[at]) == revision

    def leave_out(self) -> None:
        """Pass over a document that it has, which is wrong itself. Then there is no sum to compare."""
        self._seen += 1
        self._whole = False

    def differs(self, store: Store, row: DocumentRow) -> str:
        """Return how the segment differs from a document that it has, or ""."""
        segment = self._segment
        place = int(self._places[self._order[np.searchsorted(self._revisions, row.revision)]])
        self._seen += 1
        first, end = segment.first_rows[place : place + 2].tolist()
        code = segment.languages[segment.document_languages[place]].code
        if segment.ids[place] != row.id.encode() or code != row.language or end - first != row.n_passages:
            self._whole = False
            return "has another id, language or number of passages for"
        for number, text in enumerate(store.documents.texts(row.revision), start=first):
            words = terms(text, row.language)
            columns = [self._number(column_name(word, row.language)) for word in words]
            try:
                kept = segment.words_at(np.array([number]))[0].tolist()
            except DamagedSegment as exc:
                self._whole = False
                return f"{exc.reason}, seen at"
            if [column if column is None else int(self._codes[column]) for column in columns] != kept:
                self._whole = False
                return "has other words for"
            extra = indexed(words, find_compounds(text, row.language), row.language)[len(words) :]
            pairs = [self._number(column_name(pair, row.language)) for pair in extra]
            if None in pairs:
                self._whole = False
                return "lacks a term of"
            held = np.array([*columns, *pairs], dtype=np.int64)
            self._sum += int(_mixed(held, np.full(len(held), number)).sum(dtype=np.uint64))
        return ""

    def rest(self) -> Iterator[str]:
        """Yield what differs once all documents were compared."""
        if self._seen != len(self._revisions):
            yield f"has {len(self._revisions)} documents, of which the library has {self._seen}"
            return
        if not self._whole:
            return
        segment, alive = self._segment, self._part.alive
        total = 0
        for start, end in chunks(segment.posting_starts):
            rows, counts, frequencies = segment.postings(np.arange(start, end))
            of_terms = np.repeat(np.arange(start, end), frequencies)
            counted = counts.astype(np.uint64)
            if alive is not None:
                counted = np.where(alive[rows], counted, np.uint64(0))
            total += int((_mixed(of_terms, rows) * counted).sum(dtype=np.uint64))
        if (total - self._sum) % (1 << 64):
            yield "has other postings than its texts"


def _mixed(terms: npt.NDArray[np.integer], rows: npt.NDArray[np.integer]) -> npt.NDArray[np.uint64]:
    """Return a number for each term in a row that nothing else is likely to give: SplitMix64."""
    x = terms.astype(np.uint64) << np.uint64(32) | rows.astype(np.uint64)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
