"""Uploads as jobs: what makes one, how far it is, and that nothing acknowledged is lost."""

from __future__ import annotations

import errno
import io
import json
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest
from click.testing import CliRunner
from httpx2 import Response
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.commands.cli import main
from server.problems import ProblemError
from server.settings import Settings
from server.uploads import job_folder, jobs
from server.uploads import take as uploads
from server.uploads.job_desk import JobDesk
from server.uploads.job_folder import Incoming, JobFolder
from server.uploads.jobs import Jobs
from tests.server.conftest import BASE_URL
from tests.server.running.test_serving import SERVE, served, url_of
from tests.waiting import PATIENCE, until

ASYNC = {"Prefer": "respond-async"}
BEES = ("bees.txt", b"A hive holds 40,000 bees in summer.")
ANTS = ("ants.txt", b"An ant lifts fifty times its weight.")
BAD = ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00")


def upload(client: TestClient | httpx2.Client, *files: tuple[str, bytes], **options: Any) -> Response:
    return client.post("/api/documents", files=[("files", file) for file in files], **options)


def finished(client: TestClient | httpx2.Client, response: Response) -> dict[str, Any]:
    """Return the job of a response once it is done."""
    assert response.status_code == 202, response.text
    url = response.headers["location"]
    until(lambda: bool(client.get(url).json()["state"] == "done"))
    body: dict[str, Any] = client.get(url).json()
    return body


class Reading:
    """`qa.read`, held at the gate of a file while the gate is closed."""

    def __init__(self) -> None:
        self.gates: dict[str, threading.Event] = {}
        self.names: list[str] = []

    def __call__(self, data: bytes, *, name: str, language: str = "") -> qa.Document:
        self.names.append(name)
        if name in self.gates and not self.gates[name].wait(PATIENCE):
            raise AssertionError("The gate stayed closed.")
        return _read(data, name=name, language=language)

    def close(self, name: str) -> threading.Event:
        return self.gates.setdefault(name, threading.Event())


_read = qa.read


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    reading = Reading()
    monkeypatch.setattr(qa, "read", reading)
    yield reading
    for gate in reading.gates.values():
        gate.set()


@pytest.fixture
def opens_when_stopped(monkeypatch: pytest.MonkeyPatch) -> Callable[[threading.Event], None]:
    """Return a function that has a gate opened as soon as a server was told to stop, and not before."""

    def opens(gate: threading.Event) -> None:
        stop = Jobs.stop

        def stop_and_open(queue: Jobs) -> None:
            queue._stopping.set()
            gate.set()
            stop(queue)

        monkeypatch.setattr(Jobs, "stop", stop_and_open)

    return opens


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[qa.Library]:
    """A library in a folder."""
    with qa.Library(tmp_path / "library") as library:
        yield library


def started(library: qa.Library) -> TestClient:
    """Return a client of a server that is to be stopped in the middle of a test."""
    return TestClient(create_app(library, Settings()), base_url=BASE_URL)


def wait(folder: Path | None, *files: tuple[str, bytes], id: str = "1-aaaaaaaaaaaa") -> JobFolder:
    """Leave a job in the folder of a library, as a server does that was killed before it began."""
    assert folder is not None
    root = folder / "uploads"
    root.mkdir(exist_ok=True)
    handed_in = [Incoming(name, io.BytesIO(data)) for name, data in files]
    job = JobFolder.write(root / id.partition("-")[2], handed_in, "")
    job.settle(root / id)
    return job


def test_one_who_prefers_not_to_wait_gets_a_job(client):
    response = upload(client, BAD, BEES, headers=ASYNC)
    assert response.status_code == 202
    assert response.headers["preference-applied"] == "respond-async"
    body = response.json()
    assert response.headers["location"] == body["url"] == f"/api/jobs/{body['id']}"
    assert body["total"] == 2
    job = finished(client, response)
    assert (job["state"], job["done"], job["failed"], job["held_up"], job["seconds_left"]) == ("done", 2, 1, False, 0.0)
    assert job["seconds"] >= 0
    photo, bees = job["files"]
    assert (photo["name"], photo["id"]) == ("photo.png", None)
    assert ".md" in photo["error"]
    assert client.get(f"/api/documents/{bees['id']}").json()["text"] == BEES[1].decode()
    assert bees["title"] == "bees.txt"


