"""`quoth eval` from outside: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from eval.cli import eval_command

TICKET = {
    "id": "q1",
    "question": "What does a ticket cost?",
    "gold": [{"document": "museum.txt", "text": "A ticket costs 14 euros."}],
}
CUP = {"id": "q2", "question": "Who won the World Cup?", "gold": []}


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(eval_command, [str(arg) for arg in args])


def test_writes_both_files_and_says_where(
    invoke: Callable[..., Result], write_lines: Callable[..., Path], tmp_path: Path
) -> None:
    result = invoke(write_lines(TICKET, CUP), "--baseline")
    assert result.exit_code == 0, result.output
    assert "set: 2 questions, 1 answerable, over 2 documents" in result.stdout
    assert "naive TF-IDF" in result.stdout
    for name in ("results.json", "report.html"):
        assert (tmp_path / "eval-results" / name).is_file()
        assert name in result.stdout
    assert "Quoth" in result.stderr


def test_a_folder_that_cannot_be_made(invoke: Callable[..., Result], write_lines: Callable[..., Path]) -> None:
    path = write_lines(TICKET)
    result = invoke(path, "--output", path / "below a file")
    assert result.exit_code == 2
    assert "--output" in result.stderr


def test_json_is_all_of_stdout(invoke: Callable[..., Result], write_lines: Callable[..., Path], tmp_path: Path) -> None:
    result = invoke(write_lines(TICKET, CUP), "--json")
    found = json.loads(result.stdout)
    assert found["systems"]["quoth"]["figures"]["quote@1"]["value"] == 1.0
    assert not (tmp_path / "eval-results").exists()


def test_json_and_output(invoke: Callable[..., Result], write_lines: Callable[..., Path], tmp_path: Path) -> None:
    result = invoke(write_lines(TICKET), "--json", "--output", tmp_path / "here")
    assert json.loads(result.stdout)["set"]["n_questions"] == 1
    assert (tmp_path / "here" / "results.json").is_file()


def test_options_reach_the_run(invoke: Callable[..., Result], write_lines: Callable[..., Path]) -> None:
    options = ("--json", "--limit", 1, "--passage-size", 99, "--thorough")
    found = json.loads(invoke(write_lines(TICKET, CUP), *options).stdout)
    assert found["set"]["n_questions"] == 1
    assert found["settings"]["passage_size"] == 99
    assert found["systems"]["quoth"]["figures"]["quote@1_given"]["value"] == 1.0


def test_compare_with_itself_and_with_a_better_one(
    invoke: Callable[..., Result], write_lines: Callable[..., Path], tmp_path: Path
) -> None:
    path = write_lines(TICKET, CUP)
    assert invoke(path).exit_code == 0
    saved = tmp_path / "eval-results" / "results.json"
    same = invoke(path, "--compare", saved)
    assert same.exit_code == 0
    assert "0 newly right, 0 newly wrong" in same.stdout
    earlier = json.loads(saved.read_text(encoding="utf-8"))
    earlier["systems"]["quoth"]["figures"]["quote@1"]["value"] = 1.2
    (tmp_path / "better.json").write_text(json.dumps(earlier), encoding="utf-8")
    worse = invoke(path, "--compare", "better.json")
    assert worse.exit_code == 1
    assert "Regression: quote@1 fell from 1.200 to 1.000" in worse.stdout
    assert invoke(path, "--compare", "better.json", "--tolerance", 0.5).exit_code == 0


def test_another_set_is_refused_before_the_run(
    invoke: Callable[..., Result], write_lines: Callable[..., Path], tmp_path: Path
) -> None:
    assert invoke(write_lines(TICKET, CUP)).exit_code == 0
    saved = tmp_path / "eval-results" / "results.json"
    result = invoke(write_lines(TICKET), "--compare", saved)
    assert result.exit_code == 2
    assert "same set" in result.stderr
    assert "Quoth\n" not in result.stderr


@pytest.mark.parametrize(
    "args", [["none.jsonl"], ["--limit", "0"], ["--format", "csv"], ["--tolerance", "2"], ["--compare", "none.json"]]
)
def test_wrong_use(invoke: Callable[..., Result], args: list[str]) -> None:
    assert invoke(*args).exit_code == 2


def test_bad_set_is_an_error_of_one_sentence(invoke: Callable[..., Result], write_lines: Callable[..., Path]) -> None:
    result = invoke(write_lines("{"))
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: set.jsonl, line 1 is not JSON")


def test_help_is_quick_and_complete() -> None:
    """Reading the help must not load the numeric libraries."""
    code = "import sys, eval.cli; sys.exit(any(m in sys.modules for m in ('numpy', 'sklearn', 'jinja2', 'qa')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    text = CliRunner().invoke(eval_command, ["--help"]).output
    options = [parameter for parameter in eval_command.params if isinstance(parameter, click.Option)]
    assert all(option.help and option.opts[0] in text for option in options)


def test_python_m_eval() -> None:
    done = subprocess.run([sys.executable, "-m", "eval", "--help"], capture_output=True, text=True, check=True)
    assert "Usage: python -m eval [OPTIONS] [SET]" in done.stdout


def test_misses_are_listed(invoke: Callable[..., Result], write_lines: Callable[..., Path]) -> None:
    asked = TICKET | {"question": "Who rows to the moon?"}
    result = invoke(write_lines(asked), "--list")
    assert "set: 1 misses" in result.stdout
    assert "q1 (answerable): Who rows to the moon?" in result.stdout
    assert "gold:  A ticket costs 14 euros." in result.stdout
    assert "--list is of no use with --json" in invoke(write_lines(asked), "--list", "--json").stderr
