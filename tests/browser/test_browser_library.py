"""The documents in a browser: adding, removing, and choosing which are asked."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

import qa
from server.uploads import take as uploads
from tests.browser.conftest import Chat, serving
from tests.browser.test_browser_accessibility import violations
from tests.waiting import PATIENCE

LIGHTHOUSE = "When was the lighthouse built?"
BEES = FilePayload(name="bees.md", mimeType="text/markdown", buffer=b"# Bees\n\nA hive holds 40,000 bees in summer.")
ANTS = FilePayload(name="ants.txt", mimeType="text/plain", buffer=b"An ant lifts fifty times its weight.")
HOSTILE = FilePayload(name="<img src=x onerror=hacked=1>.txt", mimeType="text/plain", buffer=b"Hacked.")
PHOTO = FilePayload(name="photo.png", mimeType="image/png", buffer=b"\x89PNG\0")
EMPTY = FilePayload(name="<b>empty.txt", mimeType="text/plain", buffer=b" ")
SMALL = {"viewport": {"width": 320, "height": 640}}
DROP = """files => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"])
        document.querySelector("main").dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
}"""


@dataclass
class Place:
    """A library, and the address of a server over it."""

    library: qa.Library
    url: str

    @property
    def titles(self) -> list[str]:
        return sorted(info.title for info in self.library.documents())


@pytest.fixture
def place() -> Iterator[Place]:
    """A library of this test alone."""
    with qa.Library() as library:
        library.add(
            *(
                qa.Document(id=f"id {name}", text=f"The lighthouse of the {name} was built in {year}.", title=name)
                for name, year in (("cape", 1902), ("isle", 1931), ("<i>pier</i>", 1874), ("תולדות העיר", 1950))
            )
        )
        with serving(library, min_confidence=0.0) as running:
            yield Place(library, running.url)


@pytest.fixture
def many() -> Iterator[Place]:
    with qa.Library() as library:
        library.add(*(qa.Document(id=f"n{n}", text=f"Note {n} is on bees.", title=f"Note {n}") for n in range(230)))
        with serving(library, min_confidence=0.0) as running:
            yield Place(library, running.url)


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


def open_panel(chat: Chat) -> None:
    chat.page.locator("#open-library").click()
    expect(chat.page.locator("#panel")).to_be_visible()


def open_list(open_chat: Callable[..., Chat], place: Place) -> Chat:
    """Open the page of documents, and wait for its script."""
    chat = open_chat(f"{place.url}/documents")
    expect(chat.page.get_by_role("button", name="Clear")).to_be_visible()
    return chat


def close_panel(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Close", exact=True).click()
    expect(chat.page.locator("#panel")).to_be_hidden()


def row(page: Page, title: str) -> Any:
    return page.locator("#list li").filter(has=page.get_by_role("link", name=title, exact=True))


def scope(chat: Chat) -> Any:
    return chat.page.locator("#ask .scope")


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


def test_removing_is_confirmed_and_the_keyboard_keeps_its_place(open_chat, place):
    chat = open_chat(place.url)
    open_panel(chat)
    for leave in ("Enter", "Escape"):
        chat.page.get_by_role("link", name="Remove isle").press("Enter")
        dialog = chat.page.get_by_role("dialog", name="Remove isle?")
        expect(dialog).to_contain_text("characters")
        expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
        chat.page.keyboard.press(leave)
        expect(dialog).to_have_count(0)
        expect(chat.page.get_by_role("link", name="Remove isle")).to_be_focused()
    assert "isle" in place.titles
    chat.page.get_by_role("link", name="Remove isle").click()
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(chat.page.locator("#count")).to_have_text("3 documents")
    expect(chat.page.get_by_role("link", name="Remove תולדות העיר")).to_be_focused()
    expect(chat.page.locator("#panel [role=status]")).to_contain_text("Removed isle. 3 documents left")
    assert "isle" not in place.titles
    for _ in range(3):
        chat.page.locator("#list .remove").first.click()
        chat.page.get_by_role("button", name="Remove", exact=True).click()
        expect(chat.page.locator("dialog.confirm")).to_have_count(0)
    expect(chat.page.locator("#list")).to_contain_text("No documents yet")
    expect(chat.page.locator("#count")).to_be_focused()
    close_panel(chat)
    expect(chat.page.locator(".empty")).to_be_visible()
    chat.page.get_by_label("Add documents").set_input_files([BEES])
    expect(scope(chat)).to_have_text("Asking 1 document")
    open_panel(chat)
    expect(chat.page.locator("#count")).to_have_text("1 document")


def test_a_document_that_somebody_else_removed_goes_from_the_list(open_chat, place, watch):
    watch.expected.append("404")
    chat = open_list(open_chat, place)
    chat.page.get_by_role("link", name="Remove isle").click()
    expect(chat.page.locator("dialog.confirm")).to_be_visible()
    place.library.remove("id isle")
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(chat.page.locator("#count")).to_have_text("3 documents")
    expect(row(chat.page, "isle")).to_have_count(0)


def test_only_the_selected_documents_are_asked_and_a_reload_keeps_them(open_chat, place):
    chat = open_chat(f"{place.url}/")
    open_panel(chat)
    for title in ("isle", "<i>pier</i>"):
        chat.page.get_by_label(f"Ask {title}").check()
    expect(chat.page.locator("#panel .scope")).to_have_text("Asking 2 of 4 documents")
    chat.page.keyboard.press("Escape")
    expect(scope(chat)).to_have_text("Asking 2 of 4 documents")
    chat.ask(LIGHTHOUSE)
    expect(chat.page.locator("#latest .understood")).to_have_text("Asked 2 of 4 documents.")
    quoted = chat.raw(chat.quotes)
    assert "isle" in quoted
    assert "cape" not in quoted
    chat.page.reload()
    assert chat.raw(chat.quotes) == quoted
    expect(scope(chat)).to_have_text("Asking 2 of 4 documents")
    chat.page.goto(f"{place.url}/documents")
    expect(chat.page.get_by_label("Ask isle")).to_be_checked()
    place.library.remove("id isle")
    chat.page.goto(f"{place.url}/")
    expect(scope(chat)).to_have_text("Asking 1 of 3 documents")
    chat.page.get_by_role("link", name="What does a ticket cost?").click()
    expect(chat.page.locator("#latest .understood")).to_have_text("Asked 1 of 3 documents.")
    open_panel(chat)
    chat.page.get_by_role("button", name="Clear").click()
    close_panel(chat)
    expect(scope(chat)).to_have_text("Asking all 3 documents")
    chat.page.reload()
    expect(chat.turns).to_have_count(1)
    expect(scope(chat)).to_have_text("Asking all 3 documents")


def test_going_back_changes_no_choice(open_chat, place):
    chat = open_chat(f"{place.url}/")
    chat.ask(LIGHTHOUSE)
    open_panel(chat)
    chat.page.get_by_label("Ask isle").check()
    close_panel(chat)
    chat.ask("Who built it?")
    chat.page.go_back()
    expect(chat.turns).to_have_count(1)
    expect(scope(chat)).to_have_text("Asking 1 of 4 documents")
    assert chat.page.locator("#ask [name=documents]").input_value() == "id isle"


def test_an_address_chooses_for_who_has_not(open_chat, place):
    chat = open_chat(f"{place.url}/")
    chat.page.goto(f"{place.url}/?q={LIGHTHOUSE}&documents=id isle&documents=gone")
    expect(scope(chat)).to_have_text("Asking 1 of 4 documents")
    open_panel(chat)
    chat.page.get_by_label("Ask cape").check()
    chat.page.reload()
    expect(chat.page.locator("#latest .understood")).to_have_text("Asked 1 of 4 documents.")
    expect(scope(chat)).to_have_text("Asking 2 of 4 documents")


def test_a_choice_that_cannot_be_kept_holds_until_the_page_is_left(open_chat, place):
    chat = open_chat(f"{place.url}/")
    chat.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    chat.page.reload()
    open_panel(chat)
    chat.page.get_by_label("Ask isle").check()
    close_panel(chat)
    chat.ask(LIGHTHOUSE)
    expect(chat.quotes).to_have_count(1)


@pytest.mark.parametrize("kept", ["{", '"isle"', "[7, null]", "{}"])
def test_whatever_is_remembered_the_page_works(open_chat, place, kept):
    chat = open_chat(f"{place.url}/")
    chat.page.evaluate("kept => localStorage.setItem('quoth-documents', kept)", kept)
    chat.page.reload()
    expect(scope(chat)).to_have_text("Asking all 4 documents")
    chat.ask(LIGHTHOUSE)


def test_many_documents_are_filtered_and_listed_on_demand(open_chat, many):
    chat = open_chat(many.url)
    expect(chat.page.locator(".contents li")).to_have_count(20)
    open_panel(chat)
    rows = chat.page.locator("#list li")
    expect(rows).to_have_count(100)
    chat.page.get_by_role("link", name="Remove Note 7", exact=True).click()
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(rows).to_have_count(99)
    for listed in (199, 229):
        chat.page.get_by_role("link", name="Next").click()
        expect(rows).to_have_count(listed)
    expect(chat.page.get_by_role("link", name="Next")).to_have_count(0)
    shown = rows.locator("bdi").all_inner_texts()
    assert shown == [f"Note {n}" for n in range(230) if n != 7]
    chat.page.get_by_label("Filter").fill("note 22")
    expect(rows).to_have_count(11)
    chat.page.get_by_role("button", name="Select all").click()
    expect(chat.page.locator("#panel .scope")).to_have_text("Asking 11 of 229 documents")
    chat.page.get_by_label("Filter").fill("nothing like it")
    expect(chat.page.locator("#list")).to_contain_text("nothing like it")
    chat.page.get_by_role("link", name="Show all 229 documents", exact=True).last.click()
    expect(rows).to_have_count(100)
    chat.page.get_by_label("Filter").fill("note 22")
    expect(rows).to_have_count(11)
    expect(rows.locator("input:checked")).to_have_count(11)
    chat.page.get_by_role("button", name="Clear").click()
    expect(rows.locator("input:checked")).to_have_count(0)
    assert violations(chat.page) == []


def test_a_read_only_server_offers_no_change(open_chat, place):
    with serving(place.library, read_only=True, min_confidence=0.0) as running:
        chat = open_chat(f"{running.url}/")
        chat.page.evaluate(DROP, [["bees.txt", "A hive."]])
        expect(chat.page.locator("#panel")).to_have_count(0)
        open_panel(chat)
        expect(chat.page.locator("#add, .remove")).to_have_count(0)
        chat.page.get_by_label("Ask isle").check()
        close_panel(chat)
        chat.ask(LIGHTHOUSE)
        expect(chat.quotes).to_have_count(1)


def test_without_a_script_documents_are_added_chosen_and_removed(open_chat, place):
    chat = open_chat(f"{place.url}/", java_script_enabled=False)
    chat.page.locator("#open-library").click()
    chat.page.get_by_label("Add documents").set_input_files([BEES, PHOTO])
    chat.page.get_by_role("button", name="Add", exact=True).click()
    expect(chat.page.locator(".outcome")).to_have_text("1 file added. 1 file could not be added.")
    expect(chat.page.locator("#count")).to_have_text("5 documents")
    chat.page.get_by_label("Ask isle").check()
    chat.page.get_by_role("button", name="Ask only these").click()
    expect(scope(chat)).to_have_text("Asking 1 of 5 documents")
    chat.box.fill(LIGHTHOUSE)
    chat.page.get_by_role("button", name="Ask", exact=True).click()
    expect(chat.quotes).to_have_count(1)
    assert "isle" in chat.raw(chat.quotes)
    expect(scope(chat)).to_have_text("Asking 1 of 5 documents")
    chat.page.locator("#open-library").click()
    chat.page.get_by_role("link", name="Remove isle").click()
    chat.page.get_by_role("button", name="Remove").click()
    expect(chat.page.locator("#count")).to_have_text("4 documents")


def remove_one(chat: Chat) -> None:
    open_panel(chat)
    chat.page.locator("#list .remove").first.click()
    expect(chat.page.locator("dialog.confirm")).to_be_visible()


def add_some(chat: Chat) -> None:
    open_panel(chat)
    chat.page.get_by_label("Add documents").set_input_files([BEES, PHOTO, EMPTY])
    expect(chat.page.locator(".failed li")).to_have_count(2)
    chat.page.get_by_label("Ask cape").check()


def go(path: str) -> Callable[[Chat], None]:
    def there(chat: Chat) -> None:
        chat.page.goto(f"{chat.page.url.rstrip('/')}{path}")

    return there


STATES: dict[str, Callable[[Chat], None]] = {
    "panel": open_panel,
    "removing": remove_one,
    "added": add_some,
    "list": go("/documents"),
    "no match": go("/documents?filter=zzz"),
    "confirm": go("/remove?id=id isle"),
    "restricted": go(f"/?q={LIGHTHOUSE}&documents=id isle"),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_breaks_a_rule_or_is_wider_than_a_small_window(open_chat, place, state):
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark", **SMALL}):
        chat = open_chat(f"{place.url}/", **options)
        STATES[state](chat)
        assert violations(chat.page) == []
        assert not chat.is_too_wide()
        wide = "dialog => dialog.scrollWidth > dialog.clientWidth"
        assert not any(dialog.evaluate(wide) for dialog in chat.page.locator("dialog[open]").all())
