"""Processes that are measured are held to their limits, say what went wrong, and none outlives the run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

import qa
from eval.bench import processes
from eval.bench.processes import LeftOut, ProcessLimits, run_job
from tests.eval.bench.conftest import GENEROUS


def children() -> list[psutil.Process]:
    return [each for each in psutil.Process().children(recursive=True) if "eval.bench.child" in each.cmdline()]


def test_a_system_that_passes_a_limit_is_stopped(waiting: dict[str, Any]) -> None:
    with pytest.raises(LeftOut, match=r"more than 0 seconds"):
        run_job(waiting, ProcessLimits(0.0, 10**10))
    with pytest.raises(LeftOut, match=r"more than 0\.001 GB of memory"):
        run_job(waiting, ProcessLimits(3_600.0, 1_000_000))
    assert not children()


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


def test_a_missing_package_is_told_with_the_line_that_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psutil", None)
    with pytest.raises(qa.MissingExtra, match=r"pip install 'quoth\[bench\]'"):
        processes.require()
