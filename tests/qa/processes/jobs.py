"""What worker processes run in tests, and whether one is there."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from qa.processes.process import Job

__all__ = ["ATTEMPT", "ECHO", "FAIL", "FILL", "SLEEP", "is_running"]

MODULE = "tests.qa.processes.jobs"
ECHO = Job(MODULE, "echo")
ATTEMPT = Job(MODULE, "attempt")
SLEEP = Job(MODULE, "sleep")
FAIL = Job(MODULE, "fail")
FILL = Job(MODULE, "fill", memory=300_000_000)


def echo(data: bytes, options: dict[str, Any]) -> bytes:
    """Return the data in capitals, the options, and write out what must not get in between."""
    sys.stdout.write("noise")
    sys.stdout.flush()
    os.write(1, b"noise")
    return data.upper() + "".join(f" {key}={value}" for key, value in options.items()).encode()


def sleep(data: bytes, options: dict[str, Any]) -> bytes:
    """Return the data after so many seconds as the options say."""
    time.sleep(options.get("seconds", 0.0))
    return data


def fail(data: bytes, options: dict[str, Any]) -> bytes:
    """Raise an error that nobody expects."""
    raise KeyError(data, options)


def fill(data: bytes, options: dict[str, Any]) -> bytes:
    """Take a thousand times as much memory as `data` has."""
    return (data * 1_000)[: len(data)]


def attempt(data: bytes, options: dict[str, Any]) -> bytes:
    """Return the error that each of several misdeeds ends with, as JSON. options: a folder, a port of this machine."""
    folder, port = options["folder"], options["port"]

    def connect(kind: int) -> None:
        with socket.socket(socket.AF_INET, kind) as line:
            line.connect(("127.0.0.1", port))
            line.send(b"secret")

    def fork() -> None:
        if os.fork() == 0:
            os._exit(0)

    deeds = {
        "write": lambda: Path(folder, "new").write_bytes(b"x"),
        "write over": lambda: Path(folder, "secret").write_bytes(b"x"),
        "append": lambda: os.close(os.open(Path(folder, "secret"), os.O_WRONLY | os.O_APPEND)),
        "read": lambda: Path(folder, "secret").read_bytes(),
        "list": lambda: os.listdir(folder),
        "delete": lambda: Path(folder, "secret").unlink(),
        "rename": lambda: Path(folder, "secret").rename(Path(folder, "other")),
        "link": lambda: Path(folder, "link").symlink_to("/etc"),
        "read passwords": lambda: Path("/etc/passwd").read_bytes(),
        "connect": lambda: connect(socket.SOCK_STREAM),
        "send": lambda: connect(socket.SOCK_DGRAM),
        "fork": fork,
        "run": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        "kill": lambda: os.kill(os.getppid(), 0),
    }
    ends = {}
    for name, deed in deeds.items():
        try:
            deed()  # type: ignore[no-untyped-call]
            ends[name] = "done"
        except OSError as exc:
            ends[name] = type(exc).__name__
    thread = threading.Thread(target=lambda: ends.update(thread="done"))
    thread.start()
    thread.join()
    return json.dumps({"ends": ends, "environment": dict(os.environ)}).encode()


def is_running(pid: int) -> bool:
    """Tell whether a process is there and not waiting to be collected."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
