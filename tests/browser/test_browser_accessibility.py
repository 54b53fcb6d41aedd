"""The rules of axe-core on each kind of page, in light and dark; and what a reader's settings change."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = {
    "empty": "/",
    "answered": "/?q=When was the lighthouse built?",
    "not answered": "/?q=Xylophone zeppelin?",
    "follow-up": "/?earlier=When was the lighthouse built?&q=Who built it?",
    "document": "/documents/harbour?start=0&end=40",
    "documents": "/documents",
    "reference": "/docs",
}
PHONE = {"viewport": {"width": 375, "height": 720}}


def violations(page: Page) -> list[str]:
    """Return the rules that the page breaks, and where."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule(open_chat, server, scheme):
    chat = open_chat(server, color_scheme=scheme)
    for name, path in PAGES.items():
        chat.page.goto(f"{server}{path}")
        assert violations(chat.page) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_silent_server_breaks_a_rule(open_chat, silent_server, scheme):
    chat = open_chat(f"{silent_server}/?q=When was the lighthouse built?", color_scheme=scheme)
    expect(chat.page.locator(".near")).to_be_visible()
    assert violations(chat.page) == []


def test_overlays_break_no_rule(open_chat, server):
    chat = open_chat(f"{server}{PAGES['answered']}", **PHONE)
    assert violations(chat.page) == []
    chat.page.get_by_role("button", name="Keys").click()
    assert violations(chat.page) == []
    chat.page.keyboard.press("Escape")
    chat.citations.first.click()
    expect(chat.source).to_be_visible()
    chat.page.wait_for_timeout(250)  # the colours of a panel that still slides in are not yet its own
    assert violations(chat.page) == []


def test_colours_and_motion_follow_the_reader(open_chat, server):
    colours = set()
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        chat = open_chat(f"{server}{PAGES['answered']}", reduced_motion="reduce", **options)
        colours.add(chat.quote.evaluate("mark => getComputedStyle(mark).backgroundColor"))
        assert chat.page.evaluate("document.getAnimations().length") == 0
    assert len(colours) == 3


def test_the_first_stop_of_the_tab_key_skips_to_the_box(open_chat, server):
    chat = open_chat(f"{server}{PAGES['answered']}")
    chat.page.keyboard.press("Tab")
    expect(chat.page.locator(".skip")).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.page.locator("#question")).to_be_focused()
