"""Who asks takes a place for it, and who only opens a page takes none."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from starlette.requests import Request

from server import dependencies


@pytest.mark.parametrize(
    ("method", "query", "headers", "asks"),
    [
        ("GET", "q=When", {}, True),
        ("GET", "q=++", {}, False),
        ("GET", "", {}, False),
        ("GET", "q=When", {"sec-fetch-site": "cross-site"}, False),
        ("POST", "", {}, True),
    ],
)
def test_only_a_question_takes_a_place(monkeypatch, method, query, headers, asks):
    taken: list[int] = []

    class Places:
        @asynccontextmanager
        async def admit(self):
            taken.append(1)
            yield

    monkeypatch.setattr(dependencies, "_find_admission", lambda *_: Places())
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    request = Request({"type": "http", "method": method, "query_string": query.encode(), "headers": raw})

    async def run() -> None:
        async for _ in dependencies._admit_question(request):
            pass

    asyncio.run(run())
    assert bool(taken) is asks
