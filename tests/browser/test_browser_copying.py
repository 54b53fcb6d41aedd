"""What readers take along of an answer: copied, saved, and on paper."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from server.commands import sources
from server.commands.progress import SeenFiles
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
    chat.turn_keys_on()
    for number in (2, 1):
        chat.command(str(number))
        quoted = chat.page.locator(f"#latest .quotes > [value='{number}'] > blockquote > p")
        expect(chat.mark).to_have_text(chat.raw(quoted))
        chat.page.locator("#status").evaluate("status => status.replaceChildren()")
        chat.command("y")
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


@dataclass
class Folder:
    """A file on the disk, and the address of a server over it."""

    file: Path
    url: str


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    file = tmp_path / "log.txt"
    file.write_text(LOG, encoding="utf-8")
    source = sources.open_source([str(file)], None, seen=SeenFiles("Reading"))
    with source.library as library, serving(library, min_confidence=0.0) as running:
        yield Folder(file, running.url)


def saved(chat: Chat, name: str, path: Path) -> Path:
    with chat.page.expect_download() as download:
        chat.page.locator(".conversation").get_by_role("button", name=name).click()
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


def test_a_conversation_saved_as_markdown_has_all_that_an_answer_means(open_chat, server, tmp_path):
    chat = open_chat(server)
    questions = [LIGHTHOUSE, "Who built it?", QUOKKA, "What does a funicular ride cost?", "Xylophone zeppelin?"]
    for question in questions:
        chat.ask(question)
    text = saved(chat, "Markdown", tmp_path).read_text(encoding="utf-8")
    page = rendered(chat, MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
    expect(page.locator("h1")).to_have_text(LIGHTHOUSE)
    expect(page.locator("h2")).to_have_text(questions)
    quotes = chat.page.locator("#turns .quotes > li > blockquote > p")
    expect(page.locator("blockquote > p:first-child")).to_have_text(quotes.all_text_contents())
    expect(page.get_by_text("Understood as:")).to_have_count(1)
    verdicts = [turn.locator(".verdict").inner_text().strip() for turn in chat.turns.all()]
    assert [line.rstrip(".") for line in page.locator("p:has(> strong)").all_inner_texts()] == verdicts
    expect(page.get_by_text("Quote 2 says otherwise.")).to_have_count(1)
    expect(page.get_by_text("Also in")).to_have_count(1)
    expect(page.get_by_text("Not in these documents")).to_have_count(1)
    expect(page.get_by_text("No passage in the documents matches the words of this question.")).to_have_count(1)
    expect(page.get_by_text("Xylophone, zeppelin")).to_have_count(1)
    expect(page.locator("script, img, em em, s")).to_have_count(0)
    assert "The lighthouse of the isle was built in 1931." in text
    assert "A funicular ride costs €4." in text


def test_silence_saved_as_markdown_has_the_nearest_passages(open_chat, silent_server, tmp_path):
    chat = open_chat(silent_server)
    chat.ask(LIGHTHOUSE)
    text = saved(chat, "Markdown", tmp_path).read_text(encoding="utf-8")
    page = rendered(chat, MarkdownIt("commonmark", {"html": True}).render(text))
    expect(page.locator("h3")).to_have_text("Nearest passages")
    near = chat.page.locator("#latest .near > li")
    expect(page.locator("blockquote")).to_have_count(near.count())
    expect(page.locator("blockquote a").first).to_have_attribute(
        "href", f"{silent_server}{chat.page.locator('#latest .near a').first.get_attribute('href')}"
    )
    expect(page.get_by_text("no sentence is likely enough")).to_have_count(1)


ODD = (
    "1. Pay $5 (or $7.50) by 10:30 – see #4 & a_b_c + x-y! *Not* `code`, [link](javascript:x), <b>bold</b>, ~~gone~~.\n"
    "# No heading\n- no list\n===\n| a | b |\n|---|---|\n\n      no code &amp; :smile: _em_ C:\\dir ![x](y) $x$"
)


def test_markdown_escapes_what_it_must_and_no_more(open_chat, server):
    chat = open_chat(server)
    script = """async text => {
        const { conversationMarkdown } = await import("/static/citing.js");
        const url = "/documents/d?start=0&end=1";
        const citation = { title: "T", heading: null, page: null, line: 1, source: "T", url, sha256: "0".repeat(64) };
        const quote = { number: 1, best: true, text, citation, disagrees_with: [], also: [] };
        const answer = { standalone: "q", left_out: [], quotes: [quote], reading_order: [1], confidence: 1 };
        return conversationMarkdown("n", [{ question: "q", answer }], Object.assign((key) => key, { percent: String }));
    }"""
    text = str(chat.page.evaluate(script, ODD))
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    page = rendered(chat, html)
    expect(page.locator("blockquote :is(h1, h2, ul, ol, table, code, em, strong, b, s, img)")).to_have_count(0)
    expect(page.locator("blockquote a")).to_have_count(1)
    words = " ".join(page.locator("blockquote > p").all_inner_texts()).split()
    assert words[: len(ODD.split())] == ODD.split()
    assert "Pay $5 (or $7.50) by 10:30 – see #4 & a_b_c + x-y! " in text


def test_on_paper_there_are_questions_quotes_and_citations_alone(open_chat, server):
    chat = open_chat(f"{server}/?earlier={TICKET}&q={LIGHTHOUSE}")
    chat.page.emulate_media(media="print")
    for shown in ("#turns h2", "#turns .quotes > li > blockquote", "#turns .quotes > li > .cite", "#source mark"):
        for node in chat.page.locator(shown).all():
            expect(node).to_be_visible()
    for control in chat.page.locator("button, input, textarea, select, summary, nav, .skip, footer form").all():
        expect(control).to_be_hidden()
    assert not chat.is_too_wide()


def test_an_answer_is_copied_whole(open_chat, server):
    chat = open_chat(f"{server}/?q={LIGHTHOUSE}", **CLIPBOARD)
    button = chat.page.locator("#latest [data-copy-answer]")
    button.evaluate(TELLS_COPIED)
    button.click()
    expect(button).to_have_attribute("data-told", "Copied")
    text = chat.page.evaluate("navigator.clipboard.readText()")
    assert [part.partition("”")[0] for part in text.split("\n\n")] == [
        f"“{quote}" for quote in chat.quotes.all_text_contents()
    ]
