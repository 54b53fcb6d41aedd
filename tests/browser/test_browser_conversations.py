"""Conversations that the browser keeps: whole, listed, found again, and not lost by a step back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

import qa
from tests.browser.conftest import Chat, serving

TICKET = "What does a ticket cost?"
LIGHTHOUSE = "When was the lighthouse built?"
FUNICULAR = "What does a funicular ride cost?"
KEPT = """async () => {
    const opened = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const database = await opened(indexedDB.open("quoth"));
    const turns = await opened(database.transaction("turns").objectStore("turns").getAll());
    database.close();
    return turns.map((kept) => kept.turns.map((turn) => turn.question));
}"""


def kept(chat: Chat) -> list[list[str]]:
    """Return the questions of each conversation that is kept, once what is being kept is."""
    return sorted(chat.page.evaluate(KEPT))


def open_list(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Conversations").click()
    expect(chat.page.locator("#conversation-note")).not_to_be_empty()


def close_list(chat: Chat) -> None:
    chat.page.locator("#conversations").get_by_role("button", name="Close").click()
    expect(chat.page.locator("#conversations")).to_be_hidden()


def names(chat: Chat) -> Any:
    return chat.page.locator("#conversation-list .name")


def begin(chat: Chat, *questions: str) -> None:
    """Begin a conversation and ask in it."""
    chat.page.get_by_role("link", name="New", exact=True).click()
    expect(chat.turns).to_have_count(0)
    for question in questions:
        chat.ask(question)


@pytest.fixture
def three(open_chat: Callable[..., Chat], server: str) -> Chat:
    """A window with three conversations; the last one is shown."""
    chat = open_chat(server)
    for question in (TICKET, LIGHTHOUSE, FUNICULAR):
        begin(chat, question)
    return chat


def test_a_conversation_longer_than_a_link_is_whole_after_a_reload(open_chat, server):
    chat = open_chat(server)
    questions = [f"What does the harbour log of day {day} tell of?" for day in range(11, 23)]
    for question in questions:
        chat.ask(question)
    quotes = chat.page.locator("#turns .quotes > li > blockquote > p")
    citations = chat.page.locator("#turns .quotes > li > .cite > a")
    quoted, cited = chat.raw(quotes), chat.raw(citations)
    assert kept(chat) == [questions]
    chat.page.reload()
    expect(chat.questions).to_have_text(questions)
    assert (chat.raw(quotes), chat.raw(citations)) == (quoted, cited)
    citations.first.click()
    expect(chat.mark).to_have_text(chat.raw(quotes.first))
    assert chat.is_in_view(chat.quote)


def test_conversations_are_listed_the_last_used_first_and_opened(three):
    chat = three
    chat.turn_keys_on()
    chat.command("c")
    expect(names(chat)).to_have_text([FUNICULAR, LIGHTHOUSE, TICKET])
    expect(chat.page.locator("#conversation-list [aria-current]")).to_have_text(FUNICULAR)
    names(chat).last.click()
    expect(chat.questions).to_have_text([TICKET])
    assert "€14" in chat.raw(chat.quotes.first)
    chat.ask("Who founded the museum?")
    chat.page.reload()
    open_list(chat)
    expect(names(chat)).to_have_text([TICKET, FUNICULAR, LIGHTHOUSE])
    expect(chat.page.locator("#conversation-list .hint").first).to_contain_text("2 questions")


def test_a_new_conversation_begins_with_the_key_n(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}")
    chat.ask(LIGHTHOUSE)
    chat.turn_keys_on()
    chat.command("n")
    expect(chat.turns).to_have_count(0)
    expect(chat.page).to_have_url(f"{server}/")
    expect(chat.box).to_be_focused()
    expect(chat.source).to_be_hidden()
    chat.ask(FUNICULAR)
    assert kept(chat) == [[FUNICULAR], [TICKET, LIGHTHOUSE]]


def test_conversations_are_searched_by_question_and_by_quote(three):
    chat = three
    open_list(chat)
    search = chat.page.get_by_label("Search questions and quotes")
    expect(search).to_be_focused()
    for wanted, found in (("LIGHTHOUSE BUILT", LIGHTHOUSE), ("children under 12", TICKET)):
        search.fill(wanted)
        expect(names(chat)).to_have_text([found])
    expect(chat.page.locator("#conversations [role=status]")).to_have_text("1 conversation")
    search.fill("zeppelin")
    expect(names(chat)).to_have_count(0)
    expect(chat.page.locator("#conversation-note")).to_have_text("No conversation contains these words.")
    search.fill("")
    expect(names(chat)).to_have_count(3)


def test_a_conversation_is_renamed(three):
    chat = three
    open_list(chat)
    chat.page.get_by_role("button", name=f"Rename {TICKET}").click()
    box = chat.page.get_by_label("Name of the conversation")
    box.fill("Not this")
    box.press("Escape")
    expect(names(chat)).to_have_text([FUNICULAR, LIGHTHOUSE, TICKET])
    chat.page.get_by_role("button", name=f"Rename {TICKET}").click()
    box.fill("  <b>Prices</b> ")
    box.press("Enter")
    expect(names(chat).last).to_have_text("<b>Prices</b>")
    expect(names(chat).last).to_be_focused()
    chat.page.reload()
    open_list(chat)
    expect(names(chat)).to_have_text([FUNICULAR, LIGHTHOUSE, "<b>Prices</b>"])


def test_a_deleted_conversation_can_be_put_back(three):
    chat = three
    open_list(chat)
    delete = chat.page.get_by_role("button", name=f"Delete {LIGHTHOUSE}")
    delete.click()
    expect(chat.page.get_by_role("button", name="Undo")).to_be_focused()
    assert kept(chat) == [[FUNICULAR], [TICKET]]
    chat.page.keyboard.press("Enter")
    expect(names(chat)).to_have_text([FUNICULAR, LIGHTHOUSE, TICKET])
    delete.click()
    expect(chat.page.locator("#conversation-list")).to_contain_text(f"Deleted: {LIGHTHOUSE}.")
    chat.page.reload()
    open_list(chat)
    expect(names(chat)).to_have_text([FUNICULAR, TICKET])


def test_asking_in_a_conversation_that_was_deleted_keeps_what_is_shown(open_chat, server):
    chat = open_chat(server)
    chat.ask(TICKET)
    open_list(chat)
    chat.page.get_by_role("button", name=f"Delete {TICKET}").click()
    expect(chat.page.get_by_role("button", name="Undo")).to_be_focused()
    close_list(chat)
    chat.ask(LIGHTHOUSE)
    assert kept(chat) == [[TICKET, LIGHTHOUSE]]


def test_a_question_after_a_step_back_begins_a_conversation_and_loses_none(open_chat, server):
    chat = open_chat(server)
    chat.ask(TICKET)
    chat.ask(LIGHTHOUSE)
    chat.page.go_back()
    expect(chat.questions).to_have_text([TICKET])
    chat.ask(FUNICULAR)
    assert kept(chat) == [[TICKET, FUNICULAR], [TICKET, LIGHTHOUSE]]
    open_list(chat)
    names(chat).last.click()
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])


def test_back_and_forward_go_from_conversation_to_conversation(open_chat, server):
    chat = open_chat(server)
    chat.ask(TICKET)
    begin(chat, LIGHTHOUSE)
    for shown in ([], [TICKET], []):
        chat.page.go_back()
        expect(chat.questions).to_have_text(shown)
    for shown in ([TICKET], [], [LIGHTHOUSE]):
        chat.page.go_forward()
        expect(chat.questions).to_have_text(shown)
    chat.ask(FUNICULAR)
    assert kept(chat) == [[TICKET], [LIGHTHOUSE, FUNICULAR]]


def test_a_draft_outlives_a_reload_and_stays_with_its_conversation(open_chat, server):
    chat = open_chat(server)
    chat.ask(TICKET)
    chat.box.fill("And for children?")
    chat.page.reload()
    expect(chat.box).to_have_value("And for children?")
    chat.page.get_by_role("link", name="New", exact=True).click()
    expect(chat.turns).to_have_count(0)
    expect(chat.box).to_have_value("")
    chat.box.fill("Something else")
    open_list(chat)
    names(chat).first.click()
    expect(chat.questions).to_have_text([TICKET])
    expect(chat.box).to_have_value("And for children?")
    chat.page.get_by_role("link", name="New", exact=True).click()
    expect(chat.box).to_have_value("Something else")


def test_a_quote_whose_document_has_changed_or_gone_is_shown_and_says_so(open_chat):
    bees = qa.Document(id="bees", text="A hive holds 40,000 bees in summer.", title="Bees")
    ants = qa.Document(id="ants", text="An ant lifts fifty times its weight.", title="Ants")
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        library.add(bees, ants)
        chat = open_chat(running.url)
        chat.ask("How many bees does a hive hold?")
        expect(chat.page.locator(".state")).to_have_count(0)
        library.add(qa.Document(id="bees", text="In winter a hive holds 10,000 bees.", title="Bees"))
        chat.page.reload()
        expect(chat.page.locator("#latest .state")).to_have_text("The document has changed since it was quoted.")
        assert chat.raw(chat.quotes.first) == bees.text
        expect(chat.source).to_be_hidden()
        chat.citations.first.click()
        expect(chat.page.locator("#source .changed")).to_be_visible()
        expect(chat.mark).to_have_count(0)
        library.remove("bees")
        chat.page.reload()
        expect(chat.page.locator("#latest .state")).to_have_text("The document is no longer here.")
        assert chat.raw(chat.quotes.first) == bees.text


def test_a_follow_up_is_asked_literally_and_back_in_its_place(open_chat, server):
    chat = open_chat(server)
    chat.ask(LIGHTHOUSE)
    chat.ask("Who built it?")
    understood = chat.page.locator("#latest .understood")
    expect(understood).to_contain_text("Understood as: ")
    as_follow_up = chat.raw(chat.page.locator("#latest .quotes"))
    chat.page.get_by_role("link", name="Ignore earlier questions").click()
    expect(understood).to_contain_text("Earlier questions were ignored.")
    expect(chat.questions).to_have_text([LIGHTHOUSE, "Who built it?"])
    chat.turn_keys_on()
    chat.command("l")
    expect(understood).to_contain_text("Understood as: ")
    assert chat.raw(chat.page.locator("#latest .quotes")) == as_follow_up
    chat.command("l")
    expect(understood).to_contain_text("Earlier questions were ignored")
    assert kept(chat) == [[LIGHTHOUSE, "Who built it?"]]
    chat.page.reload()
    expect(understood).to_contain_text("Earlier questions were ignored")


def test_a_browser_that_keeps_nothing_still_asks_and_answers(open_chat, server):
    chat = open_chat(server)
    chat.page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('no'); }")
    chat.page.reload()
    chat.ask(TICKET)
    chat.ask(LIGHTHOUSE)
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    open_list(chat)
    expect(chat.page.locator("#conversation-note")).to_contain_text("does not let pages save anything")
    close_list(chat)
    chat.page.reload()
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])


def test_a_conversation_that_cannot_be_shown_is_asked_again(open_chat, server, watch):
    watch.expected.append("422")
    chat = open_chat(server)
    chat.ask(TICKET)
    chat.page.route(f"{server}/conversation", lambda route: route.fulfill(status=422, body="no"))
    chat.page.locator("#new").click()
    expect(chat.turns).to_have_count(0)
    chat.page.locator("#open-conversations").click()
    chat.page.locator("#conversations .name").click()
    expect(chat.questions).to_have_text([TICKET])
