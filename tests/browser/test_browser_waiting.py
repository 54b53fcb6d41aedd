"""Answers that are long in coming, and servers that are away: nothing is lost, and nobody leaves the chat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

import qa
from tests.browser.conftest import Chat, serving

TICKET = "What does a ticket cost?"
LIGHTHOUSE = "When was the lighthouse built?"
FOUNDER = "Who founded the museum?"
PHONE = {"viewport": {"width": 375, "height": 720}, "has_touch": True, "is_mobile": True}


class Slow:
    """A chat whose answers come when they are let go, in their order."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.held: list[Route] = []
        self.rows = chat.page.locator("#waiting li")
        chat.page.route("**/next", lambda route: self.held.append(route))  # noqa: PLW0108 - it cannot take a built-in

    def send(self, question: str) -> None:
        self.chat.box.fill(question)
        self.chat.box.press("Enter")
        expect(self.chat.box).to_have_value("")

    def let_go(self) -> None:
        while not self.held:
            self.chat.page.wait_for_timeout(20)
        self.held.pop(0).continue_()


@pytest.fixture
def slow(open_chat: Callable[..., Chat], server: str) -> Slow:
    return Slow(open_chat(server))


def test_a_slow_answer_is_said_to_be_awaited_and_further_questions_wait(slow):
    slow.send(TICKET)
    expect(slow.rows).to_have_text([f"Searching…{TICKET}Cancel"])
    slow.send(LIGHTHOUSE)
    slow.send(FOUNDER)
    expect(slow.rows).to_have_text([f"Searching…{TICKET}Cancel", f"Next:{LIGHTHOUSE}Cancel", f"Next:{FOUNDER}Cancel"])
    slow.chat.box.fill("A fourth")
    slow.let_go()
    expect(slow.chat.questions).to_have_text([TICKET])
    expect(slow.rows).to_have_count(2)
    expect(slow.chat.box).to_have_value("A fourth")
    slow.let_go()
    slow.let_go()
    expect(slow.chat.questions).to_have_text([TICKET, LIGHTHOUSE, FOUNDER])
    expect(slow.rows).to_have_count(0)
    expect(slow.chat.box).to_have_value("A fourth")
    slow.chat.page.reload()
    expect(slow.chat.questions).to_have_text([TICKET, LIGHTHOUSE, FOUNDER])
    expect(slow.chat.box).to_have_value("A fourth")


def test_a_question_is_cancelled_and_comes_back_into_the_box(slow):
    slow.send(TICKET)
    slow.send(LIGHTHOUSE)
    slow.chat.page.get_by_role("button", name=f"Cancel: {TICKET}").click()
    expect(slow.chat.box).to_have_value(TICKET)
    expect(slow.chat.box).to_be_focused()
    expect(slow.chat.page.locator("#status")).to_have_text("Cancelled")
    slow.held.pop(0)
    slow.let_go()
    expect(slow.chat.questions).to_have_text([LIGHTHOUSE])
    expect(slow.rows).to_have_count(0)
    expect(slow.chat.box).to_have_value(TICKET)