@pytest.mark.parametrize("prefer", ["return=minimal", "wait=3", "", "respond-asynchronously"])
def test_other_preferences_are_passed_over(client, prefer):
    assert upload(client, BEES, headers={"Prefer": prefer}).status_code == 201


def test_many_files_and_large_ones_become_a_job(client, monkeypatch):
    many = [(f"{number}.txt", b"A line.") for number in range(uploads.AT_ONCE_FILES + 1)]
    assert upload(client, *many[1:]).status_code == 201
    job = finished(client, upload(client, *many))
    assert job["done"] == job["total"] == len(many)
    assert [file["name"] for file in job["files"]] == [name for name, _ in many]
    monkeypatch.setattr(uploads, "AT_ONCE_BYTES", 50)
    assert upload(client, BEES).status_code == 201
    response = upload(client, BEES, ANTS)
    assert "preference-applied" not in response.headers
    finished(client, response)


def test_names_are_kept_as_in_any_upload(client):
    job = finished(client, upload(client, BEES, ("../../bees.txt", b"x"), (r"C:\me\ants.md", b"Ants."), headers=ASYNC))
    assert [file["name"] for file in job["files"]] == ["bees.txt", "bees.txt", "ants.md"]
    assert [file["error"] is None for file in job["files"]] == [True, False, True]
    assert "twice" in job["files"][1]["error"]


def test_where_no_file_can_be_taken_there_is_no_job(client, problem_of):
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename=".."\r\n\r\ntext\r\n--x--\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x", **ASYNC}
    assert (
        "no name"
        in problem_of(client.post("/api/documents", content=body, headers=headers), 422, "unreadable-file")["detail"]
    )
    assert client.get("/api/jobs").json() == {"jobs": []}


def test_the_language_is_kept_with_the_job(client):
    response = client.post("/api/documents", files=[("files", ANTS)], data={"language": "nl"}, headers=ASYNC)
    document = finished(client, response)["files"][0]["id"]
    assert client.get(f"/api/documents/{document}").json()["language"] == "nl"


def test_a_job_says_how_far_it_is(client, reading, monkeypatch):
    monkeypatch.setattr(jobs, "BATCH_SECONDS", 0.0)
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
    monkeypatch.setattr(jobs, "MAX_WAITING", 2)
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


def test_a_file_does_not_overtake_one_of_its_name(client, reading):
    gate = reading.close(ANTS[0])
    first = upload(client, ANTS, BEES, headers=ASYNC)
    second = upload(client, ("bees.txt", b"A newer line."))
    gate.set()
    finished(client, first)
    (bees,) = finished(client, second)["files"]
    assert client.get(f"/api/documents/{bees['id']}").json()["text"] == "A newer line."


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
    monkeypatch.setattr(jobs, "BATCH_SECONDS", 0.0)
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
    assert (kept.folder / "uploads" / queue.recent()[0].id / "0").exists() or kept.documents()


def test_jobs_are_done_in_the_order_in_which_they_came(kept, make_client):
    for number in (10, 9, 2):
        wait(kept.folder, ("a.txt", f"Version {number}.".encode()), id=f"{number}-aaaaaaaaaaa{number % 10}")
    client = make_client(over=kept)
    until(lambda: all(job["state"] == "done" for job in client.get("/api/jobs").json()["jobs"]))
    (info,) = kept.documents()
    assert kept.document(info.id).text == "Version 10."
    response = upload(client, BEES, headers=ASYNC)
    assert response.json()["id"].startswith("11-")


def test_what_a_crash_cut_short_is_passed_over(kept, make_client, caplog):
    job = wait(kept.folder, BEES, ANTS)
    with (job.path / "outcomes.jsonl").open("ab") as file:
        file.write(b'\n{"number": 0, "id": "x", "ti')
    root = kept.folder / "uploads"
    (root / "bbbbbbbbbbbb.new").mkdir()
    (root / "notes").mkdir()
    (root / "2-bbbbbbbbbbbb").mkdir()
    (root / "2-bbbbbbbbbbbb" / "job.json").write_text('{"files": [[')
    client = make_client(over=kept)
    until(lambda: [job["state"] for job in client.get("/api/jobs").json()["jobs"]] == ["done"])
    assert {info.source for info in kept.documents()} == {"bees.txt", "ants.txt"}
    assert not (root / "bbbbbbbbbbbb.new").exists()
    assert "2-bbbbbbbbbbbb" in caplog.text


