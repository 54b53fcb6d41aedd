"""`quoth bench` from outside: a real run of every system, what is left out, and how wrong use is told."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.bench.cli import bench_command
from eval.bench.engines import CONTESTANTS


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty folder, with temporary files in another."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")  # compiling takes longer than all the rest
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(bench_command, [str(arg) for arg in args])


def test_every_system_is_measured(
    invoke: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # fewer processes, each of which imports a system anew
    result = invoke("--passages", "500", "--questions", "20", "--out", "found")
    assert result.exit_code == 0, result.output
    found = json.loads((tmp_path / "found/bench.json").read_text(encoding="utf-8"))
    (size,) = found["sizes"]
    assert (size["n_passages"], size["n_questions"]) == (500, 20)
    assert [system["name"] for system in size["systems"]] == [each.name for each in CONTESTANTS]
    for system in size["systems"]:
        assert system["left_out"] == ""
        assert system["built"]["seconds"] > 0
        answered = system["answered"]
        assert answered["hit"] > 0.8
        assert 0 < answered["p50"] <= answered["p95"] <= answered["p99"]
        assert answered["per_second"] > 0
        assert answered["memory"] > 5_000_000
    assert size["bandwidth"] > 0
    assert size["touched_bytes"] > 0
    assert (tmp_path / "found/bench.html").is_file()
    assert "Quoth search" in result.stdout
    assert list((tmp_path / "temporary").iterdir()) == []


def test_documents_of_ones_own_as_json(invoke: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("museum", "library", "theatre"):
        (folder / f"{name}.txt").write_text(f"The {name} opens every morning after breakfast.", encoding="utf-8")
    result = invoke(folder, "--questions", "3", "--system", "rank_bm25", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["sizes"][0]["n_passages"] == 3
    assert not (tmp_path / "bench-results").exists()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--passages", "many"], "are no numbers"),
        (["--passages", "10000,5"], "goes beyond 10 to 100,000,000"),
        ([".", "--passages", "500"], "PATH and --passages are of no use together"),
        (["--set", "set.txt"], "ends in neither .jsonl nor .json"),
        (["empty"], "holds no text"),
    ],
)
def test_wrong_use_is_told(invoke: Callable[..., Result], tmp_path: Path, args: list[str], told: str) -> None:
    (tmp_path / "set.txt").write_text("{}", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    result = invoke(*args)
    assert result.exit_code == 2
    assert told in result.output


def test_other_commands_load_nothing_of_it() -> None:
    code = (
        "import sys, qa, server.app; from server.commands.cli import main; main.get_command(None, 'bench');"
        "sys.exit(bool({'numba', 'bm25s', 'tantivy', 'rank_bm25'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
