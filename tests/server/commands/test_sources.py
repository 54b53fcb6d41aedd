"""Which documents a command works on."""

from __future__ import annotations

from pathlib import Path

import pytest

import qa
from server.commands.progress import SeenFiles
from server.commands.sources import NothingAdded, open_existing, open_source
from server.shipped import MANUAL_ID
from tests.server.commands.conftest import QUESTION, run


def test_paths_with_a_library_are_added_to_it(notes):
    run("ask", QUESTION, "notes/bees.txt", "--library", "mylib", "--min-confidence", "0")
    assert "bees.txt" in run("list", "--library", "mylib").stdout


def test_the_library_of_the_environment_is_used(notes, monkeypatch):
    monkeypatch.setenv("QUOTH_LIBRARY", "mylib")
    run("add", "notes/bees.txt")
    assert "bees.txt" in run("list").stdout


def test_paths_alone_leave_the_library_of_the_environment_as_it_is(notes, monkeypatch):
    monkeypatch.setenv("QUOTH_LIBRARY", "mylib")
    run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "0")
    assert not Path("mylib").exists()


def test_without_paths_and_library_the_shipped_documents_are_meant():
    source = open_source((), None, seen=SeenFiles("Reading"))
    with source.library as library:
        assert source.kind == "corpus"
        assert library.known([MANUAL_ID])


def test_a_location_without_a_library_is_an_error_unless_it_may_be_made(tmp_path):
    location = str(tmp_path / "new")
    with pytest.raises(qa.LibraryError, match="no library"):
        open_source((), location, seen=SeenFiles("Reading"))
    with open_source((), location, seen=SeenFiles("Reading"), create=True).library as library:
        assert library.n_documents == 0
    with open_existing(location) as library:
        assert library.folder == Path(location)


def test_where_no_path_gives_a_document_nothing_is_opened(notes):
    with pytest.raises(NothingAdded):
        open_source(["notes/bad.txt"], None, seen=SeenFiles("Reading"))