def test_what_waits_while_the_server_goes_away_is_kept_and_asked_again(slow, watch):
    watch.expected.append("Failed to load resource")
    slow.send(TICKET)
    slow.send(LIGHTHOUSE)
    while not slow.held:
        slow.chat.page.wait_for_timeout(20)
    slow.held.pop(0).abort()
    expect(slow.chat.page.locator("#error")).to_contain_text("did not respond")
    expect(slow.rows).to_have_text([f"Not answered:{TICKET}Cancel", f"Not answered:{LIGHTHOUSE}Cancel", "Try again"])
    slow.chat.page.unroute("**/next")
    slow.chat.page.get_by_role("button", name="Try again").click()
    expect(slow.chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    expect(slow.rows).to_have_count(0)
    expect(slow.chat.page.locator("#error")).to_have_text("")


def test_a_text_over_the_limit_is_pasted_whole_and_said_to_be_too_long(open_chat, server):
    chat = open_chat(server, permissions=["clipboard-read", "clipboard-write"])
    chat.page.evaluate("navigator.clipboard.writeText('é'.repeat(4001) + '😀')")
    chat.box.press("ControlOrMeta+v")
    expect(chat.box).to_have_value("é" * 4_001 + "😀")
    expect(chat.page.locator("#error")).to_contain_text("The question has 4,002 characters; the limit is 4,000.")
    chat.box.press("Enter")
    expect(chat.box).to_have_value("é" * 4_001 + "😀")
    for _ in range(2):
        chat.box.press("Backspace")
    expect(chat.page.locator("#error")).to_have_text("")


def test_a_box_that_cuts_what_is_pasted_says_so(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", permissions=["clipboard-read", "clipboard-write"])
    chat.page.evaluate("navigator.clipboard.writeText('é'.repeat(300))")
    chat.page.get_by_role("searchbox", name="Find in this document").press("ControlOrMeta+v")
    expect(chat.page.get_by_role("alert").filter(has_text="Only 200 characters fit")).to_be_visible()
    chat.page.get_by_role("button", name="Close", exact=True).click()
    expect(chat.page.locator("#complaint")).to_have_count(0)


def test_no_click_leaves_the_chat_while_the_server_is_away(open_chat, library, watch):
    watch.expected.append("Failed to load resource")
    with serving(library, min_confidence=0.0) as running:
        chat = open_chat(running.url)
        chat.ask(TICKET)
        chat.ask("What does a funicular ride cost?")
        chat.page.locator("#turns > li").first.evaluate(
            """turn => turn.querySelector(".uses").insertAdjacentHTML(
                "afterend", "<a id=again data-again=more href='/?q=x'>again</a>")"""
        )
        running.stop()
        away = chat.page.get_by_role("alert").filter(has_text="did not respond")
        address = chat.page.url
        for act in (
            chat.citations.last.click,
            chat.page.locator("#latest .also a").click,
            chat.page.locator("#open-library").click,
            chat.page.locator("#new").click,
            chat.page.locator("#again").click,
            lambda: chat.page.locator("select[name=language]").select_option("de"),
            lambda: chat.page.locator("select[name=theme]").select_option("dark"),
        ):
            act()
            expect(away).to_be_visible()
            chat.page.get_by_role("button", name="Close", exact=True).click()
            expect(chat.turns).to_have_count(2)
            expect(chat.page).to_have_url(address)


def test_a_step_back_on_a_phone_closes_what_is_open(open_chat, server):
    chat = open_chat(server, **PHONE)
    chat.ask(TICKET)
    for opener, dialog in (
        ("#open-library", "#panel"),
        ("#open-conversations", "#conversations"),
        ("#open-keys", "#keys"),
    ):
        chat.page.locator(opener).click()
        expect(chat.page.locator(dialog)).to_be_visible()
        chat.page.go_back()
        expect(chat.page.locator(dialog)).to_be_hidden()
        expect(chat.questions).to_have_text([TICKET])
        chat.page.locator(opener).click()
        expect(chat.page.locator(dialog)).to_be_visible()
        chat.page.keyboard.press("Escape")
        expect(chat.page.locator(dialog)).to_be_hidden()
        expect(chat.questions).to_have_text([TICKET])
    chat.page.locator("#open-conversations").click()
    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.turns).to_have_count(0)
    chat.page.go_back()
    expect(chat.questions).to_have_text([TICKET])


def test_more_quotes_that_are_not_there_are_said_not_to_be(open_chat, monkeypatch):
    with qa.Library() as library:
        fees = [f"The fee of ward {ward} is {ward} crowns." for ward in ("one", "two", "three")]
        library.add(qa.Document(id="fees", text="\n\n".join(fees), title="Fees"))
        with serving(library, min_confidence=0.0) as running:
            chat = open_chat(running.url)
            chat.ask("What is the fee of the ward?")
            more = chat.page.get_by_role("link", name="Find more quotes")
            if not more.count():
                pytest.skip("fewer quotes than an answer may have")
            more.click()
            expect(chat.page.get_by_text("No more quotes found.")).to_be_visible()
            expect(more).to_have_count(0)
