"""The panel and the page of documents as tests use them, and files to add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Chat, ServedLibrary

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


def open_panel(chat: Chat) -> None:
    chat.page.locator("#open-library").click()
    expect(chat.page.locator("#panel")).to_be_visible()


def open_list(open_chat: Callable[..., Chat], place: ServedLibrary) -> Chat:
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
