"""The size of a body, checked before and while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import anyio
import pytest
from starlette.types import ASGIApp, Message

from server.guards.body_limit import LINGER_BYTES, MAX_BODY_BYTES

MB = 1_000_000


def exchange(
    app: ASGIApp, headers: Mapping[str, str], chunks: Iterable[bytes], *, end: bytes = b"", silent: bool = False
) -> list[str | int]:
    """Send a body to `app` chunk by chunk, and return in order what was read and what was answered.

    end: the last chunk. silent: in its place, the client sends nothing more.
    """
    events: list[str | int] = []
    body = iter(chunks)

    async def receive() -> Message:
        chunk = next(body, None)
        events.append("read")
        if chunk is None and silent:
            await anyio.sleep_forever()
        return {"type": "http.request", "body": end if chunk is None else chunk, "more_body": chunk is not None}

    async def send(message: Message) -> None:
        events.append(message.get("status", "body" if message.get("more_body") else "end"))

    raw = [(b"host", b"localhost"), *((name.encode(), value.encode()) for name, value in headers.items())]
    scope = {"type": "http", "method": "POST", "path": "/api/ask", "query_string": b"", "headers": raw}
    anyio.run(app, scope, receive, send)
    return events


def test_a_body_that_says_it_is_too_large_is_answered_before_it_is_read(client):
    events = exchange(client.app, {"content-length": str(2 * MB)}, [b" " * MB] * 2)
    assert events[:2] == [413, "body"]
    assert events[2:] == ["read"] * 3 + ["end"]


def test_the_rest_of_a_body_is_thrown_away_after_the_answer_but_not_without_end(client):
    events = exchange(client.app, {"content-length": str(10**15)}, (b" " * 50 * MB for _ in range(1_000)))
    assert events[-1] == "end"
    assert events.count("read") == LINGER_BYTES // (50 * MB)


def test_a_body_that_turns_out_too_large_is_answered_before_the_rest_is_thrown_away(client):
    events = exchange(client.app, {"content-type": "application/json"}, [b" " * 600_000] * 5)
    assert events == ["read", "read", 413, "body", "read", "read", "read", "read", "end"]


def test_nothing_is_waited_for_after_the_end_of_a_body(client):
    events = exchange(client.app, {"content-type": "application/json"}, [], end=b" " * 2 * MB)
    assert events == ["read", 413, "body", "end"]


def test_a_client_that_falls_silent_is_not_waited_for_long(client, monkeypatch):
    monkeypatch.setattr("server.guards.body_limit.LINGER_SECONDS", 0.05)
    events = exchange(client.app, {"content-length": str(2 * MB)}, [b" " * MB], silent=True)
    assert events == [413, "body", "read", "read", "end"]


def test_the_problem_names_the_limit(client, problem_of):
    response = client.post("/api/ask", content=b" " * (MAX_BODY_BYTES + 1))
    assert "1,000,000 bytes" in problem_of(response, 413, "body-too-large")["detail"]
    assert response.headers["connection"] == "close"


@pytest.mark.parametrize("length", ["9" * 5_000, "1" + "0" * 30])
def test_an_absurd_length_is_too_large(client, length, problem_of):
    response = client.post("/api/ask", content=iter([b"{}"]), headers={"content-length": length})
    problem_of(response, 413, "body-too-large")


@pytest.mark.parametrize("path", ["/api/ask", "/api/verify", "/"])
def test_a_body_without_a_length_is_counted_while_it_is_read(client, path, problem_of):
    chunks = (b" " * 100_000 for _ in range(11))
    content_type = "application/x-www-form-urlencoded" if path == "/" else "application/json"
    response = client.post(path, content=chunks, headers={"content-type": content_type})
    problem_of(response, 413, "body-too-large")


def test_a_body_at_the_limit_is_read(client):
    question = b'{"question": "When?"' + b" " * (MAX_BODY_BYTES - 21) + b"}"
    assert len(question) == MAX_BODY_BYTES
    assert client.post("/api/ask", content=question, headers={"content-type": "application/json"}).status_code == 200


def test_an_upload_has_the_limit_of_the_settings(make_client, problem_of):
    client = make_client(max_upload_mb=2)
    fits = ("fits.txt", b"word " * (2 * MB // 5 - 200))
    assert client.post("/api/documents", files=[("files", fits)]).status_code == 201
    over = ("over.txt", b"word " * (2 * MB // 5))
    problem = problem_of(client.post("/api/documents", files=[("files", over)]), 413, "body-too-large")
    assert "QUOTH_MAX_UPLOAD_MB" in problem["detail"]


def test_an_upload_without_a_length_is_counted_while_it_is_read(make_client, problem_of):
    client = make_client(max_upload_mb=1)

    def body() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(11):
            yield b"w" * 100_000
        yield b"\r\n--x--\r\n"

    headers = {"content-type": "multipart/form-data; boundary=x"}
    problem_of(client.post("/api/documents", content=body(), headers=headers), 413, "body-too-large")
