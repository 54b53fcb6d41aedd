"""Templates to pages: harmless, whole, and numbers as people write them."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

import qa
from server.pages import rendering
from tests.server.pages.conftest import (
    PAGE,
    harmless,
    one,
)


def test_every_page_is_harmless_and_has_one_title_one_heading_and_unique_ids(client):
    for url in (
        "/",
        "/?q=What does a ticket cost?",
        "/?q=Who?",
        "/documents",
        "/documents/museum",
        "/remove?id=museum",
        "/?q=What does a ticket cost?&documents=museum",
        "/docs",
        "/nowhere",
    ):
        page = LexborHTMLParser(client.get(url, headers=PAGE).text)
        harmless(page)
        assert len(page.css("h1")) == len(page.css("title")) == len(page.css("main")) == 1, url
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("confidence", "figure"),
    [
        (0.0, ("exactly", 0)),
        (0.001, ("under", 1)),
        (0.5, ("exactly", 50)),
        (0.996, ("over", 99)),
        (1.0, ("exactly", 100)),
    ],
)
def test_only_certainty_is_called_0_or_100_per_cent(confidence, figure):
    assert rendering._round_figure(confidence) == figure


def test_words_are_sorted_by_weight_and_shared_out():
    matched = {"b": 1.0, "a": 1.0, "c": 4.0}
    assert rendering._sort_by_weight(matched) == [("c", 4.0, 100), ("a", 1.0, 25), ("b", 1.0, 25)]
    assert rendering._sort_by_weight({"a": 0.0}) == [("a", 0.0, 0)]
    assert rendering._sort_by_weight({}) == []


def test_a_parser_keeps_each_character():
    text = "a\0b\rc<d>"
    written = rendering._keep_characters(text)
    assert one(LexborHTMLParser(f"<p>{written}</p>"), "p").text() == "a\ufffdb\rc<d>"
    assert rendering._keep_characters(3) == 3


def test_an_address_is_percent_encoded():
    assert rendering.encode_query([("q", "ä b&c"), ("q", "+/")]) == "q=%C3%A4%20b%26c&q=%2B%2F"


@pytest.mark.parametrize("value", ["", "-1", "1.5", "٣", " 1", "1e3", "9" * 13])
def test_what_is_no_whole_number_is_refused_by_its_name(value):
    with pytest.raises(qa.InvalidOption, match=r"skip is .*: give a whole number, 0 or more"):
        rendering.read_number("skip", value)
    with pytest.raises(qa.InvalidSpan):
        rendering.read_number("start", value, qa.InvalidSpan)
    assert rendering.read_number("skip", "007") == 7
