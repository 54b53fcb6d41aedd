"""One line of the log for what fails alike: the first is written, and how many followed within a minute.

A client that sends a thousand broken requests, or a disk that is full, else fills the disk with one sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

__all__ = ["Alike", "quieten"]

EVERY_SECONDS = 60.0
MOST_KINDS = 1_000
"""Kinds of lines that are remembered; beyond, all are forgotten."""


@dataclass(slots=True)
class _Kind:
    since: float
    left_out: int = 0


class Alike(logging.Filter):
    """Lets the first line of each kind pass, once a minute. Alike are lines of one logger and text, whatever it names.

    clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._kinds: dict[tuple[object, ...], _Kind] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is written. One that others were left out before says how many."""
        error = record.exc_info[0] if record.exc_info else None
        key = record.name, record.levelno, str(record.msg)[:200], error
        now = self._clock()
        known = self._kinds.get(key)
        if known and now - known.since < EVERY_SECONDS:
            known.left_out += 1
            return False
        if len(self._kinds) >= MOST_KINDS:
            self._kinds.clear()
        self._kinds[key] = _Kind(now)
        if known and known.left_out:
            record.msg = f"{record.getMessage()} (and {known.left_out:,} like it before)"
            record.args = None
        return True


_ALIKE = Alike()


def quieten() -> None:
    """Let every line of this process pass the same filter, wherever it is written."""
    loggers = (logging.getLogger(), logging.getLogger("uvicorn"), logging.getLogger("uvicorn.error"))
    handlers = [handler for logger in loggers for handler in logger.handlers]
    for handler in (*handlers, logging.lastResort):
        if handler is not None:
            handler.addFilter(_ALIKE)  # once, however often it is added
