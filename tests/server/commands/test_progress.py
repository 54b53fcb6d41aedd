"""What is told while files are read."""

from __future__ import annotations

import qa
from server.commands.progress import show_count, summarise, tell_changes
from tests.server.commands.conftest import run


def test_a_failed_file_moves_the_bar_and_is_told_after_it(notes, monkeypatch):
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stderr>", raising=False)
    result = run("add", "notes", "--library", "mylib", code=1)
    assert "100%" in result.stderr
    assert "passages/s" in result.stderr
    assert result.stderr.index("100%") < result.stderr.index("bad.txt")


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
