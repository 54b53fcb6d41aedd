"""Paragraphs of Markdown as HTML; files share the parser and nothing else."""

from __future__ import annotations

import pytest

from qa.formats.web.markdown.inline import InlineRenderer
from qa.formats.web.markdown.raw_html import RawHtml


def renderer_of(source: str) -> InlineRenderer:
    return InlineRenderer(source, {}, RawHtml(source))


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("ten < *eleven*", "ten &lt; eleven"),
        ("~~old~~ new", "<s>old</s> new"),
        ("x^2^ and H~2~O", "x<sup>2</sup> and H<sub>2</sub>O"),
        ("one\ntwo", "one<br>two"),
        ("$a < b$", "$a &lt; b$"),
    ],
)
def test_markup_becomes_html(source: str, page: str) -> None:
    assert renderer_of(source).render(source) == page


def test_a_file_knows_neither_notes_nor_addresses_of_another() -> None:
    first = renderer_of("a[^x] b[^y]")
    first.env["references"] = {"LINK": {"href": "https://example.org", "title": ""}}
    assert first.render("[link]") == "link"
    second = renderer_of("b[^y]")
    assert (first.mark_of("y"), second.mark_of("y")) == ("2", "1")
    assert second.render("[link]") == "[link]"


def test_a_note_that_is_mentioned_often_is_gone_through_once() -> None:
    renderer = renderer_of("a[^x]")
    assert "footnote_tail" not in renderer.parser.get_active_rules()["core"]
    assert {renderer.render("a[^x]") for _ in range(3)} == {"a[^x]"}  # of a note that the file does not have
