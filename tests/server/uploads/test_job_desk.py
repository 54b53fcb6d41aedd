"""Uploads that one process hands in and another works on."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Mapping

import pytest

import qa
from server.problems import ProblemError
from server.uploads import adding, refusals
from server.uploads.job_desk import JobDesk
from server.uploads.job_folder import Incoming
from server.uploads.jobs import Jobs
from tests.server.uploads.conftest import ANTS, BEES, wait
from tests.waiting import until


def test_a_process_that_does_not_work_on_uploads_hands_them_in_and_knows_how_far_they_are(kept, reading, monkeypatch):
    monkeypatch.setattr(adding, "BATCH_SECONDS", 0.0)
    worker = Jobs(kept)
    assert worker.ready()
    desk, other = JobDesk(kept.folder / "uploads"), JobDesk(kept.folder / "uploads")
    gate = reading.close(ANTS[0])
    first = desk.submit([Incoming(name, io.BytesIO(data)) for name, data in (BEES, ANTS)])
    second = other.submit([Incoming("c.txt", io.BytesIO(b"C."))], "nl")
    assert (first.state, second.state) == ("waiting", "waiting")
    assert [job.id for job in desk.list_recent()] == [second.id, first.id]
    assert desk.holds(["c.txt"])
    worker.look()
    until(lambda: other.find(first.id).done == 1)
    assert (other.find(first.id).state, other.find(second.id).state) == ("running", "waiting")
    assert other.find(first.id).seconds >= 0
    assert not other.holds(["bees.txt"])
    gate.set()
    until(lambda: desk.find(second.id).state == "done")
    worker.stop()
    assert [job.model_dump(exclude={"seconds"}) for job in other.list_recent()] == [
        job.model_dump(exclude={"seconds"}) for job in JobDesk(kept.folder / "uploads").list_recent()
    ]
    assert sorted(info.language for info in kept.documents()) == ["en", "en", "nl"]


def test_what_holds_an_upload_up_is_known_everywhere(kept, monkeypatch):
    monkeypatch.setattr(adding, "RETRY_SECONDS", 0.01)
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
    until(lambda: desk.find(job.id).held_up)
    fails.set()
    until(lambda: desk.find(job.id).state == "done")
    assert not desk.find(job.id).held_up
    worker.stop()


def test_a_desk_without_a_folder_takes_nothing_and_one_with_too_much_neither(kept, monkeypatch):
    nowhere = JobDesk(None)
    assert not nowhere.ready()
    assert nowhere.list_recent() == []
    assert not nowhere.holds(["bees.txt"])
    with pytest.raises(ProblemError, match="nobody works"):
        nowhere.submit([])
    monkeypatch.setattr(refusals, "MAX_WAITING", 1)
    job = wait(kept.folder, BEES)
    (job.path.parent / "2-bbbbbbbbbbbb").mkdir()
    desk = JobDesk(job.path.parent)
    assert [each.id for each in desk.list_recent()] == [job.path.name], "a damaged one is passed over"
    with pytest.raises(ProblemError, match="1 uploads wait"):
        desk.submit([Incoming("ants.txt", io.BytesIO(ANTS[1]))])
    job.delete()
    assert desk.list_recent() == []
    for id in (job.path.name, "2-bbbbbbbbbbbb", "..", "x" * 300):
        with pytest.raises(ProblemError, match="no job"):
            desk.find(id)


def test_no_more_are_taken_than_are_allowed_however_many_come_at_once(kept):
    worker = Jobs(kept)
    assert worker.ready()
    desks = [JobDesk(kept.folder / "uploads") for _ in range(3)]
    outcomes: list[str] = []
    start = threading.Barrier(20)

    def submit(number: int) -> None:
        start.wait()
        try:
            desks[number % 3].submit([Incoming("a.txt", io.BytesIO(b"A."))])
            outcomes.append("taken")
        except ProblemError as exc:
            outcomes.append(exc.kind.slug)

    threads = [threading.Thread(target=submit, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker.stop()
    assert sorted(outcomes) == ["taken"] * refusals.MAX_WAITING + ["too-many-jobs"] * (20 - refusals.MAX_WAITING)
    assert not list((kept.folder / "uploads").glob("*.new"))
