"""The tables of an earlier version are brought up to date as a whole or not at all, and those of a newer one left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import qa
from qa.boxes.box import NO_BOXES
from qa.index import EmbeddedIndex, open_index
from qa.index.embedded.store import schema
from tests.qa.boxed import boxed
from tests.qa.earlier import of_earlier_format
from tests.qa.oracle import HELD, answers_as_the_estimator, put

WITHOUT_5 = (
    "DROP INDEX documents_by_version; ALTER TABLE documents DROP COLUMN prepared;"
    "ALTER TABLE documents DROP COLUMN notices; ALTER TABLE documents DROP COLUMN recognised;"
    "ALTER TABLE passages DROP COLUMN word_boxes"
)


@pytest.mark.parametrize("version", [1, 2])
def test_an_earlier_format_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    of_earlier_format(tmp_path / "library", version, *HELD.values())
    for _ in range(2):
        with closing(EmbeddedIndex(tmp_path / "library")) as index:
            answers_as_the_estimator(index, HELD)
            assert index.check() == []
            with index.view() as view:
                assert {name: view.document(name) for name in HELD} == HELD
                assert view.setting("kept") == "as it was"
    assert not (tmp_path / "library" / "segment.npz").exists()
    with closing(EmbeddedIndex(tmp_path / "library")) as index:
        index.remove("haus")
        put(index, HELD["museum"])
        answers_as_the_estimator(index, {name: HELD[name] for name in ("museum", "empty")})


def test_an_update_of_the_format_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_earlier_format(tmp_path / "library", 2, *HELD.values())
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_COPY", schema._COPY.replace("DROP TABLE old_documents", "DROP TABLE not_there"))
        with pytest.raises(qa.LibraryError, match="not_there"):
            EmbeddedIndex(tmp_path / "library")
    with closing(EmbeddedIndex(tmp_path / "library")) as index:
        answers_as_the_estimator(index, HELD)


def test_titles_are_put_in_order_in_a_library_that_was_made_without(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library:
        library.add(*(qa.Document(id=str(n), text="The cat.", title=f"Note {n}") for n in (10, 9, 1)))
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        connection.executescript(
            "DROP INDEX documents_by_title; ALTER TABLE documents DROP COLUMN title_key;"
            f"{WITHOUT_5}; PRAGMA user_version = 3"
        )
    with qa.Library(tmp_path) as library:
        library.add(qa.Document(id="2", text="The dog.", title="Note 2"))
        assert [info.id for info in library.listed("note").documents] == ["1", "2", "9", "10"]
        assert library.check() == []
        assert [hit.passage.document_id for hit in library.search("dog")] == ["2"]


def test_notices_and_boxes_are_kept_in_a_library_that_was_made_without(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library:
        library.add(qa.Document(id="1", text="The cat."), boxed("3", "The hen."))
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        connection.executescript(f"{WITHOUT_5}; PRAGMA user_version = 4")
    with qa.Library(tmp_path) as library:
        assert library.document("1") == qa.Document(id="1", text="The cat.")
        library.add(qa.Document(id="2", text="The dog.", notices=("Page 2 has no text.",)))
        assert [info.notices for info in library.documents()] == [(), ("Page 2 has no text.",), (NO_BOXES,)]
        assert library.boxes(qa.Span("3", 0, 8)) == []
        library.add(boxed("3", "The hen."))
        assert library.info("3").notices == ()
        assert len(library.boxes(qa.Span("3", 0, 8))) == 1
        assert library.check() == []


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    open_index(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(qa.UnsupportedVersion, match=r"format 99.*newer Quoth"):
        open_index(tmp_path)


def shape(folder: Path) -> dict[str, list[str]]:
    """Return the columns of each table and index."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'")]
        return {name: sorted(row[1] for row in connection.execute(f"PRAGMA table_info({name})")) for name in names}


@pytest.mark.parametrize("version", [1, 2])
def test_tables_that_were_brought_up_to_date_are_those_that_are_made_new(tmp_path: Path, version: int) -> None:
    of_earlier_format(tmp_path / "old", version, *HELD.values())
    for name in ("old", "new"):
        open_index(tmp_path / name).close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")
