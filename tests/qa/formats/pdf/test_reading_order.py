"""Columns and pages are read one after the other."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

import qa
from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.reading_order import order_blocks
from tests.qa.pdfs import (
    assert_quoted,
    drawn,
    flowing,
    pages,
    paragraphs,
    places,
    read,
    sentence,
    wrapped,
)


def begins_on(document: qa.Document, n_sentences: int) -> list[int | None]:
    """Return the page on which each sentence begins."""
    pages_of = places(document)
    return [pages_of.get(sentence(n)) for n in range(n_sentences)]


def test_one_column_with_a_sentence_over_each_page_break() -> None:
    data = flowing(paragraphs(24, 6))
    document = assert_quoted(data, [sentence(n) for n in range(24 * 6)])
    turns = begins_on(document, 24 * 6)
    assert None not in turns
    assert turns == sorted(turns)  # type: ignore[type-var]
    assert turns[-1] == len(document.page_starts) >= 4
    assert any(not text.rstrip().endswith(".") for text in pages(document)[:-1])
    assert document.text.count("\n\n") == 23


def test_two_columns() -> None:
    data = flowing(paragraphs(24, 6), n_columns=2)
    document = assert_quoted(data, [sentence(n) for n in range(24 * 6)])
    turns = begins_on(document, 24 * 6)
    assert None not in turns
    assert turns == sorted(turns)  # type: ignore[type-var]
    assert document.text.count("\n\n") == 23


def test_two_columns_that_are_drawn_line_by_line() -> None:
    left = wrapped(" ".join(sentence(n) for n in range(8)), 48)
    right = wrapped(" ".join(sentence(n) for n in range(8, 16)), 48)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 8)
        for row, (one, other) in enumerate(zip(left, right, strict=False)):
            canvas.drawString(50, 760 - 10 * row, one)
            canvas.drawString(310, 760 - 10 * row, other)

    n_lines = min(len(left), len(right))
    text = " ".join(left[:n_lines]), " ".join(right[:n_lines])
    document = read(drawn(draw))
    assert text[0] in document.text
    assert text[1] in document.text


def line(text: str, left: float, bottom: float, right: float) -> PageLine:
    return PageLine((LinePart(text, left, right),), bottom, bottom + 10, 10.0)


def texts(blocks: list[list[PageLine]]) -> list[list[str]]:
    return [[each.text for each in block] for block in blocks]


def test_lines_below_one_another_are_a_block() -> None:
    block = [line("one", 50, 700, 200), line("two", 50, 688, 210)]
    assert texts(order_blocks([*block, line("far", 50, 500, 200)])) == [["one", "two"], ["far"]]


def test_what_stands_above_comes_first_though_it_is_drawn_last() -> None:
    below, above = line("below", 50, 300, 200), line("above", 50, 700, 200)
    beside = line("beside", 300, 700, 400)
    assert texts(order_blocks([below, above])) == [["above"], ["below"]]
    assert texts(order_blocks([beside, below])) == [["beside"], ["below"]]


def test_columns_are_taken_apart_in_whichever_order_a_line_has_its_parts() -> None:
    def row(number: int) -> PageLine:
        left = LinePart(f"on the left stands the line {number}", 50, 250)
        right = LinePart(f"on the right stands the line {number}", 300, 500)
        bottom = 700.0 - 12 * number
        return PageLine((left, right) if number % 3 else (right, left), bottom, bottom + 10, 10.0)

    words = [line.text for block in order_blocks([row(number) for number in range(1, 11)]) for line in block]
    assert words == [f"on the {side} stands the line {number}" for side in ("left", "right") for number in range(1, 11)]


def test_what_stands_alone_is_a_block_of_its_own() -> None:
    above, below = line("above", 50, 700, 200), line("below", 50, 676, 200)
    table = line("", 50, 688, 200)
    assert texts(order_blocks([above, below], [(1, table)])) == [["above"], [""], ["below"]]
