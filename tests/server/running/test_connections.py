"""Who sends half a request, or takes no answer, is waited for within bounds, and keeps nobody else out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from server.running.connections import HEAD_SECONDS, STILL_SECONDS, BoundedProtocol, Connections

HEAD = b"POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n"


class Line(asyncio.Transport):
    """A connection on which nothing is sent; `unsent`: bytes that the client does not take."""

    def __init__(self, address: str) -> None:
        super().__init__({"peername": (address, 1)})
        self.sent = b""
        self.unsent = 0
        self.closed = False
        self.protocol: BoundedProtocol | None = None

    def write(self, data: Any) -> None:
        self.sent += bytes(data)

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = True
        self.unsent = 0

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...


class Served:
    """A server without sockets. waiting: requests whose bodies are not read, until `go` is set."""

    def __init__(self, **limits: Any) -> None:
        self.connections = Connections(**{"most": 100, "each": 100, **limits})
        self.config = uvicorn.Config(self._answer, lifespan="off", interface="asgi3", ws="none", log_config=None)
        self.config.load()
        self.go = asyncio.Event()
        self.state = ServerState()
        self.now = asyncio.get_running_loop().time()
        self.bodies: list[bytes | None] = []

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        await self.go.wait()
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.bodies.append(None)
                return
            body, more = body + message["body"], message["more_body"]
        self.bodies.append(body)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})

    def connect(self, address: str = "10.0.0.1") -> Line:
        line = Line(address)
        line.protocol = self.connections(self.config, self.state, {}, asyncio.get_running_loop())
        line.protocol.connection_made(line)
        return line

    async def send(self, line: Line, data: bytes) -> None:
        assert line.protocol
        line.protocol.data_received(data)
        for _ in range(10):
            await asyncio.sleep(0)

    def look(self, seconds: float) -> None:
        """Look as if so many seconds had passed since the beginning."""
        self.connections.look(self.now + seconds)


def served(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(test())

    run.__name__ = test.__name__
    run.__doc__ = test.__doc__
    return run


@pytest.mark.parametrize("begun", [b"", b"G", HEAD])
def test_the_head_of_a_request_is_waited_for_ten_seconds(begun: bytes) -> None:
    async def run() -> None:
        server = Served()
        line = server.connect()
        if begun:
            await server.send(line, begun)
        server.look(HEAD_SECONDS - 1)
        assert not line.closed
        server.look(HEAD_SECONDS + 1)
        assert line.closed
        assert line.sent.startswith(b"HTTP/1.1 408 ")

    asyncio.run(run())


@served
async def test_a_head_that_drips_is_late_too() -> None:
    server = Served()
    line = server.connect()
    for second in range(int(HEAD_SECONDS)):
        await server.send(line, HEAD[second : second + 1])
        server.look(second)
    assert not line.closed
    server.look(HEAD_SECONDS + 1)
    assert line.closed


@served
async def test_a_second_head_is_waited_for_as_the_first() -> None:
    server = Served()
    server.go.set()
    line = server.connect()
    await server.send(line, HEAD + b"\r\n0123456789")
    assert line.sent.endswith(b"ok")
    server.look(HEAD_SECONDS + 1)
    assert not line.closed  # uvicorn closes idle connections
    await server.send(line, b"GET")
    server.look(HEAD_SECONDS + 1)
    assert line.closed
    assert b"408" not in line.sent  # the answer to the first may be read still


@served
async def test_a_body_may_rest_half_a_minute_and_no_longer() -> None:
    server = Served()
    server.go.set()
    line = server.connect()
    await server.send(line, HEAD + b"\r\n01234")
    server.look(STILL_SECONDS - 1)
    assert not line.closed
    server.look(STILL_SECONDS + 1)
    assert line.closed
    assert line.protocol
    line.protocol.connection_lost(None)
    await server.send(line, b"")
    assert server.bodies == [None]
    assert len(server.connections) == 0


@served
async def test_who_waits_for_the_server_is_not_late() -> None:
    """A body is not read, or not called for, while the request waits for its turn."""
    server = Served()
    full, asking = server.connect(), server.connect()
    await server.send(full, b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" + bytes(200_000))
    await server.send(asking, HEAD + b"Expect: 100-continue\r\n\r\n")
    for seconds in range(0, 200, 20):
        server.look(seconds)
    assert not full.closed
    assert not asking.closed


@served
async def test_an_answer_that_nobody_takes_is_given_up() -> None:
    server = Served()
    server.go.set()
    line, slow = server.connect(), server.connect()
    for each in (line, slow):
        await server.send(each, HEAD + b"\r\n0123456789")
        each.unsent = 50_000
    for seconds in range(5):
        server.look(seconds * 20)
        slow.unsent -= 1_000
    assert line.unsent == 0  # aborted
    assert slow.unsent > 0


@served
async def test_those_without_a_request_make_room() -> None:
    server = Served(most=3)
    working, old, _ = server.connect("10.0.0.1"), server.connect("10.0.0.2"), server.connect("10.0.0.3")
    await server.send(working, HEAD)
    await server.send(working, b"\r\n")
    new = server.connect("10.0.0.4")
    assert (working.closed, old.closed, new.closed) == (False, True, False)
    assert len(server.connections) == 3


@served
async def test_one_address_has_its_share_and_a_trusted_proxy_has_more() -> None:
    server = Served(each=2, trusted=["10.9.0.0/16"])
    for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2", "10.9.0.1", "10.9.0.1", "10.9.0.1"):
        line = server.connect(address)
        await server.send(line, HEAD + b"\r\n")
    assert len(server.connections) == 6
    refused = server.connect("10.0.0.1")
    assert refused.closed
    assert refused.sent.startswith(b"HTTP/1.1 503 ")
    await server.send(refused, HEAD + b"\r\n")  # is not read
    assert len(server.connections) == 6


@served
async def test_a_crowd_of_half_requests_keeps_nobody_out() -> None:
    server = Served(most=50, each=10)
    server.go.set()
    for number in range(1_000):
        await server.send(server.connect(f"10.1.{number // 200}.{number % 200}"), HEAD)
    honest = server.connect("10.0.0.1")
    await server.send(honest, HEAD + b"\r\n0123456789")
    assert honest.sent.endswith(b"ok")
    assert len(server.connections) == 50
