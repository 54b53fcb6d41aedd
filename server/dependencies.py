"""What path functions ask for in their signatures; `create_app` puts each into the application's state.

All are coroutines though nothing is awaited: FastAPI would call each function that is none in a thread, and a question
would change threads five times instead of once.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from typing import Annotated

from fastapi import Depends, Request, Response

import qa
from server.guards.admission import Admission, What
from server.guards.site import is_from_elsewhere
from server.metrics import Metrics
from server.problems import READ_ONLY, ProblemError
from server.settings import Settings
from server.uploads.job_desk import AnyJobs

__all__ = [
    "ASKS",
    "READS",
    "UPLOADS",
    "GiverDep",
    "JobsDep",
    "LibraryDep",
    "MetricsDep",
    "SettingsDep",
    "check_writable",
]


GIVER = "quoth-giver"
"""The cookie of who gives feedback, set with the first: a random text, of which the library keeps a digest."""
_SECRET_BYTES = 24
_SECRET = re.compile(r"[A-Za-z0-9_-]{32}")
_KNOWN_SECONDS = 365 * 24 * 3_600


async def _give_library(request: Request) -> qa.Library:
    library: qa.Library = request.app.state.library
    return library


async def _give_settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _give_metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


async def _give_jobs(request: Request) -> AnyJobs:
    jobs: AnyJobs = request.app.state.jobs
    return jobs


async def _know_giver(request: Request, response: Response) -> str:
    """Return the mark of the browser that gives feedback, which gets a cookie by which it is known again."""
    secret = request.cookies.get(GIVER, "")
    if not _SECRET.fullmatch(secret):
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        response.set_cookie(
            GIVER,
            secret,
            max_age=_KNOWN_SECONDS,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    return hashlib.sha256(secret.encode()).hexdigest()


LibraryDep = Annotated[qa.Library, Depends(_give_library)]
SettingsDep = Annotated[Settings, Depends(_give_settings)]
MetricsDep = Annotated[Metrics, Depends(_give_metrics)]
JobsDep = Annotated[AnyJobs, Depends(_give_jobs)]
GiverDep = Annotated[str, Depends(_know_giver)]


async def check_writable(settings: SettingsDep) -> None:
    """Refuse the request when the server is read-only."""
    if settings.read_only:
        raise ProblemError(
            READ_ONLY,
            "This server's documents stay as they are. To change them, start it without --read-only and "
            "without QUOTH_READ_ONLY.",
        )


async def _admit_question(request: Request) -> AsyncIterator[None]:
    if request.method == "GET" and (not request.query_params.get("q", "").strip() or is_from_elsewhere(request)):
        yield  # the first page, which asks nothing; nor does a link on another site
        return
    async with _find_admission(request, "question").admit():
        yield


async def _admit_upload(request: Request) -> AsyncIterator[None]:
    async with _find_admission(request, "upload").admit():
        yield


async def _admit_reader(request: Request) -> AsyncIterator[None]:
    async with _find_admission(request, "document").admit():
        yield


def _find_admission(request: Request, what: What) -> Admission:
    admissions: Mapping[What, Admission] = request.app.state.admissions
    return admissions[what]


ASKS = Depends(_admit_question, scope="function")
READS = Depends(_admit_reader, scope="function")
UPLOADS = Depends(_admit_upload, scope="function")
"""For routes that ask or check, that show a whole document, and that add: each waits its turn for a place, and has it
while it works."""
