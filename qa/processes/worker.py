"""What a worker process runs: it gets bytes on its standard input, and answers with bytes on its standard output.

Which function makes the answers its parent says, by module and name, once. This file runs on its own, as a script, and
is also where both sides have the framing from: at its head it imports nothing but the standard library. Nothing is
unpickled on either side: bytes that take this process over can give the other a wrong answer, and no more. Left out:
what the bytes mean, which is the function's and its caller's, and ending what takes too long, which is `process`'s.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import json
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable
from types import ModuleType
from typing import IO, Any

__all__ = ["CONFINING", "MAX_ANSWER_BYTES", "MEMORY_STATUS", "receive", "send"]

CONFINING = "qa.processes.confining"
MAX_ANSWER_BYTES = 400_000_000
MEMORY_STATUS = 70  # exit status of a process that found itself over its memory
_LENGTH = struct.Struct(">Q")
_GRACE = 10.0  # seconds after which it ends itself, when its parent is not there to do so
_WATCH = 0.1  # seconds


def send(stream: IO[bytes], data: bytes) -> None:
    """Write a frame: eight bytes of length, then `data`."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> bytes:
    """Return the next frame. Raises EOFError when there is no whole one, ValueError when it is over `limit` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError("The stream ended.")
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        raise ValueError(f"A frame of {length:,} bytes is over the limit of {limit:,}.")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("The stream ended within a frame.")
    return data


def main() -> None:
    """Work until the input ends: a frame that says what to run, then two for each call, its options and its data."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends the input
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b", buffering=0) as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)  # what a library may print
        with contextlib.suppress(EOFError, BrokenPipeError):
            settings = json.loads(receive(requests, MAX_ANSWER_BYTES))
            _find_packages(settings)
            confining = importlib.import_module(CONFINING)
            confining.confine(settings["packages"].values(), programs=settings["programs"])
            function = getattr(importlib.import_module(settings["module"]), settings["function"])
            if settings["memory"]:
                _limit_memory(settings["memory"])
            send(answers, b"ready")
            _serve(requests, answers, function, settings["seconds"] + _GRACE, nothing)
    os._exit(0)  # nothing to tidy up, and no time to lose on a library's own way out


def _find_packages(settings: dict[str, Any]) -> None:
    """Let modules be imported without the rest of the packages that they are in."""
    sys.path.extend(path for path in settings["path"] if path not in sys.path)
    for name, folder in settings["packages"].items():
        package = ModuleType(name)  # bare: its own __init__ would import all of the library
        package.__path__ = [folder]
        sys.modules[name] = package


def _limit_memory(limit: int) -> None:
    """Refuse this process memory beyond `limit` bytes; where the system does not, watch what it takes."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    if sys.platform == "darwin":
        threading.Thread(target=_watch_memory, args=(limit,), daemon=True).start()


def _watch_memory(limit: int) -> None:  # pragma: no cover  # for systems that do not keep to RLIMIT_AS
    import resource  # noqa: PLC0415

    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < limit:  # bytes there, kilobytes elsewhere
        time.sleep(_WATCH)
    os._exit(MEMORY_STATUS)


def _serve(
    requests: IO[bytes],
    answers: IO[bytes],
    function: Callable[[bytes, dict[str, Any]], bytes],
    seconds: float,
    log: Any,
) -> None:
    """Answer each request; an error that the function raises ends the process."""
    while True:
        options = json.loads(receive(requests, MAX_ANSWER_BYTES))
        data = [receive(requests, MAX_ANSWER_BYTES)]
        faulthandler.dump_traceback_later(seconds, exit=True, file=log)
        answer = function(data.pop(), options)  # which alone has the data now, and may drop it
        faulthandler.cancel_dump_traceback_later()
        send(answers, answer)
        del answer


if __name__ == "__main__":
    main()
