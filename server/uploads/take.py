"""Uploaded files to documents: at once, or as a job where they are many or large. One bad file never stops the others.

Only the last part of a file's name is kept, so no path of the sender's machine, and none into this one's, gets in.
Left out: what the sender says the file's kind is; browsers and programs differ, and the name is what the reader sees.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from fastapi import UploadFile

import qa
from server.bodies.documents import FileBody, JobBody
from server.problems import NOTHING_ADDED, Kind, ProblemError, find_kind
from server.uploads.adding import add_each, describe, find_replaced, read_originals
from server.uploads.job_desk import AnyJobs
from server.uploads.job_folder import Incoming

__all__ = [
    "AT_ONCE_BYTES",
    "AT_ONCE_FILES",
    "Upload",
    "cut_name",
    "explain_none_added",
    "name_files",
    "prefers_job",
    "take",
]

MAX_NAME = 255
AT_ONCE_BYTES = 5_000_000
AT_ONCE_FILES = 20
"""Uploads of more bytes or files become jobs: they take longer than a client should wait with nothing to see."""

_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the letters around it: `exe.pdf` would be read as `fdp.exe`."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a request: its document, or the error. replaced: an earlier one of this name had other text."""

    name: str
    outcome: qa.Document | qa.QuothError
    replaced: bool = False

    @property
    def body(self) -> FileBody:
        """The outcome as JSON."""
        outcome = self.outcome if isinstance(self.outcome, qa.Document) else str(self.outcome)
        return describe(self.name, outcome, replaced=self.replaced)


def cut_name(name: str) -> str:
    r"""Return the last part of a path of any system, without control characters, of lines or of direction, at most
    255 characters.

    >>> cut_name("../../etc/notes.md"), cut_name("C:\\Users\\me\\notes.md"), cut_name("..")
    ('notes.md', 'notes.md', '')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cs") and c not in _DIRECTIONS).strip()
    return "" if set(printable) <= {"."} else printable[-MAX_NAME:]


def prefers_job(prefer: Iterable[str]) -> bool:
    """Tell whether one of the values of the header `Prefer` (RFC 7240) asks for a job.

    >>> prefers_job(["wait=10, Respond-Async"]), prefers_job(["return=minimal"]), prefers_job([])
    (True, False, False)
    """
    preferences = (preference for value in prefer for preference in value.split(","))
    return any(preference.partition(";")[0].strip().lower() == "respond-async" for preference in preferences)


def take(
    files: Iterable[UploadFile], library: qa.Library, jobs: AnyJobs, *, language: str = "", as_job: bool = False
) -> list[Upload] | JobBody:
    """Add the files that can be read, and return each one's outcome; or the job that will add them.

    language: tag of the language that all are in; empty for what each says, or what is detected.
    as_job: the sender prefers a job. It is one too where the upload is large, or a file of one name waits in another.
    Raises ProblemError when no file gave a document.
    """
    files = list(files)
    handed_in = name_files(files)
    n_bytes = sum(file.size or 0 for file in files)
    names = {file.name for file in handed_in}
    large = as_job or n_bytes > AT_ONCE_BYTES or len(files) > AT_ONCE_FILES or jobs.holds(names)
    if large and any(file.refusal is None for file in handed_in) and jobs.ready():
        return jobs.submit(handed_in, language)
    uploads = [Upload(file.name, _read(file, language)) for file in handed_in]
    documents = [upload.outcome for upload in uploads if isinstance(upload.outcome, qa.Document)]
    read = ((upload.outcome, partial(_read_bytes, file)) for upload, file in zip(uploads, handed_in, strict=True))
    replaced = find_replaced(library, documents) if documents else frozenset()
    errors = add_each(library, documents, read_originals(read)) if documents else {}
    if errors or replaced:
        uploads = [
            Upload(each.name, errors.get(each.outcome.id, each.outcome), each.outcome.id in replaced - errors.keys())
            if isinstance(each.outcome, qa.Document)
            else each
            for each in uploads
        ]
    if len(errors) == len(documents):
        raise explain_none_added(uploads)
    return uploads


def name_files(files: Iterable[UploadFile]) -> list[Incoming]:
    """Return the files under the names that are kept, in order.

    The second of two with one name is refused: it would replace the first unseen.
    """
    kept: list[Incoming] = []
    seen: set[str] = set()
    for file in files:
        name = cut_name(file.filename or "")
        refusal = None
        if not name:
            refusal = "The file has no name. Give it one that ends in its format, such as notes.md."
        elif name in seen:
            refusal = f"{name!r} is in this upload twice. Rename one: uploaded on its own, it would replace the other."
        kept.append(Incoming(name, file.file, refusal))
        seen.add(name)
    return kept


def explain_none_added(uploads: Sequence[Upload]) -> ProblemError:
    """Return the problem to answer with when no file gave a document, with each file's error.

    Its kind is that of the errors where all are of one kind.
    """
    failures = [(upload.name, upload.outcome) for upload in uploads if isinstance(upload.outcome, qa.QuothError)]
    kinds: set[Kind] = {find_kind(error) for _, error in failures}
    kind = kinds.pop() if len(kinds) == 1 else NOTHING_ADDED
    errors = [{"field": name, "detail": str(error)} for name, error in failures]
    return ProblemError(kind, " ".join(error["detail"] for error in errors), errors=errors)


def _read(file: Incoming, language: str) -> qa.Document | qa.QuothError:
    if file.refusal:
        return qa.FileUnreadable(file.refusal)
    try:
        return qa.read(_read_bytes(file), name=file.name, language=language)
    except qa.QuothError as exc:
        return exc
    except Exception:
        _log.exception("The uploaded file %r could not be read.", file.name)
        return qa.FileUnreadable(f"{file.name!r} could not be read, and the log of the server says why.")


def _read_bytes(file: Incoming) -> bytes:
    file.stream.seek(0)
    return file.stream.read()
