"""Uploaded files to documents. A file that cannot be read never stops the others.

Only the last part of a file's name is kept, so no path of the sender's machine, and none into this one's, gets in.
Left out: what the sender says the file's kind is; browsers and programs differ, and the name is what the reader sees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import UploadFile

import qa
from server.problems import NOTHING_ADDED, Kind, ProblemError, kind_of
from server.schemas import FileBody

__all__ = ["Upload", "base_name", "none_added", "read_uploads"]

MAX_NAME = 255


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a request: its document, or the error."""

    name: str
    outcome: qa.Document | qa.QuothError

    @property
    def body(self) -> FileBody:
        """The outcome as JSON."""
        if isinstance(self.outcome, qa.Document):
            return FileBody(name=self.name, id=self.outcome.id, title=self.outcome.title, error=None)
        return FileBody(name=self.name, id=None, title=None, error=str(self.outcome))


def base_name(name: str) -> str:
    r"""Return the last part of a path of any system, without control characters, at most 255 characters.

    >>> base_name("../../etc/notes.md"), base_name("C:\\Users\\me\\notes.md"), base_name("..")
    ('notes.md', 'notes.md', '')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cs")).strip()
    return "" if set(printable) <= {"."} else printable[-MAX_NAME:]


def read_uploads(files: Iterable[UploadFile], *, language: str = "") -> list[Upload]:
    """Read each file, in order. The second of two with one name is an error: it would replace the first unseen.

    language: tag of the language that all are in; empty for what each says, or is found to be in.
    """
    uploads: list[Upload] = []
    seen: set[str] = set()
    for file in files:
        name = base_name(file.filename or "")
        uploads.append(Upload(name, _read(file, name, language, again=name in seen)))
        seen.add(name)
    return uploads


def none_added(uploads: Iterable[Upload]) -> ProblemError:
    """Return the problem to answer with when no file gave a document, with each file's error.

    Its kind is that of the errors where all are of one kind.
    """
    failures = [(upload.name, upload.outcome) for upload in uploads if isinstance(upload.outcome, qa.QuothError)]
    kinds: set[Kind] = {kind_of(error) for _, error in failures}
    kind = kinds.pop() if len(kinds) == 1 else NOTHING_ADDED
    errors = [{"field": name, "detail": str(error)} for name, error in failures]
    return ProblemError(kind, " ".join(error["detail"] for error in errors), errors=errors)


def _read(file: UploadFile, name: str, language: str, *, again: bool) -> qa.Document | qa.QuothError:
    if not name:
        return qa.FileUnreadable("The file has no name. Give it one that ends in its format, such as notes.md.")
    if again:
        return qa.FileUnreadable(f"{name!r} is in this upload twice. Rename one, or upload it on its own.")
    try:
        return qa.read(file.file.read(), name=name, language=language)
    except qa.QuothError as exc:
        return exc
