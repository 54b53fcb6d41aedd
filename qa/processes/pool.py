"""The processes that read files, kept warm: started when there is a file to read, used again for the next.

A process is a plain Python that runs `worker` as a script, so that it works from threads, in any program, and whatever
its main module is. What it answers is checked like any other input. It ends with its parent: at the parent's end its
input ends, and so does it. Left out: limits within a format, which are the reader's.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import qa.errors
from qa.errors import FileDamaged, FileTooLarge, ReadError, ReaderUnavailable, ReadTimeout
from qa.formats.content import Content
from qa.processes import worker

__all__ = ["MAX_MEMORY", "MAX_SECONDS", "Group", "Pool", "Process", "n_processors", "shared"]

MAX_SECONDS = 120.0  # for one file
MAX_MEMORY = 2_000_000_000  # bytes of address space of one process, on systems that can limit it
_MAX_START = 60.0  # seconds until a process is ready
_MAX_CLOSE = 2.0  # seconds
_MAX_MESSAGE = 2_000  # characters

_ERRORS: Mapping[str, type[ReadError]] = {
    name: kind for name in qa.errors.__all__ if issubclass(kind := getattr(qa.errors, name), ReadError)
}


class Process:
    """One process that reads files, one at a time. Raises ReaderUnavailable when it cannot be started.

    memory: 0 for no limit. script: what it runs, with `worker`'s framing. work: what it is told to do.
    """

    def __init__(
        self,
        *,
        seconds: float = MAX_SECONDS,
        memory: int = MAX_MEMORY,
        script: str | Path = worker.__file__,
        work: str = worker.READ,
    ) -> None:
        self.used = False  # whether it has read a file
        self.broken = False  # whether it ended over a file, by itself
        self._done = False  # whether it is to read no more
        self._seconds = seconds
        self._expired = False
        package = Path(qa.errors.__file__).parent
        options = {
            "package": str(package),
            "path": [path for path in sys.path if os.path.isabs(path)],
            "memory": memory,
            "seconds": seconds,
            "work": work,
        }
        try:
            self._process = subprocess.Popen(  # noqa: S603  # this very Python, with a file of its own
                [sys.executable, "-I", str(script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, TypeError, ValueError) as exc:  # sys.executable may be None
            raise ReaderUnavailable(
                f"No process to read files in could be started with {sys.executable!r}: {exc}. Check that it is a "
                "Python that may be run, and that there is memory for one more process."
            ) from exc
        assert self._process.stdin  # noqa: S101  # both are pipes
        assert self._process.stdout  # noqa: S101
        self._requests, self._answers = self._process.stdin, self._process.stdout
        try:
            self._exchange(json.dumps(options).encode(), seconds=_MAX_START, limit=100)
        except (OSError, EOFError, ValueError) as exc:
            self.kill()
            self.close()
            raise ReaderUnavailable(
                f"The process to read files in, run by {sys.executable!r}, ended before it was ready (status "
                f"{self._process.returncode}). Check that Quoth and its packages are whole: install it anew."
            ) from exc

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

    def read(self, data: bytes, *, name: str, media_type: str | None) -> tuple[str, Content]:
        """Return the media type and content of a file.

        Raises ReadError, among them ReadTimeout, and FileDamaged when the process broke down; both end it.
        """
        request = json.dumps({"name": name, "media_type": media_type}).encode()
        try:
            answer = self._exchange(request, data, seconds=self._seconds, limit=worker.MAX_ANSWER_BYTES)
            self.used = True
            fields = _object(answer)
            self._done = self._done or self._expired or fields.get("last") is not False
            return _content(fields, name)
        except (OSError, EOFError, ValueError, RecursionError) as exc:
            self.broken = not (self._done or self._expired)
            self.kill()
            raise self._ended(name) from exc
        except ReadError:
            raise
        except BaseException:  # Ctrl-C: the answer that is still to come must not be taken for another file's
            self.kill()
            raise

    def answer(self, request: bytes) -> bytes:
        """Return what it answers to one frame. Raises OSError, EOFError or ValueError; whatever is raised ends it."""
        try:
            return self._exchange(request, seconds=self._seconds, limit=worker.MAX_ANSWER_BYTES)
        except BaseException:  # Ctrl-C: the answer that is still to come must not be taken for another's
            self.kill()
            raise

    def _ended(self, name: str) -> ReadError:
        if self._expired:
            return ReadTimeout(
                f"{name!r} took more than {self._seconds:g} seconds to read. Split it, or save its text as .txt, and "
                "add that."
            )
        if self._process.returncode == worker.MEMORY_STATUS:
            return FileTooLarge(f"{name!r} takes more memory to read than is allowed. Split it and add its parts.")
        return FileDamaged(
            f"{name!r} cannot be read: its reader broke down over it (status {self._process.returncode}). The file may "
            "be damaged, or too large for this machine: open it in its own program, save it anew, and add that."
        )

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can read another file."""
        return not self._done and self._process.poll() is None

    def close(self) -> None:
        """Let it end by itself, as it does in an instant when it is not reading."""
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
        """End it now. May be called from another thread, whose `read` then fails."""
        self._done = True
        self._process.kill()
        self._process.wait()


