"""Uploads that are held up where a test wants it, and jobs as a server leaves them that was killed."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from httpx2 import Response
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.settings import Settings
from server.uploads.job_folder import Incoming, JobFolder
from server.uploads.jobs import Jobs
from tests.server.conftest import BASE_URL
from tests.waiting import PATIENCE, until

ASYNC = {"Prefer": "respond-async"}
BEES = ("bees.txt", b"A hive holds 40,000 bees in summer.")
ANTS = ("ants.txt", b"An ant lifts fifty times its weight.")
BAD = ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00")

REAL_READ = qa.read


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
        return REAL_READ(data, name=name, language=language)

    def close(self, name: str) -> threading.Event:
        return self.gates.setdefault(name, threading.Event())


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
