"""Documents into an index, in batches: what they change there, and what becomes of the files that they are read from.

A batch is kept as a whole or not at all; of files and of any number of documents, one that cannot be prepared is left
out of it and told of. Left out: reading files (formats), preparing documents (preparing) and keeping them (index).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from qa.errors import InvalidDocument, QuothError, ReaderUnavailable
from qa.formats import SUFFIXES, Reading, find_files, find_vanished, read_each
from qa.index.protocol import Index, View
from qa.preparing.parallel import Preparer
from qa.preparing.prepare import Prepared, Unprepared
from qa.types import Change, Document, FileOutcome, KnownFile, SkippedFile

__all__ = ["Adder"]

_BATCH_CHARACTERS = 1_000_000  # how much text is gathered before it is written
_BATCH_ITEMS = 1_000  # how many documents or files are, however small
_BATCH_GROWTH = 8  # times as much at the most: each batch is twice as large as the one before, to be merged less often
_BATCH_ITEMS_GROWTH = 32  # times as many, so that a batch of passages alone is as much text as one of long documents
_FAILED_KEPT = 10_000  # files
T = TypeVar("T")


class Adder:
    """Adds to one index. Safe to use from several threads."""

    def __init__(self, index: Index, preparer: Preparer) -> None:
        self._index = index
        self._preparer = preparer
        self._failed: dict[str, tuple[str, QuothError]] = {}  # fingerprint and error of files by path

    def put(
        self,
        documents: Sequence[Document],
        files: Mapping[str, KnownFile] | None = None,
        originals: Mapping[str, bytes] | None = None,
        *,
        prepared: Iterable[Prepared | Unprepared] = (),
        faults: dict[str, InvalidDocument] | None = None,
        again: bool = False,
    ) -> dict[str, tuple[Change, int]]:
        """Add documents, and note or keep the files that they were read from. All of them, or on error none.

        Return what became of each, by id, and how many passages were written for it.
        prepared: what is known already of some of the documents.
        faults: gains, by id, why a document cannot be prepared, which is then left out; without it that is raised.
        again: whether what is unchanged is written as well, since this version prepares it in another way.
        """
        last = {document.id: document for document in documents}
        known = {id(made.document): made for made in prepared}
        with self._index.view() as view:
            there = view.sha256s(last)
            changes = {document.id: _change(document, there, view) for document in last.values()}
        new = [document for document in last.values() if again or changes[document.id] != "unchanged"]
        n_written: dict[str, int] = {}
        if new or files or originals:
            with closing(self._preparer.prepare([each for each in new if id(each) not in known])) as others:

                def ready() -> Iterator[Prepared]:
                    for document in new:
                        made = known.get(id(document)) or next(others)
                        if isinstance(made, Prepared):
                            n_written[document.id] = len(made.places)
                            yield made
                        elif faults is None:
                            raise made.error
                        else:
                            faults[document.id] = made.error

                little = sum(len(each.text) for each in new) <= _BATCH_GROWTH * _BATCH_CHARACTERS
                # Before anyone has to wait, and before it is said which files are in; or bit by bit.
                coming = list(ready()) if little or faults is not None else ready()
                kept = {path: file for path, file in (files or {}).items() if file.document_id not in (faults or {})}
                if coming or kept or originals:
                    self._index.add(coming, kept, originals or {})
        return {document_id: (change, n_written.get(document_id, 0)) for document_id, change in changes.items()}

    def put_many(self, documents: Iterable[Document], progress: Callable[[int], None] | None) -> int:
        """Add any number of documents in batches; return how many were given.

        progress: called after each batch with the number of documents that are in the index. The first error over a
        document that cannot be prepared is raised once all others are in.
        """
        done = 0
        faults: dict[str, InvalidDocument] = {}
        with closing(self._in_batches(documents, lambda document: document)) as batches:
            for batch in batches:
                made = [each for _, each in batch if each]
                self.put([document for document, _ in batch], prepared=made, faults=faults)
                done += len(batch)
                if progress:
                    progress(done - len(faults))
        for error in faults.values():
            raise error
        return done

    def put_files(
        self,
        paths: Sequence[str | Path],
        language: str = "",
        progress: Callable[[FileOutcome], None] | None = None,
        skipped: Callable[[SkippedFile], None] | None = None,
        retry: bool = True,
    ) -> list[str]:
        """Read files and add them; return the ids of their documents, in the order of the files.

        For what is given see `Library.add_files`. Without `progress`, the first error is raised once all good files
        are in.
        """
        passed: list[SkippedFile] = []
        files = list(find_files(paths, suffixes=SUFFIXES, skipped=passed))
        if skipped:
            for each in passed:
                skipped(each)
        with self._index.view() as view:
            known = view.files()
        gone = find_vanished(paths, files, known)
        total = len(files) + len(gone.paths) + len(gone.errors)
        failed = {} if retry else dict(self._failed)
        ids: list[str] = []
        first_error: QuothError | None = None
        done = 0

        def tell(
            path: str, document_id: str | None, change: Change, error: QuothError | None = None, **more: Any
        ) -> None:
            nonlocal done, first_error
            done += 1
            first_error = first_error or error
            if progress:
                text = str(error) if error else None
                progress(FileOutcome(path, document_id, text, done, total, change, **more))

        def keep(batch: Sequence[tuple[Reading, Prepared | Unprepared | None]]) -> None:
            readings = [reading for reading, _ in batch]
            read = [reading.document for reading in readings if reading.document]
            sources = {each.path: KnownFile(each.document.id, each.fingerprint) for each in readings if each.document}
            faults: dict[str, InvalidDocument] = {}
            changes = self.put(read, sources, prepared=[made for _, made in batch if made], faults=faults)
            for each in readings:
                error = faults.get(each.document.id) if each.document else each.error
                if not error and not each.document and each.path in failed:
                    error = failed[each.path][1]
                self._note_failed(each, error)
                if error:
                    tell(each.path, None, "failed", error)
                elif each.document:
                    ids.append(each.document.id)
                    change, n_passages = changes[each.document.id]
                    tell(each.path, each.document.id, change, n_passages=n_passages, notices=each.document.notices)
                else:
                    ids.append(known[each.path].document_id)
                    tell(each.path, known[each.path].document_id, "unchanged")

        unread = {path: file.fingerprint for path, file in known.items()}
        unread |= {path: fingerprint for path, (fingerprint, _) in failed.items()}
        with (
            closing(read_each(files, language=language, known=unread)) as incoming,
            closing(self._in_batches(incoming, lambda reading: reading.document)) as batches,
        ):
            for batch in batches:
                keep(batch)
        if gone.paths:
            self._index.remove(*dict.fromkeys(known[path].document_id for path in gone.paths))
        for path in gone.paths:
            tell(path, known[path].document_id, "removed")
        for path, error in gone.errors.items():
            tell(path, None, "failed", error)
        if first_error and not progress:
            raise first_error
        return ids

    def _note_failed(self, reading: Reading, error: QuothError | None) -> None:
        """Note with which error a file failed, unless that is not the file's fault; or forget it."""
        if error is None or not reading.fingerprint or isinstance(error, ReaderUnavailable):
            self._failed.pop(reading.path, None)
        elif len(self._failed) < _FAILED_KEPT:
            self._failed[reading.path] = reading.fingerprint, error

    def _in_batches(
        self, items: Iterable[T], document_of: Callable[[T], Document | None]
    ) -> Generator[list[tuple[T, Prepared | Unprepared | None]], None, None]:
        """Yield items in order, in lists to be kept in one go, with what is known of the document of each by then.

        When it is closed, what is being prepared is given up.
        """

        def n_characters(item: tuple[T, Prepared | Unprepared | None]) -> int:
            document = document_of(item[0])
            return len(document.text) if document else 0

        with closing(self._preparer.prepare_ahead(items, document_of)) as ready:
            yield from _batches(ready, n_characters)


def _batches(items: Iterable[T], n_characters: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield `items` in order, in lists to be kept in one go: so much text, or so many items, as that is quick for."""
    batch: list[T] = []
    waiting, growth = 0, 1
    for item in items:
        batch.append(item)
        waiting += n_characters(item)
        if waiting > min(growth, _BATCH_GROWTH) * _BATCH_CHARACTERS or len(batch) >= growth * _BATCH_ITEMS:
            yield batch
            batch, waiting, growth = [], 0, min(2 * growth, _BATCH_ITEMS_GROWTH)
    if batch:
        yield batch


def _change(document: Document, there: Mapping[str, str], view: View) -> Change:
    """Return what adding a document means to what is there. there: digests of texts, by id."""
    if document.id not in there:
        return "added"
    same = there[document.id] == document.sha256 and view.document(document.id) == document
    return "unchanged" if same else "replaced"
