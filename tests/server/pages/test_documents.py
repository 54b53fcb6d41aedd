"""Listing, adding, removing and choosing documents without JavaScript."""

from __future__ import annotations

import threading
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

import qa
from server.uploads import take as uploads
from tests.server.pages.conftest import (
    PAGE,
    get,
    harmless,
    link_of,
    one,
    parsed,
    post,
    text_of,
    texts,
)
from tests.server.uploads.conftest import BAD, BEES
from tests.waiting import PATIENCE, until

ODD_ID = "odd/ä%2F..\u202e'\"<b>?#"
ODD_TITLE = "<img src=x onerror=alert(1)> \u202eodd"


def upload(client: TestClient, *files: tuple[str, bytes], status: int = 200) -> LexborHTMLParser:
    return parsed(client.post("/documents", files=[("files", file) for file in files], headers=PAGE), status)


def test_files_are_added_by_the_form_and_each_outcome_is_told(client, library):
    assert one(get(client, "/documents"), "#add").attributes["enctype"] == "multipart/form-data"
    page = upload(client, BEES, BAD, ("<b>.txt", b" "))
    assert text_of(page, ".outcome") == "1 file added. 2 files could not be added."
    assert [text.split()[0] for text in texts(page, ".failed li")] == ["'photo.png'", "'<b>.txt'"]
    assert "holds no text" in texts(page, ".failed li")[1]
    assert texts(page, "details li") == ["bees.txt"]
    assert text_of(page, "#count") == "3 documents"
    assert len(library.documents()) == 3
    harmless(page)


def test_when_every_file_fails_the_list_stays_beside_the_errors(client):
    page = upload(client, BAD, status=415)
    assert text_of(page, ".outcome") == "0 files added. 1 file could not be added."
    assert len(page.css("#list li")) == 2
    page = upload(client, BAD, ("e.txt", b" "), status=422)
    assert len(page.css(".failed li")) == 2


def test_a_form_that_is_too_large_is_a_page_that_says_so(make_client):
    client = make_client(max_upload_mb=1)
    page = upload(client, ("big.txt", b"a" * 1_100_000), status=413)
    assert "QUOTH_MAX_UPLOAD_MB" in text_of(page, "#detail")


def test_a_large_upload_by_the_form_leads_to_a_page_that_says_how_far_it_is(client, monkeypatch):
    monkeypatch.setattr(uploads, "AT_ONCE_FILES", 1)
    gate = threading.Event()
    read = qa.read

    def waits(data: bytes, *, name: str, language: str = "") -> qa.Document:
        assert gate.wait(PATIENCE)
        return read(data, name=name, language=language)

    monkeypatch.setattr(qa, "read", waits)
    files = [("files", BEES), ("files", BAD)]
    response = client.post("/documents", files=files, headers=PAGE, follow_redirects=False)
    assert response.status_code == 303
    url = response.headers["location"]
    page = get(client, url)
    assert "0 of 2 files" in text_of(page, ".outcome")
    assert one(page, "progress").attributes["max"] == "2"
    assert link_of(one(page, ".outcome a")) == url
    assert get(client, "/documents").css("progress"), "it is told of on every list until it is done"
    gate.set()
    until(lambda: not get(client, url).css("progress"))
    page = get(client, url)
    assert text_of(page, ".outcome") == "1 file added. 1 file could not be added."
    assert not get(client, "/documents").css(".upload")


def test_removing_asks_first(client, library):
    library.add(qa.Document(id=ODD_ID, text="An odd one.", title=ODD_TITLE))
    row = next(row for row in get(client, "/documents").css("#list li") if "odd" in row.text())
    assert one(row, ".remove").attributes["aria-label"] == f"Remove {ODD_TITLE}"
    page = get(client, link_of(one(row, ".remove")))
    assert ODD_TITLE in one(page, "h1").text()
    harmless(page)
    assert len(library.documents()) == 3
    fields = {"id": one(page, "input[name=id]").attributes["value"]}
    response = client.post("/remove", data=fields, headers=PAGE)
    assert response.status_code == 200
    assert "2 documents" in response.text
    assert ODD_ID not in {info.id for info in library.documents()}
    parsed(client.post("/remove", data=fields, headers=PAGE), 404)


