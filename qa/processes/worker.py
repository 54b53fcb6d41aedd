"""The process that reads files: it gets their bytes on its standard input and answers with JSON on its standard output.
Or, if it is told so, one that prepares lots of documents (`lots`).

This file runs on its own, as a script, and is also where both sides have the framing from: at its head it imports
nothing but the standard library. Nothing is unpickled on either side: a file that takes this process over can give the
other a wrong text, and no more. Left out: choosing the files, opening them, and ending what takes too long, which is
`pool`'s.
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
from types import ModuleType
from typing import IO, Any

__all__ = ["MAX_ANSWER_BYTES", "MEMORY_STATUS", "PREPARE", "READ", "receive", "send"]

READ, PREPARE = "read", "prepare"  # what a process does

MAX_ANSWER_BYTES = 400_000_000
MEMORY_STATUS = 70  # exit status of a process that found itself over its memory
_LENGTH = struct.Struct(">Q")
_GRACE = 10.0  # seconds after which it ends itself, when its parent is not there to do so
_MAX_FILES, _MAX_BYTES = 500, 200_000_000  # read before a new process takes over: libraries keep memory
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
    """Work until the input ends: a frame of options, then two for each file, what it is and its bytes, or one a lot."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends the input
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b", buffering=0) as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)  # what a library may print
        with contextlib.suppress(EOFError, BrokenPipeError):
            options = json.loads(receive(requests, MAX_ANSWER_BYTES))
            _prepare(options)
            send(answers, b"ready")
            if options["work"] == READ:
                _serve(requests, answers, options["seconds"] + _GRACE, nothing)
            else:
                _serve_lots(requests, answers)
    os._exit(0)  # nothing to tidy up, and no time to lose on a library's own way out


def _prepare(options: dict[str, Any]) -> None:
    """Import the readers, without the rest of the library, and limit the memory."""
    sys.path.extend(path for path in options["path"] if path not in sys.path)
    folder = options["package"]
    for name, place in (("qa", folder), ("qa.formats", os.path.join(folder, "formats"))):
        package = ModuleType(name)  # bare: its own __init__ would import all of the library
        package.__path__ = [place]
        sys.modules[name] = package
    importlib.import_module("qa.formats.extract" if options["work"] == READ else "qa.preparing.wire")
    if options["memory"]:
        _limit_memory(options["memory"])


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


def _serve(requests: IO[bytes], answers: IO[bytes], seconds: float, log: Any) -> None:
    """Answer each request. The last answer says so; then the process has read enough."""
    n_files = n_bytes = 0
    last = False
    while not last:
        request = json.loads(receive(requests, MAX_ANSWER_BYTES))
        data = receive(requests, MAX_ANSWER_BYTES)
        n_files += 1
        n_bytes += len(data)
        last = n_files >= _MAX_FILES or n_bytes >= _MAX_BYTES
        faulthandler.dump_traceback_later(seconds, exit=True, file=log)
        answer = {**_answer(data, request), "last": last}
        del data
        encoded = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        del answer
        if len(encoded) > MAX_ANSWER_BYTES:
            error = f"{request['name']!r} holds more text than can be read at once. Split it and add its parts."
            encoded = json.dumps({"error": "FileTooLarge", "message": error, "last": last}).encode()
        faulthandler.cancel_dump_traceback_later()
        send(answers, encoded)


def _serve_lots(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each lot; an error ends the process, and its parent does the work."""
    from qa.preparing.wire import Answering  # noqa: PLC0415  # not before `_prepare`

    answering = Answering()
    while True:
        send(answers, answering.answer(receive(requests, MAX_ANSWER_BYTES)))


def _answer(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Return what is in the file, or the name and message of the error."""
    from qa.errors import ReadError  # noqa: PLC0415  # not before `_prepare`
    from qa.formats.extract import extract  # noqa: PLC0415
    from qa.text.detect import detect  # noqa: PLC0415

    name = request["name"]
    try:
        media_type, content = extract(data, name=name, media_type=request["media_type"])
    except ReadError as exc:
        return {"error": type(exc).__name__, "message": str(exc)}
    except MemoryError:
        return {"error": "FileTooLarge", "message": f"{name!r} takes more memory to read than is allowed. Split it."}
    except BaseException as exc:  # whatever a library does over a hostile file, panics included
        return {
            "error": "FileDamaged",
            "message": f"{name!r} cannot be read: its reader failed with {type(exc).__name__}. The file may be "
            "damaged: open it in its own program, save it anew, and add that.",
        }
    return {
        "media_type": media_type,
        "text": content.text,
        "title": content.title,
        "source": content.source,
        "headings": content.headings,
        "language": content.language or detect(content.text.encode("utf-8", "replace").decode()),
        "page_starts": content.page_starts,
    }


if __name__ == "__main__":
    main()
