"""The pages: the chat, a document, the reference of the endpoint, and errors. All of them work without JavaScript.

The server keeps no conversation: a form carries its earlier questions, and they are asked again, which takes
milliseconds and gives the same answers. So it does the documents that were chosen; those that are gone are dropped.
Left out: what a page shows (views) and how it looks (templates, static); the list of documents (library_pages).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import qa
from server.dependencies import LibraryDep
from server.problems import Problem, shown
from server.reference import reference
from server.rendering import page
from server.schemas import MAX_DOCUMENTS
from server.settings import Settings
from server.shelf import Scope, by_title, limits_of, scope_of
from server.views import Chat, chat_link, source_of, source_view, turn_view

__all__ = ["problem_page", "router"]

MAX_EARLIER = 8
"""Earlier questions that a conversation remembers."""
MAX_AROUND = 20_000
LISTED = 20
"""Documents named on the first page; all are a link away."""

Chosen = list[str] | None

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def ask_by_link(
    request: Request,
    q: Annotated[str, Query()] = "",
    earlier: Annotated[list[str] | None, Query()] = None,
    documents: Annotated[Chosen, Query()] = None,
) -> Response:
    """Show the chat, with the answer when the link holds a question."""
    return _answer(request, q, earlier or [], documents) if q.strip() else _chat(request, chosen=documents)


@router.post("/")
def ask_by_form(
    request: Request,
    question: Annotated[str, Form()] = "",
    earlier: Annotated[list[str] | None, Form()] = None,
    documents: Annotated[Chosen, Form()] = None,
) -> Response:
    """Answer the question of the form, after the earlier ones that it carries."""
    return _answer(request, question, earlier or [], documents)


@router.post("/choose")
def choose(request: Request, documents: Annotated[Chosen, Form()] = None) -> Response:
    """Show the chat, with only some documents to ask."""
    return _chat(request, chosen=documents)


class Place(BaseModel):
    """What the address of a document may say: numbers, as they were written, since a page explains what is wrong."""

    start: str | None = None
    end: str | None = None
    focus_start: str | None = None
    focus_end: str | None = None
    sha256: str | None = None
    around: str | None = None


@router.get("/documents/{document_id:path}")
def document(library: LibraryDep, document_id: str, place: Annotated[Place, Query()]) -> Response:
    """Show a document with the characters [start, end) marked; with `around`, only so many on each side of them.

    With `sha256`, the beginning of the digest of the text that was quoted, nothing is marked in another text.
    """
    found = library.document(document_id)
    if place.sha256 and not found.sha256.startswith(place.sha256):
        return page("document.html", view=source_view(found, None, changed=True))
    span = _span(found, place.start, place.end)
    focus = _span(found, place.focus_start, place.focus_end, prefix="focus_")
    around = None if place.around is None else _whole_number("around", place.around)
    if around is not None and around > MAX_AROUND:
        raise qa.InvalidOption(f"around is {around}: give {MAX_AROUND} characters at the most.")
    return page("document.html", view=source_view(found, span, focus=focus, around=around))


@router.get("/docs")
def docs(request: Request) -> Response:
    """Describe the endpoint, from its own schema."""
    return page("reference.html", reference=reference(request.app.openapi(), origin=_origin(request)))


def problem_page(request: Request, problem: Problem) -> Response:
    """Return a problem as a page."""
    return page("problem.html", status=problem.status, problem=problem)


def _answer(request: Request, question: str, earlier: Sequence[str], chosen: Chosen) -> Response:
    """Show the answer to a question; one that cannot be asked goes back into the box, with the reason."""
    question = _lines(question)
    asked = [text for text in map(_lines, earlier) if text.strip() and len(text) <= qa.MAX_QUESTION][-MAX_EARLIER:]
    if not question.strip():
        return _chat(request, asked, chosen=chosen, error="The question is empty: type one.")
    if len(question) > qa.MAX_QUESTION:
        error = (
            f"The question has {len(question):,} characters, and {qa.MAX_QUESTION:,} is the most: "
            "keep only what you want to know."
        )
        return _chat(request, asked, chosen=chosen, typed=question, error=error)
    return _chat(request, [*asked, question], chosen=chosen)


def _chat(
    request: Request, asked: Sequence[str] = (), *, chosen: Chosen = None, typed: str = "", error: str | None = None
) -> Response:
    """Show the chat after each of these questions was asked, in order, of the documents chosen."""
    library: qa.Library = request.app.state.library
    settings: Settings = request.app.state.settings
    infos = library.documents()
    scope = scope_of(chosen or (), infos)
    if len(scope.chosen) > MAX_DOCUMENTS:
        error = f"{len(scope.chosen):,} documents are chosen, and {MAX_DOCUMENTS:,} is the most: choose fewer, or all."
        typed, asked, scope = typed or "".join(asked[-1:]), asked[:-1], Scope((), scope.total)
    turns: list[qa.Turn] = []
    answers: list[qa.Answer] = []
    for question in asked:
        answer = library.ask(question, history=turns, min_confidence=settings.min_confidence, documents=scope.ids)
        answers.append(answer)
        turns.append(qa.Turn(question, answer))
    if answers and not error:
        request.app.state.metrics.observe(answers[-1])  # the earlier ones were counted when they were new
    chat = Chat(
        turns=tuple(turn_view(library, answer, scope) for answer in answers),
        earlier=tuple(asked[-MAX_EARLIER:]),
        source=source_of(library, answers[-1].quotes[0]) if answers and answers[-1].quotes else None,
        typed=typed,
        error=error,
        link=chat_link(asked, scope),
        scope=scope,
        documents=[] if asked else by_title(infos)[:LISTED],
        limits=None if settings.read_only else limits_of(settings.max_upload_bytes),
        examples=request.app.state.examples,
        origin=_origin(request),
    )
    return page("chat.html", status=422 if error else 200, chat=chat)


def _span(document: qa.Document, start: str | None, end: str | None, *, prefix: str = "") -> qa.Span | None:
    """Return the place that an address names, or None when it names none. Raises InvalidSpan."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise qa.InvalidSpan(f"Only one of {prefix}start and {prefix}end is given: give both, or neither.")
    span = qa.Span(document.id, _whole_number(f"{prefix}start", start), _whole_number(f"{prefix}end", end))
    span.cut(document)  # raises when it is outside the text
    return span


def _whole_number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 12):
        raise qa.InvalidSpan(f"{name} is {shown(value)}: give a whole number, 0 or more.")
    return int(value)


def _lines(text: str) -> str:
    """Undo what a form does to line ends, so that a question is as it was typed."""
    return text.replace("\r\n", "\n")


def _origin(request: Request) -> str:
    return str(request.base_url).rstrip("/")
