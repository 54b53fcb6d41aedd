"""Whatever a damaged database gives is told as damage of the library, and what is no damage is told as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

import qa
from qa.index.embedded.store.failures import explain, guard


class Rows:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self) -> object:
        raise self.error

    def each(self) -> Iterator[int]:
        yield 1
        raise self.error


@pytest.mark.parametrize(
    "error",
    [TypeError("x"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), KeyError("x"), sqlite3.OperationalError("no")],
)
def test_what_rows_cannot_be_is_damage(error: Exception) -> None:
    read, each = (guard(method, lambda _: "mine") for method in (Rows.read, Rows.each))
    with pytest.raises(qa.LibraryError, match=r"'mine' is damaged.*`quoth check`"):
        read(Rows(error))
    rows = each(Rows(error))
    assert next(rows) == 1
    with pytest.raises(qa.LibraryError, match="is damaged"):
        next(rows)


@pytest.mark.parametrize(
    "error", [qa.DocumentNotFound("no"), qa.InvalidOption("no"), MemoryError(), KeyboardInterrupt()]
)
def test_other_errors_stay_as_they_are(error: Exception) -> None:
    for method in (Rows.read, Rows.each):
        with pytest.raises(type(error)):
            list(guard(method, lambda _: "mine")(Rows(error)))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "no room"),
        (sqlite3.SQLITE_BUSY, "written to by another program"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_IOERR, "check the disk"),
    ],
)
def test_each_kind_of_error_says_what_to_do(code: int, words: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code | 0x100
    assert words in str(explain("mine", error))
