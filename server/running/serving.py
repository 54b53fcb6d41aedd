"""Run the web application: a socket that is bound before anything is promised, one process, and a clean stop.

Left out: several processes (workers), and TLS, which a proxy does.
"""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

import uvicorn
from fastapi import FastAPI

from server.running.alike import quieten
from server.running.connections import Connections
from server.settings import Settings

__all__ = [
    "CannotListen",
    "CannotServe",
    "bind",
    "find_address",
    "is_loopback",
    "make_config",
    "open_browser",
    "prepare_process",
    "run",
]

STOP_SECONDS = 5
"""How long an answer that is under way may take once the server was asked to stop."""


OWN_PROXIES = ("127.0.0.1", "::1")
"""From where it is believed which scheme and client a request came with: programs of this machine, as uvicorn does."""
MOST_FILES = 8_192
"""Files and connections that a process asks the system for, where it allows fewer at first; many start with 1,024."""


class CannotListen(OSError):
    """The address cannot be listened on."""


class CannotServe(RuntimeError):
    """The processes of the server do not start."""


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; port 0 takes any free one. Raises CannotListen.

    Its connections send at once. Else the second packet of an answer waits until the browser has acknowledged the
    first, which it puts off for some 40 ms; asyncio sees to that itself, but not for a socket that it is given.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host.strip("[]"), port), family=family)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # connections take it over
        return listener
    except OSError as exc:
        reason = (exc.strerror or str(exc)).partition(" (")[0].lower()
        raise CannotListen(
            f"Cannot listen on {host} port {port}: {reason}. Choose another with --port or "
            "--host (--port 0 takes any free port), or stop the program that uses this one."
        ) from exc


def find_address(host: str, port: int) -> str:
    """Return the address to open in a browser on this machine."""
    loopback = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - read, not bound
    return f"http://[{loopback}]:{port}" if ":" in loopback else f"http://{loopback}:{port}"


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a server that listens on `host`, an IP address."""
    return host.startswith("127.") or host == "::1"


def make_config(app: FastAPI | Callable[[], FastAPI], settings: Settings, **options: Any) -> uvicorn.Config:
    """Return how uvicorn is to serve an application, or with `factory` what makes it."""
    connections = Connections(
        most=settings.max_connections, each=settings.max_connections_each, trusted=settings.trusted_proxies
    )
    return uvicorn.Config(
        app,
        http=cast("type[asyncio.Protocol]", connections),  # which makes them
        forwarded_allow_ips=[*OWN_PROXIES, *settings.trusted_proxies],
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
        ws="none",
        **options,
    )


def prepare_process() -> None:
    """Let this process hold as many files as the system allows, and write what fails alike once."""
    quieten()
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
        if soft != resource.RLIM_INFINITY and soft < most:
            with suppress(OSError, ValueError):  # a system that sets a limit of its own
                resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def open_browser(address: str) -> None:
    """Open a browser, which waits for the first answer: the socket listens already."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def run(app: FastAPI, listener: socket.socket, *, browser_at: str | None = None) -> None:
    """Serve until Ctrl+C or SIGTERM; answers under way are finished first. browser_at: an address to open."""
    if browser_at:
        open_browser(browser_at)
    config = make_config(app, app.state.settings)
    prepare_process()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # uvicorn stops, then raises its signal again
    try:
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
    finally:
        signal.signal(signal.SIGTERM, before)
        listener.close()