def test_outcomes_are_known_after_a_restart_up_to_a_bound(kept, make_client, monkeypatch):
    monkeypatch.setattr(jobs, "REMEMBERED", 2)
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


def test_a_library_that_cannot_be_written_is_waited_for(kept, make_client, monkeypatch):
    monkeypatch.setattr(jobs, "RETRY_SECONDS", 0.01)
    client = make_client(over=kept)
    add: Callable[..., list[str]] = kept.add
    fails = threading.Event()
    fails.set()

    def unsure(*documents: qa.Document, originals: Mapping[str, bytes]) -> list[str]:
        if fails.is_set():
            raise qa.LibraryError("The disk is full.")
        return add(*documents, originals=originals)

    monkeypatch.setattr(kept, "add", unsure)
    response = upload(client, BEES, headers=ASYNC)
    until(lambda: bool(client.get(response.headers["location"]).json()["held_up"]))
    body = client.get(response.headers["location"]).json()
    assert (body["state"], body["seconds_left"]) == ("running", None)
    fails.clear()
    assert finished(client, response)["failed"] == 0


def test_an_error_that_nobody_expected_concerns_one_file(client, monkeypatch, caplog):
    def broken(data: bytes, *, name: str, language: str = "") -> qa.Document:
        if name == "ants.txt":
            raise ZeroDivisionError
        return _read(data, name=name, language=language)

    monkeypatch.setattr(qa, "read", broken)
    job = finished(client, upload(client, ANTS, BEES, headers=ASYNC))
    assert [file["error"] is None for file in job["files"]] == [False, True]
    assert "log" in job["files"][0]["error"]
    assert "ZeroDivisionError" in caplog.text


def test_a_file_that_always_breaks_off_is_found_out_and_given_up(kept, make_client, monkeypatch):
    job = wait(kept.folder, ANTS, BEES, ("c.txt", b"C."))
    monkeypatch.setattr(jobs, "MAX_BEGINNINGS", 3)
    job.begin()
    monkeypatch.setattr(jobs, "RETRY_SECONDS", 0.01)
    add: Callable[..., list[str]] = kept.add

    def broken(*documents: qa.Document, originals: Mapping[str, bytes]) -> list[str]:
        if any(document.source == "bees.txt" for document in documents):
            raise ZeroDivisionError
        return add(*documents, originals=originals)

    monkeypatch.setattr(kept, "add", broken)
    client = make_client(over=kept)
    until(lambda: bool(client.get("/api/jobs").json()["jobs"][0]["state"] == "done"))
    files = client.get("/api/jobs/1-aaaaaaaaaaaa").json()["files"]
    assert [file["error"] is None for file in files] == [True, False, True]
    assert "given up after 3 attempts" in files[1]["error"]


def test_beginnings_count_until_an_outcome_or_a_pause(tmp_path):
    job = wait(tmp_path, BEES)
    assert [job.begin(), job.begin(), job.begin()] == [0, 1, 2]
    job.pause()
    assert job.begin() == 0


def test_a_file_that_is_gone_from_the_disk_is_an_error_of_that_file(kept, make_client):
    (wait(kept.folder, BEES, ANTS).path / "0").unlink()
    client = make_client(over=kept)
    until(lambda: bool(client.get("/api/jobs").json()["jobs"][0]["state"] == "done"))
    errors = [file["error"] for file in client.get("/api/jobs/1-aaaaaaaaaaaa").json()["files"]]
    assert "Upload it again" in errors[0]
    assert errors[1] is None


def test_a_full_disk_is_told_and_leaves_nothing(kept, make_client, monkeypatch, problem_of):
    client = make_client(over=kept)

    def full(stream: object, path: Path) -> int:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(job_folder, "_copy", full)
        problem = problem_of(upload(client, BEES, headers=ASYNC), 507, "upload-not-kept")
    assert "No space left" in problem["detail"]
    assert client.get("/api/jobs").json() == {"jobs": []}
    assert not [path for path in (kept.folder / "uploads").iterdir() if path.is_dir()]
    finished(client, upload(client, BEES, headers=ASYNC))


