"""A library as one file: a zip archive with a manifest and the documents, one JSON record a line.

`manifest.json` says the format, how many documents there are and what is kept beside them, such as a calibration;
`documents.jsonl` has each document with the digest of its text, by id; `feedback.jsonl`, where there is any, what
readers have said, which an earlier Quoth passes over. The same library gives the same bytes. A file
is checked from end to end before anything of it is used, and decompressed within limits, bit by bit. Left out: passages
and the index, which are made again.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, BinaryIO, cast

from qa.boxes.box import NO_BOXES, PAGED
from qa.errors import LibraryError, UnsupportedVersion
from qa.feedback import MAX_FEEDBACK, Feedback
from qa.types import Document

__all__ = ["Archive", "open_archive", "write_archive"]

FORMAT = "quoth library"
_READ_BYTES = 1 << 16
VERSION = 3  # 1 knew no notices and no boxes, 2 no levels of headings
MAX_RECORD_BYTES = 500_000_000  # of one document as JSON; the readers give none that is half as long
_MAX_MANIFEST_BYTES = 10_000_000
MAX_TOTAL_BYTES = 100_000_000_000  # of all parts, decompressed
MAX_RATIO = 200  # times larger than it is compressed; text is 3 to 20 times larger
RATIO_FROM = 10_000_000  # bytes, up to which any ratio is fine
_MAX_PARTS = 100
_MAX_FEEDBACK_BYTES = 1_000_000  # of one as JSON: twice what the limits of its fields come to
_MANIFEST, _DOCUMENTS, _FEEDBACK = "manifest.json", "documents.jsonl", "feedback.jsonl"
_BROKEN = (
    *(ValueError, TypeError, KeyError, EOFError, RecursionError, NotImplementedError, RuntimeError, MemoryError),
    *(zlib.error, zipfile.BadZipFile),
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FIELDS = tuple(each.name for each in fields(Document))
# Fields that exports of an earlier version lack.
_SINCE = {"notices": 2, "word_boxes": 2, "recognised": 2, "heading_levels": 3}


def write_archive(
    path: Path,
    documents: Iterable[Document],
    *,
    n_documents: int,
    settings: Mapping[str, str],
    feedback: Sequence[Feedback] = (),
) -> None:
    """Write documents and what is kept beside them to `path`: to a temporary name, then renamed.

    documents: by id, `n_documents` of them. feedback: in the order of the library.
    Raises LibraryError when the file cannot be written.
    """
    temporary, stored = (path.with_name(f"{path.name}.{os.getpid()}.{end}") for end in ("tmp", "stored"))
    manifest: dict[str, object] = {"format": FORMAT, "version": VERSION, "documents": n_documents}
    manifest |= {"settings": dict(settings), **({"feedback": len(feedback)} if feedback else {})}
    try:
        try:
            with zipfile.ZipFile(temporary, "w") as archive:
                archive.writestr(_member(_MANIFEST), json.dumps(manifest, sort_keys=True, indent=2))
                with archive.open(_member(_DOCUMENTS), "w", force_zip64=True) as lines:
                    for document in documents:
                        lines.write(_record(document))
                if feedback:
                    with archive.open(_member(_FEEDBACK), "w", force_zip64=True) as lines:
                        for each in feedback:
                            lines.write(each.as_text().encode() + b"\n")
            if any(map(_swells, archive.infolist())):
                _store(temporary, stored)
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
            stored.unlink(missing_ok=True)
    except OSError as exc:
        raise LibraryError(
            f"The export {str(path)!r} cannot be written: {exc.strerror}. Give a place with room that you may write to."
        ) from exc


def _member(name: str, how: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)  # its date is 1980 for all, so that the same library gives the same bytes
    info.compress_type = how
    return info


def _swells(member: zipfile.ZipInfo) -> bool:
    """Tell whether a part is so much larger than it is compressed that it is not read."""
    return member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * member.compress_size


def _store(path: Path, other: Path) -> None:
    """Write an archive again without compression, by way of `other`: what repeats itself so often is read only so."""
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(other, "w") as plain:
        for info in packed.infolist():
            with (
                packed.open(info) as source,
                plain.open(_member(info.filename, zipfile.ZIP_STORED), "w", force_zip64=True) as target,
            ):
                shutil.copyfileobj(source, target, _READ_BYTES)
    other.replace(path)


def _record(document: Document) -> bytes:
    record = {name: getattr(document, name) for name in _FIELDS}
    record["word_boxes"] = b64encode(document.word_boxes).decode()
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Archive:
    """An export that was found to be whole. settings: texts by name. feedback: in its order."""

    path: Path
    version: int
    n_documents: int
    settings: Mapping[str, str]
    feedback: tuple[Feedback, ...] = field(default=(), repr=False)

    def documents(self) -> Generator[Document, None, None]:
        """Yield the documents, by id. Raises LibraryError when the file has changed since it was checked."""
        with _explained(self.path), zipfile.ZipFile(self.path) as archive, archive.open(_DOCUMENTS) as lines:
            _check_sizes(archive.infolist(), self.path)
            yield from _documents(cast(BinaryIO, lines), self.version)


def open_archive(path: Path, *, progress: Callable[[int, int], None] | None = None) -> Archive:
    """Return the export at `path`, once all of it is found to be whole.

    progress: called with the number of documents that were checked, and of all.
    Raises LibraryError for a file that is no export or is damaged, UnsupportedVersion for one of a newer Quoth.
    """
    with _explained(path), zipfile.ZipFile(path) as archive:
        _check_sizes(archive.infolist(), path)
        with archive.open(_MANIFEST) as file:
            manifest = json.loads(file.read(_MAX_MANIFEST_BYTES))
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise ValueError("its manifest is of something else")
        version, n_documents, settings = (manifest.get(key) for key in ("version", "documents", "settings"))
        if not isinstance(version, int) or version > VERSION:
            raise UnsupportedVersion(
                f"The export {str(path)!r} has version {version}; this Quoth knows {VERSION}. Import it with "
                "a newer Quoth."
            )
        if not isinstance(settings, dict) or not all(isinstance(text, str) for text in settings.values()):
            raise ValueError("its settings are not texts")
        n_found, before = 0, ""
        with archive.open(_DOCUMENTS) as lines:
            for n_found, document in enumerate(_documents(cast(BinaryIO, lines), version), 1):
                if n_found > 1 and document.id <= before:
                    raise ValueError(f"document {document.id!r} is out of order or there twice")
                before = document.id
                if progress:
                    progress(n_found, int(n_documents or 0))
        if n_found != n_documents:
            raise ValueError(f"it says that it holds {n_documents} documents, and holds {n_found}")
        feedback = _feedback(archive, manifest.get("feedback", 0))
    return Archive(path, version, n_found, settings, feedback)


def _check_sizes(members: Sequence[zipfile.ZipInfo], path: Path) -> None:
    """Raise LibraryError when the parts of an export come to more than is read; no more than they state ever is."""
    n_bytes, n_compressed = path.stat().st_size, sum(member.compress_size for member in members)
    total = sum(member.file_size for member in members)
    if len(members) > _MAX_PARTS:
        raise ValueError(f"it has {len(members):,} parts")
    if n_compressed > n_bytes or any(member.compress_type not in _METHODS for member in members):
        raise ValueError("its parts are not compressed as in an export")
    if total > MAX_TOTAL_BYTES or any(map(_swells, members)):
        raise LibraryError(
            f"The export {str(path)!r} has {n_bytes:,} bytes and unpacks to {total:,}; the limits are "
            f"{MAX_TOTAL_BYTES:,} bytes and {MAX_RATIO} times its size. Nothing of it was used. If you trust it, have "
            "it exported again by this version of Quoth, or in parts."
        )


def _feedback(archive: zipfile.ZipFile, n_said: object) -> tuple[Feedback, ...]:
    if n_said == 0:
        return ()
    feedback: dict[str, Feedback] = {}
    with archive.open(_FEEDBACK) as lines:
        while (line := lines.readline(_MAX_FEEDBACK_BYTES)) and len(feedback) < MAX_FEEDBACK:
            try:
                each = Feedback.of_text(line.decode())
            except LibraryError as exc:
                raise ValueError(f"line {len(feedback) + 1} of its feedback cannot be read: {exc.__cause__}") from None
            if each.id in feedback:
                raise ValueError(f"feedback {each.id!r} is there twice")
            feedback[each.id] = each
    if line or len(feedback) != n_said:
        raise ValueError(f"it says that it holds {n_said} feedbacks, and holds {'more' if line else len(feedback)}")
    return tuple(feedback.values())


def _documents(lines: BinaryIO, version: int) -> Iterator[Document]:
    """Yield the documents of an export of this version."""
    number = 0
    names = {name for name in _FIELDS if _SINCE.get(name, 1) <= version}
    buffered = io.BufferedReader(cast(io.RawIOBase, lines), _READ_BYTES)  # lines of an archive are slow to find
    while line := buffered.readline(MAX_RECORD_BYTES):
        number += 1
        record = json.loads(line)
        if not isinstance(record, dict) or set(record) != names:
            raise ValueError(f"line {number} of its documents is no record of one")
        yield _document(record, number)


def _document(record: dict[str, Any], number: int) -> Document:
    sha256 = record.pop("sha256")
    numbers = [
        *record["page_starts"],
        *record.get("recognised", ()),
        *record.get("heading_levels", ()),
        *(each for pair in record["headings"] for each in pair),
    ]
    texts = [record[name] for name in ("id", "text", "title", "source", "media_type", "language")]
    if "notices" not in record:  # of an earlier version
        record |= {"notices": [NO_BOXES] if record["media_type"] == PAGED else [], "word_boxes": "", "recognised": []}
    record.setdefault("heading_levels", [])
    texts += [*record["notices"], record["word_boxes"]]
    if not all(type(each) is int for each in numbers) or not all(type(each) is str for each in texts):
        raise ValueError(f"line {number} of its documents has a field of the wrong kind")
    record["page_starts"] = tuple(record["page_starts"])
    record["notices"] = tuple(record["notices"])
    record["recognised"] = tuple(record["recognised"])
    record["heading_levels"] = tuple(record["heading_levels"])
    record["word_boxes"] = b64decode(record["word_boxes"], validate=True)
    record["headings"] = tuple((start, end) for start, end in record["headings"])
    document = Document(**record)
    if document.sha256 != sha256 or document.id != record["id"]:
        raise ValueError(f"the text of document {document.id!r} is not what was exported")
    return document


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what a broken file raises into a LibraryError that names it."""
    try:
        yield
    except LibraryError:
        raise
    except FileNotFoundError as exc:
        raise LibraryError(f"There is no file {str(path)!r}. Check the path.") from exc
    except OSError as exc:
        raise LibraryError(f"{str(path)!r} cannot be read: {exc.strerror}. Check its rights.") from exc
    except _BROKEN as exc:
        raise LibraryError(
            f"{str(path)!r} is no export of a Quoth library, or is damaged: {exc}. Nothing of it was used. "
            "Make one with: quoth export FILE --library DIR"
        ) from exc
