"""Documents in a browser: hostile text stays text, and its marks are where the offsets say."""

from __future__ import annotations

import json
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

QUOKKA = "What is the quokka fee a day?"


def asked(server: str, question: str) -> Any:
    """Return the first quote that the endpoint gives."""
    body = json.dumps({"question": question, "min_confidence": 0}).encode()
    with urlopen(Request(f"{server}/api/ask", body, {"Content-Type": "application/json"})) as response:  # noqa: S310
        return json.load(response)["quotes"][0]


@pytest.mark.parametrize("script", [True, False])
def test_hostile_text_is_shown_and_marked_to_the_letter(open_chat, server, library, script):
    chat = open_chat(f"{server}/?q={QUOKKA}", java_script_enabled=script)
    quote = asked(server, QUOKKA)
    text = library.document(quote["document_id"]).text
    assert quote["text"] == text[quote["start"] : quote["end"]]
    assert "😀" in text[: quote["start"]]
    seen = quote["text"].replace("\0", "\ufffd")
    assert chat.raw(chat.quotes.first) == seen
    assert chat.raw(chat.mark) == seen
    expect(chat.page.locator("#source h2")).to_have_text("<i>Odd</i> \u202etitle")
    chat.citations.first.click()
    if script:
        chat.page.get_by_role("link", name="Whole document").click()
    citation = quote["citation"]
    expect(chat.page).to_have_url(f"{server}{citation['url']}&sha256={citation['sha256'][:16]}#quote")
    assert chat.raw(chat.page.locator("article .text")) == text.replace("\0", "\ufffd")
    assert chat.raw(chat.page.locator("mark")) == seen
    assert chat.page.evaluate("window.hacked") is None


def test_a_link_to_a_quote_scrolls_to_it(open_chat, server):
    quote = asked(server, "Who built the lighthouse of the harbour?")
    chat = open_chat(f"{server}{quote['citation']['url']}#quote")
    assert chat.raw(chat.page.locator("mark")) == quote["text"]
    assert chat.is_in_view(chat.quote)
    assert chat.page.evaluate("scrollY") > 0


def test_a_place_outside_the_text_is_a_page_that_says_so(open_chat, server, watch):
    watch.expected.append("422")
    chat = open_chat(f"{server}/documents/museum?start=0&end=99999")
    expect(chat.page.locator("#detail")).to_contain_text("99999")
    chat.page.get_by_role("link", name="the documents").click()
    chat.page.get_by_role("link", name="Museum", exact=True).click()
    expect(chat.page.locator("h1")).to_have_text("Museum")


def test_nothing_is_wider_than_a_small_window(open_chat, server):
    chat = open_chat(server, viewport={"width": 320, "height": 640})
    for path in ("", f"?q={QUOKKA}", "documents", "documents/museum", "docs", "?q=Xylophone"):
        chat.page.goto(f"{server}/{path}")
        assert not chat.is_too_wide(), path


def test_nothing_is_fetched_from_elsewhere_and_little_from_here(open_chat, server):
    chat = open_chat(server)
    chat.ask(QUOKKA)
    sizes = chat.page.evaluate("performance.getEntries().map(entry => entry.transferSize || 0)")
    assert 0 < sum(sizes) < 60_000
