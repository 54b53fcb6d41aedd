"""What holds for all tests: how hypothesis searches, no reader, the browser last, and which servers there are."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

import qa
from qa import library
from qa.reader import ReaderChoice, ShippedReader, choose_reader
from tests.cluster.fixtures import new_library, servers

__all__ = ["new_library", "servers"]

# Machines are shared: no deadline, and examples may be slow to make. On CI the same examples each time, so that a
# failure is about the change.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=30)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# The small reader takes some tens of milliseconds a question: tests that are about it turn it on themselves.
os.environ["QUOTH_READER"] = "off"


def _choose_reader(choice: ReaderChoice) -> ShippedReader | None:
    """Return the reader where a test wants it."""
    return None if choice == "auto" else choose_reader(choice)


qa.choose_reader = _choose_reader
setattr(library, "choose_reader", _choose_reader)  # noqa: B010 - it is not exported there


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests at the end: they take longest, and all else is told sooner."""
    items.sort(key=lambda item: "browser" in item.path.parts)
