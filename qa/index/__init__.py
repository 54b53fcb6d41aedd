"""Where documents are kept and searched. `open_index` chooses the implementation by location."""

from __future__ import annotations

from pathlib import Path

from qa.errors import LibraryError
from qa.index.embedded.index import EmbeddedIndex
from qa.index.embedded.memory import MemoryIndex
from qa.index.protocol import Index, View

__all__ = ["EmbeddedIndex", "Index", "View", "make_library", "open_index", "with_password", "without_password"]


def open_index(location: str | Path | None = None, *, create: bool = True) -> Index:
    """Open the index at `location`: None for one in memory, a path for a folder, a URL for one in ClickHouse.

    create: whether a folder without an index gets one; tables are made by `make_schema` only. Raises LibraryError.
    """
    if isinstance(location, str) and "://" in location:
        scheme = location.partition("://")[0]
        if scheme in {"clickhouse", "clickhouses"}:
            from qa.index.clickhouse import ClickHouseIndex, parse_url  # noqa: PLC0415 - not needed for a folder

            return ClickHouseIndex(parse_url(location))
        raise LibraryError(
            f"A library of the kind {scheme!r} is not known. Give the path of a folder, clickhouse://HOST/DATABASE, or "
            "nothing for memory."
        )
    if location is not None and not str(location):
        raise LibraryError("The location of the library is empty. Give the path of a folder.")
    return MemoryIndex() if location is None else EmbeddedIndex(Path(location), create=create)


def make_library(location: str) -> tuple[str, ...]:
    """Make the tables of a library in ClickHouse, or bring those of an earlier version up to date.

    location: clickhouse://USER@HOST:PORT/DATABASE; with ?cluster=NAME they are made on each server of that cluster, as
    HOST knows it. Returns the servers, as host:port. What is there stays. Raises LibraryError.
    """
    from qa.index.clickhouse import make_schema, parse_url  # noqa: PLC0415 - not needed for a folder

    return make_schema(parse_url(location))


def with_password(location: str, password: str) -> str:
    """Return the location of a library with a password, where it is one in ClickHouse that has none."""
    from qa.index.clickhouse.connecting import url  # noqa: PLC0415 - not needed for a folder

    return url.with_password(location, password) if url.is_url(location) else location


def without_password(location: str) -> str:
    """Return the location of a library as it may be shown: of one in ClickHouse, without its user and its options."""
    from qa.index.clickhouse.connecting import url  # noqa: PLC0415 - not needed for a folder

    return url.without_password(location) if url.is_url(location) else location
