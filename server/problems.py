"""Every error over HTTP is a problem document (RFC 9457): one catalogue, one model, one way to answer with it.

A problem names the value, the reason and the way out; values that a client sent are cut short. A browser that asked
for a page gets the same problem as a page. Left out: what an unexpected error says; it goes to the log only.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

import qa

__all__ = [
    "BODY_TOO_LARGE",
    "BODY_UNREADABLE",
    "CROSS_SITE",
    "HOST_REFUSED",
    "INTERNAL",
    "INVALID_REQUEST",
    "JOB_NOT_FOUND",
    "MEDIA_TYPE",
    "NOTHING_ADDED",
    "NO_ORIGINAL",
    "READ_ONLY",
    "TOO_MANY_JOBS",
    "TOO_MANY_QUESTIONS",
    "TOO_MANY_READERS",
    "TOO_MANY_UPLOADS",
    "UPLOAD_NOT_KEPT",
    "Kind",
    "Problem",
    "ProblemError",
    "describe_problems",
    "find_kind",
    "install",
    "respond",
    "show_value",
]

MEDIA_TYPE = "application/problem+json"
MAX_DETAIL = 2_000
MAX_ERRORS = 20
MAX_SHOWN = 80

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the last part of its type, its HTTP status, and its title, which never changes."""

    slug: str
    status: int
    title: str


READ_ONLY = Kind("read-only", 403, "This server is read-only")
CROSS_SITE = Kind("cross-site-request", 403, "A request from another site was refused")
BODY_UNREADABLE = Kind("unreadable-body", 400, "The body of the request cannot be read")
BODY_TOO_LARGE = Kind("body-too-large", 413, "The body of the request is too large")
NO_SUCH_ROUTE = Kind("no-such-route", 404, "There is nothing here")
WRONG_METHOD = Kind("wrong-method", 405, "This method is not allowed here")
HOST_REFUSED = Kind("host-not-allowed", 421, "This host name is not allowed")
INVALID_REQUEST = Kind("invalid-request", 422, "The request is not valid")
NOTHING_ADDED = Kind("nothing-added", 422, "No document was added")
NO_ORIGINAL = Kind("no-original", 404, "The file itself is not here")
JOB_NOT_FOUND = Kind("job-not-found", 404, "There is no such job")
TOO_MANY_JOBS = Kind("too-many-jobs", 503, "Too many uploads wait")
TOO_MANY_UPLOADS = Kind("too-many-uploads", 503, "Too many files are sent at a time")
TOO_MANY_READERS = Kind("too-many-readers", 503, "Too many documents are read at a time")
TOO_MANY_QUESTIONS = Kind("too-many-questions", 503, "Too many questions wait")
UPLOAD_NOT_KEPT = Kind("upload-not-kept", 507, "The upload could not be kept")
INTERNAL = Kind("internal-error", 500, "The server failed")

_QUOTH_KINDS: Mapping[type[Exception], Kind] = {
    qa.DocumentNotFound: Kind("document-not-found", 404, "There is no such document"),
    qa.FeedbackNotFound: Kind("feedback-not-found", 404, "There is no such feedback"),
    qa.FeedbackRefused: Kind("feedback-refused", 403, "This feedback is of somebody else"),
    qa.FileTooLarge: Kind("file-too-large", 413, "The file is too large"),
    qa.PasswordNeeded: Kind("password-needed", 422, "The file is encrypted"),
    qa.FileDamaged: Kind("damaged-file", 422, "The file is damaged"),
    qa.UnsupportedFormat: Kind("unsupported-format", 415, "This kind of file cannot be read"),
    qa.ReaderUnavailable: Kind("reader-unavailable", 503, "Files cannot be read at the moment"),
    qa.ReadError: Kind("unreadable-file", 422, "The file gave no document"),
    qa.QuestionTooLong: Kind("question-too-long", 422, "The question is too long"),
    qa.InvalidOption: Kind("invalid-option", 422, "An option is out of its range"),
    qa.InvalidDocument: Kind("invalid-document", 422, "The document breaks its own rules"),
    qa.InvalidSpan: Kind("invalid-span", 422, "The place is not inside the document"),
    qa.ReadOnlyLibrary: Kind("read-only-library", 403, "The library can only be read"),
    qa.ShardUnavailable: Kind("shard-unavailable", 503, "A part of the library does not answer"),
    qa.LibraryUnavailable: Kind("server-unavailable", 503, "A server of the library does not answer"),
    qa.LibraryError: Kind("library-unavailable", 503, "The library cannot be used"),
}


