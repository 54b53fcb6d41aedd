"""The records of `qa` as JSON bodies, and back. The endpoint, the pages and the command line share these functions.

Left out: any decision, and any text that is not in a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import qa
from server.bodies.answers import (
    AnswerBody,
    BoxBody,
    CitationBody,
    FocusBody,
    HitBody,
    HitsBody,
    PassageBody,
    PlaceBody,
    QuoteBody,
    TurnBody,
)
from server.bodies.base import link_to_document
from server.bodies.documents import DocumentBody, DocumentInfoBody, DocumentsBody
from server.bodies.feedback import FeedbackListBody
from server.bodies.verification import VerificationBody, VerifiedBody
from server.titles import find_boxes, find_title

__all__ = [
    "read_turns",
    "translate_answer",
    "translate_document",
    "translate_documents",
    "translate_feedback",
    "translate_hits",
    "translate_verifications",
]


def read_turns(history: Iterable[TurnBody]) -> list[qa.Turn]:
    """Return the conversation as the library takes it."""
    return [qa.Turn(turn.question, turn.answer) for turn in history]


def translate_answer(answer: qa.Answer, library: qa.Library) -> AnswerBody:
    """Return an answer as JSON; the library is asked for the titles of passages and for boxes."""
    return AnswerBody(
        question=answer.question,
        standalone=answer.standalone,
        answered=answer.answered,
        confidence=answer.confidence,
        reason=answer.reason,
        text=answer.text,
        quotes=[_translate_quote(quote, library) for quote in answer.quotes],
        reading_order=[quote.number for quote in answer.reading],
        runner_up=_translate_quote(answer.runner_up, library) if answer.runner_up else None,
        nearest=_translate_passages(answer.nearest, library),
        missing_terms=list(answer.missing_terms),
        suggestion=answer.suggestion,
        languages=list(answer.languages),
        beyond=answer.beyond,
        left_out=list(answer.left_out),
        reader=answer.reader,
        timing_ms=dict(answer.timing_ms),
        version=qa.__version__,
    )


def translate_hits(question: str, outcome: qa.Found, library: qa.Library) -> HitsBody:
    """Return the outcome of a search as JSON."""
    passages = _translate_passages([hit.passage for hit in outcome.hits], library)
    return HitsBody(
        question=question,
        hits=[HitBody(score=hit.score, passage=passage) for hit, passage in zip(outcome.hits, passages, strict=True)],
        left_out=list(outcome.left_out),
    )


def translate_documents(library: qa.Library, *, limit: int | None = None, after: str = "") -> DocumentsBody:
    """Return the documents by id as JSON: at most `limit`, 1 or more, of those whose id comes after `after`."""
    documents = library.documents(after, None if limit is None else limit + 1)
    listed = documents[:limit]
    return DocumentsBody(
        documents=[DocumentInfoBody.model_validate(info) for info in listed],
        next=listed[-1].id if len(listed) < len(documents) else None,
    )


def translate_document(document: qa.Document) -> DocumentBody:
    """Return a document as JSON."""
    return DocumentBody.model_validate(document)


def translate_verifications(verifications: Sequence[qa.Verification]) -> VerifiedBody:
    """Return the outcome of a re-check as JSON."""
    return VerifiedBody(
        verified=all(verification.status == "verified" for verification in verifications),
        quotes=[VerificationBody.model_validate(verification) for verification in verifications],
    )


def translate_feedback(feedback: Sequence[qa.Feedback]) -> FeedbackListBody:
    """Return the feedback of readers as JSON."""
    return FeedbackListBody.model_validate({"feedback": feedback})


def _translate_quote(quote: qa.Quote, library: qa.Library) -> QuoteBody:
    focus = quote.focus and FocusBody(
        text=quote.text[quote.focus.start - quote.start : quote.focus.end - quote.start],
        start=quote.focus.start,
        end=quote.focus.end,
    )
    return QuoteBody(
        number=quote.number,
        best=quote.best,
        text=quote.text,
        document_id=quote.document_id,
        start=quote.start,
        end=quote.end,
        score=quote.score,
        focus=focus,
        matched=dict(quote.matched),
        citation=_translate_citation(quote, library),
        also=[
            PlaceBody(
                text=place.text,
                document_id=place.document_id,
                start=place.start,
                end=place.end,
                citation=_translate_citation(place, library),
            )
            for place in quote.also
        ],
        continues=quote.continues,
        disagrees_with=list(quote.disagrees_with),
    )


def _translate_citation(place: qa.Citation, library: qa.Library) -> CitationBody:
    return CitationBody(
        title=place.title,
        source=place.source,
        sha256=place.sha256,
        page=place.page,
        line=place.line,
        heading=place.heading,
        url=link_to_document(place.document_id, place.start, place.end),
        boxes=[BoxBody(**box) for box in find_boxes(library, place)],
        recognised=place.recognised,
    )


def _translate_passages(passages: Sequence[qa.Passage], library: qa.Library) -> list[PassageBody]:
    titles = {id: find_title(library, id) for id in {passage.document_id for passage in passages}}
    return [
        PassageBody(
            document_id=passage.document_id,
            title=titles[passage.document_id],
            start=passage.start,
            end=passage.end,
            text=passage.text,
            heading=passage.heading,
            page=passage.page,
            line=passage.line,
            sentences=list(passage.sentences),
        )
        for passage in passages
    ]
