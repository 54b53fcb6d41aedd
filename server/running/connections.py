"""How many connections a process holds, for whom, and how long it waits for one: uvicorn's protocol within limits.

Uvicorn waits for ever for the rest of a request, and its own limit of connections counts those that ask nothing; h11,
which reads for it, knows no time. So each connection is looked at once a second: the head of a request must be there
within HEAD_SECONDS, and STILL_SECONDS may pass without a byte of a body, or of an answer that is taken. Where a new
connection finds no room, one that waits without a request makes room. Left out: a limit of the whole time for a slow
body or a slow reader, which may be on a slow line; how many of them there are is limited.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any, Literal

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

__all__ = ["HEAD_SECONDS", "STILL_SECONDS", "BoundedProtocol", "Connections"]

HEAD_SECONDS = 10.0
"""How long a client may take to send the head of a request."""
STILL_SECONDS = 30.0
"""How long a client may send nothing of a body, or take nothing of an answer."""
LOOK_SECONDS = 1.0

Fault = Literal["head", "body", "answer"]

_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\nretry-after: 5\r\n"
    b"connection: close\r\n\r\nToo many connections are open. Close some, or come again in 5 seconds.\n"
)
_LATE = (
    b"HTTP/1.1 408 Request Timeout\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n\r\n"
    b"The request did not arrive in time. Send it again, at once.\n"
)


class Connections:
    """The connections of one process; uvicorn calls it for the protocol of each.

    most: of all. each: of one address, but for addresses in the networks `trusted`, which are proxies. At least 1 both.
    """

    def __init__(self, *, most: int, each: int, trusted: Collection[str] = ()) -> None:
        self._most = most
        self._each = each
        self._trusted: list[IPv4Network | IPv6Network] = [ip_network(name, strict=False) for name in trusted]
        self._open: set[BoundedProtocol] = set()
        self._looking: asyncio.TimerHandle | None = None

    def __call__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> BoundedProtocol:
        """Return the protocol of a new connection."""
        return BoundedProtocol(self, config, server_state, app_state, _loop)

    def __len__(self) -> int:
        return len(self._open)

    def admit(self, new: BoundedProtocol) -> bool:
        """Take a connection up, maybe in place of one that waits without a request; tell whether there was room."""
        address = new.address
        own = [each for each in self._open if each.address == address]
        if len(own) >= self._each and not self._is_trusted(address) and not self._make_room(own):
            return False
        if len(self._open) >= self._most and not self._make_room(self._open):
            return False
        self._open.add(new)
        if self._looking is None:
            self._looking = new.loop.call_later(LOOK_SECONDS, self._look_again, new.loop)
        return True

    def forget(self, lost: BoundedProtocol) -> None:
        """Count a connection no more."""
        self._open.discard(lost)

    def look(self, now: float) -> None:
        """Close what is late at the time `now` of the loop."""
        for each in list(self._open):
            fault = each.find_fault(now)
            if fault:
                each.drop(fault)

    def _look_again(self, loop: asyncio.AbstractEventLoop) -> None:
        self._looking = loop.call_later(LOOK_SECONDS, self._look_again, loop) if self._open else None
        self.look(loop.time())

    def _make_room(self, among: Collection[BoundedProtocol]) -> bool:
        """Drop one connection that has no request under way; tell whether there was one.

        Of those, first one that never had a request, of the address with the most of them, the oldest.
        """
        waiting = [each for each in among if each.waits]
        if not waiting:
            return False
        counts = Counter(each.address for each in waiting)
        worst = min(waiting, key=lambda each: (each.cycle is not None, -counts[each.address], each.made))
        self.forget(worst)
        worst.drop("head")
        return True

    def _is_trusted(self, address: str) -> bool:
        try:
            return any(ip_address(address) in network for network in self._trusted)
        except ValueError:  # of no network
            return False


class BoundedProtocol(H11Protocol):
    """One connection. made: when, in the time of the loop."""

    def __init__(
        self,
        connections: Connections,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._all = connections
        self.made = self.loop.time()
        self._head_since: float | None = self.made  # when the head of a request began to be waited for
        self._stirred = self.made  # when something of a body last came
        self._unsent = 0  # bytes of answers that the client has not taken, when it was looked last
        self._unsent_since = self.made

    @property
    def address(self) -> str:
        """The address of the client; empty where it has none."""
        return self.client[0] if self.client else ""

    @property
    def waits(self) -> bool:
        """Whether no request is under way."""
        return self.cycle is None or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if not self._all.admit(self):
            transport.write(_BUSY)
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._all.forget(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self.waits and self._head_since is None:
            self._head_since = self.loop.time()
        super().data_received(data)
        self._note_request()

    def on_response_complete(self) -> None:
        self._head_since = None  # until something comes, uvicorn's timer runs
        super().on_response_complete()
        self._note_request()

    def _note_request(self) -> None:
        if not self.waits:
            self._head_since = None
            self._stirred = self.loop.time()

    def find_fault(self, now: float) -> Fault | None:
        """Return what the client is late with at the time `now`, or None."""
        unsent = self.transport.get_write_buffer_size()
        if unsent != self._unsent:
            self._unsent, self._unsent_since = unsent, now
        elif unsent and now - self._unsent_since > STILL_SECONDS:
            return "answer"
        if self.transport.is_closing():
            return None
        if self.waits:
            return "head" if self._head_since is not None and now - self._head_since > HEAD_SECONDS else None
        if not self.cycle.more_body or self.flow.read_paused or self.cycle.waiting_for_100_continue:
            self._stirred = now  # it is not the client that is waited for
        return "body" if now - self._stirred > STILL_SECONDS else None

    def drop(self, fault: Fault) -> None:
        """Close the connection; who began a request, and is not read yet, is told why."""
        if fault == "head" and not self.transport.is_closing():
            if self.cycle is None:
                self.transport.write(_LATE)
            self.transport.close()
        else:
            self.transport.abort()
