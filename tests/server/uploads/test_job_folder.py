"""What is kept of an upload on disk, also by a disk that is full and a server that crashed."""

from __future__ import annotations

import errno
from pathlib import Path

from server.uploads import job_folder
from tests.server.uploads.conftest import ANTS, ASYNC, BEES, finished, upload, wait
from tests.waiting import until


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


def test_beginnings_count_until_an_outcome_or_a_pause(tmp_path):
    job = wait(tmp_path, BEES)
    assert [job.begin(), job.begin(), job.begin()] == [0, 1, 2]
    job.pause()
    assert job.begin() == 0


def test_a_beginning_counts_although_it_was_held_up(tmp_path):
    job = wait(tmp_path, BEES)
    job.begin()
    job.hold_up()
    assert job.read_progress().held_up
    assert job.begin() == 1


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
