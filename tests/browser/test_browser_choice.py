"""Choosing in a browser which documents are asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.shelf import (
    LIGHTHOUSE,
    close_panel,
    open_panel,
    scope,
)


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
