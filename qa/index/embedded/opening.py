"""Where the parts of an embedded index lie in a folder, and how its database is opened or made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qa.errors import LibraryError
from qa.index.embedded.store.database import may_write
from qa.index.embedded.store.store import Store

__all__ = ["ATTEMPTS", "DATABASE", "SEGMENTS", "find_outdated", "open_store"]

DATABASE = "library.sqlite"
SEGMENTS = "segments"
ATTEMPTS = 5  # states that are tried before what is missing counts as lost


def open_store(folder: Path | None, *, create: bool) -> Store:
    """Return the store of a folder, or one in memory. create: whether one that is not there is made.

    One that cannot be written to is opened to be read. Raises LibraryError.
    """
    if folder is None:
        return Store(None)
    path = folder / DATABASE
    if not create and not path.is_file():
        raise LibraryError(f"There is no library at {str(folder)!r}. Make one with: quoth add PATH --library {folder}")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # documents are for who owns them
    except OSError as exc:
        raise LibraryError(
            f"The library {str(folder)!r} cannot be made: {exc.strerror}. Give a folder that you may write to."
        ) from exc
    return Store(path, read_only=path.is_file() and not may_write(folder, path))


def find_outdated(store: Store) -> list[str]:
    """Return the ids of the documents that an earlier version prepared, sorted, without a look at the index files."""
    store.begin(write=False)
    try:
        return store.documents.outdated()
    except sqlite3.Error as exc:
        raise store.failure(exc) from exc
    finally:
        store.end(commit=False)
