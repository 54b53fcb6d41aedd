"""A folder that is added again: what is new, changed, unchanged and gone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from qa.formats import reading
from qa.formats.files import find_vanished
from qa.types import KnownFile

NAMES = ("a.txt", "b.md", "sub/c.txt", "sub/deep/d.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notes"
    for name in NAMES:
        write(made / name, f"The museum of {Path(name).stem} opens at nine.")
    return made


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add(library: qa.Library, *paths: Path, language: str = "") -> dict[str, str]:
    """Add paths; return what became of each file, by its name."""
    outcomes: list[qa.FileOutcome] = []
    library.add_files(*paths, language=language, progress=outcomes.append)
    assert [outcome.done for outcome in outcomes] == list(range(1, len(outcomes) + 1))
    assert all(outcome.total == len(outcomes) for outcome in outcomes)
    assert all((outcome.error is not None) == (outcome.change == "failed") for outcome in outcomes)
    return {Path(outcome.path).name: outcome.change for outcome in outcomes}


def test_a_folder_is_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    with qa.Library(tmp_path / "library") as library:
        assert Counter(add(library, folder).values()) == {"added": 4}
    with qa.Library(tmp_path / "library") as library:
        assert Counter(add(library, folder).values()) == {"unchanged": 4}
        write(folder / "a.txt", "The museum of a closes at five.")
        write(folder / "e.txt", "The harbour is new.")
        (folder / "sub/c.txt").unlink()
        changes = add(library, folder)
        assert changes == {
            "a.txt": "replaced",
            "b.md": "unchanged",
            "d.txt": "unchanged",
            "e.txt": "added",
            "c.txt": "removed",
        }
        assert {info.title for info in library.documents()} == {"a.txt", "b.md", "d.txt", "e.txt"}
        assert not any("of c" in hit.passage.text for hit in library.search("museum"))
        assert library.check() == []


def test_an_unchanged_file_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = qa.Library()
    ids = library.add_files(folder)

    def read(*_: object, **__: object) -> None:
        raise AssertionError("A file was read that has not changed.")

    monkeypatch.setattr(reading, "_read", read)
    assert library.add_files(folder) == ids


def test_a_file_is_read_again_for_another_language_or_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = qa.Library()
    add(library, folder)
    assert set(add(library, folder, language="de").values()) == {"replaced"}
    assert set(add(library, folder, language="de").values()) == {"unchanged"}
    monkeypatch.setattr(reading, "VERSION", reading.VERSION + 1)
    assert set(add(library, folder, language="de").values()) == {"unchanged"}  # what was read is the same
    assert all(known.fingerprint.split()[1:] == [str(reading.VERSION), "de"] for known in files(library))


def files(library: qa.Library) -> list[KnownFile]:
    with library._index.view() as view:
        return list(view.files().values())


def test_a_document_that_was_replaced_otherwise_is_read_from_its_file_again(folder: Path) -> None:
    library = qa.Library()
    first, *_ = library.add_files(folder)
    library.add(qa.Document(id=first, text="Somebody wrote this."))
    assert Counter(add(library, folder).values()) == {"replaced": 1, "unchanged": 3}
    library.remove(first)
    assert Counter(add(library, folder).values()) == {"added": 1, "unchanged": 3}


def test_only_what_came_from_below_the_folder_is_removed(folder: Path, tmp_path: Path) -> None:
    library = qa.Library()
    beside = tmp_path / "notes2" / "a.txt"
    write(beside, "The café is closed.")
    library.add(qa.Document(id="own", text="Nobody sees this.", source=str(folder / "own.txt")))
    library.add_files(folder, beside)
    for name in ("a.txt", "sub/c.txt"):
        (folder / name).unlink()
    beside.unlink()
    assert add(library, folder / "sub") == {"c.txt": "removed", "d.txt": "unchanged"}
    assert add(library, folder / "b.md") == {"b.md": "unchanged"}  # a file says nothing of its folder
    assert add(library, folder) == {"a.txt": "removed", "b.md": "unchanged", "d.txt": "unchanged"}
    assert {info.title for info in library.documents()} == {str(folder / "own.txt"), "a.txt", "b.md", "d.txt"}


def test_a_file_that_breaks_keeps_what_it_gave(folder: Path) -> None:
    library = qa.Library()
    add(library, folder)
    write(folder / "a.txt", "")
    assert add(library, folder)["a.txt"] == "failed"
    assert {info.title for info in library.documents()} == {"a.txt", "b.md", "c.txt", "d.txt"}


def test_a_large_folder_that_is_suddenly_empty_is_kept(tmp_path: Path) -> None:
    library = qa.Library()
    folder = tmp_path / "share"
    for number in range(11):
        write(folder / f"{number}.txt", f"Page {number}.")
    add(library, folder)
    for path in folder.iterdir():
        path.unlink()
    assert add(library, folder) == {"share": "failed"}
    assert len(library.documents()) == 11
    with pytest.raises(qa.FileUnreadable, match="none of the 11 files"):
        library.add_files(folder)
    write(folder / "new.txt", "Here again.")
    assert Counter(add(library, folder).values()) == {"added": 1, "removed": 11}


def test_a_small_folder_may_become_empty(folder: Path) -> None:
    library = qa.Library()
    add(library, folder)
    for name in NAMES:
        (folder / name).unlink()
    assert set(add(library, folder).values()) == {"removed"}
    assert library.documents() == []


def test_what_is_below_a_folder_that_cannot_be_listed_is_kept(folder: Path) -> None:
    known = [str(folder / name) for name in NAMES]
    files = [known[1], str(folder / "sub")]  # a folder among files is one that was refused
    gone = find_vanished([folder], files, known)
    assert gone.paths == (known[0],)
    assert gone.errors == {}


@settings(max_examples=10)  # each starts processes
@given(before=st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["One.", "Two."])), data=st.data())
def test_what_a_folder_gives_is_what_a_new_library_would_hold(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    library = qa.Library()
    after = data.draw(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["One.", "Two."])))
    for state in (before, after):
        for path in folder.iterdir():
            path.unlink()
        for name, text in state.items():
            write(folder / f"{name}.txt", text)
        library.add_files(folder)
    fresh = qa.Library()
    fresh.add_files(folder)
    assert library.documents() == fresh.documents()
    assert library.search("one two") == fresh.search("one two")
