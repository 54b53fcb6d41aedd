"""What was not read of a file, and which files were skipped, as a browser tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

import qa
from tests.browser.shelf import ANTS, BEES, close_panel, open_panel, row
from tests.browser.test_browser_accessibility import violations

NOTICES = tuple(f"Page {page} has no text." for page in range(3, 8))
DROP_FOLDER = """files => {
    const file = (name, text) => ({ name, isFile: true, file: (done) => done(new File([text], name)) });
    const folder = (name, entries) => ({
        name, isDirectory: true, createReader: () => ({ readEntries: (done) => done(entries.splice(0, 2)) }),
    });
    const entries = files.map(([name, text]) => file(name, text));
    const transfer = new DataTransfer();
    transfer.items.add(new File([], "notes"));
    DataTransferItem.prototype.webkitGetAsEntry = () => folder("notes", entries);
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer });
    document.querySelector("main").dispatchEvent(drop);
}"""


@pytest.fixture
def partly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two pages of `bees.md` without text, and five of `ants.txt`."""

    def look(data: bytes, *, name: str, language: str = "") -> qa.Document:
        n_notices = {"bees.md": 2, "ants.txt": 5}.get(name, 0)
        return replace(read(data, name=name, language=language), notices=NOTICES[:n_notices])

    read = qa.read
    monkeypatch.setattr(qa, "read", look)


@pytest.mark.usefixtures("partly")
def test_what_was_not_read_is_told_at_adding_in_the_list_and_beside_an_answer(open_chat, place):
    chat = open_chat(place.url)
    open_panel(chat)
    chat.page.get_by_label("Add documents").set_input_files([BEES, ANTS])
    note = chat.page.locator("#uploads details.notices")
    expect(note.locator("summary")).to_have_text("2 files could not be read completely.")
    expect(note.locator("ul[lang=en] li")).to_have_count(7)
    expect(note.locator("ul[lang=en] li").first).to_be_visible()
    expect(chat.page.locator("#panel [role=status]")).to_contain_text("2 files could not be read completely")
    expect(row(chat.page, "isle").locator(".notices")).to_have_count(0)
    mark = row(chat.page, "Bees").locator("details.notices")
    expect(mark.locator("li").first).to_be_hidden()
    mark.locator("summary").click()
    expect(mark.locator("li")).to_have_text(list(NOTICES[:2]))
    assert violations(chat.page) == []
    close_panel(chat)
    chat.ask("How many bees does a hive hold?")
    chat.citations.first.click()
    expect(chat.source.locator(".notices p")).to_have_text("Notes on reading this file:")
    expect(chat.source.locator(".notices li")).to_have_text(list(NOTICES[:2]))
    chat.ask("How much does an ant lift?")
    chat.citations.first.click()
    expect(chat.source.locator(".notices summary")).to_have_text("Notes on reading this file (5 notes)")
    expect(chat.source.locator(".notices li").first).to_be_hidden()
    assert violations(chat.page) == []


def test_a_folder_says_what_it_skips(open_chat, place):
    chat = open_chat(place.url)
    names = ["bees.txt", "a.png", "B.PNG", "c.js", "README", ".hidden.png", "d.md.gz"]
    chat.page.evaluate(DROP_FOLDER, [[name, "A hive holds 40,000 bees."] for name in names])
    skipped = chat.page.locator("#uploads details.notices")
    expect(skipped.locator("summary")).to_have_text("4 files were skipped: 2 .png, 1 .js, 1 without an ending.")
    skipped.locator("summary").click()
    expect(skipped.locator("li")).to_have_text(["a.png", "B.PNG", "c.js", "README"])
    expect(chat.page.locator("#uploads .outcome")).to_contain_text("2 files added.")
    assert "bees.txt" in place.titles
    assert violations(chat.page) == []
