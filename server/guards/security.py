"""What every request and response passes: safe headers, a list of host names, and no other site.

Pure ASGI, so that streaming is left alone. Left out: users, passwords and encryption, which belong to a proxy in
front; a server that listens beyond loopback should have one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.guards.site import make_site_check
from server.problems import BODY_UNREADABLE, HOST_REFUSED, ProblemError, respond, show_value

__all__ = ["SECURITY_HEADERS", "Gate", "SafeHeaders", "install", "make_host_check"]

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",  # a removed document is gone at once, and a new version's pages are seen
}

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?", re.IGNORECASE)

Check = Callable[[Request], ProblemError | None]


def install(app: FastAPI, *, allowed_hosts: Collection[str], allowed_origins: Collection[str] = ()) -> None:
    """Put `app` behind all of this. The last one added is the outermost."""
    if allowed_origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=list(allowed_origins), allow_methods=["*"], allow_headers=["*"]
        )
    app.add_middleware(Gate, checks=(check_framing, make_host_check(allowed_hosts), make_site_check(allowed_origins)))
    app.add_middleware(SafeHeaders)


class SafeHeaders:
    """Add the security headers to every response that does not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class Gate:
    """Answer with the problem of the first check that finds one; let all else pass."""

    def __init__(self, app: ASGIApp, *, checks: Collection[Check]) -> None:
        self.app = app
        self.checks = tuple(checks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            error = next((error for check in self.checks if (error := check(request))), None)
            if error:
                await respond(request, error)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def check_framing(request: Request) -> ProblemError | None:
    """Refuse a body of which two headers say in two ways how long it is: a proxy may believe the other (smuggling)."""
    if "transfer-encoding" in request.headers and "content-length" in request.headers:
        return ProblemError(BODY_UNREADABLE, "Content-Length and Transfer-Encoding are both given. Send one of them.")
    return None


def make_host_check(allowed: Collection[str]) -> Check:
    """Return a check of the Host header, against a hostile name that resolves to this machine (DNS rebinding)."""
    names = {name.lower() for name in allowed}

    def check(request: Request) -> ProblemError | None:
        if "*" in names:
            return None
        host = request.headers.get("host", "")
        match = _HOST.fullmatch(host)
        if match is None:
            return ProblemError(BODY_UNREADABLE, f"The Host header {show_value(host)} is not a host name.")
        if match["name"].lower() in names:
            return None
        return ProblemError(
            HOST_REFUSED,
            f"This server does not answer to the name {show_value(match['name'])}. Use one of "
            f"{', '.join(sorted(names))}, or add the name to QUOTH_ALLOWED_HOSTS.",
        )

    return check
