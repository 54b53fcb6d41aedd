"""One SQLite database: opened, locked by transactions, and the same state from beginning to end of each.

`generation` numbers a state. It is a number that no other state has, not even one of a copy of the library that went
another way. Left out: what the tables hold.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import sqlite3
import weakref
from collections.abc import Iterator
from pathlib import Path

from qa.errors import LibraryError, ReadOnlyLibrary
from qa.index.embedded.store.failures import PATIENCE, UNREADABLE, explain, explain_damage, guard
from qa.index.embedded.store.schema import NEW_GENERATION, prepare
from qa.index.listing import is_sought, title_key
from qa.text.unicode import without_surrogates

__all__ = ["SqliteDatabase", "Table", "may_write", "storable"]


class SqliteDatabase:
    """One SQLite database, in memory or in a file. Not locked by itself: the index that owns it does that.

    read_only: nothing is written, and the folder need not be writable.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self.name = str(path) if path else "memory"
        self.read_only = read_only
        self._frozen: tuple[object, ...] | None = None  # what the files looked like, when nobody tells of changes
        self._open()

    def _open(self) -> None:
        try:
            self.connection = self._connect("ro" if self.read_only else None)
            try:
                prepare(self.connection, self.name, read_only=self.read_only)
            except sqlite3.OperationalError:
                if not self.read_only or not self.path or not self.path.is_file():
                    raise
                self._open_frozen()
            self._file = _file_of(self.path)
        except (sqlite3.Error, *UNREADABLE) as exc:
            raise LibraryError(
                f"The library {self.name!r} cannot be opened: {exc}. Check that the folder is one that Quoth made "
                "and that you may write to it. If it is, it is damaged: put a copy or an export of it in its place, or "
                "add its documents again to another folder."
            ) from exc

    def _connect(self, mode: str | None, options: str = "") -> sqlite3.Connection:
        place = f"{self.path.absolute().as_uri()}?mode={mode}{options}" if mode and self.path else self.path
        connection = sqlite3.connect(
            place or ":memory:",
            check_same_thread=False,
            isolation_level=None,
            timeout=PATIENCE,
            uri=mode is not None,
        )
        weakref.finalize(self, connection.close)  # of a library that nobody closes, which Python 3.13 warns of
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("title_key_of", 1, title_key, deterministic=True)
        connection.create_function("is_sought", 3, is_sought, deterministic=True)
        if self.path and not self.read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _open_frozen(self) -> None:
        """Open a database that was closed in order, beside which nothing may be made: on read-only media."""
        log = self.path.with_name(self.path.name + "-wal") if self.path else None
        if log and log.exists() and log.stat().st_size:
            raise LibraryError(
                f"The library {self.name!r} was not closed in order and its folder cannot be written to, so what was "
                "added last cannot be read. Open it once where you may write to it."
            )
        self._frozen = self._looks()
        self.connection.close()
        self.connection = self._connect("ro", "&immutable=1")
        prepare(self.connection, self.name, read_only=self.read_only)

    def _looks(self) -> tuple[object, ...]:
        """Return the names, sizes and times of the files, which change when somebody else writes."""
        looks: list[object] = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")) if self.path else ():
            with contextlib.suppress(FileNotFoundError):
                about = path.stat()
                looks += [path.name, about.st_size, about.st_mtime_ns, about.st_ino]
        return tuple(looks)

    def begin(self, *, write: bool) -> None:
        """Start a transaction: from here to `end`, all that is read is of one state."""
        if write and self.read_only:
            raise ReadOnlyLibrary(
                f"The library {self.name!r} can only be read: its folder cannot be written to. Give yourself the "
                "permission, or copy it to a folder where you may write."
            )
        if write and _file_of(self.path) != self._file:
            raise LibraryError(
                f"The library {self.name!r} was moved or deleted while it was open, so nothing can be kept in it. "
                "Put it back, or open it again."
            )
        if self._frozen is not None and self._frozen != self._looks():
            self.connection.close()
            self._frozen = None
            self._open()
        try:
            self.connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def end(self, *, commit: bool) -> None:
        """End the transaction; what was written lasts if `commit`."""
        try:
            if self.connection.in_transaction:
                self.connection.execute("COMMIT" if commit else "ROLLBACK")
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        """Keep what is written within a `with`, or nothing of it."""
        self.begin(write=True)
        try:
            yield
            self.end(commit=True)
        except BaseException:
            with contextlib.suppress(LibraryError):
                self.end(commit=False)
            raise

    def failure(self, exc: sqlite3.Error) -> LibraryError:
        """Return the error to raise for one of the database."""
        return explain(self.name, exc)

    def damage(self, reason: str) -> LibraryError:
        """Return the error to raise for rows that cannot be."""
        return explain_damage(self.name, reason)

    @property
    def generation(self) -> int:
        """The number of the present state."""
        try:
            return int(self.connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc
        except UNREADABLE as exc:
            raise self.damage("it has no generation") from exc

    def new_generation(self) -> None:
        """Give the state another number, as each change of documents or segments does."""
        self.connection.execute(NEW_GENERATION)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection; errors of SQLite become those of the library."""
        try:
            yield self.connection
        except sqlite3.Error as exc:
            raise self.failure(exc) from exc

    def problems(self) -> Iterator[str]:
        """Yield what the database says of its own damage."""
        for (line,) in self.connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"The database is damaged: {line}."
        for table, *_ in self.connection.execute("PRAGMA foreign_key_check"):
            yield f"The table {table} names a row that is not there."

    def close(self) -> None:
        """Close the database."""
        self.connection.close()


class Table:
    """Rows of one database; who owns that has begun a transaction.

    All public methods of a table raise a LibraryError where the database fails, or its rows are damaged.
    """

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if inspect.isfunction(method) and not name.startswith("_"):
                setattr(cls, name, guard(method, _find_name))

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._database.connection


def may_write(folder: Path, file: Path) -> bool:
    """Tell whether a library may be written: its folder, and its file if there is one."""
    return os.access(folder, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def _find_name(table: Table) -> str:
    """Return the name of the library that a table is of."""
    return table._database.name


def _file_of(path: Path | None) -> tuple[int, int] | None:
    """Return the device and number of the file at `path`; None when there is none."""
    if path is None or not path.exists():
        return None
    about = path.stat()
    return about.st_dev, about.st_ino


def storable(text: str) -> str | None:
    """Return a text as it is, or None when no document can hold it because it is no Unicode."""
    return text if without_surrogates(text) == text else None
