"""The current ClickHouse within this process (chdb), in place of a connection to an old one: one server, no shards."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["Current"]

_SETTINGS = "output_format_arrow_string_as_string = 0, output_format_arrow_low_cardinality_as_dictionary = 0"


_LISTS: Mapping[str, Callable[[Any], Any]] = {
    "dead": lambda arrow: arrow.uint64(),
    "languages": lambda arrow: arrow.binary(),
    "n_passages": lambda arrow: arrow.int64(),
    "n_words": lambda arrow: arrow.int64(),
}


class Current:
    """Does what `Connection` does, of one library; of several threads, one at a time."""

    def __init__(self, folder: Path) -> None:
        import chdb.session

        self._lock = threading.RLock()
        session: Any = chdb.session
        self._session: Any = session.Session(str(folder))

    def rows(self, query: str, settings: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Return what a query gives; text as bytes."""
        import pyarrow as pa

        with self._lock:
            found = self._session.query(f"{query} SETTINGS {_SETTINGS}", "Arrow").bytes()
        if not found:
            return []
        table = pa.ipc.open_file(pa.BufferReader(found)).read_all()
        columns = [column.to_pylist() for column in table.columns]
        return [*zip(*columns, strict=True)]

    def run(self, query: str) -> None:
        """Do what a statement says."""
        with self._lock:
            self._session.query(query)

    def insert(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Write rows, given by column; text as bytes."""
        import pyarrow as pa

        if not next(iter(columns.values())):
            return
        lists = {
            name: pa.list_(_LISTS[name](pa))
            for name, column in columns.items()
            if column and isinstance(column[0], list)
        }
        arrays = {name: pa.array(column, type=lists.get(name)) for name, column in columns.items()}
        with self._lock, tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.arrow"
            data = pa.table(arrays)
            with pa.ipc.new_file(path, data.schema) as file:
                file.write_table(data)
            names = ", ".join(columns)
            self._session.query(f"INSERT INTO {table} ({names}) SELECT {names} FROM file('{path}', Arrow)")  # noqa: S608

    def stands(self) -> bool:
        """Tell that there is no way for it to be gone."""
        return True

    def close(self) -> None:
        """Leave it open for the next use."""

    def end(self) -> None:
        """Let go of it."""
        self._session.close()
