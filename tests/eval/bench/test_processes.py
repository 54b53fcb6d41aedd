"""Processes that are measured are held to their limits, say what went wrong, and none outlives the run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

import qa
from eval.bench import processes
from eval.bench.child import QUESTIONS, TEXTS, peak_memory
from eval.bench.engines import CONTESTANTS, Contestant, contestant
from eval.bench.processes import LeftOut, ProcessLimits, run_job
from eval.bench.texts.texts import Text, TextQuestion, write_questions, write_texts

GENEROUS = ProcessLimits(3_600.0, 4_000_000_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts and a question."""
    write_texts([Text("The museum opens at nine.", "en"), Text("A ticket costs 14 euros.", "en")], tmp_path / TEXTS)
    write_questions([TextQuestion("What does a ticket cost?", (1,))], tmp_path / QUESTIONS)
    return tmp_path


@pytest.fixture
def job(folder: Path) -> dict[str, Any]:
    """Return a job over two texts, in the system that starts quickest."""
    return {"phase": "build", **contestant("rank_bm25").job(folder)}


@pytest.fixture
def waiting(job: dict[str, Any]) -> dict[str, Any]:
    """Return a job that does not end by itself, however quick the machine is: `measure` never tells it to begin."""
    Path(job["folder"], job["kept_as"]).mkdir()
    return job | {"phase": "batch", "place": 0, "places": 1}


def children() -> list[psutil.Process]:
    return [each for each in psutil.Process().children(recursive=True) if "eval.bench.child" in each.cmdline()]


def test_a_system_that_passes_a_limit_is_stopped(waiting: dict[str, Any]) -> None:
    with pytest.raises(LeftOut, match=r"more than 0 seconds"):
        run_job(waiting, ProcessLimits(0.0, 10**10))
    with pytest.raises(LeftOut, match=r"more than 0\.001 GB of memory"):
        run_job(waiting, ProcessLimits(3_600.0, 1_000_000))
    assert not children()


@pytest.mark.parametrize("system", [each for each in CONTESTANTS if not each.built_as], ids=lambda each: each.name)
def test_a_system_that_was_stopped_starts_clean(
    folder: Path, system: Contestant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")  # compiling takes longer than all the rest
    job = {"phase": "build", **system.job(folder)}
    first = run_job(job, GENEROUS)
    left = folder / system.kept_as / "half" / "written"
    left.parent.mkdir()
    left.write_bytes(bytes(1_000_000))
    second = run_job(job, GENEROUS)
    assert not left.exists()
    assert second["kept_bytes"] < first["kept_bytes"] + 1_000_000
    found = run_job(job | {"phase": "ask"}, GENEROUS)
    assert found["hits"] == [True]


def test_what_goes_wrong_in_a_process_is_told(job: dict[str, Any]) -> None:
    with pytest.raises(LeftOut, match="it failed with FileNotFoundError: "):
        run_job(job | {"folder": "/no/such/folder"}, GENEROUS)
    with pytest.raises(LeftOut, match="ended with code 1: KeyError: 'dance'"):
        run_job(job | {"phase": "dance"}, GENEROUS)


def test_nothing_is_imported_from_the_present_folder(
    job: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rank_bm25.py").write_text("raise SystemExit('taken from the wrong place')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_job(job, GENEROUS)["index_bytes"] is None


def test_an_interrupt_leaves_no_process(waiting: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object) -> None:
        assert children()
        raise KeyboardInterrupt

    monkeypatch.setattr(processes, "_look", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run_job(waiting, GENEROUS)
    assert not children()


def test_a_process_ends_with_its_parent(waiting: dict[str, Any]) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "eval.bench.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(json.dumps(waiting) + "\n")
        child.stdin.flush()
        assert child.stdout.readline() == "ready\n"
        child.stdin.close()
        assert child.wait(timeout=600) in {0, 1}


def test_peak_memory_is_at_least_what_there_is_now() -> None:
    assert peak_memory() > 0.5 * psutil.Process().memory_info().rss


def test_a_missing_package_is_told_with_the_line_that_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psutil", None)
    with pytest.raises(qa.MissingExtra, match=r"pip install 'quoth\[bench\]'"):
        processes.require()
