"""The rules of axe-core on each state of the pages, in each theme; what is read aloud, and what settings change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Chat

TICKET = "/?q=What does a ticket cost?"
LIGHTHOUSE = "/?q=When was the lighthouse built?"
FOLLOW_UP = "/?earlier=When was the lighthouse built?&q=Who built it?"
PHONE = {"viewport": {"width": 375, "height": 720}}


def violations(page: Page) -> list[str]:
    """Return the rules that the page breaks, and where."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def chosen_theme(open_chat: Callable[..., Chat], server: str, theme: str, **options: Any) -> Chat:
    """Open the first page in the colours of a theme, which differ from those of the system."""
    chat = open_chat(server, color_scheme="light" if theme == "dark" else "dark", **options)
    chat.page.context.add_cookies([{"name": "quoth-theme", "value": theme, "url": server}])
    chat.page.reload()
    expect(chat.page.locator("html")).to_have_attribute("data-theme", theme)
    return chat


def go(path: str) -> Callable[[Chat], None]:
    def there(chat: Chat) -> None:
        url = urlsplit(chat.page.url)
        chat.page.goto(f"{url.scheme}://{url.netloc}{path}")

    return there


def find_in_source(chat: Chat) -> None:
    go(TICKET)(chat)
    box = chat.page.get_by_role("searchbox", name="Find in this document")
    box.fill("the")
    box.press("Enter")
    expect(chat.page.locator(".found")).to_be_visible()


def say_what_is_wrong(chat: Chat) -> None:
    go(TICKET)(chat)
    chat.page.get_by_role("button", name="Wrong").click()
    expect(chat.page.locator("[data-pick]")).to_be_visible()
    chat.page.locator("[data-pick]").click()
    expect(chat.page.locator(".picked")).to_be_visible()


def list_conversations(chat: Chat) -> None:
    go("/")(chat)
    for question in ("Who founded the museum?", "When was the lighthouse built?"):
        chat.page.get_by_role("link", name="New", exact=True).click()
        expect(chat.turns).to_have_count(0)
        chat.ask(question)
    chat.page.get_by_role("button", name="Conversations").click()
    expect(chat.page.locator("#conversation-list li")).to_have_count(2)


