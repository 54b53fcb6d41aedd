"""The JSON of documents, of uploaded files and of the jobs that add them."""

from __future__ import annotations

from pydantic import Field, computed_field

from server.bodies.base import JobState, Name, ResponseBody, Source, link_to_document

__all__ = [
    "DocumentBody",
    "DocumentInfoBody",
    "DocumentsBody",
    "FileBody",
    "FilesBody",
    "JobBody",
    "JobInfoBody",
    "JobsBody",
]


class _DocumentFields(ResponseBody):
    """What is said of a document. notices: what of its file could not be read, a sentence each."""

    id: Name
    title: Name
    source: Source
    media_type: str
    language: str
    sha256: str
    notices: list[Name]

    @computed_field
    def url(self) -> str:
        """The document's page on this server."""
        return link_to_document(self.id)


class DocumentInfoBody(_DocumentFields):
    """A document without its text."""

    n_characters: int
    added: str
    n_passages: int


class DocumentsBody(ResponseBody):
    """Documents of the library, by id. next: what to give as `after` for those that follow; null when none does."""

    documents: list[DocumentInfoBody]
    next: Name | None = None


class DocumentBody(_DocumentFields):
    """A document with its text. page_starts: offset of each page's first character; empty without pages."""

    text: str
    page_starts: tuple[int, ...]


class FileBody(ResponseBody):
    """What became of one uploaded file: its document, or the error. notices: what of it could not be read.

    replaced: true where an earlier file of this name, with other text, is no longer there; left out otherwise.
    """

    name: str
    id: str | None
    title: str | None
    error: str | None
    notices: tuple[Name, ...] = ()
    replaced: bool = Field(default=False, exclude_if=lambda replaced: not replaced)


class FilesBody(ResponseBody):
    """What became of each uploaded file, in the order of the request."""

    files: list[FileBody]


class JobInfoBody(ResponseBody):
    """How far an upload is that is worked on after it was acknowledged.

    done: files of which the outcome is known; failed: those of them that gave no document. seconds: of work, since the
    server started. seconds_left: an estimate; null before the first file is done. held_up: the library cannot be
    written just now, and the server keeps trying.
    """

    id: str
    state: JobState
    done: int
    failed: int
    total: int
    seconds: float
    seconds_left: float | None
    held_up: bool

    @computed_field
    def url(self) -> str:
        """Where to ask how far it is."""
        return f"/api/jobs/{self.id}"


class JobBody(JobInfoBody):
    """An upload that is worked on, with what became of each file so far, in the order of the request."""

    files: list[FileBody]


class JobsBody(ResponseBody):
    """The uploads that are worked on and the last that were, the newest first."""

    jobs: list[JobInfoBody]
