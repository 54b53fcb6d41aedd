"""Do before the server is ready what the first question would have to wait for, such as loading models and templates.

Questions go through the application itself, so that nothing on their way is left out, and are counted nowhere. What
they meet only now and then, such as a language of readers, is called for by itself. Left out: errors, which stop no
start; the questions of people meet the same, and are told.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from starlette.types import Message, Scope

import qa
from server.metrics import Metrics
from server.pages.rendering import compile_templates
from server.settings import Settings
from server.wording import LANGUAGES, load_wording

__all__ = ["warm_up"]

_QUESTION = "How much does a ticket of the museum cost?"

_log = logging.getLogger(__name__)


async def warm_up(app: FastAPI) -> None:
    """Ask `app`, whose state is complete, what makes it load all that questions need; never raises."""
    metrics: Metrics = app.state.metrics
    try:
        with metrics.pause():
            await anyio.to_thread.run_sync(_load, app.state.library)
            body = {"question": _QUESTION, "history": [{"question": _QUESTION}]}
            for path in ("/api/ask", "/next"):
                await _post(app, path, body)
    except Exception as exc:
        _log.warning("The server starts without having tried a question: %s", exc, exc_info=exc)


def _load(library: qa.Library) -> None:
    """Load models, the languages of the documents and of the interface, and templates."""
    library.warm()
    for code in LANGUAGES:
        t = load_wording(code)
        t("scope.all", n=3)  # 2 has words of its own, which need no plural rule
        t.decimal(0.5)
        t.day("2024-01-31")
    compile_templates()


async def _post(app: FastAPI, path: str, content: Mapping[str, Any]) -> None:
    """Send a request through all of the application; what it answers does not matter."""
    settings: Settings = app.state.settings
    host = min(settings.answers_to - {"*"}, default="localhost")
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "root_path": "",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", host.encode()), (b"content-type", b"application/json"), (b"accept-encoding", b"gzip")],
        "client": None,
        "server": None,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": json.dumps(content).encode(), "more_body": False}

    async def send(_message: Message) -> None:
        pass

    await app(scope, receive, send)
