"""One SQLite database: what cannot be opened or written is told so, and a transaction is of one state."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

import qa
from qa.index import open_index
from qa.index.embedded.store import database
from qa.index.embedded.store.database import may_write, storable
from qa.index.embedded.store.schema import FORMAT_VERSION
from qa.index.embedded.store.store import Store
from tests.qa.oracle import HELD


def test_a_writer_that_waits_too_long_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with qa.Library(tmp_path) as library, closing(sqlite3.connect(tmp_path / "library.sqlite")) as other:
        library.add(HELD["museum"])
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(qa.LibraryError, match="being written to by another program"):
            library.add(HELD["haus"])
        other.rollback()
        library.add(HELD["haus"])
        assert len(library.documents()) == 2
        assert library.check() == []


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"something else entirely" * 100)
    with pytest.raises(qa.LibraryError, match="cannot be opened"):
        open_index(tmp_path)


def test_a_damaged_database_is_a_library_error(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    with pytest.raises(qa.LibraryError, match="no such table"):
        qa.Library(tmp_path)


def test_nothing_is_acknowledged_once_the_folder_is_gone(tmp_path: Path) -> None:
    with qa.Library(tmp_path / "library") as library:
        library.add(qa.Document(id="a", text="The cat sat."))
        shutil.rmtree(tmp_path / "library")
        with pytest.raises(qa.LibraryError, match="moved or deleted"):
            library.add(qa.Document(id="b", text="The dog ate."))


def test_who_waits_to_write_keeps_nobody_from_reading(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library, closing(sqlite3.connect(tmp_path / "library.sqlite")) as other:
        library.add(qa.Document(id="a", text="The cat sat."))
        other.execute("BEGIN IMMEDIATE")
        writer = threading.Thread(target=library.add, args=(qa.Document(id="b", text="The dog ate."),))
        writer.start()
        assert library.search("cat")
        assert library.ask("Who sat?", min_confidence=0.0).answered
        assert writer.is_alive()
        other.rollback()
        writer.join()
        assert library.search("dog")


def test_what_is_not_committed_was_never_there() -> None:
    with closing(Store(None)) as store:
        for commit in (False, True):
            store.begin(write=True)
            store.beside.set_setting("name", "value")
            store.end(commit=commit)
            store.begin(write=False)
            assert store.beside.setting("name") == ("value" if commit else None)
            store.end(commit=False)


def test_a_state_has_a_number_of_its_own() -> None:
    with closing(Store(None)) as store:
        numbers = [store.generation]
        for _ in range(20):
            store.begin(write=True)
            store.new_generation()
            store.end(commit=True)
            numbers.append(store.generation)
    assert len(set(numbers)) == len(numbers)


def test_a_reader_stays_with_its_state_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with closing(Store(path)) as writer, closing(Store(path, read_only=True)) as reader:
        reader.begin(write=False)
        before = reader.generation
        writer.begin(write=True)
        writer.new_generation()
        writer.end(commit=True)
        assert reader.generation == before
        reader.end(commit=False)
        assert reader.generation == writer.generation != before
        with pytest.raises(qa.ReadOnlyLibrary, match="can only be read"):
            reader.begin(write=True)
        assert list(reader.problems()) == []


def test_only_unicode_can_be_kept() -> None:
    assert storable("é 😀 \x00") == "é 😀 \x00"
    assert storable("a\udc80") is None


def test_a_library_may_be_written_where_there_is_none_yet(tmp_path: Path) -> None:
    assert may_write(tmp_path, tmp_path / "library.sqlite")
