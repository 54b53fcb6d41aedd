"""What becomes of the files of an upload: read and added, given up, or waiting for the library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

import qa
from server.uploads import adding
from tests.server.uploads.conftest import ANTS, ASYNC, BEES, REAL_READ, finished, upload, wait
from tests.waiting import until


def test_an_error_that_nobody_expected_concerns_one_file(client, monkeypatch, caplog):
    def broken(data: bytes, *, name: str, language: str = "") -> qa.Document:
        if name == "ants.txt":
            raise ZeroDivisionError
        return REAL_READ(data, name=name, language=language)

    monkeypatch.setattr(qa, "read", broken)
    job = finished(client, upload(client, ANTS, BEES, headers=ASYNC))
    assert [file["error"] is None for file in job["files"]] == [False, True]
    assert "log" in job["files"][0]["error"]
    assert "ZeroDivisionError" in caplog.text


def test_a_file_that_always_breaks_off_is_found_out_and_given_up(kept, make_client, monkeypatch):
    job = wait(kept.folder, ANTS, BEES, ("c.txt", b"C."))
    monkeypatch.setattr(adding, "MAX_BEGINNINGS", 3)
    job.begin()
    monkeypatch.setattr(adding, "RETRY_SECONDS", 0.01)
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


def test_a_file_that_is_gone_from_the_disk_is_an_error_of_that_file(kept, make_client):
    (wait(kept.folder, BEES, ANTS).path / "0").unlink()
    client = make_client(over=kept)
    until(lambda: bool(client.get("/api/jobs").json()["jobs"][0]["state"] == "done"))
    errors = [file["error"] for file in client.get("/api/jobs/1-aaaaaaaaaaaa").json()["files"]]
    assert "Upload it again" in errors[0]
    assert errors[1] is None


def test_a_library_that_cannot_be_written_is_waited_for(kept, make_client, monkeypatch):
    monkeypatch.setattr(adding, "RETRY_SECONDS", 0.01)
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


def test_the_language_is_kept_with_the_job(client):
    response = client.post("/api/documents", files=[("files", ANTS)], data={"language": "nl"}, headers=ASYNC)
    document = finished(client, response)["files"][0]["id"]
    assert client.get(f"/api/documents/{document}").json()["language"] == "nl"
