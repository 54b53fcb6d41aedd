"""The process in which a system is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from eval.bench.child import peak_memory
from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.processes import run_job
from tests.eval.bench.conftest import GENEROUS


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
