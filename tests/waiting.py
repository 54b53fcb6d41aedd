"""How tests wait: for what is sure to come, however busy the machine is, so that none hangs on how fast it is."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["PATIENCE", "until"]

PATIENCE = 600.0
"""Seconds until a test gives up waiting. They cost nothing where the thing comes."""


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that is sure to."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "It did not come."
        time.sleep(0.01)
