"""Worker processes kept warm: started when there is work, used again for the next, replaced when they break down.

Any thread may call; as many calls run at a time as the pool is large. Left out: what one process does (`process`).
"""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from qa.processes.process import Job, Process, WorkerFailed

__all__ = ["Borrower", "WorkerPool", "n_processors", "shared"]

T = TypeVar("T")


class Borrower:
    """The processes that work for one caller, who may give all of it up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working: set[Process] = set()
        self._given_up = False

    @property
    def given_up(self) -> bool:
        """Whether all of it was given up."""
        return self._given_up

    def add(self, process: Process) -> None:
        """Count `process` in."""
        with self._lock:
            self._working.add(process)
            if self._given_up:
                process.kill()

    def remove(self, process: Process) -> None:
        """Count `process` out."""
        with self._lock:
            self._working.discard(process)

    def give_up(self) -> None:
        """Kill the processes that are at work now, and those that would begin to be."""
        with self._lock:
            self._given_up = True
            for process in self._working:
                process.kill()


class WorkerPool:
    """Processes that do one job, at most `size` at a time; any thread may call."""

    def __init__(self, size: int, start: Callable[[], Process]) -> None:
        self._slots = threading.BoundedSemaphore(size)
        self._start = start
        self.idle: list[Process] = []  # the one that worked last is the last

    def call(
        self,
        data: bytes,
        options: Mapping[str, object],
        take: Callable[[bytes], T],
        *,
        borrower: Borrower | None = None,
    ) -> T:
        """Return and raise as `Process.call` does; wait while all processes are at work.

        A process that breaks down after it has answered other calls may have done so over what they left, or was ended
        by someone: the call then gets a new one.
        borrower: counts the process in while it works.
        """
        while True:
            with self.lend(borrower) as process:
                first = not process.used
                try:
                    return process.call(data, options, take)
                except WorkerFailed:
                    if first or not process.broken:
                        raise

    @contextlib.contextmanager
    def lend(self, borrower: Borrower | None = None) -> Iterator[Process]:
        """Give a process to one caller; wait while all are at work. borrower: counts it in as long."""
        with self._slots:
            process = self._take()
            if borrower:
                borrower.add(process)
            try:
                yield process
            finally:
                if borrower:
                    borrower.remove(process)
                if process.alive:
                    self.idle.append(process)
                else:
                    process.close()

    def _take(self) -> Process:
        """Return a process that is not at work, the one used last, else a new one."""
        while True:
            try:
                process = self.idle.pop()
            except IndexError:
                return self._start()
            if process.alive:
                return process
            process.close()

    def trim(self, keep: int = 0) -> None:
        """Close the processes that are not at work, all but `keep` of them."""
        while len(self.idle) > keep:
            with contextlib.suppress(IndexError):  # another thread took it
                self.idle.pop(0).close()


def n_processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_pools: list[dict[Job, WorkerPool]] = [{}]  # the last are this process's own, the others its parents'
_starting = threading.Lock()


def shared(job: Job) -> WorkerPool:
    """Return the pool of this process for a job, as large as there are processors."""
    with _starting:
        pools = _pools[-1]
        if job not in pools:
            pools[job] = WorkerPool(n_processors(), lambda: Process(job))
        return pools[job]


def _leave_to_parent() -> None:
    """Leave the pools to the process that this one was forked from: two cannot talk to one worker."""
    global _starting  # noqa: PLW0603
    _starting = threading.Lock()
    _pools.append({})


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_to_parent)


@atexit.register
def _close() -> None:
    for pool in _pools[-1].values():
        pool.trim()
