"""Worker processes that are kept: replaced, given up, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import qa
from qa.processes.pool import Borrower, WorkerPool, shared
from qa.processes.process import Process, WorkerFailed
from tests.qa.processes.jobs import ECHO, FAIL, SLEEP, is_running
from tests.waiting import PATIENCE, until

ROOT = Path(qa.__file__).parent.parent


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(2, lambda: Process(SLEEP))
    yield pool
    pool.trim()


def test_the_process_that_worked_last_works_next_and_trimming_closes_it(pool: WorkerPool) -> None:
    assert pool.call(b"a", {}, bytes) == b"a"
    (process,) = pool.idle
    assert pool.call(b"b", {}, bytes) == b"b"
    assert pool.idle == [process]
    pool.trim()
    assert not pool.idle
    assert not process.alive


@pytest.mark.skipif(os.name != "posix", reason="uses signals")
def test_a_call_is_not_blamed_for_the_end_of_a_process_that_had_answered_others(pool: WorkerPool) -> None:
    assert pool.call(b"a", {}, bytes) == b"a"
    os.kill(pool.idle[0].pid, signal.SIGKILL)
    assert pool.call(b"b", {}, bytes) == b"b"


def test_a_call_that_breaks_new_processes_is_blamed() -> None:
    pool = WorkerPool(1, lambda: Process(FAIL))
    with pytest.raises(WorkerFailed):
        pool.call(b"a", {}, bytes)
    assert not pool.idle


def test_a_process_that_has_done_enough_is_replaced() -> None:
    pool = WorkerPool(1, lambda: Process(replace(ECHO, max_calls=2)))
    pids = set()
    for _ in range(5):
        with pool.lend() as process:
            pids.add(process.pid)
            assert process.call(b"a", {}, bytes) == b"A"
    assert len(pids) == 3
    pool.trim()


def test_what_a_borrower_has_running_can_be_given_up(pool: WorkerPool) -> None:
    borrower = Borrower()
    with ThreadPoolExecutor(1) as executor:
        calling = executor.submit(pool.call, b"a", {"seconds": 600.0}, bytes, borrower=borrower)
        until(lambda: bool(borrower._working))
        borrower.give_up()
        with pytest.raises(WorkerFailed):
            calling.result()
    with pytest.raises(WorkerFailed):
        pool.call(b"b", {}, bytes, borrower=borrower)
    assert pool.call(b"b", {}, bytes) == b"b"


def test_each_job_has_a_pool_of_its_own() -> None:
    assert shared(ECHO) is shared(replace(ECHO))
    assert shared(ECHO) is not shared(SLEEP)


PROGRAM = """
import os, signal, sys
sys.path.insert(0, {root!r})
import qa
from qa.formats.reading import READING
from qa.processes.pool import shared
assert qa.read(b"The cat sat.", name="a.txt").text == "The cat sat."
print(shared(READING).idle[0].pid, flush=True)
{end}
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(
    "end", ["", "os._exit(0)", "os.kill(os.getpid(), signal.SIGKILL)", "raise KeyboardInterrupt", "sys.exit(3)"]
)
def test_no_process_outlives_its_parent_and_none_needs_a_guarded_main(tmp_path: Path, end: str) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(root=str(ROOT), end=end), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "error", script], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    until(lambda: not is_running(int(run.stdout)))
    assert "Warning" not in run.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_process_calls_its_own(tmp_path: Path) -> None:
    end = """
child = os.fork()
text = qa.read(b"The dog sat.", name="a.txt").text
print(text, shared(READING).idle[0].pid, flush=True)
if not child:
    os._exit(0)
os.waitpid(child, 0)
"""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(root=str(ROOT), end=end), encoding="utf-8")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=PATIENCE, check=True)
    first, *both = run.stdout.split("\n")[:3]
    assert sorted(line.startswith("The dog sat.") for line in both) == [True, True]
    assert len({line.split()[-1] for line in both}) == 2
    assert first in {line.split()[-1] for line in both}
