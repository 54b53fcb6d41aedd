"""What readers do with an answer: copy it, save it, print it, and say whether it is right."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

import qa
from server.commands import sources
from tests.browser.conftest import Chat, serving

TICKET = "What does a ticket cost?"
LIGHTHOUSE = "When was the lighthouse built?"
QUOKKA = "What is the quokka fee a day?"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
QUOTH = "from server.commands.cli import main; main()"
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

TELLS_COPIED = """button => new MutationObserver(() => { button.dataset.told ??= button.textContent; })
    .observe(button, { childList: true })"""  # it says so for a moment only, which a busy machine may miss


def copied(chat: Chat, format: str) -> str:
    """Copy the first quote of the latest answer in a format, and return what the clipboard has."""
    menu = chat.page.locator("#latest .quotes > [value='1'] .copy")
    menu.evaluate("menu => { menu.open = true; }")
    button = menu.locator(f"[data-copy={format}]")
    button.evaluate(TELLS_COPIED)
    button.click()
    expect(button).to_have_attribute("data-told", "Copied")
    return str(chat.page.evaluate("navigator.clipboard.readText()"))


def rendered(chat: Chat, html: str) -> Page:
    """Show HTML on a page of its own."""
    page = chat.page.context.new_page()
    page.set_content(html)
    return page


# Copying


def test_a_quote_is_copied_with_its_citation_in_four_formats(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", **CLIPBOARD)
    quote = chat.raw(chat.quotes.first)
    address = f"{server}{chat.citations.first.get_attribute('href')}"
    assert copied(chat, "plain") == f"“{quote}” (Museum, l. 3, museum.txt, {address})"
    for html in (copied(chat, "html"), MarkdownIt("commonmark").render(copied(chat, "markdown"))):
        page = rendered(chat, html)
        expect(page.locator("blockquote > p").first).to_have_text(quote)
        expect(page.locator("blockquote a")).to_have_attribute("href", address)
        expect(page.locator("blockquote a")).to_have_text("Museum, l. 3, museum.txt")
    chat.page.bring_to_front()
    entry = copied(chat, "bibtex")
    assert f"“{quote}”" in entry
    assert f"url = {{{address}}}" in entry


def test_a_copied_address_opens_the_quote(open_chat, server):
    chat = open_chat(f"{server}/?q={TICKET}", **CLIPBOARD)
    quote = chat.raw(chat.quotes.first)
    chat.page.goto(copied(chat, "plain").rpartition(", ")[2].rstrip(")"))
    assert chat.raw(chat.page.locator("mark")) == quote


def test_the_key_y_copies_the_quote_that_is_open(open_chat, server):
    chat = open_chat(f"{server}/?q={LIGHTHOUSE}", **CLIPBOARD)
    for number in (2, 1):
        chat.page.keyboard.press(str(number))
        quoted = chat.page.locator(f"#latest .quotes > [value='{number}'] > blockquote > p")
        expect(chat.mark).to_have_text(chat.raw(quoted))
        chat.page.locator("#status").evaluate("status => status.replaceChildren()")
        chat.page.keyboard.press("y")
        expect(chat.page.locator("#status")).to_have_text("Copied")
        assert chat.raw(quoted) in chat.page.evaluate("navigator.clipboard.readText()")


def test_hostile_words_are_copied_as_text(open_chat, server):
    chat = open_chat(f"{server}/?q={QUOKKA}", **CLIPBOARD)
    quote = chat.raw(chat.quotes.first)
    assert "<img" in quote
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table").render(copied(chat, "markdown"))
    for html in (copied(chat, "html"), markdown):
        page = rendered(chat, html)
        expect(page.locator("script, img, i, b, em, strong")).to_have_count(0)
        expect(page.locator("a")).to_have_count(1)
        assert (page.locator("a").get_attribute("href") or "").startswith(f"{server}/documents/")
        assert chat.raw(page.locator("blockquote > p").first) == quote
        assert page.evaluate("window.hacked") is None
    chat.page.bring_to_front()
    plain = re.sub(r"\\.", "", copied(chat, "bibtex"))
    assert plain.count("{") == plain.count("}") == 6
    assert not re.search(r"[&%#$_]", "".join(line for line in plain.split("\n") if "url = " not in line))


# Saving


@dataclass
class Folder:
    """A file on the disk, and the address of a server over it."""

    file: Path
    url: str


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    file = tmp_path / "log.txt"
    file.write_text(LOG, encoding="utf-8")
    source = sources.open_source([str(file)], None, progress=lambda _: None)
    with source.library as library, serving(library, min_confidence=0.0) as running:
        yield Folder(file, running.url)


def saved(chat: Chat, name: str, path: Path) -> Path:
    with chat.page.expect_download() as download:
        chat.page.locator("#latest").get_by_role("button", name=name).click()
    file = path / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_a_saved_conversation_is_verified_by_the_command(open_chat, folder, tmp_path):
    chat = open_chat(folder.url)
    chat.ask("When was the lamp of the tower lit?")
    chat.ask("Who wrote of the second keeper?")
    file = saved(chat, "JSON", tmp_path)
    assert file.name == "When-was-the-lamp-of-the-tower-lit.json"
    command = [sys.executable, "-c", QUOTH, "verify", str(file), str(folder.file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("] verified: ") == chat.page.locator("#turns .quotes > li > blockquote").count()
    folder.file.write_text("Something else.", encoding="utf-8")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_a_conversation_saved_as_markdown_has_every_question_and_quote(open_chat, server, tmp_path):
    chat = open_chat(server)
    questions = [LIGHTHOUSE, "Who built it?", QUOKKA, "Xylophone zeppelin?"]
    for question in questions:
        chat.ask(question)
    file = saved(chat, "Markdown", tmp_path)
    html = MarkdownIt("commonmark", {"html": True}).render(file.read_text(encoding="utf-8"))
    page = rendered(chat, html)
    expect(page.locator("h1")).to_have_text(LIGHTHOUSE)
    expect(page.locator("h2")).to_have_text(questions)
    quotes = chat.page.locator("#turns .quotes > li > blockquote > p")
    expect(page.locator("blockquote > p:first-child")).to_have_text(quotes.all_text_contents())
    expect(page.get_by_text("Understood as:")).to_have_count(1)
    expect(page.get_by_text("Not in these documents.")).to_have_count(1)
    expect(page.locator("script, img")).to_have_count(0)


# Printing


def test_on_paper_there_are_questions_quotes_and_citations_alone(open_chat, server):
    chat = open_chat(f"{server}/?earlier={TICKET}&q={LIGHTHOUSE}")
    chat.page.emulate_media(media="print")
    for shown in ("#turns h2", "#turns .quotes > li > blockquote", "#turns .quotes > li > .cite", "#source mark"):
        for node in chat.page.locator(shown).all():
            expect(node).to_be_visible()
    for control in chat.page.locator("button, input, textarea, select, summary, nav, .skip, footer form").all():
        expect(control).to_be_hidden()
    assert not chat.is_too_wide()


# Feedback


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
    form.get_by_role("button", name=button, exact=True).click()
    expect(form.locator(".said")).to_have_text("Saved in the library.")
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
    chat.page.get_by_text("Add a note").click()
    chat.page.get_by_label("Note").fill("Well\nfound.")
    chat.page.get_by_role("button", name="Right").click()
    expect(chat.page.locator("h1")).to_have_text("Saved in the library.")
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
