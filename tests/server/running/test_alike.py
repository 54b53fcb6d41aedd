"""What fails alike is one line a minute, with how many there were."""

from __future__ import annotations

import logging

from server.running.alike import MOST_KINDS, Alike


def record(message: str, *args: object, name: str = "server") -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 1, message, args, None)


def test_the_first_is_written_and_the_rest_counted() -> None:
    now = 0.0
    alike = Alike(lambda: now)
    assert alike.filter(record("No room for %s", "a"))
    assert not any(alike.filter(record("No room for %s", name)) for name in "bcd")
    assert alike.filter(record("Other"))
    assert alike.filter(record("No room for %s", "a", name="another"))
    now = 61.0
    later = record("No room for %s", "e")
    assert alike.filter(later)
    assert later.getMessage() == "No room for e (and 3 like it before)"


def test_what_is_remembered_is_bounded() -> None:
    alike = Alike(lambda: 0.0)
    for number in range(3 * MOST_KINDS):
        assert alike.filter(record(f"line {number}"))
    assert len(alike._kinds) <= MOST_KINDS
