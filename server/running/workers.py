"""Several processes that answer, over one library and one socket: uvicorn starts them, and starts again one that ends.

The process that starts them answers nothing. It has what there must be one of: uploads that are worked on, folders that
are watched, and the folder in which all processes count. What a process needs reaches it through a pipe, so that no
setting stands in a command line. Left out: sharing memory; the index is mapped from files, which the system shares.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from uvicorn.config import STARTUP_FAILURE, Config
from uvicorn.supervisors.multiprocess import SIGNALS, Multiprocess, Process

from server.running.serving import CannotServe, make_config, open_browser, prepare_process
from server.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    import qa
    from server.uploads.jobs import Jobs

__all__ = ["run_workers"]

HANGS_SECONDS = 30
"""After which a process that does not stir is ended, and another started; to import all takes some of that."""
BACKLOG = 2_048
"""Connections that may wait to be accepted."""
ACCEPTED_AT_ONCE = 1
"""Connections that a process accepts before it looks at those it has: with more, whoever comes first takes nearly all
of a burst."""
UNAVAILABLE_SECONDS = 5
"""How long a process waits before another takes its place, where a server of the library does not answer."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a process is to serve. location: of the library, maybe with a password. uploads: where they are handed in,
    or None for nowhere. measures: folder in which all processes count.
    """

    location: Path | str = field(repr=False)
    settings: Settings
    examples: tuple[str, ...]
    uploads: Path | None
    measures: Path


def run_workers(
    library: qa.Library,
    listener: socket.socket,
    settings: Settings,
    *,
    folder: Path,
    examples: Sequence[str] = (),
    browser_at: str | None = None,
) -> None:
    """Serve a library with `settings.workers` processes until Ctrl+C or SIGTERM.

    It is kept in a folder, or at `settings.library`. folder: an empty one, for what the processes share. Raises
    CannotServe when they do not start.
    """
    from server.uploads.jobs import Jobs  # noqa: PLC0415 - the processes import this module before they say that they live

    location = library.folder or (settings.library if library.remote else None)
    if location is None:
        raise CannotServe("Several processes cannot share a library in memory. Give it a folder, with --library DIR.")
    jobs = Jobs(library)
    uploads = library.folder / "uploads" if library.folder and not settings.read_only and jobs.ready() else None
    plan = Plan(location, settings, tuple(examples), uploads, folder)
    config = make_config(
        partial(_make_application, plan),
        settings,
        factory=True,
        workers=settings.workers,
        backlog=ACCEPTED_AT_ONCE,
        timeout_worker_healthcheck=HANGS_SECONDS,
    )
    before = {number: handler for number in SIGNALS if (handler := signal.getsignal(number)) is not None}
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # read when its package is imported, so it is there early
    try:
        supervisor = _Supervisor(config, listener, jobs, folder)
        if browser_at:
            open_browser(browser_at)
        supervisor.run()
    finally:
        del os.environ["PROMETHEUS_MULTIPROC_DIR"]
        for number, handler in before.items():
            signal.signal(number, handler)
        jobs.stop()
    if any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes):
        raise CannotServe("A process of the server could not start; what it wrote above says why.")


class _Supervisor(Multiprocess):
    """Uvicorn's, which here never waits for a process, and does for all of them what none of them can do."""

    def __init__(self, config: Config, listener: socket.socket, jobs: Jobs, measures: Path) -> None:
        super().__init__(config, [listener])
        self._jobs = jobs
        self._measures = measures
        self._stirred: dict[int | None, float] = {}  # when each process last answered, by its id

    def init_processes(self) -> None:
        """Start the processes."""
        self.processes = [self._start_process() for _ in range(self.processes_num)]

    def _start_process(self) -> Process:
        process = Process(self.config, self.sockets)
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited: Ctrl+C breaks off no import
        try:
            process.start()
        finally:
            signal.signal(signal.SIGINT, before)
        return process

    def keep_subprocess_alive(self) -> None:
        """Start again what has ended or hangs, and take up what processes have left for this one; twice a second."""
        for place, process in enumerate(self.processes):
            now = monotonic()
            if process.ping(timeout=0.0) or process.pid not in self._stirred:
                self._stirred[process.pid] = now
            if process.process.is_alive() and now - self._stirred[process.pid] < HANGS_SECONDS:
                continue
            process.kill()
            process.join()
            if process.exitcode == STARTUP_FAILURE:  # another would fail in the same way
                self.should_exit.set()
                return
            _log.warning("Process %s of the server ended by itself; another takes its place.", process.pid)
            self.processes[place] = self._start_process()
        for pid in self._stirred.keys() - {process.pid for process in self.processes}:
            del self._stirred[pid]
            _forget_waiting(pid, self._measures)
        self.sockets[0].listen(BACKLOG)  # each process that starts sets it to what it accepts at once
        self._jobs.look()


def _forget_waiting(pid: int | None, measures: Path) -> None:
    """Take those that waited in a process out of the measures, since it is gone."""
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415

    mark_process_dead(pid, str(measures))  # type: ignore[no-untyped-call]


def _make_application(plan: Plan) -> FastAPI:
    """Return the application of one process, which serves until it is told to stop or is left alone."""
    import qa  # noqa: PLC0415
    from server.app import create_app  # noqa: PLC0415
    from server.metrics import Metrics  # noqa: PLC0415
    from server.uploads.job_desk import JobDesk  # noqa: PLC0415

    prepare_process()
    threading.Thread(target=_end_with_parent, name="quoth-parent", daemon=True).start()
    try:
        library = qa.Library(plan.location, create=False, reader=plan.settings.reader)
    except qa.LibraryUnavailable as exc:  # it answered when the server was started
        _log.error("A process of the server waits for the library: %s", exc)
        sleep(UNAVAILABLE_SECONDS)
        sys.exit(1)
    except qa.QuothError as exc:
        _log.error("A process of the server cannot open the library: %s", exc)
        sys.exit(STARTUP_FAILURE)
    jobs, metrics = JobDesk(plan.uploads), Metrics(shared=plan.measures)
    return create_app(library, plan.settings, examples=plan.examples, jobs=jobs, metrics=metrics)


def _end_with_parent() -> None:
    """Stop this process in good order once the one that started it is gone, even killed."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
