"""What readers say of answers, under /api/feedback: give, list and withdraw.

Left out: who says it; a server that others reach has a proxy in front that asks.
"""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Depends

import qa
from server.bodies import translate
from server.bodies.feedback import FeedbackIdBody, FeedbackListBody, GivenFeedback, GivenPassage
from server.dependencies import LibraryDep, writable
from server.problems import problem_responses

__all__ = ["router"]

router = APIRouter(prefix="/feedback")


@router.post(
    "",
    status_code=201,
    dependencies=[Depends(writable)],
    response_description="It is kept.",
    responses=problem_responses(
        _403="The server is read-only, or another site sent the request.", _404="There is no such document."
    ),
)
def give_feedback(body: GivenFeedback, library: LibraryDep) -> FeedbackIdBody:
    """Keep what a reader says of an answer. The same id replaces what was said before.

    The quote and the passage must be what the document, as it is now, has at that place.
    """
    quote, passage = body.quote, body.passage
    feedback = qa.Feedback(
        id=body.id,
        question=body.question,
        history=tuple(body.history),
        verdict=body.verdict,
        note=body.note,
        quote=_excerpt(quote, library, quote.sha256) if quote else None,
        passage=_excerpt(passage, library) if passage else None,
    )
    return FeedbackIdBody(id=library.give_feedback(feedback))


@router.get("")
def list_feedback(library: LibraryDep) -> FeedbackListBody:
    """List what readers have said, by time."""
    return translate.feedback_body(library.feedback())


@router.delete(
    "/{id}",
    status_code=204,
    dependencies=[Depends(writable)],
    responses=problem_responses(
        _403="The server is read-only, or another site sent the request.", _404="There is no such feedback."
    ),
)
def withdraw_feedback(id: str, library: LibraryDep) -> None:
    """Forget what a reader has said."""
    library.withdraw_feedback(id)


def _excerpt(given: GivenPassage, library: qa.Library, sha256: str = "") -> qa.Excerpt:
    """Return what was given, with the document's own words where a browser cannot tell them from those given.

    sha256: of the document's text when it was quoted; by default of that which it has now.
    """
    document = library.document(given.document_id)
    excerpt = qa.Excerpt.of(document, given.start, given.end)
    same = _as_browsers_have_it(excerpt.text) == _as_browsers_have_it(given.text)
    return replace(excerpt, text=excerpt.text if same else given.text, sha256=sha256 or document.sha256)


def _as_browsers_have_it(text: str) -> str:
    return text.replace("\0", "\ufffd")
