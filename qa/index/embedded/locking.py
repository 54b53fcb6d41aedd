"""Files that are locked while they are written, so that another process can tell them from what a dead one left.

A lock ends with the process that holds it, however it ends. Left out: systems that lock no files, where one who writes
for longer than `PATIENCE_SECONDS` without a pause counts as dead.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

__all__ = ["RENAMES_OPEN_FILES", "is_locked", "open_locked"]

RENAMES_OPEN_FILES = os.name == "posix"
PATIENCE_SECONDS = 3_600.0


def open_locked(path: Path) -> BinaryIO | None:
    """Return a new file at `path`, locked until it is closed; None where another took it for left before it was locked.

    Raises FileExistsError, or another OSError.
    """
    file = path.open("xb")
    if sys.platform == "win32":  # an open file cannot be deleted there
        return file
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:  # a file system that knows no locks
        return file
    try:
        if os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
    except FileNotFoundError:
        pass
    file.close()
    return None


def is_locked(path: Path) -> bool:
    """Tell whether the one who writes a file may still be at it; also for one that cannot be looked at."""
    if sys.platform == "win32":
        return False  # deleting it fails then
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            except OSError:
                return time.time() - path.stat().st_mtime < PATIENCE_SECONDS
            return False
    except OSError:
        return True
