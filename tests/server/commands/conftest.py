"""A folder of notes, and the command run in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.commands.cli import main

HIVE = "Bees make honey.\n\nA hive holds 40,000 bees in summer."
QUESTION = "How many bees does a hive hold?"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good file and one bad one; the current folder is the one above."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "bees.txt").write_text(HIVE, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"text\0binary")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str, code: int = 0, input: str | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=input)
    assert result.exit_code == code, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
