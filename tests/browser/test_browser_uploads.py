"""Adding documents in a browser: chosen, dropped, many, and when it fails."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import FilePayload, expect

import qa
from server.uploads import take as uploads
from tests.browser.conftest import serving
from tests.browser.shelf import (
    ANTS,
    BEES,
    DROP,
    EMPTY,
    HOSTILE,
    LIGHTHOUSE,
    PHOTO,
    close_panel,
    open_list,
    open_panel,
    row,
    scope,
)
from tests.browser.test_browser_accessibility import violations
from tests.waiting import PATIENCE


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Make a job of more than one file, and keep the server from reading `ants.txt` until this is set."""
    gate = threading.Event()
    read = qa.read

    def waits(data: bytes, *, name: str, language: str = "") -> qa.Document:
        assert name != "ants.txt" or gate.wait(PATIENCE)
        return read(data, name=name, language=language)

    monkeypatch.setattr(qa, "read", waits)
    monkeypatch.setattr(uploads, "AT_ONCE_FILES", 1)
    monkeypatch.setattr("server.uploads.adding.BATCH_SECONDS", 0.0)
    yield gate
    gate.set()


def test_chosen_files_are_added_and_each_outcome_is_told(open_chat, place):
    chat = open_chat(place.url)
    open_panel(chat)
    expect(chat.page.locator("#count")).to_be_focused()
    chat.page.get_by_label("Add documents").set_input_files([BEES, PHOTO, HOSTILE, EMPTY])
    expect(chat.page.locator("#uploads .outcome")).to_have_text("2 files added. 2 files could not be added.")
    failed = chat.page.locator("#uploads .failed li")
    expect(failed.first).to_contain_text("'photo.png' is a picture")
    expect(failed.last).to_contain_text("'<b>empty.txt' was read and holds no text")
    chat.page.get_by_text("Added files").click()
    expect(chat.page.locator("#uploads details li")).to_have_text(["bees.md", "<img src=x onerror=hacked=1>.txt"])
    expect(chat.page.locator("#panel [role=status]")).to_contain_text("2 files added")
    expect(chat.page.locator("#count")).to_have_text("6 documents")
    expect(row(chat.page, "Bees")).to_be_visible()
    close_panel(chat)
    expect(chat.page.locator("main .contents li")).to_have_count(6)
    expect(scope(chat)).to_have_text("Asking all 6 documents")
    chat.ask("How many bees does a hive hold?")
    assert "40,000" in chat.raw(chat.quotes.first)
    assert chat.page.evaluate("window.hacked") is None


def test_files_are_dropped_on_the_chat(open_chat, place):
    chat = open_chat(f"{place.url}/")
    chat.ask(LIGHTHOUSE)
    chat.page.evaluate(DROP, [["bees.txt", "A hive holds 40,000 bees."], ["photo.png", "\x89PNG"]])
    expect(chat.page.locator("#panel .outcome")).to_have_text("1 file added. 1 file could not be added.")
    close_panel(chat)
    expect(chat.turns).to_have_count(1)
    expect(scope(chat)).to_have_text("Asking all 5 documents")
    chat.page.evaluate(DROP, [["ants.txt", "An ant lifts fifty times its weight."]])
    expect(chat.page.locator("#panel .outcome").first).to_have_text("1 file added.")
    expect(chat.page.locator("#count")).to_have_text("6 documents")


def test_a_first_page_without_documents_takes_some(open_chat, watch):
    watch.expected.append("415")
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        chat = open_chat(running.url)
        expect(scope(chat)).to_have_text("No documents to ask")
        assert violations(chat.page) == []
        chat.page.get_by_label("Add documents").set_input_files([PHOTO])
        expect(chat.page.locator(".failed li")).to_contain_text("photo.png")
        chat.page.get_by_label("Add documents").set_input_files([BEES, EMPTY])
        expect(scope(chat)).to_have_text("Asking 1 document")
        expect(chat.page.locator(".failed li")).to_contain_text("empty.txt")
        chat.ask("How many bees does a hive hold?")


def test_a_job_shows_its_progress_and_survives_a_reload(open_chat, place, held):
    chat = open_chat(place.url)
    open_panel(chat)
    chat.page.get_by_label("Add documents").set_input_files([BEES, ANTS, PHOTO])
    expect(chat.page.locator("#uploads .outcome")).to_contain_text("Adding: 1 of 3 files")
    bar = chat.page.get_by_role("progressbar")
    assert bar.evaluate("bar => bar.position") == pytest.approx(1 / 3)
    assert violations(chat.page) == []
    chat.page.reload()
    open_panel(chat)
    expect(chat.page.locator("#uploads .outcome")).to_contain_text("Adding: 1 of 3 files")
    held.set()
    expect(chat.page.locator("#uploads .outcome")).to_have_text("2 files added. 1 file could not be added.")
    expect(bar).to_have_count(0)
    expect(chat.page.locator("#count")).to_have_text("6 documents")


def test_more_than_one_request_takes_is_sent_in_several(open_chat, place):
    chat = open_list(open_chat, place)
    sent: list[str] = []
    chat.page.on("request", lambda request: sent.append(request.method))
    chat.page.evaluate("document.getElementById('add').dataset.files = 2")
    files = [FilePayload(name=f"{n}.txt", mimeType="text/plain", buffer=b"A line.") for n in range(5)]
    chat.page.get_by_label("Add documents").set_input_files(files)
    expect(chat.page.locator("#uploads .outcome")).to_have_text("5 files added.")
    assert sent.count("POST") == 3
    chat.page.evaluate("document.getElementById('add').dataset.bytes = 5")
    chat.page.get_by_label("Add documents").set_input_files([BEES])
    expect(chat.page.locator(".failed li")).to_have_text(re.compile("^bees.md It has .* accepts up to"))
    assert sent.count("POST") == 3, "what is too large is not sent"


def test_an_upload_that_fails_says_why(open_chat, place, watch):
    watch.expected.append("Failed to load resource")
    chat = open_list(open_chat, place)
    add = chat.page.get_by_label("Add documents")
    chat.page.route("**/api/documents", lambda route: route.abort())
    add.set_input_files([BEES])
    expect(chat.page.locator(".failed li")).to_contain_text("did not respond")
    chat.page.unroute("**/api/documents")
    chat.page.route("**/api/documents", lambda route: route.fulfill(status=507, json={"detail": "No space left."}))
    add.set_input_files([BEES])
    expect(chat.page.locator(".failed li").first).to_contain_text("No space left.")
    assert place.library.documents()[0].title != "Bees"


def test_who_comes_when_too_many_wait_tries_again(open_chat, place, watch):
    watch.expected.append("503")
    chat = open_list(open_chat, place)
    refused = {"type": "/problems/too-many-jobs", "detail": "…"}
    left = [1, 1]

    def busy(route: Any) -> None:
        if left:
            left.pop()
            route.fulfill(status=503, headers={"Retry-After": "0.05"}, json=refused)
        else:
            route.continue_()

    chat.page.route("**/api/documents", busy)
    chat.page.get_by_label("Add documents").set_input_files([BEES])
    expect(chat.page.locator("#uploads .outcome")).to_have_text("1 file added.")
