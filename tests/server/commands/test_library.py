"""The commands that check a library, and that move it as one file."""

from __future__ import annotations

import sqlite3

from tests.server.commands.conftest import QUESTION, run


def test_a_library_is_checked(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    assert run("check", "--library", "mylib").stdout == "Checked 1 document: no problems.\n"
    with sqlite3.connect("mylib/library.sqlite") as connection:
        connection.execute("UPDATE passages SET text = replace(text, 'bees', 'ants')")
    connection.close()
    assert "has not the text that it was added with" in run("check", "--library", "mylib", code=1).stdout
    assert "There is no library" in run("check", "--library", "other", code=2).stderr


def test_a_library_moves_as_one_file(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    assert run("export", "all.quoth", "--library", "mylib").stdout == "Exported 1 document to all.quoth.\n"
    assert "--force" in run("export", "all.quoth", "--library", "mylib", code=2).stderr
    run("export", "all.quoth", "--library", "mylib", "--force")
    assert run("import", "all.quoth", "--library", "other").stdout == "Imported 1 document.\n"
    assert "40,000" in run("ask", QUESTION, "--library", "other", "--min-confidence", "0").stdout
    assert "no export" in run("import", "notes/bees.txt", "--library", "other", code=2).stderr
