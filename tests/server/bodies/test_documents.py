"""The JSON of documents and uploads: each with the address where there is more."""

from __future__ import annotations

import qa
from server.bodies.documents import DocumentBody, DocumentInfoBody, FileBody, JobBody, JobInfoBody


def test_a_document_has_its_text_and_its_address():
    document = qa.Document(id="ä/b", text="One.\fTwo.", title="T", source="t.pdf", page_starts=(0, 5))
    body = DocumentBody.model_validate(document).model_dump()
    assert body["notices"] == []
    assert body["url"] == "/documents/%C3%A4%2Fb"
    assert (body["text"], body["page_starts"], body["sha256"]) == (document.text, (0, 5), document.sha256)


def test_a_document_in_a_list_says_what_of_it_could_not_be_read():
    info = qa.DocumentInfo("a", "A", "a.pdf", "application/pdf", "0" * 64, 5, 1, "en", notices=("Page 2 has no text.",))
    assert DocumentInfoBody.model_validate(info).model_dump()["notices"] == ["Page 2 has no text."]


def test_a_job_in_a_list_is_the_same_without_its_files():
    file = FileBody(name="a.txt", id="a", title="A", error=None)
    job = JobBody(
        id="1-aaaaaaaaaaaa", state="done", done=1, failed=0, total=1, seconds=0.5, seconds_left=0.0, held_up=False,
        files=[file],
    )  # fmt: skip
    listed = JobInfoBody.model_validate(job).model_dump()
    assert listed["url"] == "/api/jobs/1-aaaaaaaaaaaa"
    assert {**listed, "files": [file.model_dump()]} == job.model_dump()
