"""How many questions, documents and uploads a process works on at once, and how many may wait; one more is refused.

A request takes its place before it takes a thread: those that wait hold nothing but their connection, and whatever
asks nothing, such as /healthz, passes them by. Uvicorn has a limit too, but of connections, also of idle ones, and its
answer says neither why nor when to come again. Left out: to notice that who waits has gone away.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from math import ceil
from time import perf_counter
from typing import Literal

from server.metrics import Metrics
from server.problems import TOO_MANY_QUESTIONS, TOO_MANY_READERS, TOO_MANY_UPLOADS, Kind, ProblemError

__all__ = ["DOCUMENTS_AT_ONCE", "QUESTIONS_AT_ONCE", "QUESTIONS_OF_SERVERS", "UPLOADS_AT_ONCE", "Admission", "What"]

What = Literal["question", "document", "upload"]

QUESTIONS_AT_ONCE = 1
"""Questions that a process answers at once. They share one interpreter: a second thread gets in the way of the first,
and of those who wait to be told that they wait."""
QUESTIONS_OF_SERVERS = 4
"""The same where other servers hold the library: while one question waits for these, another is worked on."""
DOCUMENTS_AT_ONCE = 1
"""Documents that are shown at once: a long one takes as much as many questions, which have places of their own."""
UPLOADS_AT_ONCE = 8
"""Uploads that a process reads at once, and as many may wait; each waits for processes that read files."""
WEIGHT_OF_LAST = 0.1
"""How much the last request counts in the mean time that one takes; each before it counts a tenth less."""
LONGEST_RETRY = 60
"""Seconds after which one who was refused is told to come again, at the most."""

_KINDS: Mapping[What, Kind] = {"question": TOO_MANY_QUESTIONS, "document": TOO_MANY_READERS, "upload": TOO_MANY_UPLOADS}


class Admission:
    """The places of one process for questions, documents or uploads; to be used from its event loop only.

    at_once: how many places there are. most_waiting: requests that may wait for one, 0 or more. metrics: where those
    that wait and those that are refused are counted.
    """

    def __init__(self, what: What, metrics: Metrics, *, at_once: int, most_waiting: int) -> None:
        self._what = what
        self._waiting = metrics.waiting.labels(what)
        self._refused = metrics.refused.labels(what)
        self._most_waiting = most_waiting
        self._at_once = at_once
        self._free = asyncio.Semaphore(at_once)
        self._n_waiting = 0
        self._mean_seconds = 0.0

    @asynccontextmanager
    async def admit(self) -> AsyncIterator[None]:
        """Give a place within a `with`, in the order of arrival. Raises ProblemError when too many wait for one."""
        if self._free.locked():
            await self._wait()
        else:
            await self._free.acquire()  # at once
        started = perf_counter()
        try:
            yield
        finally:
            self._free.release()
            self._mean_seconds += WEIGHT_OF_LAST * (perf_counter() - started - self._mean_seconds)

    async def _wait(self) -> None:
        if self._n_waiting >= self._most_waiting:
            self._refused.inc()
            raise self._explain_refusal()
        self._n_waiting += 1
        self._waiting.inc()
        try:
            await self._free.acquire()
        finally:
            self._n_waiting -= 1
            self._waiting.dec()

    def _explain_refusal(self) -> ProblemError:
        """Return the problem of one more, with the seconds in which all that wait are likely to be done."""
        there = self._at_once + self._n_waiting
        seconds = min(LONGEST_RETRY, max(1, ceil(there * self._mean_seconds / self._at_once)))
        return ProblemError(
            _KINDS[self._what],
            f"{there:,} {self._what}s are being worked on or wait for that, and no more are taken just now. Send this "
            f"one again in {seconds} second{'' if seconds == 1 else 's'}.",
            retry_after=seconds,
        )
