"""How pages look: their language and direction, colours, widths, stillness, and text that runs the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

import qa
from tests.browser.conftest import Chat, serving

TICKET = "What does a ticket cost?"
LIGHTHOUSE = "When was the lighthouse built?"
FUNICULAR = "What does a funicular ride cost?"
QUOKKA = "What is the quokka fee a day?"
SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100)));
})"""
ARABIC = "بُنيت المنارة القديمة في سنة 1874. يبلغ ارتفاعها 31 مترا."


def open_conversations(chat: Chat) -> None:
    chat.ask(TICKET)
    chat.page.locator("#open-conversations").click()
    expect(chat.page.locator("#conversation-list li")).to_have_count(1)


def open_documents(chat: Chat) -> None:
    chat.page.locator("#open-library").click()
    expect(chat.page.locator("#panel")).to_be_visible()


def open_source(chat: Chat) -> None:
    go(f"?q={LIGHTHOUSE}")(chat)
    chat.citations.last.click()
    expect(chat.source).to_be_visible()


def open_all_details(chat: Chat) -> None:
    go(f"?q={QUOKKA}")(chat)
    for summary in chat.page.locator("#latest summary").all():
        summary.click()


def go(path: str) -> Callable[[Chat], None]:
    def there(chat: Chat) -> None:
        chat.page.goto(f"{chat.page.url.split('/?')[0].rstrip('/')}/{path}")

    return there


STATES: dict[str, Callable[[Chat], None]] = {
    "front": lambda _: None,
    "keys": lambda chat: chat.page.locator("#open-keys").click(),
    "documents panel": open_documents,
    "conversations": open_conversations,
    "source": open_source,
    "details": open_all_details,
    "disagreement": go(f"?q={FUNICULAR}"),
    "silence": go("?q=Xylophone zeppelin?"),
    "documents": go("documents"),
    "document": go("documents/harbour?find=harbour"),
}


def expect_no_sideways_scrolling(chat: Chat, url: str) -> None:
    """Expect that nothing is wider than the window in any state of the pages."""
    for name, show in STATES.items():
        chat.page.goto(url)
        show(chat)
        assert not chat.is_too_wide(), name
        for box in chat.page.locator("dialog[open], #source:not([hidden])").all():
            assert not box.evaluate("box => box.scrollWidth > box.clientWidth"), name


# Language


