"""Uploads: each file for itself, names without paths, and what the status says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from httpx2 import Response

import qa
from qa.preparing.passages import cut_passages
from server.uploads import take as uploads
from server.uploads.take import cut_name
from tests.server.uploads.conftest import ANTS, ASYNC, BAD, BEES, REAL_READ, finished, upload

GOOD = ("notes.md", b"# Bees\n\nA hive holds 40,000 bees in summer.")
EMPTY = ("empty.txt", b"   \n")


def test_an_uploaded_file_answers_at_once(client):
    response = upload(client, GOOD)
    assert response.status_code == 201
    (outcome,) = response.json()["files"]
    expected = {"name": "notes.md", "id": outcome["id"], "title": outcome["title"], "error": None, "notices": []}
    assert outcome == expected
    answer = client.post("/api/ask", json={"question": "How many bees does a hive hold?", "min_confidence": 0}).json()
    assert answer["quotes"][0]["document_id"] == outcome["id"]


def test_the_same_name_again_replaces(client):
    first = upload(client, GOOD).json()["files"][0]["id"]
    second = upload(client, ("notes.md", b"A hive holds one queen.")).json()["files"][0]["id"]
    assert first == second
    assert upload(client, ("notes.md", b"A hive holds one king.")).json()["files"][0]["replaced"] is True
    assert "replaced" not in upload(client, ("notes.md", b"A hive holds one king.")).json()["files"][0]
    upload(client, ("notes.md", b"A hive holds one queen."))
    assert client.get(f"/api/documents/{first}").json()["text"].startswith("A hive holds one queen.")


def test_the_language_of_an_upload_is_found_or_given(client):
    german = ("museum.txt", "Die Häuser sind alt.".encode())

    def language_of(response: Response) -> str:
        document = client.get(f"/api/documents/{response.json()['files'][0]['id']}").json()
        return str(document["language"])

    assert language_of(upload(client, german)) == "de"
    given = client.post("/api/documents", files=[("files", german)], data={"language": "nl-BE"})
    assert language_of(given) == "nl"
    wrong = client.post("/api/documents", files=[("files", german)], data={"language": "German"})
    assert wrong.status_code == 422
    assert "'German'" in wrong.json()["detail"]


def test_a_bad_file_does_not_stop_the_others(client):
    response = upload(client, BAD, GOOD, EMPTY)
    assert response.status_code == 207
    outcomes = response.json()["files"]
    assert [outcome["name"] for outcome in outcomes] == ["photo.png", "notes.md", "empty.txt"]
    assert [outcome["id"] is None for outcome in outcomes] == [True, False, True]
    assert ".md" in outcomes[0]["error"]


def test_two_files_of_one_name_do_not_hide_each_other(client):
    response = upload(client, ("a/readme.md", b"The first."), ("b/readme.md", b"The second."))
    assert response.status_code == 207
    first, second = response.json()["files"]
    assert client.get(f"/api/documents/{first['id']}").json()["text"].startswith("The first.")
    assert "twice" in second["error"]
    assert "would replace the other" in second["error"]


@pytest.mark.parametrize(
    ("files", "status", "slug"),
    [
        ([BAD], 415, "unsupported-format"),
        ([BAD, ("b.exe", b"MZ")], 415, "unsupported-format"),
        ([EMPTY], 422, "unreadable-file"),
        ([BAD, EMPTY], 422, "nothing-added"),
    ],
)
def test_when_every_file_fails_the_problem_has_each_error(client, files, status, slug, problem_of):
    problem = problem_of(upload(client, *files), status, slug)
    assert [error["field"] for error in problem["errors"]] == [name for name, _ in files]
    assert all(error["detail"] in problem["detail"] for error in problem["errors"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("/etc/cron.d/job.txt", "job.txt"),
        (r"C:\Users\me\notes.txt", "notes.txt"),
        (r"..\..\notes.txt", "notes.txt"),
        ("sub/dir/Ünïcödé 文書.txt", "Ünïcödé 文書.txt"),
        ("line\nbreak\x00\x1b[31m.txt", "linebreak[31m.txt"),
        ("a" * 300 + ".txt", "a" * 251 + ".txt"),
        ("..", ""),
        (".", ""),
        ("dir/", ""),
        ("", ""),
        ("lone \udcff surrogate.txt", "lone  surrogate.txt"),
    ],
)
def test_only_the_last_part_of_a_name_is_kept(name, expected):
    assert cut_name(name) == expected


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", r"C:\notes\passwd.txt", "/passwd.txt"])
def test_no_path_gets_into_a_document(client, name):
    (outcome,) = upload(client, (name, b"A line of text.")).json()["files"]
    document = client.get(f"/api/documents/{outcome['id']}").json()
    assert document["source"] == document["title"] == outcome["name"] == "passwd.txt"


def test_a_file_without_a_name_is_an_error(client, problem_of):
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename=".."\r\n\r\ntext\r\n--x--\r\n'
    response = client.post("/api/documents", content=body, headers={"content-type": "multipart/form-data; boundary=x"})
    assert "no name" in problem_of(response, 422, "unreadable-file")["detail"]


@pytest.mark.parametrize("field", ["file", "documents"])
def test_files_under_another_field_are_refused_by_name(client, field, problem_of):
    problem = problem_of(client.post("/api/documents", files=[(field, GOOD)]), 422, "invalid-request")
    assert problem["errors"][0]["field"] == "body.files"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"no boundary", "multipart/form-data"),
        (b"rubbish", "multipart/form-data; boundary=x"),
        (b"--x\r\nContent-Disposition: form-data\r\n\r\ntext\r\n--x--", "multipart/form-data; boundary=x"),
        (b"--x\r\n" + b"h" * 9_000 + b": v\r\n\r\n", "multipart/form-data; boundary=x"),
        (b'{"files": []}', "application/json"),
        (b"files=notes.md", "application/x-www-form-urlencoded"),
        (b"", "multipart/form-data; boundary=x"),
    ],
)
def test_a_malformed_upload_is_a_problem(client, body, content_type, problem_of):
    response = client.post("/api/documents", content=body, headers={"content-type": content_type})
    assert response.status_code in (400, 422), response.text
    problem_of(response, response.status_code, response.json()["type"].rpartition("/")[2])


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


def test_a_job_says_which_files_replaced_others(client):
    finished(client, upload(client, BEES, headers=ASYNC))
    job = finished(client, upload(client, ("bees.txt", b"Bees sleep."), ANTS, headers=ASYNC))
    assert [file.get("replaced") for file in job["files"]] == [True, None]


def test_where_no_file_can_be_taken_there_is_no_job(client, problem_of):
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename=".."\r\n\r\ntext\r\n--x--\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x", **ASYNC}
    assert (
        "no name"
        in problem_of(client.post("/api/documents", content=body, headers=headers), 422, "unreadable-file")["detail"]
    )
    assert client.get("/api/jobs").json() == {"jobs": []}


def test_where_nothing_can_be_kept_files_are_added_at_once(kept, make_client):
    (kept.folder / "uploads").write_text("in the way")
    assert upload(make_client(over=kept), BEES, headers=ASYNC).status_code == 201


def test_a_file_does_not_overtake_one_of_its_name(client, reading):
    gate = reading.close(ANTS[0])
    first = upload(client, ANTS, BEES, headers=ASYNC)
    second = upload(client, ("bees.txt", b"A newer line."))
    gate.set()
    finished(client, first)
    (bees,) = finished(client, second)["files"]
    assert client.get(f"/api/documents/{bees['id']}").json()["text"] == "A newer line."


def test_what_was_not_read_and_what_cannot_be_indexed_concern_one_file_each(client, monkeypatch):
    def read(data: bytes, *, name: str, language: str = "") -> qa.Document:
        if name == "broken.txt":
            raise ZeroDivisionError
        return replace(REAL_READ(data, name=name, language=language), notices=("Page 3 has no text.",))

    def cut(document: qa.Document, size: int) -> list[qa.Passage]:
        if document.source == "bad.txt":
            raise ValueError("not enough values to unpack")
        return cut_passages(document, size)

    monkeypatch.setattr(qa, "read", read)
    monkeypatch.setattr("qa.preparing.prepare.cut_passages", cut)
    bad, broken = ("bad.txt", b"It is bad."), ("broken.txt", b"It is broken.")
    files = upload(client, GOOD, bad, broken).json()["files"]
    assert [file["error"] is None for file in files] == [True, False, False]
    assert files[0]["notices"] == ["Page 3 has no text."]
    assert client.get(f"/api/documents/{files[0]['id']}").json()["notices"] == ["Page 3 has no text."]
    assert "'bad.txt' was read, but cannot be indexed" in files[1]["error"]
    assert "'broken.txt' could not be read" in files[2]["error"]
    assert upload(client, bad).status_code == 422
    job = finished(client, upload(client, bad, GOOD, broken, headers=ASYNC))
    assert sorted((file["error"] is None, file["notices"]) for file in job["files"]) == [
        (False, []),
        (False, []),
        (True, ["Page 3 has no text."]),
    ]


def test_nothing_in_a_name_turns_its_letters_around():
    assert cut_name("notes\u202efdp.exe") == "notesfdp.exe"
    assert cut_name("\u2067\u200eשלום.md\u2069") == "שלום.md"
