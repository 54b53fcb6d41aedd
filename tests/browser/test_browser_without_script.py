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
    expect(chat.page.get_by_role("button")).to_have_text(["Right", "Wrong", "Ask", "Find", "Apply"])


def test_on_a_phone_the_source_follows_the_answer(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", java_script_enabled=False, viewport={"width": 375, "height": 700})
    expect(chat.source).to_be_visible()
    chat.page.get_by_role("link", name="Go to the quote").click()
    assert chat.is_in_view(chat.quote)


def test_errors_keep_what_was_typed(chat, watch):
    watch.expected.append("422")
    submit(chat, TICKET)
    chat.box.fill("é" * 4_001)
    chat.page.get_by_role("button", name="Ask").click()
    expect(chat.page.locator("#error")).to_contain_text("4,001")
    expect(chat.box).to_have_value("é" * 4_001)
    expect(chat.questions).to_have_text([TICKET])


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1280, 400), (375, 667), (320, 480)])
def test_no_head_hides_the_quote(open_chat, server, width, height):
    size = {"viewport": {"width": width, "height": height}}
    chat = open_chat(f"{server}/?q=Who built the lighthouse of the harbour?", java_script_enabled=False, **size)
    chat.page.get_by_role("link", name="Go to the quote").click()
    assert chat.is_in_view(chat.quote)
    chat.citations.first.click()
    assert chat.is_in_view(chat.quote)
    chat.page.get_by_role("searchbox", name="Find in this document").fill("night 60 tells")
    chat.page.get_by_role("button", name="Find", exact=True).click()
    assert chat.is_in_view(chat.quote)


def test_colours_and_language_leave_the_conversation_and_the_draft(chat):
    submit(chat, TICKET)
    submit(chat, LIGHTHOUSE)
    chat.box.fill("Half a\nquestion")
    chat.page.get_by_label("Theme").select_option("dark")
    chat.page.get_by_role("button", name="Apply").click()
    expect(chat.page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    expect(chat.box).to_have_value("Half a\nquestion")
    chat.page.locator("select[name=language]").select_option("de")
    chat.page.get_by_role("button", name="Apply").click()
    expect(chat.page.locator("html")).to_have_attribute("lang", "de")
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    expect(chat.box).to_have_value("Half a\nquestion")


def test_enter_steps_through_what_is_found(open_chat, server):
    chat = open_chat(f"{server}/documents/harbour", java_script_enabled=False)
    box = chat.page.get_by_role("searchbox", name="Find in this document")
    for number, words in enumerate(("no ships", "no ships", "no ships"), 1):
        box.fill(words)
        box.press("Enter")
        expect(chat.page.locator(".found")).to_have_text(f"{number} of 119")
    expect(chat.page.locator("mark.hit")).to_have_count(118)
    box.fill("little wind")
    box.press("Enter")
    expect(chat.page.locator(".found")).to_have_text("1 of 119")