class Problem(BaseModel):
    """A problem document.

    type: a stable reference; title: the same for each problem of a type; detail: this occurrence, for people;
    instance: the path that was asked for. errors: one entry for each bad field, or for each file that failed.
    """

    model_config = ConfigDict(frozen=True)

    type: str = Field(examples=["/problems/document-not-found"])
    title: str = Field(examples=["There is no such document"])
    status: int = Field(examples=[404])
    detail: str
    instance: str = Field(examples=["/api/documents/unknown"])
    errors: tuple[dict[str, str], ...] = ()


class ProblemError(Exception):
    """Raised by an adapter to answer with a problem. retry_after: seconds after which to come again, where known."""

    def __init__(
        self, kind: Kind, detail: str, *, errors: Sequence[dict[str, str]] = (), retry_after: int | None = None
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = None if retry_after is None else {"Retry-After": str(retry_after)}


Page = Callable[[Request, Problem], Response]


def describe_problems(**meanings: str) -> dict[int | str, dict[str, Any]]:
    """Return the responses of a route, for OpenAPI, by statuses that come with a problem document: `_404="why"`."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {int(name[1:]): {"description": meaning, "content": content} for name, meaning in meanings.items()}


def show_value(value: object) -> str:
    """Return a value as a message may show it: escaped, on one line, cut to 80 characters."""
    text = repr(value[: MAX_SHOWN + 1] if isinstance(value, str | bytes) else value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"


def find_kind(exc: Exception) -> Kind:
    """Return the kind of problem that an exception of `qa` is; INTERNAL for one that has none."""
    return next((_QUOTH_KINDS[cls] for cls in type(exc).__mro__ if cls in _QUOTH_KINDS), INTERNAL)


def respond(request: Request, error: ProblemError, *, headers: Mapping[str, str] | None = None) -> Response:
    """Answer with a problem: a page where the application has one and a browser asked for a page, else JSON."""
    problem = Problem(
        type=f"/problems/{error.kind.slug}",
        title=error.kind.title,
        status=error.kind.status,
        detail=error.detail if len(error.detail) <= MAX_DETAIL else f"{error.detail[: MAX_DETAIL - 1]}…",
        instance=quote(request.scope["path"][:MAX_DETAIL], safe="/"),
        errors=error.errors[:MAX_ERRORS],
    )
    page: Page | None = getattr(request.app.state, "problem_page", None)
    if page is not None and _wants_page(request):
        response = page(request, problem)
        response.headers.update(headers or {})
        return response
    content = json.dumps(problem.model_dump(mode="json", exclude_defaults=True))
    return Response(content, problem.status, dict(headers or {}), MEDIA_TYPE)


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "") and not request.scope["path"].startswith("/api/")


def install(app: FastAPI, *, page: Page | None = None, headers: Mapping[str, str] | None = None) -> None:
    """Answer every error of `app` with a problem.

    page: renders a problem for a browser. headers: for the answer to an unexpected error, which is made outside of
    all middleware.
    """

    def expected(request: Request, exc: Exception) -> Response:
        error = _translate(request, exc)
        if error.kind in _COUNTED:
            pass
        elif isinstance(exc, qa.LibraryUnavailable | ProblemError | HTTPException) and error.kind.status >= 500:
            _log.error("%s %s failed: %s", request.method, request.scope["path"], error.detail)  # nothing to trace
        elif error.kind.status >= 500:
            _log.error("%s %s failed", request.method, request.scope["path"], exc_info=exc)
        retry = _RETRY if error.kind.status == 503 else None
        headers = getattr(exc, "headers", None) or retry
        if error.kind is WRONG_METHOD:
            headers = {"Allow": ", ".join(_list_methods(app, request))}
        return respond(request, error, headers=headers)

    def unexpected(request: Request, _exc: Exception) -> Response:  # raised again afterwards, so the server logs it
        return respond(request, ProblemError(INTERNAL, _IN_THE_LOG), headers=headers)

    app.state.problem_page = page
    for cls in (ProblemError, qa.QuothError, RequestValidationError, HTTPException):
        app.add_exception_handler(cls, expected)
    app.add_exception_handler(Exception, unexpected)


def _list_methods(app: FastAPI, request: Request) -> list[str]:
    """Return the methods that some route takes at the path of a request; the router names those of the first alone."""
    return [
        method
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
        if any(
            route.matches({**request.scope, "method": "GET" if method == "HEAD" else method})[0] is Match.FULL
            for route in app.routes
        )
    ]


_LIBRARY_UNAVAILABLE = (
    "The library could not be used just now, and nothing of this request was kept. Try again in a few seconds; if it "
    "stays, the log of the server says why."
)
_LIBRARY_READ_ONLY = (
    "The server may not write to the folder of its library, so its documents stay as they are; asking goes on. Whoever "
    "runs the server can give it the permission."
)
_RETRY = {"Retry-After": "5"}
_COUNTED = (TOO_MANY_JOBS, TOO_MANY_QUESTIONS, TOO_MANY_READERS, TOO_MANY_UPLOADS)  # not logged: there would be many
_IN_THE_LOG = "What went wrong is in the log of the server. Try again; if it stays, report it."


def _translate(request: Request, exc: Exception) -> ProblemError:  # noqa: PLR0911
    match exc:
        case ProblemError():
            return exc
        case RequestValidationError():
            return _explain_invalid(exc)
        case HTTPException():
            return _explain_http_error(request, exc)
    kind = find_kind(exc)
    if isinstance(exc, qa.ReadOnlyLibrary):
        return ProblemError(kind, _LIBRARY_READ_ONLY)
    if isinstance(exc, qa.LibraryUnavailable):
        return ProblemError(kind, str(exc))
    if isinstance(exc, qa.LibraryError):  # its own words name places on the server's disk
        return ProblemError(kind, _LIBRARY_UNAVAILABLE)
    return ProblemError(kind, _IN_THE_LOG if kind.status >= 500 else str(exc))


def _explain_invalid(exc: RequestValidationError) -> ProblemError:
    failures = exc.errors()
    if failures[0]["type"] == "json_invalid":
        reason, place = failures[0]["ctx"]["error"], failures[0]["loc"][-1]
        return ProblemError(BODY_UNREADABLE, f"The body is not JSON: {reason} at character {place}. Send valid JSON.")
    errors = [_explain_field(failure) for failure in failures[:MAX_ERRORS]]
    detail = "; ".join(f"{error['field']}: {error['detail']}" for error in errors)
    return ProblemError(INVALID_REQUEST, f"{detail}. The page /docs describes the request.", errors=errors)


def _explain_field(failure: Mapping[str, Any]) -> dict[str, str]:
    field = ".".join(str(part)[:MAX_SHOWN] for part in failure["loc"])
    if failure["loc"] == ("body",):
        return {"field": field, "detail": "give a JSON object, with the header Content-Type: application/json"}
    message = failure["msg"][0].lower() + failure["msg"][1:]
    given = "" if failure["type"] == "missing" else f", not {show_value(failure['input'])}"
    return {"field": field, "detail": f"{message}{given}"}


def _explain_http_error(request: Request, exc: HTTPException) -> ProblemError:
    path = show_value(request.scope["path"])
    match exc.status_code:
        case 400 if isinstance(exc.__cause__, OSError):  # of the parser, which keeps files in the temporary folder
            reason = exc.__cause__.strerror or str(exc.__cause__)
            return ProblemError(UPLOAD_NOT_KEPT, f"The server has no room for the request: {reason}. Make room there.")
        case 400:
            reason = exc.detail.rstrip(".")
            return ProblemError(BODY_UNREADABLE, f"{reason}. Send JSON or a form, whole, as /docs describes.")
        case 404:
            return ProblemError(NO_SUCH_ROUTE, f"There is nothing at {path}. The page /docs lists what there is.")
        case 405:
            return ProblemError(WRONG_METHOD, f"{path} does not take {request.method}. /docs lists what it takes.")
        case 413:
            return ProblemError(BODY_TOO_LARGE, exc.detail)
    status = HTTPStatus(exc.status_code)
    return ProblemError(Kind(status.name.lower().replace("_", "-"), status, status.phrase), exc.detail)
