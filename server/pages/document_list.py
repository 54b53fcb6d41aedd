"""What the list of documents shows, and which documents a question is asked of, as frozen records.

Lists for people are in the order of titles. Left out: routes and HTML (templates).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import qa
from server.bodies.answers import MAX_DOCUMENTS
from server.bodies.documents import FileBody, JobBody
from server.pages.rendering import encode_query

__all__ = [
    "LISTED_PER_PAGE",
    "DocumentShelf",
    "Scope",
    "UploadLimits",
    "find_scope",
    "is_lasting",
    "make_limits",
    "make_shelf",
]

LISTED_PER_PAGE = 100
FILES_PER_REQUEST = 500
"""Files that a page sends in one request; the server would take twice as many."""
FILTERED_FROM = 10
"""A list of more documents than this has a box to filter it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents a question is asked of. chosen: their ids; empty for all. total: how many there are."""

    chosen: tuple[str, ...]
    total: int

    @property
    def ids(self) -> tuple[str, ...] | None:
        """The ids as `Library.ask` takes them."""
        return self.chosen or None


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What one upload may hold, and how many documents may be chosen. suffixes: of the files that can be read.

    lasting: whether what is added outlives the server.
    """

    n_bytes: int
    n_files: int
    n_chosen: int
    suffixes: tuple[str, ...]
    lasting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShelf:
    """A part of the list of documents. first: how many come before it. n_found: how many the filter leaves of `total`.

    before and after: addresses of the neighbouring parts, or None. limits: None where nothing may be changed.
    jobs: uploads to tell of. files: what became of those that were just uploaded.
    """

    documents: Sequence[qa.DocumentInfo]
    scope: Scope
    filter: str
    first: int
    n_found: int
    before: str | None
    after: str | None
    limits: UploadLimits | None
    jobs: Sequence[JobBody] = ()
    files: Sequence[FileBody] = ()

    @property
    def total(self) -> int:
        """How many documents there are."""
        return self.scope.total

    @property
    def filtered(self) -> bool:
        """Whether there is a box to filter with."""
        return bool(self.filter) or self.total > FILTERED_FROM


def find_scope(chosen: Iterable[str], library: qa.Library) -> Scope:
    """Return which of the documents are asked: those chosen that are still there, each once; without any, all."""
    ids = dict.fromkeys(chosen)
    known = library.known(ids)
    return Scope(tuple(id for id in ids if id in known), library.n_documents)


def make_shelf(
    library: qa.Library,
    *,
    text: str = "",
    skip: int = 0,
    limits: UploadLimits | None,
    jobs: Sequence[JobBody] = (),
    files: Sequence[FileBody] = (),
) -> DocumentShelf:
    """Return the part of the list after the first `skip` of those with `text` in their title or source.

    A part beyond the end is the last one.
    """
    text = " ".join(text.split())
    part = library.listed(text, skip=skip, limit=LISTED_PER_PAGE)
    first, n_found = skip, part.n_found
    if first and not part.documents:
        first = max(0, n_found - 1) // LISTED_PER_PAGE * LISTED_PER_PAGE
        part = library.listed(text, skip=first, limit=LISTED_PER_PAGE)
    next_one = first + LISTED_PER_PAGE
    return DocumentShelf(
        documents=part.documents,
        scope=Scope((), library.n_documents),
        filter=text,
        first=first,
        n_found=n_found,
        before=_link_to_part(text, max(0, first - LISTED_PER_PAGE)) if first else None,
        after=_link_to_part(text, next_one) if next_one < n_found else None,
        limits=limits,
        jobs=jobs,
        files=files,
    )


def make_limits(n_bytes: int, library: qa.Library) -> UploadLimits:
    """Return the limits of an upload to a library that may have `n_bytes`."""
    lasting = is_lasting(library)
    return UploadLimits(n_bytes, FILES_PER_REQUEST, MAX_DOCUMENTS, tuple(sorted(qa.SUFFIXES)), lasting)


def is_lasting(library: qa.Library) -> bool:
    """Tell whether what a library keeps outlives the server: it does not in memory."""
    return library.remote or library.folder is not None


def _link_to_part(text: str, skip: int) -> str:
    fields = [("filter", text)] * bool(text) + [("skip", str(skip))] * bool(skip)
    return f"/documents?{encode_query(fields)}" if fields else "/documents"