def _object(answer: bytes) -> dict[str, Any]:
    fields = json.loads(answer)
    if not isinstance(fields, dict):
        raise ValueError("The answer is no object.")
    return fields


def _content(fields: dict[str, Any], name: str) -> tuple[str, Content]:
    """Return what the fields say, or raise the error that they name, or ValueError when they are of no such shape."""
    if "error" in fields:
        kind = _ERRORS.get(str(fields["error"]))
        if kind is None:
            raise ValueError(f"{str(fields['error'])[:80]!r} is no error of a reader.")
        raise kind(str(fields.get("message"))[:_MAX_MESSAGE])
    try:
        words = [fields[key] for key in ("media_type", "text", "title", "source", "language")]
        headings = tuple((start, end) for start, end in fields["headings"])
        page_starts = tuple(fields["page_starts"])
    except (KeyError, TypeError) as exc:
        raise ValueError(f"The answer for {name!r} is not whole.") from exc
    numbers = [*page_starts, *(edge for heading in headings for edge in heading)]
    if not all(type(word) is str for word in words) or not all(type(number) is int for number in numbers):
        raise ValueError(f"The answer for {name!r} has fields of other types.")
    media_type, text, title, source, language = words
    return media_type, Content(text, title, source, headings, language, page_starts)


class Group:
    """The processes that read for one caller, who may give all of it up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reading: set[Process] = set()
        self._given_up = False

    def start(self, process: Process) -> None:
        """Count `process` in."""
        with self._lock:
            self._reading.add(process)
            if self._given_up:
                process.kill()

    def end(self, process: Process) -> None:
        """Count `process` out."""
        with self._lock:
            self._reading.discard(process)

    def give_up(self) -> None:
        """Kill the processes that are reading now, and those that would begin to."""
        with self._lock:
            self._given_up = True
            for process in self._reading:
                process.kill()


class Pool:
    """Processes for as many files at a time as there are processors; any thread may read."""

    def __init__(self, size: int, start: Callable[[], Process] = Process) -> None:
        self._slots = threading.BoundedSemaphore(size)
        self._start = start
        self.idle: list[Process] = []  # the one that read last is the last

    def read(
        self, data: bytes, *, name: str, media_type: str | None = None, group: Group | None = None
    ) -> tuple[str, Content]:
        """Return the media type and content of a file, as `Process.read` does; wait while all processes are reading.

        A process that breaks down after it has read other files may have done so over what they left, or was ended by
        someone: the file then gets a new one.
        group: counts the process in while it reads.
        """
        while True:
            with self.lent(group) as process:
                first = not process.used
                try:
                    return process.read(data, name=name, media_type=media_type)
                except FileDamaged:
                    if first or not process.broken:
                        raise

    @contextlib.contextmanager
    def lent(self, group: Group | None = None) -> Iterator[Process]:
        """Give a process to one caller; wait while all are at work. group: counts it in as long."""
        with self._slots:
            process = self._take()
            if group:
                group.start(process)
            try:
                yield process
            finally:
                if group:
                    group.end(process)
                if process.alive:
                    self.idle.append(process)
                else:
                    process.close()

    def _take(self) -> Process:
        """Return a process that is not reading, the one used last, else a new one."""
        while True:
            try:
                process = self.idle.pop()
            except IndexError:
                return self._start()
            if process.alive:
                return process
            process.close()

    def trim(self, keep: int = 0) -> None:
        """Close the processes that are not reading, all but `keep` of them."""
        while len(self.idle) > keep:
            with contextlib.suppress(IndexError):  # another thread took it
                self.idle.pop(0).close()


def n_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_pools: list[Pool] = []  # the last is this process's own; the others are those of processes that it was forked from
_start = threading.Lock()


def shared() -> Pool:
    """Return the pool of this process."""
    with _start:
        if not _pools:
            _pools.append(Pool(n_processors()))
        return _pools[-1]


def _forked() -> None:
    """Leave the pool to the parent: two processes cannot talk to one reader."""
    global _start  # noqa: PLW0603
    _start = threading.Lock()
    if _pools:
        _pools.append(Pool(n_processors()))


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


@atexit.register
def _close() -> None:
    if _pools:
        _pools[-1].trim()
