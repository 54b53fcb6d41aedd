"""What readers say of answers, under /api/feedback: give, list and withdraw.

Who said something may replace and withdraw it: the same browser, which a cookie tells. Left out: who that is; a server
that others reach has a proxy in front that asks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query

import qa
from server.bodies import translate
from server.bodies.feedback import FeedbackIdBody, FeedbackListBody, GivenFeedback, GivenPassage
from server.dependencies import GiverDep, LibraryDep, check_writable
from server.problems import describe_problems

__all__ = ["router"]

MAX_LISTED = 1_000

router = APIRouter(prefix="/feedback")


@router.post(
    "",
    status_code=201,
    dependencies=[Depends(check_writable)],
    response_description="It is kept.",
    responses=describe_problems(
        _403="The server is read-only, this id is of somebody else's feedback, or another site sent the request.",
        _404="There is no such document.",
    ),
)
def give_feedback(body: GivenFeedback, library: LibraryDep, giver: GiverDep) -> FeedbackIdBody:
    """Keep what a reader says of an answer. The same id replaces what was said before.

    The quote and the passage must be what the document, as it is now, has at that place.
    """
    quote, passage = body.quote, body.passage
    feedback = qa.Feedback(
        id=body.id,
        giver=giver,
        question=body.question,
        history=tuple(body.history),
        verdict=body.verdict,
        note=body.note,
        quote=_take_excerpt(quote, library, quote.sha256) if quote else None,
        passage=_take_excerpt(passage, library) if passage else None,
    )
    return FeedbackIdBody(id=library.give_feedback(feedback))


@router.get("")
def list_feedback(
    library: LibraryDep,
    after: Annotated[str, Query(max_length=64, description="Id of the one after which to begin.")] = "",
    limit: Annotated[int, Query(ge=1, le=MAX_LISTED, description="How many at the most.")] = 100,
) -> FeedbackListBody:
    """List what readers have said, by time, a page at a time."""
    some = library.feedback(after, limit + 1)
    listed = translate.translate_feedback(some[:limit])
    return listed.model_copy(update={"next": some[limit - 1].id if len(some) > limit else None})


@router.delete(
    "/{id}",
    status_code=204,
    dependencies=[Depends(check_writable)],
    responses=describe_problems(
        _403="The server is read-only, the feedback is of somebody else, or another site sent the request.",
        _404="There is no such feedback.",
    ),
)
def withdraw_feedback(id: str, library: LibraryDep, giver: GiverDep) -> None:
    """Forget what a reader has said, who alone may ask for it."""
    library.withdraw_feedback(id, giver)


def _take_excerpt(given: GivenPassage, library: qa.Library, sha256: str = "") -> qa.Excerpt:
    """Return the given place, with the document's own words where a browser cannot tell them from those given.

    sha256: of the document's text when it was quoted; by default of that which it has now.
    """
    document = library.document(given.document_id)
    excerpt = qa.Excerpt.of(document, given.start, given.end)
    same = _replace_nul(excerpt.text) == _replace_nul(given.text)
    return replace(excerpt, text=excerpt.text if same else given.text, sha256=sha256 or document.sha256)


def _replace_nul(text: str) -> str:
    return text.replace("\0", "\ufffd")
