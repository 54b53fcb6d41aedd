"""What the commands share: errors, exit codes and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import qa
from eval.failure import Failure
from server.commands.cli import main
from tests.server.commands.conftest import QUESTION, run


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "notes/bad.txt", "--library", "mylib"),
        ("add", "notes/bad.txt"),
        ("add", "--library", "mylib"),
        ("list",),
        ("list", "--library", "nowhere"),
        ("list", "--library", "notes/bees.txt"),
        ("ask", QUESTION, "--library", "nowhere"),
        ("ask", QUESTION, "missing.txt"),
        ("ask", QUESTION, "notes/bad.txt"),
        ("ask", "a" * 4_001),
        ("ask", QUESTION, "--max-quotes", "21"),
        ("ask", QUESTION, "--min-confidence", "2"),
        ("ask",),
        ("remove", "--library", "mylib"),
        ("verify",),
        ("verify", "missing.json"),
        ("serve", "missing.txt", "--port", "0"),
        ("serve", "--port", "65536"),
        ("serve", "--host", "192.0.2.1"),
        ("nonsense",),
        ("--nonsense",),
    ],
)
def test_wrong_use_and_errors_end_with_2_and_a_message(notes, arguments):
    result = run(*arguments, code=2)
    assert "Error: " in result.stderr
    assert not Path("nowhere").exists()


def test_output_is_utf_8_whatever_the_system_says():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-c", "from server.commands.cli import main; main()", "ask", "العربية 😀", "--json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert json.loads(done.stdout.decode("utf-8"))["question"] == "العربية 😀"


def test_an_unexpected_error_is_not_hidden(monkeypatch):
    def fail(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(qa.Library, "ask", fail)
    assert isinstance(CliRunner().invoke(main, ["ask", QUESTION]).exception, ZeroDivisionError)
    assert Failure("x").exit_code == 2
