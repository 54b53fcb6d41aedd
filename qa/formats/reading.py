"""Files to Documents, each read by its format in a worker process, many at once.

Whatever a file does to its worker, it ends as a ReadError here. Left out: which files there are (`files`) and what is
in them (`extract`).
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType

from qa.errors import (
    EmptyDocument,
    FileDamaged,
    FileTooLarge,
    FileUnreadable,
    QuothError,
    ReadError,
    ReaderUnavailable,
    ReadTimeout,
)
from qa.formats.files import bytes_of, check_size
from qa.formats.ocr.recognise import recognise
from qa.formats.wire import unpack
from qa.formats.writing.content import Content
from qa.processes.pool import Borrower, n_processors, shared
from qa.processes.process import Job, WorkerFailed, WorkerUnavailable
from qa.text.detect import primary_code
from qa.text.unicode import without_surrogates
from qa.types import Document, short_hash

__all__ = [
    "READING",
    "Reading",
    "is_as_read",
    "read",
    "read_each",
    "read_file",
    "read_files",
]

# Of what the formats make of a file: a higher one has files read again that have not changed. To be raised with
# `VERSION` in `qa.preparing.prepare`, so that libraries are brought up to date when they are opened.
VERSION = 3

MAX_TITLE = 300  # characters; of a source as well as of a title
READING = Job("qa.formats.extract", "answer", seconds=120.0, memory=2_000_000_000, max_calls=500, max_bytes=200_000_000)


def read(data: bytes, *, name: str, media_type: str | None = None, language: str = "") -> Document:
    """Return the document that `data` holds.

    name: the file's path or name; it becomes the document's source, from which its id is made. Its ending tells plain
    formats apart; what else the file is, its content says, unless `media_type` does. The title is the one that the file
    gives, else the name without folders.
    language: BCP 47 tag of the text's language; by default what the file says, else detected.

    Raises a ReadError, or InvalidDocument when `language` is no tag.
    """
    return _read(data, name=name, media_type=media_type, language=language)


def read_file(path: str | Path, *, language: str = "") -> Document:
    """Return the document in the file at `path`; its name is the path as given, `language` as for `read`.

    Raises FileUnreadable besides what `read` raises.
    """
    return _read(bytes_of(path), name=str(path), language=language)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave: a document, an error, or neither where the file is as it was.

    fingerprint: of the file's bytes, the language asked for and the formats; empty where it could not be read at all.
    """

    path: str
    fingerprint: str
    document: Document | None = None
    error: QuothError | None = None


def read_files(paths: Iterable[str | Path], *, language: str = "") -> Generator[Document | QuothError, None, None]:
    """Yield for each of `paths`, in their order, its document or the error that `read_file` raises.

    As many files are read at once as there are processors; few are read ahead of what is taken. When it is closed
    early, by an exception too, the files that are being read are given up.
    """
    with closing(read_each(paths, language=language)) as outcomes:
        for reading in outcomes:
            outcome = reading.document or reading.error
            assert outcome  # noqa: S101  # nothing was known before
            yield outcome


def read_each(
    paths: Iterable[str | Path], *, language: str = "", known: Mapping[str, str] = MappingProxyType({})
) -> Generator[Reading, None, None]:
    """Yield the reading of each of `paths`, in their order, as `read_files` does.

    known: fingerprint of files by path; one that has it still is not read.
    """
    n_workers = n_processors()
    borrower = Borrower()
    waiting: deque[Future[Reading]] = deque()
    executor = ThreadPoolExecutor(n_workers, thread_name_prefix="quoth-read")
    try:
        for path in paths:
            waiting.append(executor.submit(_read_new, str(path), language, known.get(str(path)), borrower))
            if len(waiting) > 2 * n_workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        borrower.give_up()
        executor.shutdown()
        shared(READING).trim(keep=1)


def is_as_read(data: bytes, fingerprint: str) -> bool:
    """Tell whether `data` is what a file held when it got this fingerprint."""
    return fingerprint.partition(" ")[0] == hashlib.sha256(data).hexdigest()


def _read_new(path: str, language: str, known: str | None, borrower: Borrower) -> Reading:
    fingerprint = ""
    try:
        data = bytes_of(path)
        fingerprint = f"{hashlib.sha256(data).hexdigest()} {VERSION} {language}"
        if fingerprint == known:
            return Reading(path, fingerprint)
        return Reading(path, fingerprint, _read(data, name=path, language=language, borrower=borrower))
    except QuothError as exc:
        return Reading(path, fingerprint, error=exc)
    except Exception as exc:  # memory that this process lacks, say: no file stops another
        return Reading(
            path,
            fingerprint,
            error=FileUnreadable(
                f"{path!r} cannot be read: it failed with {type(exc).__name__} ({str(exc)[:200]}). Add it again; if "
                "that fails too, save its text as .txt and add that."
            ),
        )


def _read(
    data: bytes, *, name: str, media_type: str | None = None, language: str = "", borrower: Borrower | None = None
) -> Document:
    check_size(name, len(data))
    kind, content = _extract(data, name=name, media_type=media_type, borrower=borrower)
    content = recognise(data, content, borrower=borrower)
    if not content.text.strip():
        raise EmptyDocument(f"{name!r} was scanned without text. {' '.join(content.notices)}")
    return Document(
        text=content.text,
        title=_shorten(content.title) or without_surrogates(PurePath(name).name),
        source=_shorten(content.source) or without_surrogates(name),
        id=short_hash(name),
        media_type=kind,
        page_starts=content.page_starts,
        headings=content.headings,
        heading_levels=content.heading_levels,
        language=language or primary_code(content.language),
        notices=content.notices,
        recognised=tuple(number + 1 for number in content.recognised),
        word_boxes=content.word_boxes,
    )


def _extract(data: bytes, *, name: str, media_type: str | None, borrower: Borrower | None) -> tuple[str, Content]:
    """Return the media type and content of a file, read in a worker process."""
    try:
        options = {"name": name, "media_type": media_type}
        return shared(READING).call(data, options, unpack, borrower=borrower)
    except WorkerUnavailable as exc:
        raise ReaderUnavailable(str(exc)) from exc
    except WorkerFailed as exc:
        raise _explain(exc, name) from exc


def _explain(failure: WorkerFailed, name: str) -> ReadError:
    """Return the error of a file whose worker failed."""
    if failure.reason == "time":
        return ReadTimeout(
            f"{name!r} took more than {READING.seconds:g} seconds to read. Split it, or save its text as .txt, and add "
            "that."
        )
    if failure.reason == "memory":
        return FileTooLarge(f"{name!r} takes more memory to read than is allowed. Split it and add its parts.")
    return FileDamaged(
        f"{name!r} cannot be read: its reader broke down over it (status {failure.status}). The file may be damaged, "
        "or too large for this machine: open it in its own program, save it again, and add that."
    )


def _shorten(text: str) -> str:
    """Return a title or a source on one line, and not too long."""
    return " ".join(without_surrogates(text[:MAX_TITLE]).split())
