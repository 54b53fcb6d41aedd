"""Folders that are watched: what changes in them is in the library a moment later."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import watchfiles
from watchfiles import Change

import qa
from server.running import watching
from server.running.watching import watch_folders
from tests.waiting import PATIENCE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notes"
    made.mkdir()
    (made / "a.txt").write_text("The museum opens at nine.", encoding="utf-8")
    return made


def write(path: Path, text: str) -> None:
    """Put a file into its folder as a whole, so that nobody reads it half written."""
    draft = path.parent.parent / f"{path.name}.draft"
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


class Told:
    """What was told of changes, for a test to wait for."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[str] = queue.SimpleQueue()

    def __call__(self, outcomes: Sequence[qa.FileOutcome], skipped: Sequence[qa.SkippedFile]) -> None:
        for outcome in outcomes:
            if outcome.change != "unchanged":
                self._queue.put(f"{outcome.change} {Path(outcome.path).name}")
        for each in skipped:
            self._queue.put(f"skipped {Path(each.path).name}")

    def next(self) -> str:
        return self._queue.get(timeout=PATIENCE)


def test_what_changes_in_a_folder_changes_in_the_library(folder: Path) -> None:
    library, told = qa.Library(), Told()
    library.add_files(folder)
    with watch_folders(library, [str(folder)], told):
        write(folder / "b.txt", "Ships leave the harbour.")
        assert told.next() == "added b.txt"
        assert library.search("harbour")
        write(folder / "a.txt", "The museum closes at five.")
        assert told.next() == "replaced a.txt"
        (folder / "b.txt").unlink()
        assert told.next() == "removed b.txt"
        assert not library.search("harbour")
    (folder / "c.txt").write_text("Nobody sees this.", encoding="utf-8")
    assert [info.title for info in library.documents()] == ["a.txt"]


def test_what_could_not_be_kept_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Busy(qa.Library):
        failures = 2

        def add_files(self, *paths: str | Path, **options: object) -> list[str]:
            if self.failures:
                self.failures -= 1
                raise qa.LibraryError("The library is being written to by another program.")
            return super().add_files(*paths, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "RETRY_SECONDS", 0.1)
    library, told = Busy(), Told()
    with watch_folders(library, [str(folder)], told):
        assert [told.next() for _ in range(2)] == ["failed notes", "added a.txt"]  # the same error is told once


def test_without_folders_nothing_is_watched() -> None:
    with watch_folders(qa.Library(), [], lambda outcomes, skipped: pytest.fail(str(outcomes))):
        pass


def test_a_bad_file_is_told_once_and_tried_again_when_it_changes(folder: Path) -> None:
    library, told = qa.Library(), Told()
    write(folder / "bad.txt", "")
    with watch_folders(library, [str(folder)], told):
        assert {told.next(), told.next()} == {"added a.txt", "failed bad.txt"}
        write(folder / "b.txt", "Ships leave the harbour.")
        assert told.next() == "added b.txt"
        write(folder / "bad.txt", "It is good now.")
        assert told.next() == "added bad.txt"
        write(folder / "bad.txt", " ")
        assert told.next() == "failed bad.txt"
        (folder / "picture.png").write_bytes(b"\x89PNG")
        assert told.next() == "skipped picture.png"
    assert library.n_documents == 3  # what the bad file said before is kept


def test_a_folder_that_vanishes_and_comes_back_is_followed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "RETRY_SECONDS", 0.1)
    library, told = qa.Library(), Told()
    with watch_folders(library, [str(folder)], told):
        assert told.next() == "added a.txt"
        folder.rename(tmp_path / "elsewhere")
        assert told.next() == "failed notes"
        assert library.n_documents == 1
        folder.mkdir()
        write(folder / "a.txt", "The museum opens at ten.")
        events = [told.next()]
        while events[-1] not in {"replaced a.txt", "added a.txt"}:
            assert events[-1] == "removed a.txt"  # it was looked at when the folder was empty
            events.append(told.next())
        write(folder / "b.txt", "Ships leave the harbour.")
        assert told.next() == "added b.txt"
        assert library.search("harbour")


def test_no_error_ends_the_watch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(qa.Library):
        failures = 2

        def add_files(self, *paths: str | Path, **options: object) -> list[str]:
            if self.failures:
                self.failures -= 1
                raise ValueError("not enough values to unpack")
            return super().add_files(*paths, **options)  # type: ignore[arg-type]

    class Deaf(Told):
        def __call__(self, outcomes: Sequence[qa.FileOutcome], skipped: Sequence[qa.SkippedFile]) -> None:
            super().__call__(outcomes, skipped)
            raise BrokenPipeError("nobody listens")

    monkeypatch.setattr(watching, "RETRY_SECONDS", 0.1)
    library, told = Failing(), Deaf()
    with watch_folders(library, [str(folder)], told):
        assert [told.next() for _ in range(2)] == ["failed notes", "added a.txt"]
        write(folder / "b.txt", "Ships leave the harbour.")
        assert told.next() == "added b.txt"


def test_a_watch_that_breaks_down_is_begun_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(*folders: str, **options: Any) -> Iterator[set[tuple[Change, str]]]:
        if failures:
            raise failures.pop()
        return watch(*folders, **options)

    watch, failures = watchfiles.watch, [OSError("no watch is left"), RuntimeError("it is gone")]
    monkeypatch.setattr(watchfiles, "watch", look)
    monkeypatch.setattr(watching, "RETRY_SECONDS", 0.1)
    library, told = qa.Library(), Told()
    with watch_folders(library, [str(folder)], told):
        assert [told.next() for _ in range(3)] == ["failed notes", "failed notes", "added a.txt"]
