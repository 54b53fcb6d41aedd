"""The form by which readers say what they think of an answer where there is no JavaScript.

Left out: the form itself, which the page of the answer has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import qa
from server.dependencies import GiverDep, LibraryDep, check_writable
from server.pages.display import keep_own_address
from server.pages.document_list import is_lasting
from server.pages.rendering import encode_query, read_number, render_page

__all__ = ["router"]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post("/feedback", dependencies=[Depends(check_writable)])
def give_feedback(
    *,
    library: LibraryDep,
    giver: GiverDep,
    known: Response,
    id: Annotated[str, Form()] = "",
    question: Annotated[str, Form()] = "",
    earlier: Annotated[list[str] | None, Form()] = None,
    verdict: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
    quote_document: Annotated[str, Form()] = "",
    quote_start: Annotated[str, Form()] = "",
    quote_end: Annotated[str, Form()] = "",
    quote_sha256: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Keep what the form says, and say so.

    known: has the cookie of a new giver. quote_*: the best quote, whose words are taken from the document; without
    quote_document nothing was quoted.
    """
    place = (quote_document, quote_start, quote_end, quote_sha256)
    feedback = qa.Feedback(
        id=id,
        giver=giver,
        question=_restore_line_ends(question),
        history=tuple(map(_restore_line_ends, earlier or ())),
        verdict=verdict,  # type: ignore[arg-type]  # it says itself what it takes
        note=_restore_line_ends(note),
        quote=_take_quote(library, *place) if quote_document else None,
    )
    library.give_feedback(feedback)
    headers = {name: value for name, value in known.headers.items() if name == "set-cookie"}
    return RedirectResponse(f"/feedback?{encode_query([('back', keep_own_address(back))])}", 303, headers)


@router.get("/feedback")
def show_kept(request: Request, library: LibraryDep, back: Annotated[str, Query()] = "/") -> Response:
    """Say that it is kept, with the way back to the answer."""
    return render_page(request, "feedback.html", back=keep_own_address(back), lasting=is_lasting(library))


def _restore_line_ends(text: str) -> str:
    """Return a text as it was before a browser made each of its line ends two characters."""
    return text.replace("\r\n", "\n")


def _take_quote(library: qa.Library, document_id: str, start: str, end: str, sha256: str) -> qa.Excerpt:
    """Return the excerpt of the document at the place that was quoted. sha256: of its text when it was quoted."""
    place = read_number("quote_start", start), read_number("quote_end", end)
    return replace(qa.Excerpt.of(library.document(document_id), *place), sha256=sha256)
