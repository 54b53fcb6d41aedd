"""The command `quoth` as a whole: its version, its help, and how quick it starts."""

from __future__ import annotations

import os
import subprocess
import sys

import click

import qa
from server.commands.cli import main
from tests.server.commands.conftest import run


def test_the_version():
    assert run("--version").stdout == f"quoth {qa.__version__}\n"


def test_every_command_has_help_with_an_example():
    context = click.Context(main)
    names = main.list_commands(context)
    assert names == sorted(
        "add ask bench check eval export feedback import init list remove serve settings verify".split()
    )
    for name in names:
        text = run(name, "--help").stdout
        if name != "eval":
            assert "Example: " in text
            assert "quoth " in text.partition("Example: ")[2]
        assert name in run("--help").stdout


HEAVY = {"asyncio", "fastapi", "lxml", "numba", "pydantic", "scipy", "sklearn", "uvicorn"}


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    code = (
        "import sys; from server.commands.cli import main\n"
        f"try: main({[*arguments]!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    return {*done.stdout.splitlines()[-1].split()}


def test_help_is_quick_because_nothing_heavy_is_imported():
    assert not loaded_by("--help") & (HEAVY | {"numpy"})


def test_a_question_to_a_library_is_quick_because_little_is_imported(tmp_path):
    with qa.Library(tmp_path / "library") as library:
        library.add(qa.Document(id="tower", text="The tower was built in 1931."))
    assert not loaded_by("ask", "When was the tower built?", "--library", str(tmp_path / "library")) & HEAVY
