"""The chat in a browser: asking, reading the source beside the answer, and the keyboard."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

import httpx2
from playwright.sync_api import Route, expect

import qa
from tests.browser.conftest import serving
from tests.server.guards.test_admission import Held
from tests.waiting import PATIENCE

TICKET = "What does a ticket cost?"
OPENING = "When does the pool open?"
LIGHTHOUSE = "When was the lighthouse built?"
PHONE = {"viewport": {"width": 375, "height": 720}, "has_touch": True, "is_mobile": True}


def test_an_answer_is_quoted_cited_and_shown_in_its_source(open_chat, server):
    chat = open_chat(server)
    chat.ask("Who built the lighthouse of the harbour?")
    expect(chat.page.locator("#latest .verdict")).to_contain_text("%")
    quote = chat.raw(chat.quotes.first)
    assert "Maria Lund" in quote
    assert chat.raw(chat.mark) == quote
    assert chat.is_in_view(chat.quote)
    expect(chat.citations.first).to_contain_text("Harbour log")
    expect(chat.citations.first).to_have_attribute("aria-current", "true")
    expect(chat.page.locator("#status")).to_contain_text("Maria Lund")
    expect(chat.box).to_be_focused()


def test_another_citation_swaps_the_source(open_chat, server):
    chat = open_chat(server)
    chat.ask(LIGHTHOUSE)
    quotes = chat.quotes
    assert quotes.count() >= 2
    chat.citations.nth(1).click()
    expect(chat.mark).to_have_text(chat.raw(quotes.nth(1)))
    expect(chat.page.locator("#source h2")).to_have_text(chat.citations.nth(1).locator("bdi").first.inner_text())
    expect(chat.citations.nth(1)).to_have_attribute("aria-current", "true")
    expect(chat.page.locator("[aria-current]")).to_have_count(1)
    assert chat.is_in_view(chat.quote)
    assert chat.page.url.startswith(f"{server}/?q=")


def test_other_sources_of_a_fact_open_and_a_source_that_disagrees_is_named(open_chat, server):
    chat = open_chat(server)
    chat.ask("What does a funicular ride cost?")
    expect(chat.quotes).to_have_count(2)
    expect(chat.page.locator("#latest .disagrees")).to_have_text(
        [f"Quote {number} says otherwise." for number in (2, 1)]
    )
    other = chat.page.locator("#latest .also a")
    expect(other).to_have_count(1)
    other.click()
    expect(other).to_have_attribute("aria-current", "true")
    expect(chat.page.locator("[aria-current]")).to_have_count(1)
    expect(chat.page.locator("#source h2")).to_have_text(other.locator("bdi").first.inner_text())
    assert "unicular ride" in chat.raw(chat.mark)
    assert chat.is_in_view(chat.quote)
    chat.turn_keys_on()
    chat.command("2")
    expect(chat.mark).to_have_text(chat.raw(chat.quotes.nth(1)))


def test_the_keyboard_is_enough(open_chat, server):
    chat = open_chat(server)
    chat.turn_keys_on()
    chat.page.reload()
    expect(chat.box).to_be_focused()
    chat.page.keyboard.type("When was")
    chat.page.keyboard.press("Shift+Enter")
    chat.page.keyboard.type("the lighthouse built?")
    chat.page.keyboard.press("Enter")
    expect(chat.turns).to_have_count(1)
    expect(chat.box).to_be_focused()
    assert chat.raw(chat.page.locator("#latest > h2")) == "When was\nthe lighthouse built?"
    chat.page.keyboard.press("Escape")
    expect(chat.box).not_to_be_focused()
    chat.page.keyboard.press("2")
    expect(chat.mark).to_have_text(chat.raw(chat.quotes.nth(1)))
    chat.page.keyboard.press("Escape")
    expect(chat.source).to_be_hidden()
    chat.page.keyboard.press("1")
    expect(chat.mark).to_have_text(chat.raw(chat.quotes.first))
    chat.page.keyboard.press("/")
    expect(chat.box).to_be_focused()
    chat.page.keyboard.type("1/?")
    expect(chat.box).to_have_value("1/?")


def test_what_is_typed_anywhere_goes_into_the_box_and_runs_nothing(open_chat, server):
    chat = open_chat(server, permissions=["clipboard-read", "clipboard-write"])
    chat.page.evaluate("navigator.clipboard.writeText('mine')")
    chat.ask(TICKET)
    for typed in ("why not?", "What did it cost? /yncdfl 0123456789"):
        chat.page.keyboard.type(typed)
        expect(chat.box).to_have_value(typed)
        chat.box.fill("")
    for place in (chat.citations.first, chat.page.locator("#latest summary").first, chat.page.locator("#new")):
        place.focus()
        chat.page.keyboard.type("njd?")
        expect(chat.box).to_have_value("njd?")
        expect(chat.box).to_be_focused()
        chat.box.fill("")
    chat.page.locator("#latest > h2").click()
    chat.page.keyboard.type("so?")
    expect(chat.box).to_have_value("so?")
    chat.box.evaluate("box => box.blur()")
    chat.page.keyboard.press("ControlOrMeta+v")
    expect(chat.box).to_have_value("so?mine")
    assert chat.page.evaluate("navigator.clipboard.readText()") == "mine"
    expect(chat.questions).to_have_text([TICKET])
    expect(chat.page.locator("dialog[open]")).to_have_count(0)


def test_letters_run_nothing_on_any_page(open_chat, server):
    chat = open_chat(server)
    for path in ("/documents", "/documents/museum?start=0&end=10", "/docs", "/remove?id=museum"):
        chat.page.goto(f"{server}{path}")
        chat.page.keyboard.type("ndcfl?/1")
        expect(chat.page).to_have_url(f"{server}{path}")
        expect(chat.page.locator("dialog[open]")).to_have_count(0)


def test_on_a_touch_screen_an_answer_closes_the_keyboard(open_chat, server):
    chat = open_chat(server, **PHONE)
    chat.ask(TICKET)
    expect(chat.box).not_to_be_focused()


def test_the_keys_are_listed_and_turned_on(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}")
    shortcuts = chat.page.get_by_role("button", name="Shortcuts")
    expect(shortcuts).not_to_have_attribute("aria-keyshortcuts", "?")
    chat.page.keyboard.press("?")
    expect(chat.page.locator("#keys")).to_be_hidden()
    chat.box.fill("")
    chat.turn_keys_on()
    expect(shortcuts).to_have_attribute("aria-keyshortcuts", "?")
    chat.page.reload()
    chat.command("?")
    expect(chat.page.locator("#keys")).to_be_visible()
    chat.page.locator("#single-keys").uncheck()
    chat.page.keyboard.press("Escape")
    chat.command("?")
    expect(chat.page.locator("#keys")).to_be_hidden()
    expect(shortcuts).not_to_have_attribute("aria-keyshortcuts", "?")


def test_a_conversation_grows_and_goes_back(open_chat, server):
    chat = open_chat(server)
    chat.ask(TICKET)
    chat.page.locator("#latest summary").first.click()
    chat.ask(LIGHTHOUSE)
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    expect(chat.page.locator("details[open]")).to_have_count(1)
    expect(chat.page.locator("[aria-current]")).to_have_count(1)
    expect(chat.page.locator("#latest")).to_have_count(1)
    shown = chat.raw(chat.page.locator("#latest"))
    chat.page.reload()
    expect(chat.questions).to_have_text([TICKET, LIGHTHOUSE])
    assert chat.raw(chat.page.locator("#latest")) == shown
    chat.page.go_back()
    expect(chat.questions).to_have_text([TICKET])
    chat.page.go_back()
    expect(chat.turns).to_have_count(0)
    chat.page.go_forward()
    expect(chat.questions).to_have_text([TICKET])


def test_an_example_asks_itself(open_chat, server):
    chat = open_chat(server)
    chat.page.get_by_role("link", name=TICKET).click()
    expect(chat.turns).to_have_count(1)
    assert "€14" in chat.raw(chat.quotes.first)
    assert chat.is_in_view(chat.quote)


def test_why_a_sentence_was_chosen_can_be_read(open_chat, server):
    chat = open_chat(f"{server}/?q={LIGHTHOUSE}")
    details = chat.page.locator("#latest details").first
    details.locator("summary").click()
    expect(details.locator("tbody th").filter(has_text="lighthous")).to_be_visible()


def test_silence_names_the_missing_words(open_chat, server):
    chat = open_chat(server)
    chat.ask("Xylophone zeppelin?")
    expect(chat.page.locator("#latest .verdict")).to_have_text("Not in these documents")
    expect(chat.page.locator("#latest .missing")).to_have_text(["Xylophone", "zeppelin"])
    expect(chat.source).to_be_hidden()


def test_what_may_be_meant_is_asked_in_place_of_the_question(open_chat, monkeypatch):
    with qa.Library() as library:
        library.add(qa.Document(id="pool", text="The pool opens at nine.", title="Pool"))
        ask = library.ask

        def suggest(question, **options):
            return replace(ask(question, **options), suggestion=OPENING if "pol " in question else None)

        monkeypatch.setattr(library, "ask", suggest)
        with serving(library, min_confidence=0.0) as running:
            chat = open_chat(f"{running.url}/?q=Is there a sauna?")
            chat.ask("When does the pol open?")
            chat.page.get_by_role("link", name=OPENING).click()
            expect(chat.questions).to_have_text(["Is there a sauna?", OPENING])
            expect(chat.page.locator("#latest .understood")).to_have_count(0)
            without = open_chat(f"{running.url}/?q=When does the pol open?", java_script_enabled=False)
            without.page.get_by_role("link", name=OPENING).click()
            expect(without.questions).to_have_text([OPENING])


def test_confidence_names_the_quote_it_speaks_of_which_is_the_one_that_opens(open_chat, monkeypatch):
    with qa.Library() as library:
        text = "The pool is deep. The pool opens at nine."
        library.add(qa.Document(id="pool", text=text, title="Pool"))
        answer = library.ask(OPENING, min_confidence=0.0, max_quotes=1)
        (best,) = answer.quotes
        first = replace(best, number=1, best=False, text=text[:17], start=0, end=17, focus=None)
        quotes = (replace(best, number=2, start=18, end=len(text), text=text[18:], focus=None, continues=True), first)
        monkeypatch.setattr(library, "ask", lambda *_, **__: replace(answer, confidence=0.54, quotes=quotes))
        with serving(library) as running:
            chat = open_chat(running.url)
            chat.ask(OPENING)
            expect(chat.page.locator("#latest .verdict")).to_have_text("More likely than not, 54%, for quote 2")
            assert [chat.raw(quote) for quote in chat.quotes.all()] == [text[:17], text[18:]]
            assert chat.raw(chat.mark) == text[18:]
            expect(chat.page.locator("#status")).to_contain_text(text[18:])
            expect(chat.page.locator("#latest .best > .number")).to_have_text("2")


def test_nearest_passages_open_beside_the_answer(open_chat, silent_server):
    chat = open_chat(silent_server)
    chat.ask(LIGHTHOUSE)
    expect(chat.page.locator("#latest .verdict")).to_have_text("No sentence found that clearly answers this")
    expect(chat.source).to_be_visible()
    expect(chat.page.locator("#latest .near a").first).to_have_attribute("aria-current", "true")
    expect(chat.page.locator("#latest .near mark").first).to_contain_text("lighthouse")
    assert "lighthouse" in chat.raw(chat.mark)
    chat.page.locator("#latest .near a").last.click()
    expect(chat.page.locator("#latest .near a").last).to_have_attribute("aria-current", "true")
    chat.page.locator("#latest .near a").first.click()
    expect(chat.page.locator("#latest .near a").first).to_have_attribute("aria-current", "true")
    chat.page.get_by_role("button", name="Close the source").click()
    expect(chat.source).to_be_hidden()
    expect(chat.page.locator("#latest .near a").first).to_be_focused()


def test_an_empty_question_is_said_to_be_one(open_chat, server, watch):
    watch.expected.append("422")
    chat = open_chat(server)
    chat.box.fill("  ")
    chat.box.press("Enter")
    expect(chat.page.locator("#error")).to_have_text("Type a question first.")
    expect(chat.box).to_be_focused()
    chat.ask(TICKET)
    expect(chat.page.locator("#error")).to_have_text("")


def test_one_question_is_sent_once(open_chat, server):
    chat = open_chat(server)
    sent: list[str] = []
    held: list[Route] = []
    chat.page.on("request", lambda request: sent.append(request.method))
    chat.page.route(f"{server}/next", lambda route: held.append(route))  # noqa: PLW0108 - it cannot take a built-in
    chat.box.fill(TICKET)
    for _ in range(3):
        chat.box.press("Enter")
    chat.page.get_by_role("button", name="Ask").click(force=True)
    while not held:
        chat.page.wait_for_timeout(20)
    held[0].continue_()
    expect(chat.turns).to_have_count(1)
    assert sent.count("POST") == 1


def test_a_server_that_does_not_answer_is_said_to(open_chat, server, watch):
    watch.expected.append("Failed to load resource")
    chat = open_chat(server)
    chat.page.route(f"{server}/next", lambda route: route.abort())
    chat.box.fill(TICKET)
    chat.box.press("Enter")
    expect(chat.page.locator("#error")).to_contain_text("did not respond")
    expect(chat.box).to_have_value(TICKET)
    chat.page.unroute(f"{server}/next")
    chat.box.press("Enter")
    expect(chat.turns).to_have_count(1)


def test_a_busy_server_says_when_to_come_again_and_the_question_stays(open_chat, watch):
    watch.expected.append("503")
    held = Held()
    held.gate.set()  # until the server is ready, which asks itself a question
    question = {"question": TICKET}
    with (
        serving(held, max_waiting=0, min_confidence=0.0) as running,
        ThreadPoolExecutor() as pool,
        ExitStack() as ends,
    ):
        ends.callback(held.gate.set)  # or a test that fails would never end
        chat = open_chat(running.url)
        held.gate.clear()
        held.begun = threading.Semaphore(0)
        asked = [pool.submit(httpx2.post, f"{running.url}/api/ask", json=question, timeout=PATIENCE)]
        for _ in asked:
            assert held.begun.acquire(timeout=PATIENCE)
        chat.box.fill("When does the museum open?")
        chat.box.press("Enter")
        expect(chat.page.locator("#error")).to_contain_text("Send this one again in 1 second")
        expect(chat.box).to_have_value("When does the museum open?")
        held.gate.set()
        assert [future.result().status_code for future in asked] == [200]
        chat.box.press("Enter")
        expect(chat.turns).to_have_count(1)
        expect(chat.page.locator("#error")).to_have_text("")


def test_a_source_that_has_gone_opens_the_page_that_says_so(open_chat, server, watch):
    watch.expected.append("404")
    chat = open_chat(f"{server}/?q={TICKET}")
    chat.citations.first.evaluate("a => { a.dataset.source = a.href = '/documents/gone?start=0&end=1' }")
    chat.citations.first.click()
    expect(chat.page.locator("h1")).to_contain_text("no such document")


def test_on_a_phone_the_source_slides_over(open_chat, server):
    chat = open_chat(f"{server}/?q={LIGHTHOUSE}", **PHONE)
    assert not chat.is_too_wide()
    expect(chat.source).to_be_hidden()
    second = chat.citations.nth(1)
    for leave in (
        lambda: chat.page.get_by_role("button", name="Close the source").click(),
        lambda: chat.page.keyboard.press("Escape"),
        chat.page.go_back,
    ):
        second.click()
        expect(chat.source).to_be_visible()
        expect(chat.mark).to_have_text(chat.raw(chat.quotes.nth(1)))
        assert chat.is_in_view(chat.quote)
        assert not chat.is_too_wide()
        leave()
        expect(chat.source).to_be_hidden()
        expect(second).to_be_focused()
    expect(chat.turns).to_have_count(1)


def test_a_window_that_grows_keeps_the_source_and_frees_the_rest(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", viewport={"width": 500, "height": 700})
    chat.citations.first.click()
    expect(chat.page.locator("main")).to_have_attribute("inert", "")
    chat.page.set_viewport_size({"width": 1200, "height": 700})
    expect(chat.page.locator("main")).not_to_have_attribute("inert", "")
    expect(chat.source).to_be_visible()


def test_a_nearest_passage_is_taken_for_the_answer(open_chat, place):
    with serving(place.library, min_confidence=1.0) as running:
        chat = open_chat(running.url)
        chat.ask(LIGHTHOUSE)
        shown = chat.page.locator("#latest .near > li").first
        words = chat.raw(shown.locator(".passage > span").first)
        shown.get_by_role("button", name="This answers it").click()
        expect(shown.get_by_role("button", name="This answers it")).to_have_attribute("aria-pressed", "true")
        expect(chat.page.locator("#latest .said")).to_contain_text("Kept until the server stops")
        (given,) = place.library.feedback()
        assert given.verdict == "wrong"
        assert given.passage is not None
        assert given.passage.text == words


def test_all_documents_are_asked_with_a_button(open_chat, place):
    chat = open_chat(place.url)
    chat.page.locator("#open-library").click()
    chat.page.locator("#list input").first.check()
    chat.page.keyboard.press("Escape")
    chat.ask("Xylophone zeppelin?")
    chat.page.get_by_role("link", name="Ask all documents").click()
    expect(chat.page.locator("#latest .understood")).to_have_count(0)
    expect(chat.page.get_by_role("link", name="Ask all documents")).to_have_count(0)
    expect(chat.turns).to_have_count(1)
    expect(chat.page.locator("#ask .scope")).to_contain_text("all")


def test_neither_column_nor_head_moves_between_answers(open_chat, server):
    chat = open_chat(server)
    places = set()
    for question in (LIGHTHOUSE, "Xylophone zeppelin?", "Thanks!", TICKET):
        chat.ask(question)
        head, column = chat.page.locator("header.site"), chat.page.locator("#latest")
        places.add((column.bounding_box()["x"], column.bounding_box()["width"], head.bounding_box()["y"]))
    chat.page.get_by_role("button", name="Close the source").click()
    expect(chat.page.locator("#rail")).to_be_visible()
    places.add((column.bounding_box()["x"], column.bounding_box()["width"], head.bounding_box()["y"]))
    assert len(places) == 1
