"""One conversation in two windows of a browser: neither loses what the other asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Chat
from tests.browser.test_browser_conversations import FUNICULAR, LIGHTHOUSE, TICKET, kept, names, open_list


@pytest.fixture
def windows(open_chat: Callable[..., Chat], server: str) -> tuple[Chat, Chat]:
    """Two windows of one browser with one conversation, in which the second has asked first, and then the other."""
    chat = open_chat(server)
    chat.ask(TICKET)
    other = Chat(chat.page.context.new_page())
    other.page.goto(server)
    open_list(other)
    names(other).first.click()
    expect(other.questions).to_have_text([TICKET])
    other.ask(LIGHTHOUSE)
    chat.ask(FUNICULAR)
    assert kept(chat) == [[TICKET, LIGHTHOUSE, FUNICULAR]]
    return chat, other


def test_two_windows_that_ask_in_one_conversation_lose_nothing(windows):
    for window in windows:
        open_list(window)
        expect(names(window)).to_have_text([TICKET])
        names(window).first.click()
        expect(window.questions).to_have_text([TICKET, LIGHTHOUSE, FUNICULAR])


def test_a_reload_shows_what_a_window_asked_though_another_asked_before(windows):
    chat, _ = windows
    chat.page.reload()
    expect(chat.questions.last).to_have_text(FUNICULAR)
