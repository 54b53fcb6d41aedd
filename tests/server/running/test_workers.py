"""Several processes that serve one library, for real: what one does the others know, and one that dies is replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from eval.bench.serving.server import answering
from tests.server.running.test_serving import SERVE, served, url_of
from tests.server.running.test_watching import write
from tests.server.test_metrics import measures
from tests.server.uploads.conftest import ANTS, ASYNC, BEES
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="Processes are found in /proc.")

QUESTION = {"question": "When does the museum open?", "min_confidence": 0}


def pids_of(parent: int) -> list[int]:
    """Return the processes that answer, once both are there."""
    until(lambda: len(answering(parent, 2)) == 2)
    return answering(parent, 2)


@contextmanager
def only(pid: int, pids: list[int], url: str) -> Iterator[httpx2.Client]:
    """Give a client that this one process answers, as the others stand still meanwhile."""
    others = [other for other in pids if other != pid]
    for other in others:
        os.kill(other, signal.SIGSTOP)
    try:
        until(lambda: all(state_of(other) in "TZX" for other in others))
        with httpx2.Client(base_url=url, timeout=PATIENCE) as client:
            yield client
    finally:
        for other in others:
            os.kill(other, signal.SIGCONT)


def ready(url: str, pids: list[int]) -> None:
    """Wait until each process answers."""
    for pid in pids:
        with only(pid, pids, url) as client:
            until(lambda: client.get("/readyz").status_code == 200)


def state_of(pid: int) -> str:
    """Return the state of a process as Linux names it; "X" for one that is not there."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def is_gone(pid: int) -> bool:
    return state_of(pid) in "ZX"


class Two:
    """A server with two processes. folder: what lies there is watched."""

    def __init__(self, process: subprocess.Popen[str], url: str, folder: Path) -> None:
        self.process = process
        self.url = url
        self.folder = folder
        self.find()

    def find(self) -> None:
        """Look which processes there are, and wait until each answers."""
        self.pids = pids_of(self.process.pid)
        ready(self.url, self.pids)

    def each(self) -> Iterator[httpx2.Client]:
        """Give a client of each process in turn."""
        for pid in self.pids:
            with only(pid, self.pids, self.url) as client:
                yield client


@pytest.fixture(scope="module")
def two(tmp_path_factory) -> Iterator[Two]:
    folder, library = tmp_path_factory.mktemp("notes"), tmp_path_factory.mktemp("libraries") / "a secret name"
    (folder / "museum.txt").write_text("The museum opens at nine.", encoding="utf-8")
    with served("--workers", "2", "--library", str(library), "--watch", str(folder)) as (process, lines):
        yield Two(process, url_of(lines), folder)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0


def test_all_give_the_same_answer_and_no_setting_is_in_a_command_line(two):
    answers = [client.post("/api/ask", json=QUESTION).json() for client in two.each()]
    assert all(answer.pop("timing_ms") for answer in answers)
    assert answers[0] == answers[1]
    assert answers[0]["answered"]
    assert all(b"secret" not in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in two.pids)


def test_what_one_process_adds_and_removes_the_others_see_at_once(two):
    first, second = two.pids
    with only(first, two.pids, two.url) as client:
        (ants,) = client.post("/api/documents", files=[("files", ANTS)]).json()["files"]
    with only(second, two.pids, two.url) as client:
        assert client.get(f"/api/documents/{ants['id']}").json()["text"] == ANTS[1].decode()
        assert client.delete(f"/api/documents/{ants['id']}").status_code == 204
    assert [client.get(f"/api/documents/{ants['id']}").status_code for client in two.each()] == [404, 404]


def test_one_process_watches_and_tells_it_once(two):
    write(two.folder / "harbour.txt", "Ships leave the harbour at noon.")
    assert two.process.stdout.readline() == "Added 1 document.\n"
    assert [len(client.get("/api/search?q=harbour").json()["hits"]) for client in two.each()] == [1, 1]


def test_jobs_and_counts_are_known_to_all_and_outlive_a_process(two):
    def counted() -> list[float]:
        return [measures(client)["quoth_questions_total", "answered"] for client in two.each()]

    before = counted()
    assert before[0] == before[1]
    for client in two.each():
        assert client.post("/api/ask", json=QUESTION).json()["answered"]
    assert counted() == [before[0] + 2] * 2
    first, second = two.pids
    with only(first, two.pids, two.url) as client:
        job = client.post("/api/documents", files=[("files", BEES)], headers=ASYNC).headers["location"]
    os.kill(first, signal.SIGKILL)
    assert two.process.stderr.readline() == f"Process {first} of the server ended by itself; another takes its place.\n"
    two.find()
    assert second in two.pids
    assert first not in two.pids
    for client in two.each():
        until(lambda: client.get(job).json()["state"] == "done")  # noqa: B023 - called at once
    jobs = [client.get(job).json() for client in two.each()]
    assert jobs[0] == jobs[1]
    assert [file["name"] for file in jobs[0]["files"]] == ["bees.txt"]
    assert counted() == [before[0] + 2] * 2, "what the dead one has counted is not lost"


def test_on_a_hangup_each_process_is_replaced(two):
    before = set(two.pids)
    two.process.send_signal(signal.SIGHUP)
    for left in (1, 0):
        until(lambda: len(before & set(answering(two.process.pid, 2))) <= left)  # noqa: B023 - called at once
    two.find()
    assert [client.get("/readyz").status_code for client in two.each()] == [200, 200]


def test_files_alone_are_served_from_a_temporary_folder(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    (tmp_path / "museum.txt").write_text("The museum opens at nine.", encoding="utf-8")
    with served("--workers", "2", str(tmp_path / "museum.txt")) as (process, lines):
        assert lines[0] == "Serving the given files, in memory: 1 document.\n"
        with httpx2.Client(base_url=url_of(lines), timeout=PATIENCE) as client:
            assert "nine" in client.post("/api/ask", json=QUESTION).json()["text"]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "Stopped.\n", "")
    assert list(temporary.iterdir()) == []


def test_the_processes_end_with_the_one_that_started_them():
    with served("--workers", "2") as (process, lines):
        pids = pids_of(process.pid)
        ready(url_of(lines), pids)
        process.kill()
        process.wait(timeout=PATIENCE)
    until(lambda: all(map(is_gone, pids)))


def test_processes_that_cannot_start_are_told_once_and_not_tried_again(tmp_path):
    program = f"""
from pathlib import Path
from server.running import workers

started = workers._Supervisor.init_processes

def init_processes(self):
    Path({str(tmp_path / "library.sqlite")!r}).rename({str(tmp_path / "elsewhere.sqlite")!r})
    started(self)

workers._Supervisor.init_processes = init_processes
{SERVE}
"""
    with served("--workers", "2", "--library", str(tmp_path), program=program) as (process, _):
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert out == ""
    assert "cannot open the library: There is no library at" in err
    assert err.endswith("Error: A process of the server could not start; what it wrote above says why.\n")
    assert "Traceback" not in err


def test_ctrl_c_while_the_processes_start_is_quiet():
    with served("--workers", "2", start_new_session=True) as (process, _):
        pids_of(process.pid)
        time.sleep(0.3)  # somewhere in their imports; wherever it comes, it must be quiet
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "Stopped.\n", "")
