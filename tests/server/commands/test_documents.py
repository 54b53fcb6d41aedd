"""The commands that add, list and remove documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.server.commands.conftest import QUESTION, run


def test_the_language_of_files_is_found_or_given(notes):
    Path("notes/haus.txt").write_text("Die Häuser sind alt.", encoding="utf-8")
    run("add", "notes/haus.txt", "--library", "mylib")
    assert re.search(r", de, added \d{4}-\d\d-\d\d  haus\.txt", run("list", "--library", "mylib").stdout)
    run("add", "notes/haus.txt", "--library", "mylib", "--language", "nl")
    assert ", nl, added " in run("list", "--library", "mylib").stdout
    wrong = run("add", "notes/haus.txt", "--library", "mylib", "--language", "German", code=2)
    assert "'German': give its BCP 47 code" in wrong.stderr


def test_add_list_ask_remove(notes):
    added = run("add", "notes", "--library", "mylib", code=1)
    assert added.stdout == "Added 1 document. 1 file failed.\n"
    assert "bad.txt" in added.stderr
    assert run("add", "notes/bees.txt", "--library", "mylib").stdout == "1 file unchanged.\n"

    listed = json.loads(run("list", "--library", "mylib", "--json").stdout)["documents"]
    assert [info["title"] for info in listed] == ["bees.txt"]
    document_id = listed[0]["id"]
    assert document_id in run("list", "--library", "mylib").stdout
    assert "40,000" in run("ask", QUESTION, "--library", "mylib", "--min-confidence", "0").stdout

    assert run("remove", document_id, "--library", "mylib").stdout == "Removed 1 document.\n"
    assert run("list", "--library", "mylib").stdout == "There are no documents.\n"
    assert "There are no documents to ask" in run("ask", QUESTION, "--library", "mylib", code=1).stdout


def test_a_folder_is_brought_up_to_date(notes):
    run("add", "notes", "--library", "mylib", code=1)
    Path("notes/bad.txt").write_text("Nothing is bad here.", encoding="utf-8")
    Path("notes/bees.txt").unlink()
    assert run("add", "notes", "--library", "mylib").stdout == "Added 1 document. Removed 1 document.\n"
    assert run("add", "notes", "--library", "mylib").stdout == "1 file unchanged.\n"


def test_an_unknown_id_removes_nothing(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    (info,) = json.loads(run("list", "--library", "mylib", "--json").stdout)["documents"]
    assert "'unknown'" in run("remove", info["id"], "unknown", "--library", "mylib", code=2).stderr
    assert info["id"] in run("list", "--library", "mylib").stdout
    run("remove", info["id"], info["id"], "--library", "mylib")
