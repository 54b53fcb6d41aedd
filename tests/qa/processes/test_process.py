"""One worker process: its calls, its limits, its break-downs, and answers that are none."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import qa
from qa.processes.process import Job, Process, WorkerFailed, WorkerUnavailable
from tests.qa.processes.jobs import ECHO, FAIL, FILL, SLEEP, is_running

ROOT = Path(qa.__file__).parent.parent


@pytest.fixture
def process() -> Iterator[Process]:
    process = Process(ECHO)
    yield process
    process.close()


def call(process: Process, data: bytes = b"a") -> bytes:
    return process.call(data, {}, bytes)


def test_a_process_answers_many_calls_and_ends_when_it_is_closed(process: Process) -> None:
    answers = [process.call(b"cat", {"n": number}, bytes.decode) for number in range(3)]
    assert answers == ["CAT n=0", "CAT n=1", "CAT n=2"]
    assert process.alive
    process.close()
    assert not process.alive
    assert not is_running(process.pid)


def test_packages_of_a_job_are_those_above_its_module() -> None:
    assert list(ECHO.packages()) == ["tests", "tests.qa", "tests.qa.processes", "qa", "qa.processes"]
    assert ECHO.packages()["tests.qa"] == str(ROOT / "tests/qa")


def test_a_call_that_takes_too_long_is_given_up() -> None:
    process = Process(replace(SLEEP, seconds=0.2))
    with pytest.raises(WorkerFailed) as failure:
        process.call(b"a", {"seconds": 600.0}, bytes)
    assert failure.value.reason == "time"
    assert not process.alive
    assert not process.broken
    process.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps to the limit")
def test_a_call_that_takes_too_much_memory_ends_the_process() -> None:
    process = Process(FILL)
    assert call(process, b"a" * 1_000) == b"a" * 1_000
    with pytest.raises(WorkerFailed):
        call(process, b"a" * 1_000_000)
    process.close()


def test_an_error_that_the_function_raises_ends_the_process() -> None:
    process = Process(FAIL)
    with pytest.raises(WorkerFailed) as failure:
        call(process)
    assert failure.value.reason == "broken"
    assert process.broken
    process.close()


@pytest.mark.skipif(os.name != "posix", reason="uses signals")
@pytest.mark.parametrize("number", ["SIGKILL", "SIGSEGV", "SIGTERM"])
def test_a_process_that_breaks_down_says_how(number: str) -> None:
    process = Process(SLEEP)
    timer = threading.Timer(0.2, os.kill, (process.pid, signal.Signals[number]))
    timer.start()
    with pytest.raises(WorkerFailed, match=rf"broken, status -{signal.Signals[number].value}\b"):
        process.call(b"a", {"seconds": 600.0}, bytes)
    assert process.broken
    assert not process.alive
    process.close()


def test_what_a_taker_finds_to_be_no_answer_ends_the_process_and_other_errors_do_not(process: Process) -> None:
    def refuse(answer: bytes) -> None:
        raise qa.EmptyDocument(answer.decode())

    with pytest.raises(qa.EmptyDocument, match="A"):
        process.call(b"a", {}, refuse)
    assert process.alive
    with pytest.raises(WorkerFailed):
        process.call(b"a", {}, int)
    assert process.broken
    assert not process.alive


@pytest.mark.parametrize("job", [replace(ECHO, max_calls=2), replace(ECHO, max_bytes=20)])
def test_a_process_that_has_done_enough_answers_no_more(job: Job) -> None:
    process = Process(job)
    assert call(process, b"0123456789") == b"0123456789"
    assert process.alive
    assert call(process, b"0123456789") == b"0123456789"
    assert not process.alive
    assert not process.broken
    process.close()


HEAD = f"""
import sys
sys.path.insert(0, {str(ROOT / "qa" / "processes")!r})
from worker import receive, send
requests, answers = sys.stdin.buffer, sys.stdout.buffer
receive(requests, 10_000_000)
send(answers, b"ready")
receive(requests, 1_000), receive(requests, 10_000_000)
"""


@pytest.mark.parametrize("answer", ["sys.stdout.buffer.write(b'abc')", "answers.write(b'\\xff' * 8)", "pass"])
def test_an_answer_that_is_no_frame_ends_the_process(tmp_path: Path, answer: str) -> None:
    script = tmp_path / "worker.py"
    script.write_text(HEAD + answer, encoding="utf-8")
    process = Process(ECHO, script=script)
    with pytest.raises(WorkerFailed):
        call(process)
    process.close()


def test_no_process_is_a_typed_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkerUnavailable, match="ended before it was ready"):
        Process(ECHO, script=tmp_path / "missing.py")
    with pytest.raises(WorkerUnavailable, match="ended before it was ready"):
        Process(replace(ECHO, function="missing"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(WorkerUnavailable, match="could be started"):
        Process(ECHO)