@pytest.mark.parametrize("url", ["/remove", "/remove?id=", "/remove?id=nope"])
def test_what_is_not_there_cannot_be_removed(client, url):
    assert get(client, url, 404).css("#detail")


def test_a_read_only_server_has_nothing_to_change_with(make_client):
    client = make_client(read_only=True)
    for url in ("/", "/documents", "/?q=What does a ticket cost?"):
        page = get(client, url)
        assert not page.css("#add, .remove, [data-adds], input[type=file]"), url
        assert "add" not in " ".join(texts(page, "#ask .choice"))
    assert len(get(client, "/documents").css("#choose input[name=documents]")) == 2
    get(client, "/remove?id=museum", 403)
    parsed(client.post("/remove", data={"id": "museum"}, headers=PAGE), 403)
    upload(client, BEES, status=403)
    assert client.get("/api/documents/museum").status_code == 200


def test_a_read_only_server_without_documents_says_how_to_have_some(make_client):
    with qa.Library() as library:
        client = make_client(over=library, read_only=True)
        assert "quoth serve" in text_of(get(client, "/"), ".empty")
        assert "does not accept any" in text_of(get(client, "/documents"), "#list")


def test_only_the_chosen_documents_are_asked(client):
    page = parsed(client.post("/choose", data={"documents": ["museum", "museum", "gone"]}, headers=PAGE), 200)
    assert text_of(page, "#ask .choice").startswith("Asking 1 of 2 documents")
    assert [node.attributes["value"] for node in page.css("#ask input[name=documents]")] == ["museum"]
    page = post(client, question="When is the highest tide of the year?", documents=["museum", "gone"])
    assert "Asked 1 of 2 documents." in texts(page, ".understood")
    assert not any("Tides" in text for text in texts(page, "cite"))
    link = link_of(one(page, "#link"))
    assert parse_qs(urlsplit(link).query)["documents"] == ["museum"]
    again = get(client, link)
    assert texts(again, ".turn") == texts(page, ".turn")
    assert [node.attributes["value"] for node in again.css("#ask input[name=documents]")] == ["museum"]


def test_the_choice_stays_in_a_conversation_and_with_an_error(client):
    page = post(client, question="What does it cost?", earlier=["When does the museum open?"], documents="museum")
    assert len(page.css(".understood")) >= 2
    page = post(client, 422, question=" ", documents="museum")
    assert text_of(page, "#ask .choice").startswith("Asking 1 of 2 documents")


def test_with_none_chosen_or_all_of_them_gone_all_are_asked(client):
    for documents in ([], ["gone"]):
        page = post(client, question="When is the highest tide of the year?", documents=documents)
        assert text_of(page, "#ask .choice").startswith("Asking both documents")
        assert not page.css("#ask input[name=documents]")
        assert "documents=" not in link_of(one(page, "#link"))


def test_too_many_documents_are_not_asked_one_by_one(client, library, monkeypatch):
    monkeypatch.setattr("server.pages.chat.MAX_DOCUMENTS", 1)
    page = post(client, 422, question="Why?", documents=["museum", "notes/tides 100%.md"])
    assert "2 documents; the limit is 1" in text_of(page, "#error")
    assert one(page, "#question").text() == "Why?"


def test_the_form_tells_what_was_not_read_of_a_file(client, monkeypatch):
    read = qa.read

    def partly(data: bytes, *, name: str, language: str = "") -> qa.Document:
        return replace(read(data, name=name, language=language), notices=("Page 3 has no text.",) * (name == "a.txt"))

    monkeypatch.setattr(qa, "read", partly)
    page = upload(client, ("a.txt", b"Ants."), ("b.txt", b"Bees."))
    note = one(page, ".upload details.notices[open]")
    assert one(note, "summary").text() == "1 file could not be read completely."
    assert one(note, "bdi").text() == "a.txt"
    assert one(note, "ul ul[lang=en] li").text() == "Page 3 has no text."
