"""The web application, assembled: `create_app` is the only way to get one.

Left out: opening and closing the library, which is for whoever made it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from starlette.formparsers import MultiPartParser
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

import qa
from server import problems
from server.api import operations, routes
from server.guards import security
from server.guards.admission import (
    DOCUMENTS_AT_ONCE,
    QUESTIONS_AT_ONCE,
    QUESTIONS_OF_SERVERS,
    UPLOADS_AT_ONCE,
    Admission,
)
from server.guards.body_limit import BodyLimit
from server.guards.head import HeadAsGet
from server.metrics import Metrics
from server.pages import chat, display, document, documents, feedback, reference
from server.pages.places.sheets import SheetCache
from server.settings import Settings, load_settings
from server.uploads.job_desk import AnyJobs
from server.uploads.jobs import Jobs
from server.warming import warm_up

__all__ = ["create_app"]

STATIC = Path(__file__).with_name("static")
KEPT_BYTES = 8_000_000
"""The longest conversation that a browser kept and wants to show again."""
COMPRESSED_FROM = 1_000
COMPRESSION = 5
"""Bytes from which a response is compressed, and how hard: 9 takes three times as long for a few per cent."""
THREADS = 32
"""Threads of a process, in which all runs that takes time: 2 for questions and 8 for uploads at the most, so that there
are always some for pages, lists and /readyz."""
SPOOL_BYTES = 64_000
"""How much of an uploaded file is held in memory before it goes to disk; an upload may have a thousand files."""


def create_app(
    library: qa.Library,
    settings: Settings | None = None,
    *,
    examples: Sequence[str] = (),
    jobs: AnyJobs | None = None,
    metrics: Metrics | None = None,
) -> FastAPI:
    """Return the application that serves `library`, which stays the caller's to close.

    settings: by default those of the environment. examples: questions that the chat offers to begin with.
    jobs and metrics: by default its own; others where several processes serve the library.
    """
    settings = settings or load_settings()
    jobs = jobs or Jobs(library)
    metrics = metrics or Metrics()
    MultiPartParser.spool_max_size = SPOOL_BYTES  # the parser takes it from nowhere else

    @asynccontextmanager
    async def run_jobs(_app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        await warm_up(app)
        if not settings.read_only:  # else the documents stay as they are, and so does what waits
            await anyio.to_thread.run_sync(jobs.start)
        yield
        await anyio.to_thread.run_sync(jobs.stop)

    app = FastAPI(
        lifespan=run_jobs,
        title="Quoth",
        version=qa.__version__,
        description="Questions answered with sentences quoted word for word from your documents.",
        docs_url=None,  # these pages load scripts from elsewhere; `reference` does not
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},  # nothing leaves
    )
    app.state.library = library
    app.state.settings = settings
    app.state.examples = tuple(examples)
    app.state.metrics = metrics
    app.state.jobs = jobs
    app.state.sheets = SheetCache()
    at_once = QUESTIONS_OF_SERVERS if library.remote else QUESTIONS_AT_ONCE
    app.state.admissions = {
        "question": Admission("question", metrics, at_once=at_once, most_waiting=settings.max_waiting),
        "document": Admission("document", metrics, at_once=DOCUMENTS_AT_ONCE, most_waiting=settings.max_waiting),
        "upload": Admission("upload", metrics, at_once=UPLOADS_AT_ONCE, most_waiting=UPLOADS_AT_ONCE),
    }
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESSED_FROM, compresslevel=COMPRESSION)
    app.add_middleware(HeadAsGet)
    upload = settings.max_upload_bytes
    limits = {("POST", "/api/documents"): upload, ("POST", "/documents"): upload, ("POST", "/conversation"): KEPT_BYTES}
    app.add_middleware(BodyLimit, limits=limits)
    security.install(app, allowed_hosts=settings.answers_to, allowed_origins=settings.allowed_origins)
    problems.install(app, page=chat.show_problem, headers=security.SECURITY_HEADERS)
    app.include_router(routes.router)
    app.include_router(operations.router)
    for pages in (display, feedback, documents, document, reference, chat):
        app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
