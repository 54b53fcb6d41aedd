"""The source beside an answer: from quote to quote, finding words, and where in the document a reader is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import qa
from tests.browser.conftest import Chat, serving

KEEPER = "Who is the keeper of the lighthouse?"
RULES = (
    "The keeper of the lighthouse is Maria Lund.\n\n"
    "She wrote: “Don’t  feed\nthe gulls”, and meant it.\n\n"
    "😀 DON'T FEED THE GULLS is on the sign – a sign of 1931."
)


@pytest.fixture(scope="module")
def rules():
    """The address of a server with the rules of a lighthouse, and a page of a PDF file."""
    first = "The lamp burns oil.\n" * 3
    paged = qa.Document(
        id="paged",
        text=f"{first}The tower of the lighthouse is 31 metres tall.\nIt is white.\n",
        title="Tower",
        page_starts=(0, len(first)),
        media_type="application/pdf",
    )
    with qa.Library() as library:
        library.add(qa.Document(id="rules/1", text=RULES, title="Rules"), paged)
        with serving(library, min_confidence=0.0) as running:
            yield running.url


def find(chat: Chat, text: str) -> None:
    box = chat.page.get_by_role("searchbox", name="Find in this document")
    box.fill(text)
    box.press("Enter")


def found(chat: Chat, count: str, text: str) -> None:
    """Expect a count of places, and these words to be marked in view."""
    expect(chat.page.locator(".found")).to_have_text(count)
    expect(chat.mark).to_have_text(text)  # but for white space, and waited for
    assert chat.raw(chat.mark) == text
    assert chat.is_in_view(chat.quote)


def test_buttons_and_keys_step_through_the_quotes(open_chat, server):
    chat = open_chat(f"{server}/?q=What does the harbour log tell of?")
    expect(chat.quotes).to_have_count(3)
    chat.turn_keys_on()
    chat.citations.first.click()
    following = chat.page.get_by_role("button", name="Next quote")
    for step, number in (
        (following.click, 2),
        (lambda: chat.command("j"), 3),
        (following.click, 1),
        (lambda: chat.command("k"), 3),
        (chat.page.get_by_role("button", name="Previous quote").click, 2),
    ):
        step()
        expect(chat.page.locator("#which")).to_have_text(f"{number} of 3")
        expect(chat.citations.nth(number - 1)).to_have_attribute("aria-current", "true")
        expect(chat.mark).to_have_text(chat.raw(chat.quotes.nth(number - 1)))
        assert chat.is_in_view(chat.quote)


def test_digits_open_the_quote_of_that_number_and_0_the_tenth(open_chat, server):
    chat = open_chat(f"{server}/?q=What does the harbour log tell of?")
    chat.page.get_by_role("link", name="Find more quotes").click()
    chat.turn_keys_on()
    expect(chat.quotes).to_have_count(10)
    expect(chat.turns).to_have_count(1)
    for key, number in (("4", 4), ("0", 10), ("1", 1)):
        chat.command(key)
        quoted = chat.page.locator(f"#latest .quotes > [value='{number}']")
        expect(quoted.locator("> .cite a").first).to_have_attribute("aria-current", "true")
        expect(chat.mark).to_have_text(chat.raw(quoted.locator("> blockquote > p")))


def test_words_are_found_whatever_their_case_spacing_and_quotes(open_chat, rules):
    chat = open_chat(f"{rules}/?q={KEEPER}")
    quote = chat.raw(chat.mark)
    find(chat, "  don't feed   the GULLS ")
    found(chat, "1 of 2", "Don’t  feed\nthe gulls")
    expect(chat.page.locator("#status")).to_have_text("1 of 2")
    chat.page.get_by_role("link", name="Next match").click()
    found(chat, "2 of 2", "DON'T FEED THE GULLS")
    chat.page.get_by_role("link", name="Next match").click()
    found(chat, "1 of 2", "Don’t  feed\nthe gulls")
    chat.page.get_by_role("link", name="Previous match").click()
    found(chat, "2 of 2", "DON'T FEED THE GULLS")
    chat.page.get_by_role("link", name="Back to the quote").click()
    expect(chat.page.locator(".found")).to_have_count(0)
    assert chat.raw(chat.mark) == quote


def test_enter_steps_on_and_all_that_is_found_is_marked(open_chat, rules):
    chat = open_chat(f"{rules}/?q={KEEPER}")
    find(chat, "don't feed the gulls")
    box = chat.page.get_by_role("searchbox", name="Find in this document")
    hits = chat.page.locator("#source mark.hit")
    for key, count, other in (
        ("Enter", "2 of 2", "Don’t  feed\nthe gulls"),
        ("Enter", "1 of 2", "DON'T FEED THE GULLS"),
        ("Shift+Enter", "2 of 2", "Don’t  feed\nthe gulls"),
        ("Shift+Enter", "1 of 2", "DON'T FEED THE GULLS"),
    ):
        box.press(key)
        expect(chat.page.locator(".found")).to_have_text(count)
        assert chat.raw(hits) == other
        assert chat.is_in_view(chat.quote)
        expect(box).to_be_focused()
    box.fill("gulls")
    box.press("Enter")
    expect(chat.page.locator(".found")).to_have_text("1 of 2")


def test_a_straight_quotation_mark_finds_a_curled_one_and_a_hyphen_a_dash(open_chat, rules):
    chat = open_chat(f"{rules}/?q={KEEPER}")
    for text, there in (
        ('"don\'t feed the gulls"', "“Don’t  feed\nthe gulls”"),
        ("sign - a", "sign – a"),
        ("😀", "😀"),
    ):
        find(chat, text)
        expect(chat.page.locator(".find input[name=find]")).to_have_value(text)
        expect(chat.mark).to_have_count(1)
        found(chat, "1 of 1", there)
        expect(chat.page.get_by_role("link", name="Next match")).to_have_count(0)


def test_words_that_are_not_there_are_said_not_to_be(open_chat, rules):
    chat = open_chat(f"{rules}/?q={KEEPER}")
    quote = chat.raw(chat.mark)
    find(chat, "<b>zeppelin")
    expect(chat.page.locator(".found")).to_have_text("Not found in this document")
    expect(chat.page.locator("#status")).to_have_text("Not found in this document")
    expect(chat.mark).to_have_count(0)
    expect(chat.questions).to_have_text([KEEPER])
    chat.page.get_by_role("link", name="Back to the quote").click()
    expect(chat.mark).to_have_text(quote)


@pytest.mark.parametrize("script", [True, False])
def test_words_are_found_on_the_page_of_a_document(open_chat, rules, script):
    chat = open_chat(f"{rules}/documents/rules%2F1", java_script_enabled=script)
    mark = chat.page.locator("mark:not(.hit)")
    chat.page.get_by_role("searchbox", name="Find in this document").fill("don't feed the gulls")
    chat.page.get_by_role("button", name="Find", exact=True).click()
    expect(chat.page.locator(".found")).to_have_text("1 of 2")
    assert chat.raw(mark) == "Don’t  feed\nthe gulls"
    chat.page.get_by_role("link", name="Next match").click()
    expect(chat.page.locator(".found")).to_have_text("2 of 2")
    assert chat.raw(mark) == "DON'T FEED THE GULLS"
    assert chat.is_in_view(chat.quote)
    expect(chat.page.get_by_role("link", name="Back to the quote")).to_have_count(0)


def test_a_citation_opened_in_a_new_window_marks_the_same_words(open_chat, server):
    chat = open_chat(f"{server}/?q=Who built the lighthouse of the harbour?")
    with chat.page.context.expect_page() as opened:
        chat.citations.first.click(modifiers=["ControlOrMeta"])
    other = Chat(opened.value)
    expect(other.page.locator("h1")).to_have_text("Harbour log")
    other.page.bring_to_front()
    assert chat.raw(other.page.locator("mark")) == chat.raw(chat.quotes.first) == chat.raw(chat.mark)
    assert other.is_in_view(other.quote)


def test_the_focus_of_a_quote_stands_out_in_it_and_in_its_source(open_chat, server):
    chat = open_chat(f"{server}/?q=What does a ticket cost?")
    focus = chat.raw(chat.quotes.first.locator("mark"))
    assert focus == "€14"
    emphasised = chat.page.locator("#source mark em")
    assert chat.raw(emphasised) == focus
    assert emphasised.evaluate("em => getComputedStyle(em).textDecorationLine") == "underline"
    chat.ask("Who built the lighthouse of the harbour?")
    assert chat.raw(emphasised) == chat.raw(chat.quotes.first.locator("mark")) == "Maria Lund"


def test_a_quote_of_a_file_with_pages_says_its_page_and_line(open_chat, rules):
    chat = open_chat(f"{rules}/?q=How tall is the tower of the lighthouse?")
    expect(chat.citations.first).to_have_text("Tower, page 2")
    expect(chat.page.locator("#source .where")).to_have_text("Page 2")
    link = chat.page.get_by_role("link", name="Original file, page 2")
    expect(link).to_have_attribute("href", "/original?id=paged#page=2")
    find(chat, "it is white")
    expect(chat.page.locator("#source .where")).to_have_text("Page 2")


def test_in_two_million_characters_the_mark_is_right(open_chat):
    day = "😀 The log of that day tells of calm water, of little wind and of no ships at all.\n\n"
    before = day * 15_000
    fact = "The treasure of the harbour lies under the old crane."
    text = f"{before}{fact} Nobody has looked.\n\n{day * 10_000}"
    assert len(text) > 2_000_000
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        library.add(qa.Document(id="long", text=text, title="Long log"))
        chat = open_chat(running.url)
        chat.ask("Where does the treasure of the harbour lie?")
        assert chat.raw(chat.mark) == fact
        assert chat.is_in_view(chat.quote)
        place = chat.citations.first.get_attribute("href") or ""
        assert f"start={len(before)}&end={len(before) + len(fact)}&" in place
        chat.page.goto(f"{running.url}{place}")
        assert chat.raw(chat.page.locator("mark")) == fact
        assert chat.is_in_view(chat.quote)
