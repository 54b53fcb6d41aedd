"""Uploads as jobs: how far they are, and that nothing acknowledged is lost."""

from __future__ import annotations

import io
import json
import signal
import tempfile
from pathlib import Path
from typing import Any

import httpx2
import pytest
from click.testing import CliRunner

from server.commands.cli import main
from server.problems import ProblemError
from server.uploads import adding, jobs, refusals
from server.uploads.job_folder import Incoming
from server.uploads.jobs import Jobs
from tests.server.running.test_serving import SERVE, served, url_of
from tests.server.uploads.conftest import ANTS, ASYNC, BAD, BEES, finished, started, upload, wait
from tests.waiting import PATIENCE, until


def test_a_job_says_how_far_it_is(client, reading, monkeypatch):
    monkeypatch.setattr(adding, "BATCH_SECONDS", 0.0)
    gate = reading.close(ANTS[0])
    first = upload(client, BEES, ANTS, headers=ASYNC).headers["location"]
    until(lambda: bool(client.get(first).json()["done"] == 1))
    second = upload(client, ("c.txt", b"C."), headers=ASYNC).headers["location"]
    running, waiting = client.get(first).json(), client.get(second).json()
    assert (running["state"], running["done"], running["total"]) == ("running", 1, 2)
    assert running["seconds_left"] >= 0
    assert [file["name"] for file in running["files"]] == ["bees.txt"]
    assert client.get(f"/api/documents/{running['files'][0]['id']}").status_code == 200
    assert (waiting["state"], waiting["seconds"], waiting["seconds_left"]) == ("waiting", 0.0, None)
    listed = client.get("/api/jobs").json()["jobs"]
    assert [job["url"] for job in listed] == [second, first]
    assert all("files" not in job for job in listed)
    gate.set()
    until(lambda: all(job["state"] == "done" for job in client.get("/api/jobs").json()["jobs"]))


@pytest.mark.parametrize("id", ["1-000000000000", "x", "..%2F..%2Fetc", "%00", "😀", "a" * 500])
def test_an_unknown_job_is_a_problem_that_says_the_way_out(client, id, problem_of):
    response = client.get(f"/api/jobs/{id}")
    if "%2F" in id:
        problem_of(response, 404, "no-such-route")
    else:
        assert "/api/jobs" in problem_of(response, 404, "job-not-found")["detail"]


def test_too_many_jobs_are_refused_with_a_time_to_come_again(client, reading, monkeypatch, problem_of):
    monkeypatch.setattr(refusals, "MAX_WAITING", 2)
    gate = reading.close(ANTS[0])
    taken = [upload(client, (name, b"x"), headers=ASYNC) for name in (ANTS[0], "b.txt")]
    refused = upload(client, BEES, headers=ASYNC)
    problem_of(refused, 503, "too-many-jobs")
    assert int(refused.headers["retry-after"]) > 0
    assert upload(client, BEES).status_code == 201, "a small upload needs no job"
    gate.set()
    for response in taken:
        finished(client, response)
    finished(client, upload(client, BEES, headers=ASYNC))


def test_a_read_only_server_takes_no_job_and_leaves_what_waits(kept, make_client, problem_of):
    root = kept.folder / "uploads"
    wait(kept.folder, BEES)
    client = make_client(over=kept, read_only=True)
    problem_of(upload(client, BEES, headers=ASYNC), 403, "read-only")
    assert client.get("/api/jobs").json() == {"jobs": []}
    assert kept.documents() == []
    assert [path.name for path in root.iterdir()] == ["1-aaaaaaaaaaaa"]


def test_a_job_lies_in_the_folder_of_the_library_until_it_is_done(kept, make_client, reading):
    client = make_client(over=kept)
    gate = reading.close(BEES[0])
    response = upload(client, BEES, ("../../ants.txt", ANTS[1]), headers=ASYNC)
    folder = kept.folder / "uploads" / response.json()["id"]
    assert sorted(path.name for path in folder.iterdir() if path.name.isdigit()) == ["0", "1"]
    assert (folder / "1").read_bytes() == ANTS[1]
    gate.set()
    finished(client, response)
    assert sorted(path.name for path in folder.iterdir()) == ["job.json", "outcomes.jsonl"]


def test_a_job_of_a_library_in_memory_lies_in_a_folder_that_goes_with_it(
    library, reading, opens_when_stopped, monkeypatch
):
    made: list[str] = []
    real = tempfile.TemporaryDirectory

    def noted(**options: Any) -> Any:
        folder = real(**options)
        made.append(folder.name)
        return folder

    monkeypatch.setattr("tempfile.TemporaryDirectory", noted)
    queue = Jobs(library)
    assert queue.ready()
    gate = reading.close(BEES[0])
    queue.submit([Incoming("bees.txt", io.BytesIO(BEES[1])), Incoming("ants.txt", io.BytesIO(ANTS[1]))])
    assert list(Path(made[0]).iterdir())
    until(lambda: reading.names == ["bees.txt"])
    opens_when_stopped(gate)
    queue.stop()
    assert not Path(made[0]).exists()
    assert reading.names == ["bees.txt"]


