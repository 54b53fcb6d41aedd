"""What worker processes run in tests, and whether one is there."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from qa.processes.process import Job

__all__ = ["ECHO", "FAIL", "FILL", "SLEEP", "is_running"]

MODULE = "tests.qa.processes.jobs"
ECHO = Job(MODULE, "echo")
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


def is_running(pid: int) -> bool:
    """Tell whether a process is there and not waiting to be collected."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
