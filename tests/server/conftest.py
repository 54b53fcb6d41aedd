"""A small real library, and clients of real applications over it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.running.alike import Alike
from server.settings import Settings

BASE_URL = "http://127.0.0.1"

MUSEUM = (
    "The museum opens at 9:30 a.m. on weekdays.\n\n"
    "Tickets cost €14; children under 12 enter free. 😀 Dr. J. R. Smith founded it in 1931."
)
TIDES = "# Tides\n\nThe tide rises twice a day. The highest tide of the year comes in March."

MakeClient = Callable[..., TestClient]
ProblemOf = Callable[[Any, int, str], dict[str, Any]]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("QUOTH_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _no_quiet() -> Iterator[None]:
    """Take the filter off the log that a server of this process put there: the next test's line may be like one."""
    yield
    for handler in filter(None, (*logging.getLogger().handlers, logging.lastResort)):
        for one in [each for each in handler.filters if isinstance(each, Alike)]:
            handler.removeFilter(one)


@pytest.fixture
def library() -> Iterator[qa.Library]:
    with qa.Library() as library:
        library.add(
            qa.Document(id="museum", text=MUSEUM, title="Museum", source="museum.txt"),
            qa.Document(id="notes/tides 100%.md", text=TIDES, title="Tides", source="tides.md"),
        )
        yield library


@pytest.fixture
def make_client(library: qa.Library) -> Iterator[MakeClient]:
    """Return a function that makes a client of an application that was started; its arguments are settings.

    over: another library than the usual one.
    """
    with ExitStack() as started:

        def make(
            *, over: qa.Library | None = None, raise_server_exceptions: bool = True, **settings: Any
        ) -> TestClient:
            app = create_app(over or library, Settings(**settings), examples=("What does a ticket cost?",))
            client = TestClient(app, base_url=BASE_URL, raise_server_exceptions=raise_server_exceptions)
            return started.enter_context(client)

        yield make


@pytest.fixture
def client(make_client: MakeClient) -> TestClient:
    return make_client()


@pytest.fixture
def problem_of() -> ProblemOf:
    """Return a function that checks a response to be one kind of problem, and returns the problem."""
    return _problem_of


def _problem_of(response: Any, status: int, slug: str) -> dict[str, Any]:
    """Return the problem document, once it has been seen to be one of this kind."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["type"] == f"/problems/{slug}"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"].endswith((".", "…"))
    assert len(problem["detail"]) <= 2_000
    assert problem["instance"].isascii()
    return problem


def ask(client: TestClient, question: str, **fields: object) -> dict[str, Any]:
    """Return the answer of the endpoint."""
    response = client.post("/api/ask", json={"question": question, **fields})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body
