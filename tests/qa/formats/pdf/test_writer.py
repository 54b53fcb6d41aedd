"""Lines are joined to a text, words that are broken made whole."""

from __future__ import annotations

import pytest

from qa.formats.pdf.page import LinePart, Page, PageLine
from qa.formats.pdf.paragraphs import Paragraph
from qa.formats.pdf.writer import PageWriter
from tests.qa.pdfs import (
    drawn,
    lines,
    places,
    read,
)


def test_words_broken_at_the_end_of_a_line_are_made_whole() -> None:
    rows = [
        "The archaeolo-",
        "gists found a well-known coin in the cellar of the house, and a second",
        "coin in the garden. A coin is well-",
        "known when many books show it. The state-of-the-",
        "art scanner saw it in 2019-",
        "20 and the Anglo-",
        "Saxon king on it.",
    ]
    document = read(drawn(lambda canvas: lines(canvas, *rows)))
    assert list(places(document)) == [
        "The archaeologists found a well-known coin in the cellar of the house, and a second coin in the garden.",
        "A coin is well-known when many books show it.",
        "The state-of-the-art scanner saw it in 2019-20 and the Anglo-Saxon king on it.",
    ]


def line(text: str, *, hyphenated: bool = False, spaced: bool = True) -> PageLine:
    return PageLine((LinePart(text, 0, 100),), 0, 10, 10.0, hyphenated=hyphenated, spaced=spaced)


def write(*rows: PageLine, heading: bool = False) -> str:
    writer = PageWriter([Page(list(rows))])
    return writer.write([Paragraph(list(rows), heading=heading)]).build().text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([line("The cat"), line("sat.")], "The cat sat.\n"),
        ([line("The archaeolo", hyphenated=True), line("gist dug.")], "The archaeologist dug.\n"),
        ([line("in 2019", hyphenated=True), line("20.")], "in 2019-20.\n"),
        ([line("the Anglo", hyphenated=True), line("Saxon king")], "the Anglo-Saxon king\n"),
        ([line("well-known or well", hyphenated=True), line("known")], "well-known or well-known\n"),
        ([line("市议会"), line("建造")], "市议会建造\n"),
        ([line("이 다"), line("리는 다리", spaced=False), line("다.")], "이 다 리는 다리다.\n"),
    ],
)
def test_lines_are_joined_as_their_script_wants_it(rows: list[PageLine], text: str) -> None:
    assert write(*rows) == text


def test_pages_begin_within_a_paragraph_that_runs_on() -> None:
    paragraph = Paragraph([line("The cat"), line("sat.")], turns={1: 1})
    content = PageWriter([Page([]), Page([]), Page([])]).write([paragraph]).build()
    assert content.text == "The cat sat.\n"
    assert content.page_starts == (0, 8, 13)
