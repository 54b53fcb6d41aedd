"""Index files that are missing, damaged or not the library's own are made again, and what nobody names is deleted."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest

import qa
from qa.index import EmbeddedIndex
from qa.index.embedded.segment_files import FolderShelf, MemoryShelf, MissingSegment, Shelf
from qa.index.segments.layout import DamagedSegment
from tests.qa.index.embedded.samples import HELD, files, flip
from tests.qa.index.segments.samples import build, doc
from tests.qa.oracle import answers_as_the_estimator, put


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def foreign(path: Path) -> None:
    path.write_bytes(b"\x80\x04 another kind of file " * 20)


def swap(path: Path) -> None:
    with closing(EmbeddedIndex(path.parent.parent.parent / "other")) as index:
        put(index, qa.Document(id="d000", text="A museum of quite another library, with tickets."))
        (other,) = files(path.parent.parent.parent / "other")
        shutil.copy(other, path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [flip, cut, foreign, swap, empty, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("every", [False, True])
def test_a_damaged_file_is_made_again(
    folder: Path, damage: object, every: bool, caplog: pytest.LogCaptureFixture
) -> None:
    broken = files(folder) if every else files(folder)[:1]
    for path in broken:
        damage(path)  # type: ignore[operator]
    with closing(EmbeddedIndex(folder)) as index, caplog.at_level(logging.WARNING):
        answers_as_the_estimator(index, HELD)
        assert all(path.stem in caplog.text for path in broken)
        assert index.check() == []
    caplog.clear()
    with closing(EmbeddedIndex(folder)) as index:
        answers_as_the_estimator(index, HELD)
        assert caplog.text == ""


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_write_makes_a_damaged_file_again(folder: Path, damage: object) -> None:
    damage(files(folder)[0])  # type: ignore[operator]
    with closing(EmbeddedIndex(folder)) as index:
        put(index, doc(30))
        answers_as_the_estimator(index, {**HELD, "d030": doc(30)})
        assert index.check() == []


def test_a_library_of_another_way_is_not_taken_for_this_one(tmp_path: Path) -> None:
    for name in ("cat", "dog"):
        with qa.Library(tmp_path / name) as library:
            library.add(*(qa.Document(id=f"d{i}", text=f"A {name} {i} sat here.") for i in range(5)))
    shutil.copy(tmp_path / "dog" / "library.sqlite", tmp_path / "cat" / "library.sqlite")
    with qa.Library(tmp_path / "cat") as library:
        assert library.search("dog")
        assert library.check() == []


def test_a_name_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    outside = folder / "0123456789abcdef.segment"
    shutil.copy(files(folder)[0], outside)
    with closing(sqlite3.connect(folder / "library.sqlite", isolation_level=None)) as connection:
        for table, column in (("segments", "name"), ("removed", "segment")):
            query = f"UPDATE {table} SET {column} = '../0123456789abcdef' WHERE {column} = ?"  # noqa: S608
            connection.execute(query, [files(folder)[0].stem])
    with closing(EmbeddedIndex(folder)) as index:
        answers_as_the_estimator(index, HELD)
        assert index.check() == []
    assert outside.exists()


def test_files_that_nobody_names_are_deleted_by_the_next_writer(folder: Path) -> None:
    before = files(folder)
    for name in ("0123456789abcdef.segment", "fedcba9876543210.draft"):
        (folder / "segments" / name).write_bytes(b"left behind")
    (folder / "segment.npz").write_bytes(b"of an earlier version")
    with closing(EmbeddedIndex(folder)) as index:
        assert set(before) < set(files(folder))
        index.set_setting("name", "value")
        assert files(folder) == before
        assert not (folder / "segment.npz").exists()


def test_a_reader_is_not_disturbed_by_a_merge(folder: Path) -> None:
    with closing(EmbeddedIndex(folder)) as reader, closing(EmbeddedIndex(folder)) as writer:
        with reader.view() as view:
            before = [(hit.passage, hit.score) for hit in view.search("the old museum", 50)]
            old = set(files(folder))
            for n in range(20, 40):
                put(writer, doc(n))
            assert not old <= set(files(folder))
            assert [(hit.passage, hit.score) for hit in view.search("the old museum", 50)] == before
        answers_as_the_estimator(reader, HELD | {document.id: document for document in map(doc, range(20, 40))})


SHELVES: dict[str, Callable[[Path], Shelf]] = {
    "memory": lambda _: MemoryShelf(),
    "folder": lambda folder: FolderShelf(folder / "segments"),
}


def fill(file: BinaryIO) -> str:
    segment = build(doc(1))
    file.write(segment.data)
    return segment.checksum


@pytest.mark.parametrize("kind", SHELVES)
def test_a_segment_is_there_from_when_it_is_placed_until_it_is_deleted(tmp_path: Path, kind: str) -> None:
    shelf = SHELVES[kind](tmp_path)
    one, other = shelf.draft(fill), shelf.draft(fill)
    for draft in (one, other):
        shelf.place(draft)
    assert bytes(shelf.open(one.name, one.checksum).data) == bytes(build(doc(1)).data)
    shelf.keep_only([one.name])
    with pytest.raises(MissingSegment, match="is missing"):
        shelf.open(other.name, other.checksum)
    assert shelf.open(one.name, one.checksum).damage() == []
    shelf.delete([one.name, "nowhere"])
    with pytest.raises(MissingSegment):
        SHELVES[kind](tmp_path).open(one.name, one.checksum)


def test_a_draft_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def fail(file: BinaryIO) -> str:
        file.write(b"half of it")
        raise OSError(28, "No space left on device")

    shelf = FolderShelf(tmp_path / "segments")
    with pytest.raises(OSError, match="No space"):
        shelf.draft(fail)
    assert files(tmp_path) == []
    draft = shelf.draft(fill)
    with pytest.raises(MissingSegment):  # nobody sees it before it is placed
        shelf.open(draft.name, draft.checksum)
    shelf.delete([draft.name])
    assert files(tmp_path) == []


@pytest.mark.parametrize("kind", SHELVES)
def test_a_draft_is_kept_while_its_writer_lives(tmp_path: Path, kind: str) -> None:
    shelf = SHELVES[kind](tmp_path)
    draft = shelf.draft(fill)
    shelf.keep_only([])
    if kind == "folder":
        SHELVES[kind](tmp_path).keep_only([])
    shelf.place(draft)
    assert shelf.open(draft.name, draft.checksum).damage() == []
    shelf.keep_only([])
    with pytest.raises(MissingSegment):
        SHELVES[kind](tmp_path).open(draft.name, draft.checksum)


def test_a_name_that_no_file_has_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedSegment, match="a name that no index file has"):
        FolderShelf(tmp_path).open("../library", "")
