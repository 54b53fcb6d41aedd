"""A library of an earlier version brought up to date: documents read again from their files, else prepared again.

A document is read again where the file that was kept of it is there, or that at its path is as it was. Otherwise its
text stays, and only its passages and terms are made again, as this version makes them. It is done in batches, each kept
as a whole, so that whoever is broken off goes on with what is left the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from time import monotonic

from qa.adding import Adder
from qa.boxes.box import NO_BOXES
from qa.errors import DocumentNotFound, InvalidDocument, QuothError
from qa.formats import read, read_each
from qa.index.protocol import Index
from qa.types import Change, Document, FileOutcome, KnownFile

__all__ = ["LibraryUpdate", "bring_up_to_date"]

_BATCH_DOCUMENTS, _BATCH_CHARACTERS, _BATCH_BYTES = 100, 4_000_000, 50_000_000  # that are kept in one go


@dataclass(frozen=True, slots=True)
class LibraryUpdate:
    """What it came to that a library was brought up to date.

    n_read: documents that were read again from their files. n_prepared: those of which the text stayed as it was.
    left: the names of these that came from a file which is gone, has changed or cannot be read. seconds: it took.
    """

    n_read: int = 0
    n_prepared: int = 0
    left: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(slots=True)
class _Held:
    """A document as the library has it, with what is kept beside it."""

    document: Document
    original: bytes | None
    files: dict[str, KnownFile] = field(default_factory=dict)
    current: Document | None = None  # as it is read today

    @property
    def name(self) -> str:
        return next(iter(self.files), "") or self.document.source or self.document.title

    @property
    def is_of_file(self) -> bool:
        return bool(self.files) or self.original is not None or NO_BOXES in self.document.notices


def bring_up_to_date(
    index: Index, adder: Adder, progress: Callable[[FileOutcome], None] | None = None
) -> LibraryUpdate:
    """Bring the documents up to date that an earlier version prepared; there are none in a library of this version.

    progress: called for each document once it is kept: `replaced` where it was read again, else `unchanged`.
    Raises LibraryError.
    """
    started = monotonic()
    ids = index.outdated()
    n_read, done = 0, 0
    left: list[str] = []
    for batch in _gather(index, ids) if ids else ():
        _read_again(batch)
        faults: dict[str, InvalidDocument] = {}
        with index.view() as view:  # what was changed meanwhile is not of an earlier version any more
            there = view.sha256s(held.document.id for held in batch)
        same = [held for held in batch if there.get(held.document.id) == held.document.sha256]
        written = adder.put(
            [held.current or held.document for held in same],
            {path: file for held in same for path, file in held.files.items()},
            {held.document.id: held.original for held in same if held.original is not None},
            faults=faults,
            again=True,
        )
        for held in batch:
            done += 1
            was_read = held.current is not None and held.document.id in written and held.document.id not in faults
            n_read += was_read
            if not was_read and held.is_of_file:
                left.append(held.name)
            if progress:
                n_passages = written.get(held.document.id, ("unchanged", 0))[1]
                notices = held.current.notices if held.current and was_read else ()
                change: Change = "replaced" if was_read else "unchanged"
                told = FileOutcome(held.name, held.document.id, None, done, len(ids), change, n_passages, notices)
                progress(told)
    return LibraryUpdate(n_read, done - n_read, tuple(left), monotonic() - started)


def _gather(index: Index, ids: Sequence[str]) -> Iterator[list[_Held]]:
    """Yield documents with what is kept beside them, in batches that are no larger than is kept in one go."""
    with index.view() as view:
        files: dict[str, dict[str, KnownFile]] = {}
        for path, known in view.files().items():
            files.setdefault(known.document_id, {})[path] = known
    batch: list[_Held] = []
    n_characters = n_bytes = 0
    for document_id in ids:
        with index.view() as view:
            try:
                held = _Held(view.document(document_id), view.original(document_id), files.get(document_id, {}))
            except DocumentNotFound:
                continue
        batch.append(held)
        n_characters += len(held.document.text)
        n_bytes += len(held.original or b"")
        if len(batch) >= _BATCH_DOCUMENTS or n_characters >= _BATCH_CHARACTERS or n_bytes >= _BATCH_BYTES:
            yield batch
            batch, n_characters, n_bytes = [], 0, 0
    if batch:
        yield batch


def _read_again(batch: Sequence[_Held]) -> None:
    """Read documents from their files where these are as they were, each with the language that was asked for."""
    by_language: dict[str, dict[str, _Held]] = {}
    for held in batch:
        if held.original is not None:
            try:
                made = read(held.original, name=held.document.source)
                held.current = replace(
                    made, id=held.document.id, title=held.document.title, source=held.document.source
                )
            except QuothError:
                pass  # what was read once stays
        else:
            for path, known in held.files.items():
                by_language.setdefault(_language_of(known), {})[path] = held
    for language, paths in by_language.items():
        with closing(read_each([*paths], language=language)) as readings:
            for reading in readings:
                held = paths[reading.path]
                if reading.document and _is_same(reading.fingerprint, held.files[reading.path]):
                    held.current = replace(reading.document, id=held.document.id)
                    held.files[reading.path] = KnownFile(held.document.id, reading.fingerprint)


def _language_of(known: KnownFile) -> str:
    return known.fingerprint.partition(" ")[2].partition(" ")[2]


def _is_same(fingerprint: str, known: KnownFile) -> bool:
    """Tell whether a file has the bytes that it had."""
    return fingerprint.partition(" ")[0] == known.fingerprint.partition(" ")[0] != ""
