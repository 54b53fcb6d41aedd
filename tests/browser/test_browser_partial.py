"""A server of the library that does not answer, in a browser: one click answers without it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.server.test_partial import PLACE, torn

TICKET = "What does a ticket cost?"


def test_one_click_answers_without_the_server_and_the_answer_says_so(open_chat, watch):
    watch.expected.append("503")
    with torn() as library, serving(library, min_confidence=0.0) as running:
        chat = open_chat(running.url)
        chat.box.fill(TICKET)
        chat.box.press("Enter")
        error = chat.page.locator("#error")
        expect(error).to_contain_text(PLACE)
        error.locator("button").click()
        expect(chat.turns).to_have_count(1)
        expect(chat.page.locator("#latest .partial")).to_contain_text(f"No response from {PLACE}")
        expect(error).to_be_empty()
        expect(chat.mark).to_be_visible()
        chat.page.locator("#latest .partial a").click()
        expect(error).to_contain_text(PLACE)
        expect(chat.turns).to_have_count(1)
        error.locator("button").click()
        expect(error).to_be_empty()
        expect(chat.turns).to_have_count(1)


def test_without_script_a_button_on_the_page_does_it(open_chat, watch):
    watch.expected.append("503")
    with torn() as library, serving(library, min_confidence=0.0) as running:
        chat = open_chat(running.url, java_script_enabled=False)
        chat.box.fill(TICKET)
        chat.page.locator("#ask button").click()
        expect(chat.page.locator("#detail")).to_contain_text(PLACE)
        chat.page.locator("#without button").click()
        expect(chat.page.locator("#latest .partial")).to_contain_text(PLACE)