def rename_a_conversation(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Rename").first.click()
    expect(chat.page.get_by_label("Name of the conversation")).to_be_focused()


def delete_a_conversation(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Delete").last.click()
    expect(chat.page.get_by_role("button", name="Undo")).to_be_focused()


def open_documents(chat: Chat) -> None:
    go(LIGHTHOUSE)(chat)
    chat.page.locator("#open-library").click()
    expect(chat.page.locator("#panel")).to_be_visible()


def open_keys(chat: Chat) -> None:
    go("/")(chat)
    chat.page.get_by_role("button", name="Shortcuts").click()
    expect(chat.page.locator("#keys")).to_be_visible()


STATES: dict[str, Callable[[Chat], None]] = {
    "front": go("/"),
    "answered": go(LIGHTHOUSE),
    "disagreement": go("/?q=What does a funicular ride cost?"),
    "not answered": go("/?q=Xylophone zeppelin?"),
    "follow-up": go(FOLLOW_UP),
    "follow-up as it stands": go(f"{FOLLOW_UP}&literal=1"),
    "found in the source": find_in_source,
    "feedback": say_what_is_wrong,
    "conversations": list_conversations,
    "renaming": rename_a_conversation,
    "deleted": delete_a_conversation,
    "documents panel": open_documents,
    "keys": open_keys,
    "document": go("/documents/harbour?start=0&end=40"),
    "found in a document": go("/documents/harbour?find=calm water&nth=2"),
    "documents": go("/documents"),
    "removing": go("/remove?id=museum"),
    "feedback is kept": go("/feedback?back=/"),
    "problem": go("/documents/nowhere"),
    "reference": go("/docs"),
}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_state_breaks_a_rule(open_chat, server, watch, theme):
    watch.expected.append("404")
    chat = chosen_theme(open_chat, server, theme)
    for name, show in STATES.items():
        show(chat)
        assert violations(chat.page) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_silent_server_breaks_a_rule(open_chat, silent_server, scheme):
    chat = open_chat(f"{silent_server}{LIGHTHOUSE}", color_scheme=scheme)
    expect(chat.page.locator(".near")).to_be_visible()
    assert violations(chat.page) == []


def test_no_page_in_arabic_breaks_a_rule(open_chat, server):
    chat = open_chat(server, locale="ar")
    expect(chat.page.locator("html")).to_have_attribute("lang", "ar")
    for path in ("/", LIGHTHOUSE):
        go(path)(chat)
        assert violations(chat.page) == [], path


def test_a_screen_reader_is_told_of_the_answer_and_of_the_source(open_chat, server):
    chat = open_chat(server)
    status = chat.page.get_by_role("status").and_(chat.page.locator("#status"))
    chat.ask("Who built the lighthouse of the harbour?")
    verdict = chat.page.locator("#latest .verdict").inner_text().strip()
    expect(status).to_have_text(f"{verdict}. {chat.raw(chat.quotes.first)}")
    chat.citations.last.click()
    expect(status).to_have_text(f"Source: {chat.citations.last.inner_text()}")
    chat.ask("Xylophone zeppelin?")
    expect(status).to_contain_text("Not in these documents")


def test_overlays_break_no_rule(open_chat, server):
    chat = open_chat(f"{server}{LIGHTHOUSE}", **PHONE)
    assert violations(chat.page) == []
    chat.page.get_by_role("button", name="Shortcuts").click()
    assert violations(chat.page) == []
    chat.page.keyboard.press("Escape")
    chat.citations.first.click()
    expect(chat.source).to_be_visible()
    # The colours of a panel that still slides in are not yet its own.
    chat.page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => null)")
    assert violations(chat.page) == []


def test_colours_and_motion_follow_the_reader(open_chat, server):
    colours = set()
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        chat = open_chat(f"{server}{LIGHTHOUSE}", reduced_motion="reduce", **options)
        colours.add(chat.quote.evaluate("mark => getComputedStyle(mark).backgroundColor"))
        assert chat.page.evaluate("document.getAnimations().length") == 0
    assert len(colours) == 3


def test_the_first_stop_of_the_tab_key_skips_to_the_box(open_chat, server):
    chat = open_chat(f"{server}{LIGHTHOUSE}")
    chat.page.keyboard.press("Tab")
    expect(chat.page.locator(".skip")).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.page.locator("#question")).to_be_focused()


NAMES = """() => [...document.querySelectorAll("#latest :is(a, button, summary)")]
    .filter((node) => node.checkVisibility()).map((node) => node.ariaLabel ?? node.textContent.trim())"""
SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")]
    .filter((node) => node.checkVisibility() && !node.matches(".skip, .unseen, p:not([class]) > a"))
    .map((node) => [node.getBoundingClientRect(), node.outerHTML.slice(0, 90)])
    .filter(([box]) => box.width && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(([box, html]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""


def test_no_two_controls_of_an_answer_have_one_name(open_chat, server, silent_server):
    chat = open_chat(f"{server}/?q=What does the harbour log tell of?")
    for url in (None, f"{server}/?q=What does a funicular ride cost?", f"{silent_server}{LIGHTHOUSE}"):
        if url:
            chat.page.goto(url)
        chat.page.evaluate("document.querySelectorAll('#latest details').forEach(each => { each.open = true })")
        names = chat.page.evaluate(NAMES)
        assert len(names) == len(set(names)), sorted(names)


@pytest.mark.parametrize("phone", [False, True])
def test_what_is_pressed_is_large_enough(open_chat, server, phone):
    options = {"has_touch": True, "is_mobile": True, **PHONE} if phone else {}
    chat = open_chat(server, **options)
    least = 44 if phone else 24
    small: list[str] = []
    for path in ("/", LIGHTHOUSE, "/?q=Xylophone zeppelin?", "/documents", "/documents/harbour?start=0&end=40"):
        go(path)(chat)
        small += [f"{path} {each}" for each in chat.page.evaluate(SMALL, least)]
    assert small == []
