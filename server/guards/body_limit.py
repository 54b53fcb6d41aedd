"""No request makes the server hold more than its limit: the size of a body is checked before and while it is read.

Pure ASGI. Left out: the time that a client may take to send.
"""

from __future__ import annotations

from collections.abc import Mapping

import anyio
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.problems import BODY_TOO_LARGE, ProblemError, respond

__all__ = ["MAX_BODY_BYTES", "BodyLimit", "BodyTooLarge"]

MAX_BODY_BYTES = 1_000_000
"""The longest body of a request that uploads nothing: a question with its conversation is some kilobytes."""

LINGER_BYTES = 200_000_000
LINGER_SECONDS = 10.0
"""How much of a body that is too large, and for how long, is read and thrown away after the answer."""

_CLOSE = {"Connection": "close"}


class BodyTooLarge(HTTPException):
    """Raised while a body is read. It is an HTTPException because the form parser lets only those through."""


class BodyLimit:
    """Stop reading a body that is over its limit, and refuse one that says so beforehand.

    limits: bytes by method and path, for routes with a limit of their own.
    """

    def __init__(self, app: ASGIApp, *, limits: Mapping[tuple[str, str], int]) -> None:
        self.app = app
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.limits.get((scope["method"], scope["path"]), MAX_BODY_BYTES)
        exchange = _Exchange(receive, send, limit=limit)
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced[:18]) > limit:
            exchange.over = True
            response = respond(Request(scope), ProblemError(BODY_TOO_LARGE, _explain_limit(limit)), headers=_CLOSE)
            await response(scope, exchange.receive, exchange.send)
        else:
            await self.app(scope, exchange.receive, exchange.send)


class _Exchange:
    """One request and its answer. Counts the body, and raises BodyTooLarge when it is over the limit.

    After the answer to a body that is too large, the rest is read and thrown away for a while: a connection that is
    closed on unread bytes is reset, and the answer is lost on its way.
    """

    def __init__(self, receive: Receive, send: Send, *, limit: int) -> None:
        self._receive = receive
        self._send = send
        self._limit = limit
        self._received = 0
        self._more = True
        self.over = False

    async def receive(self) -> Message:
        message = await self._next()
        if self._received > self._limit:
            self.over = True
            raise BodyTooLarge(status_code=413, detail=_explain_limit(self._limit), headers=_CLOSE)
        return message

    async def send(self, message: Message) -> None:
        last = message["type"] == "http.response.body" and not message.get("more_body", False)
        if self.over and last:
            await self._send({**message, "more_body": True})
            with anyio.move_on_after(LINGER_SECONDS):
                await self._discard()
            message = {"type": "http.response.body", "body": b""}
        await self._send(message)

    async def _discard(self) -> None:
        enough = self._received + LINGER_BYTES
        while self._more and self._received < enough:
            await self._next()

    async def _next(self) -> Message:
        message = await self._receive()
        self._received += len(message.get("body", b""))
        self._more = message.get("more_body", False)
        return message


def _explain_limit(limit: int) -> str:
    return (
        f"This request may have {limit:,} bytes at the most. Send less at a time; QUOTH_MAX_UPLOAD_MB sets the limit "
        "of an upload."
    )
