"""Which files some paths name, and which of those that were there are gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import qa
from qa.formats import files
from qa.formats.files import bytes_of, find_files, find_vanished

NAMES = ("a.txt", "b.md", "b.md.gz", "c.xyz", ".hidden.txt", "sub/d.txt", "sub/deep/e.md", ".git/f.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    return tmp_path


def names(folder: Path, *paths: str | Path) -> list[str]:
    return [os.path.relpath(path, folder) for path in find_files(paths, suffixes={".txt", ".md"})]


def test_a_folder_names_the_files_of_known_formats_below_it(folder: Path) -> None:
    assert names(folder, folder) == ["a.txt", "b.md", "b.md.gz", "sub/d.txt", "sub/deep/e.md"]


def test_a_file_that_is_named_is_always_taken_and_none_twice(folder: Path) -> None:
    assert names(folder, folder / "c.xyz", folder / "sub", folder / "sub/d.txt") == [
        "c.xyz",
        "sub/d.txt",
        "sub/deep/e.md",
    ]
    assert names(folder, folder / "missing.txt") == ["missing.txt"]


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("*.md", ["b.md"]),
        ("**/*.md", ["b.md", "sub/deep/e.md"]),
        ("sub/**", ["sub/d.txt", "sub/deep/e.md"]),
        ("*/d.txt", ["sub/d.txt"]),
        ("no*", []),
    ],
)
def test_globs_name_files(folder: Path, pattern: str, matches: list[str]) -> None:
    assert names(folder, f"{folder}/{pattern}") == matches


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "a[1].txt").write_text("text")
    assert names(folder, folder / "a[1].txt") == ["a[1].txt"]


def test_links_to_folders_are_not_entered(folder: Path) -> None:
    (folder / "sub/circle").symlink_to(folder)
    assert names(folder, folder / "sub") == ["sub/d.txt", "sub/deep/e.md"]
    assert names(folder, f"{folder}/sub/**/*.txt") == ["sub/d.txt"]


def skipped(folder: Path, *paths: str | Path) -> list[tuple[str, str]]:
    passed: list[qa.SkippedFile] = []
    list(find_files(paths, suffixes={".txt", ".md"}, skipped=passed))
    assert all(each.reason for each in passed)
    return [(os.path.relpath(each.path, folder), each.kind) for each in passed]


def test_what_is_passed_over_in_a_folder_is_told_and_hidden_files_are_not(folder: Path) -> None:
    for name in ("sub/PICTURE.PNG", "sub/all.tar.gz", "README", "notes.2024-01-01 last", ".git/x.bin", "sub/.x.bin"):
        (folder / name).write_text("text")
    (folder / "sub/link").symlink_to(folder)
    (folder / "lost.txt").symlink_to(folder / "nowhere")
    (folder / "folder.txt").mkdir()
    everything = [
        ("README", "without an ending"),
        ("c.xyz", ".xyz"),
        ("lost.txt", "no regular file"),
        ("notes.2024-01-01 last", "without an ending"),
        ("sub/PICTURE.PNG", ".png"),
        ("sub/all.tar.gz", ".tar.gz"),
        ("sub/link", "link to a folder"),
    ]
    assert skipped(folder, folder) == everything
    assert skipped(folder, folder, folder / "sub", f"{folder}/*") == everything  # each once
    assert skipped(folder, folder / "sub", folder / "c.xyz") == everything[-3:]
    assert skipped(folder, folder, folder / "c.xyz", folder / "README") == [everything[n] for n in (2, 3, 4, 5, 6)]
    assert skipped(folder, f"{folder}/*") == everything[:4]
    assert skipped(folder, folder / "a.txt") == []


def test_what_stood_below_a_folder_and_is_gone_has_vanished(folder: Path) -> None:
    known = [str(folder / name) for name in ("a.txt", "gone.txt")] + ["/elsewhere/x.txt"]
    there = list(find_files([folder], suffixes={".txt"}))
    assert find_vanished([folder], there, known).paths == (str(folder / "gone.txt"),)
    assert find_vanished([folder / "a.txt"], there, known).paths == ()


def test_a_folder_that_lost_all_of_many_files_may_not_be_there(tmp_path: Path) -> None:
    known = [str(tmp_path / f"{number}.txt") for number in range(11)]
    vanished = find_vanished([tmp_path], [], known)
    assert vanished.paths == ()
    assert "holds none of the 11 files" in str(vanished.errors[str(tmp_path)])
    assert len(find_vanished([tmp_path], [], known[:10]).paths) == 10


def test_a_file_that_grew_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"0123456789")
    assert bytes_of(tmp_path / "a.txt") == b"0123456789"
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 9)
    with pytest.raises(qa.FileTooLarge, match="has 10 bytes; the limit is 9"):
        bytes_of(tmp_path / "a.txt")


def test_a_link_that_leads_out_of_a_folder_is_passed_over(tmp_path: Path) -> None:
    """Whoever may write into a folder that is added could else read any file of who adds it."""
    (tmp_path / "secret.txt").write_text("Not for all.")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.txt").write_text("For all.")
    (folder / "inside.txt").symlink_to(folder / "own.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    skipped: list[qa.SkippedFile] = []
    taken = [Path(path).name for path in find_files([folder], suffixes={".txt"}, skipped=skipped)]
    assert taken == ["inside.txt", "own.txt"]
    assert [(Path(each.path).name, each.kind) for each in skipped] == [("out.txt", "link out of the folder")]
    assert list(find_files([folder / "out.txt"], suffixes={".txt"})) == [
        str(folder / "out.txt")
    ]  # who names it means it