def test_the_language_is_the_browsers_until_one_is_chosen(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", locale="de-DE")
    html, select = chat.page.locator("html"), chat.page.locator("select[name=language]")
    expect(html).to_have_attribute("lang", "de")
    expect(select).to_have_value("de")
    expect(chat.page.get_by_role("button", name="Ask", exact=True)).to_have_count(0)
    select.select_option(label="English")
    expect(html).to_have_attribute("lang", "en-GB")
    expect(chat.questions).to_have_text([TICKET])
    expect(chat.page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    chat.page.reload()
    expect(html).to_have_attribute("lang", "en-GB")


@pytest.mark.parametrize("kept", [True, False])
def test_colours_and_language_change_nothing_else(open_chat, server, kept):
    chat = open_chat(server)
    if not kept:
        chat.page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('no'); }")
        chat.page.reload()
    questions = [f"What does the harbour log of day {day} tell of?" for day in range(11, 22)]  # more than a link has
    for question in questions:
        chat.ask(question)
    chat.page.locator("#turns > li").nth(2).locator(".cite a").first.click()
    marked = chat.raw(chat.mark)
    note = chat.page.locator("#latest textarea[name=note]")
    chat.page.locator("#latest .feedback summary").click()
    note.fill("Half a note")
    chat.box.fill("Half a question")
    listed, address = chat.page.evaluate("history.length"), chat.page.url
    for theme, language in (("dark", "de"), ("light", "ar"), ("system", "en")):
        chat.page.locator("select[name=theme]").select_option(theme)
        expect(chat.page.locator("html")).to_have_attribute("data-theme", theme)
        chat.page.locator("select[name=language]").select_option(language)
        expect(chat.page.locator("html")).to_have_attribute("lang", {"en": "en-GB"}.get(language, language))
        expect(chat.page.locator("select[name=language]")).to_have_value(language)
        expect(chat.questions).to_have_text(questions)
        expect(chat.box).to_have_value("Half a question")
        expect(note).to_have_value("Half a note")
        expect(chat.mark).to_have_text(marked)
        assert (chat.page.evaluate("history.length"), chat.page.url) == (listed, address)
    chat.box.press("Enter")
    expect(chat.turns).to_have_count(12)
    if kept:
        chat.settle()
        chat.page.reload()
        expect(chat.questions).to_have_text([*questions, "Half a question"])
        chat.page.locator("#open-conversations").click()
        expect(chat.page.locator("#conversation-list li")).to_have_count(1)


def test_the_conversations_and_documents_are_in_the_language_chosen(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}")
    for opener, panel in (("#open-conversations", "#conversations"), ("#open-library", "#panel")):
        chat.page.locator(opener).click()
        expect(chat.page.locator(panel)).to_be_visible()
        chat.page.keyboard.press("Escape")
        expect(chat.page.locator(panel)).to_be_hidden()
    chat.page.locator("select[name=language]").select_option("de")
    expect(chat.page.locator("html")).to_have_attribute("lang", "de")
    chat.page.locator("#open-conversations").click()
    expect(chat.page.locator("#conversations-title")).to_have_text("Gespräche")
    expect(chat.page.locator("#conversations")).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(chat.page.locator("#conversations")).to_be_hidden()
    chat.page.locator("#open-library").click()
    expect(chat.page.locator("#count")).to_contain_text("Dokumente")


def test_an_upload_page_stays_when_its_colours_change(open_chat, server):
    chat = open_chat(f"{server}/documents")
    chat.page.locator("select[name=theme]").select_option("dark")
    expect(chat.page.locator("html")).to_have_attribute("data-theme", "dark")
    chat.page.locator("select[name=language]").select_option("de")
    expect(chat.page.locator("html")).to_have_attribute("lang", "de")
    expect(chat.page).to_have_url(f"{server}/documents")


def test_scripts_speak_the_language_of_the_page(open_chat, server):
    chat = open_chat(f"{server}/?q={LIGHTHOUSE}", locale="de-DE")
    chat.page.locator("#open-conversations").click()
    expect(chat.page.locator("#conversations-title")).not_to_have_text("Conversations")
    expect(chat.page.locator("#conversation-note")).not_to_be_empty()


def test_arabic_runs_from_right_to_left_and_fits_a_small_window(open_chat, server):
    chat = open_chat(server, locale="ar", viewport={"width": 320, "height": 640})
    expect(chat.page.locator("html")).to_have_attribute("dir", "rtl")
    expect_no_sideways_scrolling(chat, server)
    chat.page.goto(f"{server}/?q={TICKET}")
    assert direction(chat.page.locator("#ask label")) == "rtl"
    assert direction(chat.quotes.first) == "ltr"
    assert direction(chat.page.locator("#latest > h2")) == "ltr"


# Colours


def test_colours_are_chosen_and_kept(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", color_scheme="light")
    seen = set()
    for theme in ("light", "dark", "contrast"):
        chat.page.get_by_label("Theme").select_option(theme)
        expect(chat.page.locator("html")).to_have_attribute("data-theme", theme)
        chat.page.reload()
        expect(chat.page.locator("html")).to_have_attribute("data-theme", theme)
        expect(chat.questions).to_have_text([TICKET])
        seen.add(chat.page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor"))
    assert len(seen) == 3


def test_a_chosen_theme_counts_more_than_the_system(open_chat, server):
    chat = open_chat(f"{server}/", color_scheme="dark")
    background = "html => getComputedStyle(html).backgroundColor"
    dark = chat.page.locator("html").evaluate(background)
    chat.page.get_by_label("Theme").select_option("light")
    expect(chat.page.locator("html")).to_have_attribute("data-theme", "light")
    assert chat.page.locator("html").evaluate(background) != dark


# Widths and stillness


@pytest.mark.parametrize("width", [320, 768, 3840])
def test_no_window_scrolls_sideways(open_chat, server, width):
    expect_no_sideways_scrolling(open_chat(server, viewport={"width": width, "height": 700}), server)


@pytest.mark.parametrize("path", ["/", f"/?q={LIGHTHOUSE}", f"/?q={FUNICULAR}"])
def test_nothing_moves_while_a_page_is_loaded(open_chat, server, path):
    chat = open_chat(f"{server}{path}")
    assert chat.page.evaluate(SHIFTS) < 0.001


def test_nothing_moves_on_a_slow_machine_where_a_source_stands_beside_the_answer(open_chat, server):
    chat = open_chat(f"{server}/")
    slow = chat.page.context.new_cdp_session(chat.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 10})
    for _ in range(3):
        chat.page.goto(f"{server}/?q={LIGHTHOUSE}")
        assert chat.page.evaluate(SHIFTS) < 0.001


def test_who_wants_little_motion_gets_none(open_chat, server):
    names = []
    for motion in ("reduce", "no-preference"):
        chat = open_chat(f"{server}/?q={TICKET}", reduced_motion=motion, viewport={"width": 375, "height": 700})
        chat.citations.first.click()
        expect(chat.source).to_be_visible()
        names.append(chat.source.evaluate("source => getComputedStyle(source).animationName"))
    assert names == ["none", "turn-page"]


# Text that runs the other way


def direction(node: Locator) -> str:
    return str(node.evaluate("node => getComputedStyle(node).direction"))


@pytest.fixture(scope="module")
def arabic() -> Iterator[str]:
    """The address of a server with a document in Arabic, and one whose title and words turn what follows around."""
    turned = qa.Document(id="turned", text="The parrot \u202eeats seeds.\n\nIt sleeps.", title="A \u202eparrot")
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        library.add(qa.Document(id="arabic", text=ARABIC, title="المنارة"), turned)
        yield running.url


def test_an_arabic_quote_has_its_own_direction_in_an_english_page(open_chat, arabic):
    chat = open_chat(f"{arabic}/?q=متى بُنيت المنارة؟")
    assert direction(chat.page.locator("html")) == "ltr"
    for node in (chat.questions.last, chat.quotes.first, chat.page.locator("#source .text p").first):
        assert direction(node) == "rtl"
    assert chat.raw(chat.mark) == chat.raw(chat.quotes.first)
    expect(chat.page.locator("#source .text")).to_have_attribute("lang", "ar")


def test_a_title_that_turns_text_around_turns_nothing_but_itself(open_chat, arabic):
    chat = open_chat(f"{arabic}/?q=What does the parrot eat?")
    after = """title => {
        const range = document.createRange();
        range.selectNodeContents(title.closest("a"));
        range.setStartAfter(title.closest("cite"));
        return range.getBoundingClientRect().left >= title.getBoundingClientRect().right - 1;
    }"""
    assert chat.citations.first.locator("bdi").first.evaluate(after)
    chat.page.goto(arabic)
    row = chat.page.locator(".contents li").filter(has_text="parrot")
    assert row.locator("a").bounding_box()["x"] < row.locator("span").bounding_box()["x"]


def test_a_deleted_conversation_turns_nothing_but_its_name_around(open_chat, arabic):
    chat = open_chat(arabic)
    chat.ask("What does \u202ethe parrot eat?")
    chat.page.locator("#open-conversations").click()
    chat.page.get_by_role("button", name="Delete").click()
    undo = chat.page.get_by_role("button", name="Undo").bounding_box()
    name = chat.page.locator("#conversation-list li > :first-child").bounding_box()
    assert name["x"] + name["width"] <= undo["x"] + 1
