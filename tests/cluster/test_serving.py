"""`quoth serve` over a cluster, for real: several processes, and several servers, that have nothing but the cluster."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

import qa
from tests.cluster.servers import Server
from tests.server.running.test_serving import served, url_of
from tests.server.running.test_watching import write
from tests.server.running.test_workers import QUESTION, Two, only
from tests.server.uploads.conftest import ANTS, ASYNC, BEES
from tests.waiting import PATIENCE

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="Processes are found in /proc.")
Make = Callable[..., str]


def said(process: subprocess.Popen[str], text: str) -> bool:
    """Tell whether a process says this, now or later; false once it is over."""
    assert process.stderr is not None
    return any(text in line for line in process.stderr)


def test_what_one_process_changes_the_others_see_at_once(new_library: Make, tmp_path: Path) -> None:
    location = new_library(cluster=True)
    (tmp_path / "museum.txt").write_text("The museum opens at nine.", encoding="utf-8")
    with served("--workers", "2", "--library", location, "--watch", str(tmp_path)) as (process, lines):
        assert (
            lines[0]
            == f"Serving the library {location.split('default:')[0]}{location.partition('@')[2]}: 1 document.\n"
        )
        two = Two(process, url_of(lines), tmp_path)
        first, second = two.pids
        password = location.split(":")[2].partition("@")[0].encode()
        assert all(password not in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in two.pids)
        with only(first, two.pids, two.url) as client:
            added = client.post("/api/documents", files=[("files", ANTS), ("files", BEES)])
            assert added.status_code == 201
            ants, bees = added.json()["files"]
            feedback = client.post("/api/feedback", json={"question": "Why?", "verdict": "not_here"}).json()
        with only(second, two.pids, two.url) as client:
            assert client.get(f"/api/documents/{ants['id']}").json()["text"] == ANTS[1].decode()
            assert [each["id"] for each in client.get("/api/feedback").json()["feedback"]] == [feedback["id"]]
            assert client.delete(f"/api/documents/{ants['id']}").status_code == 204
            assert "nine" in client.post("/api/ask", json=QUESTION).json()["text"]
        for client in two.each():
            assert client.get(f"/api/documents/{ants['id']}").status_code == 404
            found = client.get("/api/search", params={"q": f"{ANTS[1].decode()} {BEES[1].decode()}"}).json()["hits"]
            assert {hit["passage"]["document_id"] for hit in found} == {bees["id"]}
        write(tmp_path / "harbour.txt", "Ships leave the harbour at noon.")
        assert process.stdout is not None
        assert process.stdout.readline() == "Added 1 document.\n"
        assert [len(client.get("/api/search?q=harbour").json()["hits"]) for client in two.each()] == [1, 1]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0


def test_uploads_are_added_before_they_are_answered_since_no_other_server_could_tell_of_a_job(
    new_library: Make,
) -> None:
    location = new_library(cluster=False)
    with served("--library", location) as (_, one), served("--library", location) as (_, other):
        with httpx2.Client(base_url=url_of(one), timeout=PATIENCE) as client:
            many = [("files", (f"{number}.txt", b"The harbour.", "text/plain")) for number in range(30)]
            added = client.post("/api/documents", files=many, headers=ASYNC)
            assert added.status_code == 201
            assert "preference-applied" not in added.headers
        with httpx2.Client(base_url=url_of(other), timeout=PATIENCE) as client:
            assert len(client.get("/api/documents").json()["documents"]) == 30
            assert client.get("/api/jobs").json() == {"jobs": []}


def test_a_process_that_starts_while_the_library_does_not_answer_waits_for_it(
    new_library: Make, servers: list[Server]
) -> None:
    location = new_library(cluster=False)
    with qa.Library(location) as library:
        library.add(qa.Document(text="The museum opens at nine."))
    with served("--workers", "2", "--library", location) as (process, lines):
        two = Two(process, url_of(lines), Path())
        first, second = two.pids
        servers[0].kill()
        try:
            os.kill(first, signal.SIGKILL)
            assert said(process, f"Process {first} of the server ended by itself; another takes its place.")
            assert said(process, "waits for the library: The server 127.0.0.1")
            with only(second, two.pids[1:], two.url) as client:
                assert client.post("/api/ask", json=QUESTION).status_code == 503
        finally:
            servers[0].start()
        assert said(process, "ended by itself; another takes its place")
        two.find()
        assert ["nine" in client.post("/api/ask", json=QUESTION).json()["text"] for client in two.each()] == [
            True,
            True,
        ]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0
