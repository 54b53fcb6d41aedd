"""The chat, and errors as pages. All of it works without JavaScript.

The server keeps no conversation: a link or a form carries its earlier questions, which are asked again; that takes
milliseconds and gives the same answers. The script of the chat sends the answers instead, as they were given. So it is
with the documents that were chosen; those that are gone are dropped. Left out: what a page shows (views), how it looks
(templates, static), and the pages of documents (document, documents).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import qa
from server.bodies.answers import MAX_DOCUMENTS
from server.bodies.base import link_to_document
from server.bodies.translate import translate_answer
from server.dependencies import ASKS, LibraryDep
from server.guards.site import is_from_elsewhere
from server.pages.conversation import (
    MAX_EARLIER,
    AskedQuestion,
    ConversationBody,
    NextBody,
    count_left_out,
    link_to_conversation,
    list_fields,
    read_conversation,
    read_questions,
)
from server.pages.display import choose_display
from server.pages.document_list import Scope, find_scope, make_limits
from server.pages.reading import ShownDocument, show_near, show_source
from server.pages.rendering import read_origin, render_page
from server.pages.views import Chat, TurnView, view_turn
from server.problems import Problem, find_kind
from server.settings import Settings
from server.shipped import MANUAL_ID
from server.wording import Wording

__all__ = ["router", "show_problem"]

LISTED = 20
"""Documents named on the first page; all are a link away."""

_SHARD_UNAVAILABLE = find_kind(qa.ShardUnavailable("")).slug

Several = list[str] | None

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/", dependencies=[ASKS])
def ask_by_link(
    *,
    request: Request,
    q: Annotated[str, Query()] = "",
    earlier: Annotated[Several, Query()] = None,
    literal: Annotated[Several, Query()] = None,
    more: Annotated[Several, Query()] = None,
    documents: Annotated[Several, Query()] = None,
    before: Annotated[str, Query()] = "",
    partial: Annotated[str, Query()] = "",
) -> Response:
    """Show the chat, with the answer when the link holds a question.

    before: how many questions of the conversation come before those of the link.
    partial: `true` answers from the rest where a server of the library does not answer. A link on another site fills
    the box and asks nothing: that is for who reads it.
    """
    if is_from_elsewhere(request):
        return _show_chat(request, chosen=documents, typed=q)
    questions = [*(earlier or []), q]
    asked = read_questions(questions, literal or (), more or ()) if q.strip() else []
    n_before = count_left_out(questions, before) if asked else 0
    return _show_answers(request, asked, documents, partial=partial == "true", n_before=n_before)


@router.post("/", dependencies=[ASKS])
def ask_by_form(
    *,
    request: Request,
    question: Annotated[str, Form()] = "",
    earlier: Annotated[Several, Form()] = None,
    literal: Annotated[Several, Form()] = None,
    more: Annotated[Several, Form()] = None,
    documents: Annotated[Several, Form()] = None,
    before: Annotated[str, Form()] = "",
    partial: Annotated[str, Form()] = "",
    draft: Annotated[str, Form()] = "",
) -> Response:
    """Answer the question of the form, after the earlier ones that it carries.

    draft: the question is not to be asked yet; the earlier ones are shown, and it stays in the box.
    """
    questions = [*(earlier or []), question]
    if draft:
        shown = read_questions(questions[:-1], literal or (), more or ())
        n_before = count_left_out(questions[:-1], before)
        return _show_answers(request, shown, documents, n_before=n_before, typed=question.replace("\r\n", "\n"))
    asked = read_questions(questions, literal or (), more or ())
    n_before = count_left_out(questions, before)
    return _show_answers(request, asked, documents, partial=partial == "true", n_before=n_before)


@router.post("/next", dependencies=[ASKS])
def ask_by_script(request: Request, body: NextBody) -> Response:
    """Answer one question after a conversation whose answers are sent with it: the chat with this turn alone."""
    earlier = [AskedQuestion(turn.question, turn.literal, turn.more, turn.answer or {}) for turn in body.history]
    return _show_answers(
        request,
        [*earlier, AskedQuestion(body.question, body.literal, body.more)],
        body.documents,
        partial=body.partial,
        n_before=body.before,
    )


@router.post("/conversation", dependencies=[ASKS])
def show_again(
    request: Request, library: LibraryDep, body: Annotated[ConversationBody, Depends(read_conversation)]
) -> Response:
    """Show a conversation that a browser kept, as it was answered; what has changed since is said to have."""
    asked = [AskedQuestion(turn.question, turn.literal, turn.more) for turn in body.turns]
    turns = [
        view_turn(library, asked[:number], turn.answer, Scope(tuple(turn.documents), turn.total))
        for number, turn in enumerate(body.turns, 1)
    ]
    return _show_chat(request, asked, turns, chosen=body.documents)


@router.post("/choose")
def choose(request: Request, documents: Annotated[Several, Form()] = None) -> Response:
    """Show the chat, with only some documents to ask."""
    return _show_chat(request, chosen=documents)


def show_problem(request: Request, problem: Problem) -> Response:
    """Return a problem as a page. One of a question that others could answer without a server has a form for that."""
    asks = problem.type == f"/problems/{_SHARD_UNAVAILABLE}" and getattr(request.state, "asks", None)
    return render_page(request, "problem.html", status=problem.status, problem=problem, asks=asks or ())


def _show_answers(
    request: Request,
    asked: Sequence[AskedQuestion],
    chosen: Several,
    *,
    partial: bool = False,
    n_before: int = 0,
    typed: str = "",
) -> Response:
    """Show the answers to the questions that have none yet; a last one that cannot be asked goes back into the box.

    n_before: how many questions come before these. typed: what stands in the box otherwise.
    """
    library: qa.Library = request.app.state.library
    settings: Settings = request.app.state.settings
    if not asked:
        return _show_chat(request, chosen=chosen, typed=typed)
    scope = find_scope(chosen or (), library)
    error = _explain_refusal(asked[-1].question, scope, choose_display(request).t)
    if len(scope.chosen) > MAX_DOCUMENTS:
        scope = Scope((), scope.total)
    request.state.asks = _carry_question(asked, scope.chosen)
    answer = None
    history: list[qa.Turn] = []
    turns: list[TurnView] = []
    for number, each in enumerate(asked[:-1] if error else asked, 1):
        if each.answer is not None:
            history.append(qa.Turn(each.question, each.answer))
            continue
        answer = library.ask(
            each.question,
            history=() if each.literal else history,
            max_quotes=each.max_quotes,
            min_confidence=settings.min_confidence,
            documents=scope.ids,
            partial=partial,
        )
        history.append(qa.Turn(each.question, answer))
        turns.append(view_turn(library, asked[:number], translate_answer(answer, library), scope, n_before=n_before))
    if error:
        last = asked[-1].question
        return _show_chat(request, asked[:-1], turns, chosen=scope.chosen, typed=last, error=error, n_before=n_before)
    if answer and not typed:
        request.app.state.metrics.observe(answer)  # the earlier ones were counted when they were new
    return _show_chat(request, asked, turns, chosen=scope.chosen, typed=typed, n_before=n_before)


def _carry_question(asked: Sequence[AskedQuestion], chosen: Sequence[str]) -> list[tuple[str, str]]:
    """Return the fields of a form that asks the same, and for what there is where a server does not answer."""
    kept = asked[-MAX_EARLIER - 1 :]
    fields = list_fields(kept)
    fields[len(kept) - 1] = ("question", kept[-1].question)
    return [*fields, *(("documents", id) for id in chosen), ("partial", "true")]


def _explain_refusal(question: str, scope: Scope, t: Wording) -> str:
    """Return why a question cannot be asked; empty when it can."""
    if not question.strip():
        return t("ask.empty")
    if len(question) > qa.MAX_QUESTION:
        return t("ask.too_long", n=len(question), most=qa.MAX_QUESTION)
    if len(scope.chosen) > MAX_DOCUMENTS:
        return t("ask.too_many", n=len(scope.chosen), most=MAX_DOCUMENTS)
    return ""


def _show_chat(
    request: Request,
    asked: Sequence[AskedQuestion] = (),
    turns: Sequence[TurnView] = (),
    *,
    chosen: Sequence[str] | None = None,
    typed: str = "",
    error: str | None = None,
    n_before: int = 0,
) -> Response:
    """Show the chat with these turns. asked: the questions so far, which the form carries. n_before: those before."""
    library: qa.Library = request.app.state.library
    settings: Settings = request.app.state.settings
    scope = find_scope(chosen or (), library)
    chat = Chat(
        turns=tuple(turns),
        asked=asked[-MAX_EARLIER - 1 :],
        n_before=n_before,
        n_uncarried=n_before + max(0, len(asked) - MAX_EARLIER - 1),
        source=_show_beside(library, turns[-1]) if turns else None,
        typed=typed,
        error=error,
        link=link_to_conversation(asked, scope.chosen, n_before),
        scope=scope,
        documents=() if asked else library.listed(limit=LISTED).documents,
        limits=None if settings.read_only else make_limits(settings.max_upload_bytes, library),
        examples=request.app.state.examples,
        manual=link_to_document(MANUAL_ID) if not asked and library.known([MANUAL_ID]) else None,
        origin=read_origin(request),
    )
    return render_page(request, "chat.html", status=422 if error else 200, chat=chat)


def _show_beside(library: qa.Library, turn: TurnView) -> ShownDocument | None:
    """Return what stands beside an answer: the source of its best quote, or the passage nearest to the question."""
    if turn.best:
        return show_source(library, turn.best.quote)
    if not turn.answer.nearest:
        return None
    nearest = turn.answer.nearest[0]
    return show_near(library, nearest.document_id, nearest.start, nearest.end)
