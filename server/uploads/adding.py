"""What is done with one upload: its files are read and added in batches, and what became of each is noted.

A file may be added twice where a server was killed, which changes nothing the second time. Left out: which upload is
the next, and the thread that this runs in (jobs).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from time import monotonic

import qa
from server.bodies.base import OPENED
from server.bodies.documents import FileBody, JobBody
from server.uploads.job_folder import JobFolder, Progress

__all__ = ["Stopped", "UploadAdder", "Work", "add_each", "describe", "find_replaced", "read_originals"]

BATCH_SECONDS = 1.0
BATCH_CHARACTERS = 1_000_000
"""Files are added together until either is reached, so that many small ones are quick and progress is seen."""
RETRY_SECONDS = 3.0
"""How long to wait when the library cannot be written: another program may be at it, or the disk be full."""
MAX_BEGINNINGS = 10
"""Attempts that broke off, in a row, after which the file that was at work is given up."""

Outcome = qa.Document | str
"""What a file gave: its document, or the error."""

_log = logging.getLogger(__name__)


class Stopped(Exception):
    """The server stops; what is not noted stays for the next start."""


class Work:
    """One job as it is worked on; guarded by the lock of `Jobs`. What an earlier process worked on waits again."""

    def __init__(self, id: str, kept: JobFolder) -> None:
        self.id = id
        self.kept = kept
        self.progress = kept.read_progress()
        if not self.done:
            self.progress = Progress(self.progress.outcomes)

    @property
    def done(self) -> bool:
        """Whether the outcome of every file is known."""
        return not self.left

    @property
    def left(self) -> list[int]:
        """The numbers of the files that are to be added."""
        return self.kept.list_left(self.progress)

    def report(self) -> JobBody:
        """Return the job as JSON."""
        return self.kept.report(self.progress)

    def hold_up(self) -> None:
        """Keep that the library cannot be written just now."""
        self.progress.held_up = True
        with suppress(OSError):  # the disk may be why
            self.kept.hold_up()


class UploadAdder:
    """Adds the files of jobs to one library.

    stopping: is set once the server stops. note: keeps what became of files of a job, by their numbers.
    """

    def __init__(
        self,
        library: qa.Library,
        stopping: threading.Event,
        note: Callable[[Work, Sequence[tuple[int, FileBody]]], None],
    ) -> None:
        self._library = library
        self._stopping = stopping
        self._note = note

    def add(self, work: Work) -> None:
        """Read the files that are left and add them; one by one if that broke off before, to find out a bad file.

        Raises Stopped when the server stops before the end.
        """
        n_broken_off = work.kept.begin()
        batch: list[tuple[int, Outcome]] = []
        since = monotonic()
        left = work.left
        if n_broken_off >= MAX_BEGINNINGS:
            name = work.kept.names[left[0]]
            error = (
                f"{name!r} was given up after {n_broken_off} attempts that broke off. Split the file, or save it again."
            )
            self._note(work, _report(work, [(left.pop(0), error)]))
        for position, number in enumerate(left, 1):
            if self._stopping.is_set():
                work.kept.pause()
                raise Stopped
            batch.append((number, self._read(work, number)))
            size = sum(len(outcome.text) for _, outcome in batch if isinstance(outcome, qa.Document))
            slow = monotonic() - since >= BATCH_SECONDS
            if n_broken_off or slow or size >= BATCH_CHARACTERS or position == len(left):
                self._add_batch(work, batch)
                batch.clear()
                since = monotonic()
        try:
            self._library.compact()
        except qa.LibraryError as exc:
            _log.warning("The index was not put in fewer files (%s); it is tried again with the next upload.", exc)

    def _read(self, work: Work, number: int) -> Outcome:
        """Return the document of a file, or the error."""
        name = work.kept.names[number]
        try:
            return qa.read(work.kept.find_file(number).read_bytes(), name=name, language=work.kept.language)
        except qa.QuothError as exc:
            return str(exc)
        except OSError as exc:
            return f"{name!r} could not be read from the server's disk: {exc.strerror}. Upload it again."
        except Exception as exc:
            if self._stopping.is_set():
                raise Stopped from exc
            _log.exception("The file %r of the upload %s could not be read.", name, work.id)
            return f"{name!r} could not be read, and the log of the server says why. The other files go on."

    def _add_batch(self, work: Work, batch: Sequence[tuple[int, Outcome]]) -> None:
        """Add a batch in one go and note its outcomes. Waits while the library cannot be written."""
        documents = [outcome for _, outcome in batch if isinstance(outcome, qa.Document)]
        originals = read_originals((outcome, work.kept.find_file(number).read_bytes) for number, outcome in batch)
        for attempt in count():
            try:
                replaced = find_replaced(self._library, documents)
                errors = add_each(self._library, documents, originals)
                break
            except qa.LibraryError as exc:
                if not attempt:
                    work.hold_up()
                    _log.warning("The upload %s waits for the library: %s", work.id, exc)
                if self._stopping.wait(RETRY_SECONDS):
                    work.kept.pause()
                    raise Stopped from exc
        work.progress.held_up = False
        outcomes = [
            (number, str(errors[outcome.id]) if isinstance(outcome, qa.Document) and outcome.id in errors else outcome)
            for number, outcome in batch
        ]
        self._note(work, _report(work, outcomes, replaced))


def add_each(
    library: qa.Library, documents: Sequence[qa.Document], originals: Mapping[str, bytes]
) -> dict[str, qa.QuothError]:
    """Add documents; return by id why those are not in that cannot be indexed. Raises what else `Library.add` does."""
    try:
        library.add(*documents, originals=originals)
    except qa.InvalidDocument as exc:
        if len(documents) == 1:
            return {documents[0].id: exc}
    else:
        return {}
    errors: dict[str, qa.QuothError] = {}
    for document in documents:
        own = {id: data for id, data in originals.items() if id == document.id}
        errors |= add_each(library, [document], own)
    return errors


def describe(name: str, outcome: Outcome, *, replaced: bool = False) -> FileBody:
    """Return what a file gave as JSON."""
    if isinstance(outcome, qa.Document):
        return FileBody(
            name=name, id=outcome.id, title=outcome.title, error=None, notices=outcome.notices, replaced=replaced
        )
    return FileBody(name=name, id=None, title=None, error=outcome)


def read_originals(files: Iterable[tuple[object, Callable[[], bytes]]]) -> dict[str, bytes]:
    """Return the files to keep beside their documents, by id. files: what each gave, and what reads its bytes."""
    return {
        outcome.id: read()
        for outcome, read in files
        if isinstance(outcome, qa.Document) and outcome.media_type in OPENED
    }


def find_replaced(library: qa.Library, documents: Iterable[qa.Document]) -> frozenset[str]:
    """Return the ids of those documents that would take the place of one with other text."""
    by_id = {document.id: document for document in documents}
    return frozenset(id for id in library.known(by_id) if library.info(id).sha256 != by_id[id].sha256)


def _report(
    work: Work, batch: Sequence[tuple[int, Outcome]], replaced: Container[str] = ()
) -> list[tuple[int, FileBody]]:
    """Return the outcome of each file of a batch as JSON, by its number. replaced: ids of documents."""
    names = work.kept.names
    return [
        (
            number,
            describe(names[number], outcome, replaced=isinstance(outcome, qa.Document) and outcome.id in replaced),
        )
        for number, outcome in batch
    ]
