"""The pages that list, add and remove documents. All of them work without JavaScript, which takes parts of them.

Left out: what they show (document_list) and how it looks (templates, static); one document (document).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote as percent_encode

from fastapi import APIRouter, Depends, File, Form, Query, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import qa
from server.bodies.base import OPENED
from server.bodies.documents import FileBody, JobBody
from server.dependencies import UPLOADS, JobsDep, LibraryDep, SettingsDep, check_writable
from server.pages.document_list import make_limits, make_shelf
from server.pages.rendering import encode_query, read_number, render_page
from server.problems import NO_ORIGINAL, ProblemError, show_value
from server.settings import Settings
from server.uploads import take as uploads

__all__ = ["router"]

LONGEST_FILTER = 200

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/documents")
@router.get("/documents/")
def list_documents(
    *,
    request: Request,
    library: LibraryDep,
    settings: SettingsDep,
    jobs: JobsDep,
    text: Annotated[str, Query(alias="filter")] = "",
    skip: Annotated[str, Query()] = "0",
    job: Annotated[str, Query()] = "",
) -> Response:
    """List the documents, some to a page. job: an upload to tell of, besides those that are not done."""
    first = read_number("skip", skip)
    known = [] if settings.read_only else jobs.list_recent()
    told = [each for each in known if each.state != "done" or each.id == job]
    return _show_list(request, text=text, skip=first, jobs=told)


@router.post("/documents", dependencies=[Depends(check_writable), UPLOADS])
def add(
    *,
    request: Request,
    library: LibraryDep,
    jobs: JobsDep,
    files: Annotated[list[UploadFile], File()],
) -> Response:
    """Add the files of the form, and list the documents with what became of each file."""
    try:
        taken = uploads.take(files, library, jobs)
    except ProblemError as exc:
        if not exc.errors:
            raise
        failed = [FileBody(name=error["field"], id=None, title=None, error=error["detail"]) for error in exc.errors]
        return _show_list(request, status=exc.kind.status, files=failed)
    if isinstance(taken, JobBody):
        return RedirectResponse(f"/documents?{encode_query([('job', taken.id)])}", 303)
    return _show_list(request, files=[upload.body for upload in taken])


@router.get("/remove", dependencies=[Depends(check_writable)])
def confirm(request: Request, library: LibraryDep, id: Annotated[str, Query()] = "") -> Response:
    """Ask whether a document is to be removed."""
    return render_page(request, "remove.html", info=library.info(id))


@router.post("/remove", dependencies=[Depends(check_writable)])
def remove(library: LibraryDep, id: Annotated[str, Form()] = "") -> Response:
    """Remove a document, and go back to the list."""
    library.remove(id)
    return RedirectResponse("/documents", 303)


@router.get("/original")
def open_original(library: LibraryDep, id: Annotated[str, Query()] = "") -> Response:
    """Return the file that a document was read from, for the browser to open; only of kinds that run no script."""
    info = library.info(id)
    data = library.original(id) if info.media_type in OPENED else None
    if data is None or b"%PDF-" not in data[:1_024]:
        raise ProblemError(
            NO_ORIGINAL,
            f"The file of {show_value(info.title)} is not there as it was read: it was changed, moved or not kept. Its "
            "text, which is what is quoted, is still here. Add the file again to open it.",
        )
    name = percent_encode(PurePath(info.source).name, safe="", errors="replace")
    headers = {
        "Content-Disposition": f"inline; filename*=UTF-8''{name}",
        "Content-Security-Policy": "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    }
    return Response(data, media_type=info.media_type, headers=headers)


def _show_list(
    request: Request,
    *,
    status: int = 200,
    text: str = "",
    skip: int = 0,
    jobs: Sequence[JobBody] = (),
    files: Sequence[FileBody] = (),
) -> Response:
    library: qa.Library = request.app.state.library
    settings: Settings = request.app.state.settings
    limits = None if settings.read_only else make_limits(settings.max_upload_bytes, library)
    shelf = make_shelf(library, text=text[:LONGEST_FILTER], skip=skip, limits=limits, jobs=jobs, files=files)
    return render_page(request, "documents.html", status=status, shelf=shelf)