def test_a_stopped_server_goes_on_where_it_was(kept, make_client, reading, opens_when_stopped, monkeypatch):
    monkeypatch.setattr(adding, "BATCH_SECONDS", 0.0)
    gate = reading.close(ANTS[0])
    with started(kept) as client:
        response = upload(client, BEES, ANTS, ("c.txt", b"C."), headers=ASYNC)
        until(lambda: reading.names == ["bees.txt", "ants.txt"])
        opens_when_stopped(gate)
    assert reading.names == ["bees.txt", "ants.txt"]
    client = make_client(over=kept)
    job = finished(client, response)
    assert [file["name"] for file in job["files"]] == ["bees.txt", "ants.txt", "c.txt"]
    assert reading.names.count("bees.txt") == 1
    assert len(kept.documents()) == 3


def test_a_server_that_stops_does_not_wait_for_a_reader_that_hangs(kept, reading, monkeypatch):
    monkeypatch.setattr(jobs, "STOP_SECONDS", 0.05)
    queue = Jobs(kept)
    assert queue.ready()
    gate = reading.close(BEES[0])
    queue.submit([Incoming("bees.txt", io.BytesIO(BEES[1]))])
    until(lambda: reading.names == ["bees.txt"])
    thread = queue._thread
    assert thread is not None
    queue.stop()
    assert thread.is_alive()
    gate.set()
    thread.join()
    assert (kept.folder / "uploads" / queue.list_recent()[0].id / "0").exists() or kept.documents()


def test_jobs_are_done_in_the_order_in_which_they_came(kept, make_client):
    for number in (10, 9, 2):
        wait(kept.folder, ("a.txt", f"Version {number}.".encode()), id=f"{number}-aaaaaaaaaaa{number % 10}")
    client = make_client(over=kept)
    until(lambda: all(job["state"] == "done" for job in client.get("/api/jobs").json()["jobs"]))
    (info,) = kept.documents()
    assert kept.document(info.id).text == "Version 10."
    response = upload(client, BEES, headers=ASYNC)
    assert response.json()["id"].startswith("11-")


def test_outcomes_are_known_after_a_restart_up_to_a_bound(kept, make_client, monkeypatch):
    monkeypatch.setattr(refusals, "REMEMBERED", 2)
    with started(kept) as client:
        done = [finished(client, upload(client, (f"{n}.txt", b"A line."), BAD, headers=ASYNC)) for n in range(3)]
    client = make_client(over=kept)
    assert client.get(done[0]["url"]).status_code == 404
    for job in done[1:]:
        assert client.get(job["url"]).json()["files"] == job["files"]
    assert len([path for path in (kept.folder / "uploads").iterdir() if path.is_dir()]) == 2


def test_a_second_server_of_one_library_adds_at_once_what_it_cannot_keep(kept, make_client, reading):
    second = make_client(over=kept)
    with started(kept) as first:
        gate = reading.close(ANTS[0])
        waiting = upload(first, ANTS, headers=ASYNC)
        assert upload(second, BEES, headers=ASYNC).status_code == 201
        assert second.get("/api/jobs").json() == {"jobs": []}
        gate.set()
        finished(first, waiting)
    assert upload(second, BEES, headers=ASYNC).status_code == 202


def test_a_job_cannot_be_handed_in_once_the_server_stops(library):
    queue = Jobs(library)
    queue.ready()
    queue.stop()
    with pytest.raises(ProblemError, match="stopping"):
        queue.submit([Incoming("bees.txt", io.BytesIO(BEES[1]))])


SLOW = f"""
import time, qa
from itertools import count
read, numbers = qa.read, count()

def slow(*arguments, **options):
    if next(numbers) > 30:  # so that the job is not done before the server is killed
        time.sleep(1)
    return read(*arguments, **options)

qa.read = slow
{SERVE}
"""


def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path):
    library = str(tmp_path / "library")
    line = "Hive {} holds {} bees, and each of them has a name of its own. "
    files = [(f"{number}.txt", "".join(line.format(number, n) for n in range(800)).encode()) for number in range(120)]
    gone = [("files", ("gone.txt", b"Removed before.")), ("files", ("photo.png", b"\x89PNG\x00"))]
    states: list[dict[str, Any]] = []
    url = ""
    for _ in range(3):
        with served("--library", library, program=SLOW) as (process, lines):
            with httpx2.Client(base_url=url_of(lines), timeout=PATIENCE) as client:
                if not url:
                    (removed, _) = client.post("/api/documents", files=gone).json()["files"]
                    assert client.delete(f"/api/documents/{removed['id']}").status_code == 204
                    response = upload(client, *files, BAD)
                    assert response.status_code == 202
                    url = response.headers["location"]
                    before = 0
                until(lambda: client.get(url).json()["done"] > before)  # noqa: B023 - called at once
                states.append(client.get(url).json())
                before = states[-1]["done"]
                if states[-1]["state"] == "done":
                    break
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=PATIENCE)
    assert states[0]["done"] < states[0]["total"], "it was killed in the middle"
    with served("--library", library) as (_, lines), httpx2.Client(base_url=url_of(lines), timeout=PATIENCE) as client:
        until(lambda: bool(client.get(url).json()["state"] == "done"))
        job = client.get(url).json()
        assert [file["name"] for file in job["files"]] == [name for name, _ in [*files, BAD]]
        assert [file["name"] for file in job["files"] if file["error"]] == ["photo.png"]
        for state in states:
            assert [file for file in job["files"] if file in state["files"]] == state["files"]
    listed = json.loads(CliRunner().invoke(main, ["list", "--json", "--library", library]).stdout)
    assert {info["source"] for info in listed["documents"]} == {name for name, _ in files}