def test_where_nothing_can_be_kept_files_are_added_at_once(kept, make_client):
    (kept.folder / "uploads").write_text("in the way")
    assert upload(make_client(over=kept), BEES, headers=ASYNC).status_code == 201


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


def test_a_process_that_does_not_work_on_uploads_hands_them_in_and_knows_how_far_they_are(kept, reading, monkeypatch):
    monkeypatch.setattr(jobs, "BATCH_SECONDS", 0.0)
    worker = Jobs(kept)
    assert worker.ready()
    desk, other = JobDesk(kept.folder / "uploads"), JobDesk(kept.folder / "uploads")
    gate = reading.close(ANTS[0])
    first = desk.submit([Incoming(name, io.BytesIO(data)) for name, data in (BEES, ANTS)])
    second = other.submit([Incoming("c.txt", io.BytesIO(b"C."))], "nl")
    assert (first.state, second.state) == ("waiting", "waiting")
    assert [job.id for job in desk.recent()] == [second.id, first.id]
    assert desk.holds(["c.txt"])
    worker.look()
    until(lambda: other.job(first.id).done == 1)
    assert (other.job(first.id).state, other.job(second.id).state) == ("running", "waiting")
    assert other.job(first.id).seconds >= 0
    assert not other.holds(["bees.txt"])
    gate.set()
    until(lambda: desk.job(second.id).state == "done")
    worker.stop()
    assert [job.model_dump(exclude={"seconds"}) for job in other.recent()] == [
        job.model_dump(exclude={"seconds"}) for job in JobDesk(kept.folder / "uploads").recent()
    ]
    assert sorted(info.language for info in kept.documents()) == ["en", "en", "nl"]


def test_what_holds_an_upload_up_is_known_everywhere(kept, monkeypatch):
    monkeypatch.setattr(jobs, "RETRY_SECONDS", 0.01)
    worker, fails = Jobs(kept), threading.Event()
    assert worker.ready()
    desk = JobDesk(kept.folder / "uploads")
    add: Callable[..., list[str]] = kept.add

    def unsure(*documents: qa.Document, originals: Mapping[str, bytes]) -> list[str]:
        if not fails.is_set():
            raise qa.LibraryError("The disk is full.")
        return add(*documents, originals=originals)

    monkeypatch.setattr(kept, "add", unsure)
    job = desk.submit([Incoming("bees.txt", io.BytesIO(BEES[1]))])
    worker.look()
    until(lambda: desk.job(job.id).held_up)
    fails.set()
    until(lambda: desk.job(job.id).state == "done")
    assert not desk.job(job.id).held_up
    worker.stop()


def test_a_desk_without_a_folder_takes_nothing_and_one_with_too_much_neither(kept, monkeypatch):
    nowhere = JobDesk(None)
    assert not nowhere.ready()
    assert nowhere.recent() == []
    assert not nowhere.holds(["bees.txt"])
    with pytest.raises(ProblemError, match="nobody works"):
        nowhere.submit([])
    monkeypatch.setattr(jobs, "MAX_WAITING", 1)
    job = wait(kept.folder, BEES)
    (job.path.parent / "2-bbbbbbbbbbbb").mkdir()
    desk = JobDesk(job.path.parent)
    assert [each.id for each in desk.recent()] == [job.path.name], "a damaged one is passed over"
    with pytest.raises(ProblemError, match="1 uploads wait"):
        desk.submit([Incoming("ants.txt", io.BytesIO(ANTS[1]))])
    job.delete()
    assert desk.recent() == []
    for id in (job.path.name, "2-bbbbbbbbbbbb", "..", "x" * 300):
        with pytest.raises(ProblemError, match="no job"):
            desk.job(id)


def test_a_beginning_counts_although_it_was_held_up(tmp_path):
    job = wait(tmp_path, BEES)
    job.begin()
    job.hold_up()
    assert job.progress().held_up
    assert job.begin() == 1
