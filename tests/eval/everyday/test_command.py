"""`quoth eval everyday` from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.cli import eval_command
from eval.everyday.halves import read_halves


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(eval_command, [str(arg) for arg in args])


@pytest.fixture
def everyday(write_halves: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the small halves in the place of the shipped ones."""
    halves = read_halves(write_halves())
    monkeypatch.setattr("eval.actions.read_halves", lambda: halves)


@pytest.mark.usefixtures("everyday")
def test_a_set_that_is_measured_in_ways_of_its_own(invoke: Callable[..., Result], tmp_path: Path) -> None:
    result = invoke("everyday", "--list")
    assert result.exit_code == 0, result.output
    assert "report, Quoth: 2 questions, 1 answerable, 1 documents" in result.stdout
    assert "c4 (odd): When does the ferry sail?" in result.stdout
    assert all((tmp_path / "eval-results" / way / "report.html").is_file() for way in ("alone", "half", "all"))
    page = tmp_path / "page.md"
    page.write_text("<!-- everyday: made by a command -->\n<!-- end of everyday -->\n", encoding="utf-8")
    figures = json.loads(invoke("everyday", "--json", "--record", page).stdout)
    assert list(figures["halves"]) == ["choose", "report"]
    assert "| answered_right | 3 |" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("args", [("--limit", "3"), ("--thorough",), ("--format", "squad"), ("--library", "lib")])
def test_a_set_of_its_own_takes_no_options_of_others(invoke: Callable[..., Result], args: tuple[str, ...]) -> None:
    result = invoke("everyday", *args)
    assert result.exit_code == 2
    assert f"{args[0]} is of no use with a set that is asked in ways of its own" in result.stderr
