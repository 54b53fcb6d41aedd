"""A document as it is shown: whole, in part, beside an answer, or no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

import qa
from server.pages import reading
from tests.server.pages.conftest import (
    answer_of,
    get,
    link_of,
    one,
    stub_client,
)


def test_a_source_beside_an_answer_is_an_excerpt(client, library):
    text = "\n\n".join(f"Paragraph {number} of the long one." for number in range(2_000))
    library.add(qa.Document(id="long", text=text))
    start = text.index("Paragraph 1000")
    page = get(client, f"/documents/long?start={start}&end={start + 14}&around=3000")
    shown = one(page, ".text").text()
    assert one(page, "mark").text() == "Paragraph 1000"
    assert shown in text
    assert 4_000 < len(shown) <= 6_014
    whole = one(page, ".facts a[href^='/documents']")
    assert one(get(client, link_of(whole).removesuffix("#quote")), ".text").text() == text


def test_a_very_long_document_comes_in_parts_that_lead_to_each_other(client, library, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_WHOLE", 5_000)
    monkeypatch.setattr(reading, "PART", 1_000)
    text = "\n\n".join(f"Paragraph {number} of the very long one." for number in range(400))
    library.add(qa.Document(id="long", text=text))
    for direction, begin in (
        ("next", "/documents/long"),
        ("prev", f"/documents/long?start={len(text)}&end={len(text)}"),
    ):
        parts, url = [], begin
        while url:
            page = get(client, url)
            parts.append(one(page, ".text").text())
            links = page.css(f"article a[rel={direction}]")
            url = link_of(links[0]) if links else ""
        assert "\n\n".join(parts if direction == "next" else reversed(parts)) == text


@pytest.mark.parametrize(
    "unit", ["A plain sentence of some words, over and over again. " * 6 + "\n\n", "a\n\n", "\n", "a "]
)
def test_two_megabytes_are_shown(unit, client, library):
    text = (unit * (2_100_000 // len(unit) + 1)) + "end"
    document = qa.Document(id="long", text=text)
    library.add(document)
    for span in (qa.Span("long", 1_000_000, 1_000_050), qa.Span("long", 0, len(text))):
        page = get(client, f"/documents/long?start={span.start}&end={span.end}")
        marked = "".join(mark.text() for mark in page.css("mark"))
        assert span.cut(document).startswith(marked)
        assert len(marked) >= min(reading.PART, span.end - span.start)


def test_a_source_removed_or_replaced_since_is_not_shown(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    for stale in (replace(quote, document_id="gone"), replace(quote, sha256="0" * 64)):
        page = get(stub_client(library, answer_of(stale)), "/?q=x")
        assert "hidden" in one(page, "#source").attributes
        assert not page.css("#source article")
