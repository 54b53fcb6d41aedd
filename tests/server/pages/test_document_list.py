"""The list of documents: filtered, in parts, and with what an upload may hold."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

import qa
from server.pages import chat as pages
from server.pages import document_list as shelf
from tests.server.pages.conftest import (
    get,
    harmless,
    link_of,
    one,
    text_of,
    texts,
)


@pytest.fixture
def many(client: TestClient, library: qa.Library) -> TestClient:
    library.add(*(qa.Document(id=f"n{number}", text="A note.", title=f"Note {number}") for number in range(25)))
    return client


def test_lists_are_filtered_by_title_and_file_name(many, library):
    assert not get(many, "/documents?filter=zzz").css("#list li")
    assert texts(get(many, "/documents?filter=  NOTE 2 "), "#list bdi") == ["Note 2", *(f"Note 2{n}" for n in range(5))]
    assert texts(get(many, "/documents?filter=tides.MD"), "#list bdi") == ["Tides"]
    page = get(many, '/documents?filter="><script>')
    assert '"><script>' in text_of(page, "#list")
    assert one(page, "#filter-text").attributes["value"] == '"><script>'
    assert link_of(one(page, "#list a")) == "/documents"
    harmless(page)
    for number in range(25):
        library.remove(f"n{number}")
    assert not get(many, "/documents").css("#filter")


def test_a_filtered_list_comes_in_pages_too(many, monkeypatch):
    monkeypatch.setattr(shelf, "LISTED_PER_PAGE", 10)
    page = get(many, "/documents?filter=note&skip=10")
    assert text_of(page, "nav.pages span") == "11 to 20 of 25"
    assert link_of(one(page, "[rel=prev]")) == "/documents?filter=note"
    page = get(many, link_of(one(page, "[rel=next]")))
    assert text_of(page, "nav.pages span") == "21 to 25 of 25"
    beyond = get(many, "/documents?filter=note&skip=999")
    assert texts(beyond, "#list bdi") == texts(page, "#list bdi")
    get(many, "/documents?skip=-1", 422)


def test_thousands_of_documents_make_no_heavy_page(client, library):
    library.add(*(qa.Document(id=f"n{number}", text="A note.") for number in range(3_000)))
    front = get(client, "/")
    assert len(front.css(".contents li")) == 20
    assert "Show all 3,002 documents" in text_of(front, "#main")
    assert len(client.get("/").content) < 15_000
    assert len(client.get("/documents").content) < 60_000


def test_what_a_page_may_send_is_what_the_server_takes(make_client):
    form = one(get(make_client(max_upload_mb=3), "/documents"), "#add")
    assert form.attributes["data-bytes"] == "3000000"
    assert int(form.attributes["data-files"] or 0) <= 1_000
    assert set((one(form, "input").attributes["accept"] or "").split(",")) == set(qa.SUFFIXES)


def test_many_documents_are_listed_in_pages(client, library, monkeypatch):
    monkeypatch.setattr(pages, "LISTED", 3)
    monkeypatch.setattr(shelf, "LISTED_PER_PAGE", 4)
    library.add(*(qa.Document(id=f"n{number}", text=f"Note {number}.") for number in range(8)))
    page = get(client, "/")
    assert len(page.css(".contents li")) == 3
    assert "Show all 10 documents" in text_of(page, "#main")
    titles: list[str] = []
    url = "/documents"
    while url:
        page = get(client, url)
        titles += texts(page, ".contents a:not(.remove)")
        url = next(("/documents" + link_of(a).removeprefix("/documents") for a in page.css("a[rel=next]")), "")
    assert titles == [info.title for info in library.listed().documents]
