"""What path functions ask for in their signatures; `create_app` puts each into the application's state.

All are coroutines though nothing is awaited: FastAPI would call each function that is none in a thread, and a question
would change threads five times instead of once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Annotated

from fastapi import Depends, Request

import qa
from server.guards.admission import Admission, What
from server.metrics import Metrics
from server.problems import READ_ONLY, ProblemError
from server.settings import Settings
from server.uploads.job_desk import AnyJobs

__all__ = ["ASKS", "UPLOADS", "JobsDep", "LibraryDep", "MetricsDep", "SettingsDep", "writable"]


async def _library(request: Request) -> qa.Library:
    library: qa.Library = request.app.state.library
    return library


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


async def _jobs(request: Request) -> AnyJobs:
    jobs: AnyJobs = request.app.state.jobs
    return jobs


LibraryDep = Annotated[qa.Library, Depends(_library)]
SettingsDep = Annotated[Settings, Depends(_settings)]
MetricsDep = Annotated[Metrics, Depends(_metrics)]
JobsDep = Annotated[AnyJobs, Depends(_jobs)]


async def writable(settings: SettingsDep) -> None:
    """Refuse the request when the server is read-only."""
    if settings.read_only:
        raise ProblemError(
            READ_ONLY,
            "This server's documents stay as they are. To change them, start it without --read-only and "
            "without QUOTH_READ_ONLY.",
        )


async def _asks(request: Request) -> AsyncIterator[None]:
    if request.method == "GET" and not request.query_params.get("q", "").strip():
        yield  # the first page, which asks nothing
        return
    async with _admission(request, "question").place():
        yield


async def _uploads(request: Request) -> AsyncIterator[None]:
    async with _admission(request, "upload").place():
        yield


def _admission(request: Request, what: What) -> Admission:
    admissions: Mapping[What, Admission] = request.app.state.admissions
    return admissions[what]


ASKS = Depends(_asks, scope="function")
UPLOADS = Depends(_uploads, scope="function")
"""For routes that ask or check, and for those that add: each waits its turn for a place, and has it while it works."""
