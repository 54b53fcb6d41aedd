"""Starts the processes in which systems are measured, holds them to their limits, and leaves none behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import qa

__all__ = ["LeftOut", "ProcessLimits", "require", "run_job", "run_together"]

_PAUSE = 0.05  # seconds between two looks at a process
_LOOK_AT_MEMORY = 5  # every so many looks

# All that numpy, scipy and numba may run their threads by.
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)


class LeftOut(Exception):
    """A system that could not be measured; the message says why, as a part of a sentence."""


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """What a process may take: seconds, and bytes of memory."""

    seconds: float
    memory: int


@dataclass(slots=True)
class _Child:
    """A process and what it has written."""

    process: subprocess.Popen[bytes]
    out: IO[bytes]
    err: IO[bytes]
    looks: int = field(default=0)

    def read_output(self) -> bytes:
        """Return the bytes that it has written so far."""
        self.out.seek(0)
        return self.out.read()

    def is_over(self, memory: int) -> bool:
        """Return whether it has more memory than that; not told at every look."""
        import psutil  # noqa: PLC0415

        self.looks += 1
        if self.looks % _LOOK_AT_MEMORY != 1:
            return False
        try:
            return int(psutil.Process(self.process.pid).memory_info().rss) > memory
        except psutil.Error:  # it has just ended
            return False

    def result(self) -> dict[str, Any]:
        """Return its result. Raises LeftOut when it result nothing."""
        lines = self.read_output().splitlines()
        try:
            result: dict[str, Any] = json.loads(lines[-1])
        except (IndexError, ValueError):
            self.err.seek(0)
            told = self.err.read().decode(errors="replace").strip().splitlines()
            why = f": {told[-1][:200]}" if told else ""
            raise LeftOut(f"its process ended with code {self.process.returncode}{why}") from None
        if "failed" in result:
            raise LeftOut(f"it failed with {result['failed']}")
        return result


def require() -> None:
    """Raise qa.MissingExtra when what watches the processes is not installed."""
    try:
        import psutil  # noqa: F401, PLC0415
    except ImportError:
        raise qa.MissingExtra("The package psutil is missing. Get it with: pip install 'quoth[bench]'") from None


def run_job(job: Mapping[str, Any], limits: ProcessLimits, *, one_thread: bool = True) -> dict[str, Any]:
    """Return the result of a job of `eval.bench.child`, which has a process of its own. Raises LeftOut.

    one_thread: whether numeric libraries are held to one thread.
    """
    return _run([job], limits, one_thread=one_thread, at_once=False)[0]


def run_together(jobs: Sequence[Mapping[str, Any]], limits: ProcessLimits) -> list[dict[str, Any]]:
    """Return the results of jobs of the phase batch, which begin at once when all are ready. Raises LeftOut.

    limits: of each. Numeric libraries are held to one thread in each.
    """
    return _run(jobs, limits, one_thread=True, at_once=True)


def _run(
    jobs: Sequence[Mapping[str, Any]], limits: ProcessLimits, *, one_thread: bool, at_once: bool
) -> list[dict[str, Any]]:
    deadline = time.monotonic() + limits.seconds
    with ExitStack() as stack:
        children = [_start(job, stack, one_thread=one_thread) for job in jobs]
        if at_once:
            while not all(child.read_output() or child.process.poll() is not None for child in children):
                _look(children, limits, deadline)
            for child in children:
                _tell(child, b"go\n")
        while any(child.process.poll() is None for child in children):
            _look(children, limits, deadline)
        return [child.result() for child in children]


def _start(job: Mapping[str, Any], stack: ExitStack, *, one_thread: bool) -> _Child:
    """Start the process of a job, which ends with `stack` whatever happens."""
    out = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    err = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    process = subprocess.Popen(  # this very program
        [
            sys.executable,
            "-P",
            "-m",
            "eval.bench.child",
        ],  # -P: nothing is imported from the folder one happens to be in
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=err,
        env=os.environ | {"PYTHONPATH": _path()} | (_ONE_THREAD if one_thread else {}),
    )
    stack.callback(_end, process)
    child = _Child(process, out, err)
    _tell(child, json.dumps(job).encode() + b"\n")
    return child


def _path() -> str:
    """Return PYTHONPATH with the place of this package before all else."""
    own = str(Path(__file__).parents[2])
    return os.pathsep.join([own, *filter(None, [os.environ.get("PYTHONPATH")])])


def _tell(child: _Child, line: bytes) -> None:
    assert child.process.stdin  # noqa: S101  # it was asked for
    with suppress(OSError):  # it may have ended; its result will say why
        child.process.stdin.write(line)
        child.process.stdin.flush()


def _look(children: Sequence[_Child], limits: ProcessLimits, deadline: float) -> None:
    """Wait a little. Raises LeftOut when a limit is passed, which ends all of them."""
    time.sleep(_PAUSE)
    if time.monotonic() > deadline:
        raise LeftOut(f"it took more than {limits.seconds:,.0f} seconds")
    if any(child.is_over(limits.memory) for child in children):
        raise LeftOut(f"it took more than {limits.memory / 1e9:,.3g} GB of memory")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and wait until it has."""
    process.kill()
    process.wait()
    if process.stdin:
        with suppress(OSError):
            process.stdin.close()
