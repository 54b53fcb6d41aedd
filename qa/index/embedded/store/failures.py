"""What the errors of SQLite, and rows that cannot be read, mean for a library: each becomes one of ours.

A damaged database gives any row, or none, and texts that are no Unicode or no JSON. Where rows are read, all that comes
of it is a LibraryError which says so.
"""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Callable, Generator
from functools import wraps
from typing import Any

from qa.errors import LibraryError, QuothError

__all__ = ["PATIENCE", "UNREADABLE", "explain", "explain_damage", "guard", "no_room"]

PATIENCE = 30.0  # seconds to wait while somebody else writes
UNREADABLE = (TypeError, ValueError, LookupError, AttributeError)  # what code meets that reads rows which are damaged
_DAMAGE = {
    0,  # a text that is no UTF-8
    sqlite3.SQLITE_ERROR,  # a table or column is gone: our statements are right
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
}


def explain(name: str, exc: sqlite3.Error) -> LibraryError:
    """Return the error to raise for one of the database of the library called `name`."""
    code = getattr(exc, "sqlite_errorcode", 0) & 0xFF  # without what is particular to it
    if code == sqlite3.SQLITE_FULL:
        return no_room(name, str(exc))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LibraryError(
            f"The library {name!r} is being written to by another program, for longer than {PATIENCE:g} "
            "seconds. Nothing of this change was kept; try again when that one is done."
        )
    if code in _DAMAGE:
        return explain_damage(name, exc)
    return LibraryError(
        f"The library {name!r} could not be used: {exc}. Nothing of this change was kept; "
        "check the disk and whether another program is writing, then try again."
    )


def explain_damage(name: str, reason: object) -> LibraryError:
    """Return the error to raise where the database of the library called `name` is damaged."""
    return LibraryError(
        f"The library {name!r} is damaged: {reason}. `quoth check` says which documents are; add those again, or put a "
        "copy or an export of the library in its place."
    )


def no_room(name: str, reason: str) -> LibraryError:
    """Return the error for a disk that is full."""
    return LibraryError(
        f"There is no room for the library {name!r}: {reason}. Nothing of this change was kept; make room on the disk, "
        "then try again."
    )


def guard(method: Callable[..., Any], find_name: Callable[[Any], str]) -> Callable[..., Any]:
    """Return a method of which nothing comes but what it returns, errors of ours, and what is no fault of the rows.

    find_name: returns the name of the library from the object that the method is of.
    """

    def tell(owner: object, exc: Exception) -> LibraryError:
        if isinstance(exc, sqlite3.Error):
            return explain(find_name(owner), exc)
        return explain_damage(find_name(owner), f"a row cannot be read ({type(exc).__name__}: {exc})")

    if inspect.isgeneratorfunction(method):

        @wraps(method)
        def guarded_rows(self: object, *args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
            try:
                yield from method(self, *args, **kwargs)
            except QuothError:
                raise
            except (sqlite3.Error, *UNREADABLE) as exc:
                raise tell(self, exc) from exc

        return guarded_rows

    @wraps(method)
    def guarded(self: object, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except QuothError:
            raise
        except (sqlite3.Error, *UNREADABLE) as exc:
            raise tell(self, exc) from exc

    return guarded
