"""One worker process, as its parent sees it: started, called with bytes, stopped at a limit, closed.

It is a plain Python that runs `worker` as a script, so that it works from threads, in any program, and whatever its
main module is. It ends with its parent: at the parent's end its input ends, and so does it. Left out: what is run,
which a `Job` names, and what its answers mean, which the caller checks like any other input.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import qa.errors
from qa.processes import worker

__all__ = ["Job", "Process", "WorkerFailed", "WorkerUnavailable"]

MAX_SECONDS = 120.0  # for one call
_MAX_START = 60.0  # seconds until a process is ready
_MAX_CLOSE = 2.0  # seconds
_NO_ANSWER = (ValueError, TypeError, OverflowError, RecursionError)  # what takers raise over bytes that are none

_HANDED_ON = (  # variables that a process needs to start and to find its libraries; a password is in none of them
    *("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ"),
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "TESSDATA_PREFIX"),
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"),
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker runs: `function` of `module`, a module of this library, from data and options to an answer.

    seconds: for one call. memory: bytes of address space, on systems that can limit it; 0 for no limit. max_calls,
    max_bytes: after so many a new process takes over, since libraries keep memory; 0 for no limit. programs: it may
    start other programs.
    """

    module: str
    function: str
    seconds: float = MAX_SECONDS
    memory: int = 0
    max_calls: int = 0
    max_bytes: int = 0
    programs: bool = False

    def packages(self) -> dict[str, str]:
        """Return the folders of the packages that the module is in, by name."""
        root = Path(qa.errors.__file__).parent.parent
        modules = (self.module, worker.CONFINING)
        names = [module.split(".")[:n] for module in modules for n in range(1, module.count(".") + 1)]
        return {".".join(parts): str(root.joinpath(*parts)) for parts in names}


class WorkerUnavailable(Exception):
    """No worker process could be started."""


class WorkerFailed(Exception):
    """A worker gave no answer, and was ended. reason: over its time, over its memory, or broken down."""

    def __init__(self, reason: Literal["time", "memory", "broken"], status: int | None) -> None:
        super().__init__(f"The worker ended (reason: {reason}, status {status}).")
        self.reason = reason
        self.status = status


class Process:
    """One process that does a job, one call at a time. Raises WorkerUnavailable when it cannot be started.

    script: what it runs, with `worker`'s framing.
    """

    def __init__(self, job: Job, *, script: str | Path = worker.__file__) -> None:
        self.used = False  # whether it has answered a call
        self.broken = False  # whether it ended over a call, by itself
        self._done = False  # whether it is to answer no more
        self._job = job
        self._expired = False
        self._n_calls = self._n_bytes = 0
        settings = {
            "packages": job.packages(),
            "path": [path for path in sys.path if os.path.isabs(path)],
            "module": job.module,
            "function": job.function,
            "memory": job.memory,
            "seconds": job.seconds,
            "programs": job.programs,
        }
        try:
            self._process = subprocess.Popen(  # noqa: S603  # this very Python, with a file of its own
                [sys.executable, "-I", str(script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: value for name in _HANDED_ON if (value := os.getenv(name)) is not None},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, TypeError, ValueError) as exc:  # sys.executable may be None
            raise WorkerUnavailable(
                f"No worker process could be started with {sys.executable!r}: {exc}. Check that it is a Python that "
                "may be run, and that there is memory for one more process."
            ) from exc
        assert self._process.stdin  # noqa: S101  # both are pipes
        assert self._process.stdout  # noqa: S101
        self._requests, self._answers = self._process.stdin, self._process.stdout
        try:
            self._exchange(json.dumps(settings).encode(), seconds=_MAX_START, limit=100)
        except (OSError, EOFError, ValueError) as exc:
            self.kill()
            self.close()
            raise WorkerUnavailable(
                f"The worker process, run by {sys.executable!r}, ended before it was ready (status "
                f"{self._process.returncode}). Check that Quoth and its packages are whole: install it again."
            ) from exc

    def call(self, data: bytes, options: Mapping[str, object], take: Callable[[bytes], T]) -> T:
        """Return the answer to `data` and `options`, as `take` makes it of bytes.

        What `take` raises is raised, but for ValueError, TypeError, OverflowError and RecursionError, which say that
        the bytes are no answer. Raises WorkerFailed then, and when the process breaks down or passes a limit; it is
        ended in each case.
        """
        request = json.dumps(options).encode()
        try:
            answer = self._exchange(request, data, seconds=self._job.seconds, limit=worker.MAX_ANSWER_BYTES)
        except (OSError, EOFError, ValueError) as exc:
            raise self._fail() from exc
        except BaseException:  # Ctrl-C: the answer that is still to come must not be taken for another's
            self.kill()
            raise
        self.used = True
        self._count(len(data))
        try:
            return take(answer)
        except _NO_ANSWER as exc:
            raise self._fail() from exc

    def _exchange(self, *frames: bytes, seconds: float, limit: int) -> bytes:
        """Send frames and return the answer; after `seconds` the process is killed, and the streams end."""
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            for frame in frames:
                worker.send(self._requests, frame)
            return worker.receive(self._answers, limit)
        finally:
            timer.cancel()
            timer.join()

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()

    def _count(self, n_bytes: int) -> None:
        """Count a call; the last one that the job allows is the last."""
        self._n_calls += 1
        self._n_bytes += n_bytes
        enough = 0 < self._job.max_calls <= self._n_calls or 0 < self._job.max_bytes <= self._n_bytes
        self._done = self._done or self._expired or enough

    def _fail(self) -> WorkerFailed:
        """End the process; return why it gave no answer."""
        self.broken = not (self._done or self._expired)
        self.kill()
        status = self._process.returncode
        if self._expired:
            return WorkerFailed("time", status)
        return WorkerFailed("memory" if status == worker.MEMORY_STATUS else "broken", status)

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can answer another call."""
        return not self._done and self._process.poll() is None

    def close(self) -> None:
        """Let it end by itself, as it does in an instant when it is not at work."""
        self._done = True
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(_MAX_CLOSE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()

    def kill(self) -> None:
        """End it now. May be called from another thread, whose `call` then fails."""
        self._done = True
        self._process.kill()
        self._process.wait()
