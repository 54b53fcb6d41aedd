"""What is told while files are read."""

from __future__ import annotations

import os
from pathlib import Path

import click

import qa
from server.commands.progress import show_count, show_progress, summarise, summarise_skipped, tell_changes
from tests.qa.earlier import make_format_4
from tests.server.commands.conftest import run


def test_a_failed_file_moves_the_bar_and_is_told_after_it(notes, monkeypatch):
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stderr>", raising=False)
    result = run("add", "notes", "--library", "mylib", code=1)
    assert "100%" in result.stderr
    assert "passages/s" in result.stderr
    assert result.stderr.index("100%") < result.stderr.index("bad.txt")


def test_a_library_of_an_earlier_version_is_brought_up_to_date_and_what_was_left_is_told(notes, monkeypatch):
    (notes / "old.txt").write_text("The old hive stood by the wall.")
    run("add", "notes", "--library", "mylib", code=1)
    make_format_4(Path("mylib"))
    (notes / "old.txt").unlink()
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stderr>", raising=False)
    told = run("add", "notes/bees.txt", "--library", "mylib").stderr
    assert "Updating" in told
    assert "Brought 2 documents of an earlier version up to date in" in told
    assert f"since its file is gone or has changed. Add it again: {notes / 'old.txt'}" in told
    assert "up to date" not in run("add", "notes/bees.txt", "--library", "mylib").stderr


def outcome(change: str, error: str | None = None) -> qa.FileOutcome:
    return qa.FileOutcome("a.txt", None, error, 1, 1, change)  # type: ignore[arg-type]


def test_a_summary_names_each_kind_of_change_once():
    changes = ["failed", "added", "unchanged", "added", "removed", "replaced"]
    told = "Added 2 documents. Replaced 1 document. Removed 1 document. 1 file unchanged. 1 file failed."
    assert summarise(map(outcome, changes)) == told
    assert summarise([]) == ""


def test_changes_of_watched_folders_are_told_and_none_is_not(capsys):
    tell_changes([outcome("unchanged")])
    assert capsys.readouterr().out == ""
    tell_changes([outcome("unchanged"), outcome("added"), outcome("failed", "Bad\x1b[2J\nfile.")])
    told = capsys.readouterr()
    assert told.out == "Added 1 document. 1 file failed.\n"
    assert told.err == "Not added: Bad�[2J file.\n"


def test_a_bar_that_counts_moves_on_a_terminal_only(capsys, monkeypatch):
    with show_count("Exporting") as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with show_count("Exporting") as progress:
        progress(1, 2)
        progress(2, 2)
    told = capsys.readouterr().err
    assert "100%" in told
    assert "documents/s" in told


def test_a_folder_says_what_it_skips(notes):
    for name in ("a.png", "b.PNG", "c.js", "README", ".hidden"):
        (notes / name).write_bytes(b"x")
    told = "4 files skipped: 2 .png, 1 .js, 1 without an ending"
    added = run("add", "notes", "--library", "mylib", code=1)
    assert f"{told}; list them with --verbose.\n" in added.stderr
    assert "c.js" not in added.stderr
    assert f"{told}; list" in run("ask", "What makes honey?", "notes").stderr
    listed = run("add", "notes", "--library", "mylib", "--verbose", code=1).stderr
    assert f"{told}:\n" in listed
    assert f"    {notes / 'c.js'}: Quoth does not read .js files\n" in listed
    assert ".hidden" not in listed
    assert "c.js: Quoth" in run("ask", "What makes honey?", "notes", "--verbose").stderr
    assert "skipped" not in run("ask", "What makes honey?", "notes/bees.txt").stderr


def skipped(*kinds: str) -> list[qa.SkippedFile]:
    return [qa.SkippedFile(f"{number}{kind}", kind, "it is so") for number, kind in enumerate(kinds)]


def test_many_kinds_of_skipped_files_are_added_up():
    kinds = [f".{letter}" for letter in "abcdefghij"] + [".j"]
    assert summarise_skipped(skipped(*kinds)) == (
        "11 files skipped: 2 .j, 1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 .g, 2 of other kinds; list them with --verbose."
    )
    assert summarise_skipped(skipped(".png")) == "1 file skipped: 1 .png; list it with --verbose."


def noticed(n_notices: int, name: str = "a.txt") -> qa.FileOutcome:
    return qa.FileOutcome(
        name, "a", None, 1, 1, "added", 1, tuple(f"Page {n} has no\x1b text." for n in range(n_notices))
    )


def test_what_was_not_read_of_a_file_is_told_under_it(capsys):
    with show_progress("Adding") as seen:
        seen.note(noticed(5))
        seen.note(noticed(0, "b.txt"))
    told = capsys.readouterr().err
    assert told == (
        "Notes on reading a.txt:\n    Page 0 has no� text.\n    Page 1 has no� text.\n"
        "    Page 2 has no� text.\n    … and 2 more; list them with --verbose\n"
    )
    with show_progress("Adding", verbose=True) as seen:
        for number in range(12):
            seen.note(noticed(5, f"{number}.txt"))
    assert capsys.readouterr().err.count("Page 4 has no") == 12
    with show_progress("Adding") as seen:
        for number in range(12):
            seen.note(noticed(1, f"{number}.txt"))
    told = capsys.readouterr().err
    assert told.endswith("Nor could everything be read of 2 more files; list them with --verbose.\n")
    assert "10.txt" not in told


def test_on_a_terminal_what_was_not_read_is_wrapped_and_yellow(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback=(80, 24): os.terminal_size((40, 20)))
    long = qa.FileOutcome("a.txt", "a", None, 1, 1, "added", 1, ("The form's fields were read from its own part.",))
    tell_changes([long], skipped(".png"))
    told = capsys.readouterr()
    assert "\n    The form's fields were read from its\n    own part." in click.unstyle(told.err)
    assert told.err.startswith("\x1b[33m") or "\x1b" not in told.err  # colours, unless the test has no terminal
    assert "1 file skipped: 1 .png:\n    0.png: it is so\n" in told.err
