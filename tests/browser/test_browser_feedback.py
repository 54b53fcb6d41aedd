"""What readers say of an answer in a browser, and the passage that they mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import qa
from tests.browser.conftest import Chat, serving

LOG = (
    "😀 The log begins. 👩‍👩‍👧 The lamp of the tower was lit in 1874 by 𝟙𝟜 men.\n\n"
    "Nobody wrote of the second keeper.\n\nHer name was Inga & she came by boat."
)
SELECT = """([first, last]) => {
    const text = document.querySelector("#source .text");
    const place = (words, atEnd) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const found = walker.currentNode.data.indexOf(words);
            if (found >= 0) return [walker.currentNode, found + (atEnd ? words.length : 0)];
        }
    };
    getSelection().setBaseAndExtent(...place(first, false), ...place(last, true));
}"""  # from the beginning of some words to the end of others


@dataclass
class Kept:
    """A library that takes feedback, and the address of a server over it."""

    library: qa.Library
    url: str

    @property
    def only(self) -> qa.Feedback:
        (feedback,) = self.library.feedback()
        return feedback


@pytest.fixture
def log() -> Iterator[Kept]:
    """A library of its own, being served. Named before `open_chat`, so that pages are closed before the server is."""
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        library.add(qa.Document(id="log/1", text=LOG, title="Log"))
        yield Kept(library, running.url)


def judge(chat: Chat, button: str) -> Any:
    """Send what is said of the latest answer with one of the buttons of its form, and return the form."""
    form = chat.page.locator("#latest .feedback")
    form.locator(".said").evaluate("said => said.replaceChildren()")
    form.locator("details").evaluate("details => { details.open = true; }")
    form.get_by_role("button", name=button, exact=True).click()
    expect(form.locator(".said")).to_have_text("Kept until the server stops: this library is in memory.")
    return form


@pytest.mark.parametrize(("name", "verdict"), [("Right", "right"), ("Not in these documents", "not_here")])
def test_a_verdict_is_kept_with_the_quote_it_is_about(log, open_chat, name, verdict):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    chat.ask("Who lit it?")
    judge(chat, name)
    assert (log.only.verdict, log.only.question, log.only.passage) == (verdict, "Who lit it?", None)
    assert log.only.history == ("When was the lamp of the tower lit?",)
    assert log.only.quote.text == chat.raw(chat.quotes.first)
    assert log.only.quote.holds(log.library.document("log/1"))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1874", "𝟙𝟜 men", "1874 by 𝟙𝟜 men"),
        ("Nobody", "Her name was Inga & she", "Nobody wrote of the second keeper.\n\nHer name was Inga & she"),
        (" The log", "lamp ", "The log begins. 👩‍👩‍👧 The lamp"),
    ],
    ids=["after an emoji", "two paragraphs", "white space around"],
)
def test_words_selected_in_the_source_are_the_right_passage(log, open_chat, first, last, words):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    form = judge(chat, "Wrong")
    chat.page.evaluate(SELECT, [first, last])
    form.get_by_role("button", name="Use this passage").click()
    expect(form.locator(".picked")).to_be_visible()
    assert chat.raw(form.locator(".picked")) == words
    form.get_by_label("Note").fill("It is <here>.")
    judge(chat, "Save")
    start = LOG.index(words)
    assert log.only.passage == qa.Excerpt.of(log.library.document("log/1"), start, start + len(words))
    assert (log.only.verdict, log.only.note) == ("wrong", "It is <here>.")


def test_words_found_in_the_source_are_the_right_passage(log, open_chat):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    form = judge(chat, "Wrong")
    box = chat.page.get_by_role("searchbox", name="Find in this document")
    box.fill("her name was inga")
    box.press("Enter")
    expect(chat.mark).to_have_text("Her name was Inga")
    form.get_by_role("button", name="Use this passage").click()
    expect(form.locator(".picked")).to_have_text("Her name was Inga")
    judge(chat, "Save")
    assert log.only.passage.holds(log.library.document("log/1"))


def test_what_was_said_is_remembered_after_a_reload_and_can_be_changed(log, open_chat):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    form = judge(chat, "Wrong")
    form.get_by_label("Note").fill("Ask the keeper.")
    judge(chat, "Save")
    expect(form.get_by_role("button", name="Wrong")).to_have_attribute("aria-pressed", "true")
    chat.page.reload()
    expect(form.get_by_role("button", name="Wrong")).to_have_attribute("aria-pressed", "true")
    expect(form.locator("textarea")).to_have_value("Ask the keeper.")
    judge(chat, "Right")
    expect(form.get_by_role("button", name="Right")).to_have_attribute("aria-pressed", "true")
    expect(form.get_by_role("button", name="Wrong")).to_have_attribute("aria-pressed", "false")
    assert (log.only.verdict, log.only.note) == ("right", "Ask the keeper.")


def test_who_says_not_here_after_all_takes_the_passage_back(log, open_chat):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    form = judge(chat, "Wrong")
    form.get_by_role("button", name="Use this passage").click()
    judge(chat, "Wrong")
    assert log.only.passage
    judge(chat, "Not in these documents")
    expect(form.locator(".picked")).to_be_hidden()
    assert (log.only.verdict, log.only.passage) == ("not_here", None)
    judge(chat, "Wrong")
    assert log.only.passage is None


def test_a_verdict_is_of_one_answer_and_not_of_the_next_to_the_same_question(log, open_chat):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    chat.ask("Who lit it?")
    judge(chat, "Wrong")
    chat.page.keyboard.press("Escape")
    chat.page.locator("[data-again=literal]").click()
    expect(chat.page.locator("#latest .understood")).to_contain_text("Earlier questions were ignored")
    expect(chat.page.locator("[aria-pressed=true]")).to_have_count(0)
    chat.settle()
    chat.page.reload()
    expect(chat.page.locator("#latest .understood")).to_contain_text("Earlier questions were ignored")
    expect(chat.page.locator("[aria-pressed=true]")).to_have_count(0)


def test_nothing_selected_is_said_to_be(log, open_chat):
    chat = open_chat(log.url)
    chat.ask("When was the lamp of the tower lit?")
    form = judge(chat, "Wrong")
    chat.page.get_by_role("button", name="Close the source").click()
    form.get_by_role("button", name="Use this passage").click()
    expect(form.locator(".said")).to_contain_text("First select words")


def test_a_verdict_is_kept_without_a_script(log, open_chat):
    chat = open_chat(f"{log.url}/?q=When was the lamp of the tower lit?", java_script_enabled=False)
    quote = chat.raw(chat.quotes.first)
    chat.page.locator(".feedback summary").click()
    chat.page.get_by_label("Note").fill("Well\nfound.")
    chat.page.get_by_role("button", name="Right").click()
    expect(chat.page.locator("h1")).to_have_text("Kept until the server stops: this library is in memory.")
    assert (log.only.verdict, log.only.note, log.only.quote.text) == ("right", "Well\nfound.", quote)
    chat.page.get_by_role("link", name="Back to the answer").click()
    assert urlsplit(chat.page.url).path == "/"
    assert chat.raw(chat.quotes.first) == quote


def test_a_read_only_server_asks_for_no_verdict(log, open_chat):
    with serving(log.library, min_confidence=0.0, read_only=True) as running:
        chat = open_chat(running.url)
        chat.ask("When was the lamp of the tower lit?")
        expect(chat.quotes.first).to_be_visible()
        expect(chat.page.locator(".feedback")).to_have_count(0)
