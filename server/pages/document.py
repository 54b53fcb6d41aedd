"""The page of one document, with the place that its address names marked. It works without JavaScript.

Left out: what it shows (reading) and how it looks (templates, static).
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import qa
from server.dependencies import READS, LibraryDep
from server.pages.places.sheets import SCALES, SheetCache, show_sheet
from server.pages.reading import find_in, show_document
from server.pages.rendering import read_number, render_page

__all__ = ["router"]

MAX_AROUND = 20_000
"""Characters on each side of a place that an address may ask for."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class DocumentQuery(BaseModel):
    """What the address of a document may say: numbers, as they were written, since a page explains what is wrong."""

    start: str | None = None
    end: str | None = None
    focus_start: str | None = None
    focus_end: str | None = None
    sha256: str | None = None
    around: str | None = None
    find: str | None = None
    nth: str = "1"
    was: str | None = None
    page: str | None = None
    zoom: str = ""

    @property
    def quote(self) -> list[tuple[str, str]]:
        """The fields that name a quote, as they were given."""
        names = ("start", "end", "focus_start", "focus_end", "sha256")
        return [(name, value) for name in names if (value := getattr(self, name)) is not None]


@router.get("/documents/{document_id:path}/pages/{number}", dependencies=[READS])
def show_picture(
    *,
    request: Request,
    library: LibraryDep,
    document_id: str,
    number: str,
    place: Annotated[DocumentQuery, Query()],
    scale: Annotated[str, Query()] = "1",
) -> Response:
    """Return a page of a PDF as a picture. scale: 1, or 2 for a fine screen."""
    whole = f"{document_id}/pages/{number}"
    if library.known([whole]):  # a document whose id looks so
        return show_place(request, library, whole, place)
    if scale not in SCALES:
        raise qa.InvalidOption(f"scale is {scale[:20]!r}: give 1 or 2.")
    sheets: SheetCache = request.app.state.sheets
    page = read_number("page", number, qa.InvalidSpan)
    drawn = sheets.draw(library, library.info(document_id), page, SCALES[scale])
    return Response(drawn.png, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@router.get("/documents/{document_id:path}", dependencies=[READS])
def show_place(
    request: Request, library: LibraryDep, document_id: str, place: Annotated[DocumentQuery, Query()]
) -> Response:
    """Show a document with the characters [start, end) marked; with `around`, only so many on each side of them.

    With `sha256`, the beginning of the digest of the text that was quoted, nothing is marked in another text. With
    `find`, the `nth` place that holds these words is marked instead, or the first where `was`, what was looked for
    before, is something else. With `page`, that page of a PDF is shown as a picture with the place marked on it.
    """
    document = library.document(document_id)
    around = None if place.around is None else read_number("around", place.around, qa.InvalidSpan)
    if around is not None and around > MAX_AROUND:
        raise qa.InvalidOption(f"around is {around}: give {MAX_AROUND} characters at the most.")
    if place.find is not None:
        nth = read_number("nth", place.nth, qa.InvalidSpan) if place.was in (None, place.find) else 1
        words = find_in(document, place.find, nth, place.quote)
        return render_page(request, "document.html", view=show_document(document, None, around=around, words=words))
    if place.sha256 and not document.sha256.startswith(place.sha256):
        return render_page(request, "document.html", view=show_document(document, None, changed=True))
    span = _read_span(document, place.start, place.end)
    if place.page is not None:
        number = read_number("page", place.page, qa.InvalidSpan)
        sheet = show_sheet(request.app.state.sheets, library, document, span, number, zoomed=place.zoom == "1")
        view = show_document(document, span, around=0)
        return render_page(request, "document.html", view=view, sheet=sheet, beside=around is not None)
    focus = _read_span(document, place.focus_start, place.focus_end, prefix="focus_")
    return render_page(request, "document.html", view=show_document(document, span, focus=focus, around=around))


def _read_span(document: qa.Document, start: str | None, end: str | None, *, prefix: str = "") -> qa.Span | None:
    """Return the place that an address names, or None when it names none. Raises InvalidSpan."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise qa.InvalidSpan(f"Only one of {prefix}start and {prefix}end is given: give both, or neither.")
    span = qa.Span(
        document.id,
        read_number(f"{prefix}start", start, qa.InvalidSpan),
        read_number(f"{prefix}end", end, qa.InvalidSpan),
    )
    span.cut(document)  # raises when it is outside the text
    return span
