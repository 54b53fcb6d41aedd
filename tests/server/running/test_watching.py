"""Folders that are watched: what changes in them is in the library a moment later."""

from __future__ import annotations

import queue
from collections.abc import Sequence
from pathlib import Path

import pytest

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

    def __call__(self, outcomes: Sequence[qa.FileOutcome]) -> None:
        for outcome in outcomes:
            if outcome.change != "unchanged":
                self._queue.put(f"{outcome.change} {Path(outcome.path).name}")

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
        assert [told.next() for _ in range(3)] == ["failed notes", "failed notes", "added a.txt"]


def test_without_folders_nothing_is_watched() -> None:
    with watch_folders(qa.Library(), [], lambda outcomes: pytest.fail(str(outcomes))):
        pass
