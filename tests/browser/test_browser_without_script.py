"""The chat with JavaScript turned off."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

TICKET = "What does a ticket cost?"
LIGHTHOUSE = "When was the lighthouse built?"


@pytest.fixture
def chat(open_chat, server):
    return open_chat(server, java_script_enabled=False)


def submit(chat: Any, question: str) -> None:
    chat.box.fill(question)
    chat.page.get_by_role("button", name="Ask").click()
    expect(chat.page.locator("#latest > h2")).to_have_text(question)


def test_ask_read_and_open_the_source(chat, server):
    submit(chat, "Who built the lighthouse of the harbour?")
    quote = chat.raw(chat.quotes.first)
    assert "Maria Lund" in quote
    assert chat.raw(chat.mark) == quote
    chat.page.get_by_role("link", name="Go to the quote").click()
    assert chat.is_in_view(chat.quote)
    address = chat.citations.first.get_attribute("href")
    chat.citations.first.click()
    expect(chat.page).to_have_url(f"{server}{address}")
    expect(chat.page.locator("h1")).to_have_text("Harbour log")
    assert chat.raw(chat.page.locator("mark")) == quote
    assert chat.is_in_view(chat.quote)


def test_other_sources_of_a_fact_open_without_a_script(chat):
    submit(chat, "What does a funicular ride cost?")
    expect(chat.page.locator("#latest .disagrees")).to_have_count(2)
    other = chat.page.locator("#latest .also a")
    title = other.locator("bdi").first.inner_text()
    other.click()
    expect(chat.page.locator("h1")).to_have_text(title)
    assert "unicular ride" in chat.raw(chat.page.locator("mark"))


def test_earlier_turns_are_kept(chat):
    submit(chat, TICKET)
    first = chat.raw(chat.quotes)
    submit(chat, LIGHTHOUSE)
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    assert chat.raw(chat.page.locator("#turns > li:first-child blockquote:not(.aside) > p")) == first
    chat.page.get_by_role("link", name="Link to this answer").click()
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])


def test_what_needs_a_script_is_not_shown(chat):
    submit(chat, TICKET)
    expect(chat.page.get_by_role("button")).to_have_text(
        ["Right", "Wrong", "Not in these documents", "Ask", "Find", "Apply"]
    )


def test_on_a_phone_the_source_follows_the_answer(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", java_script_enabled=False, viewport={"width": 375, "height": 700})
    expect(chat.source).to_be_visible()
    chat.page.get_by_role("link", name="Go to the quote").click()
    assert chat.is_in_view(chat.quote)


def test_errors_keep_what_was_typed(chat, watch):
    watch.expected.append("422")
    submit(chat, TICKET)
    chat.box.evaluate("box => box.removeAttribute('maxlength')")
    chat.box.fill("é" * 4_001)
    chat.page.get_by_role("button", name="Ask").click()
    expect(chat.page.locator("#error")).to_contain_text("4,001")
    expect(chat.box).to_have_value("é" * 4_001)
    expect(chat.questions).to_have_text([TICKET])
