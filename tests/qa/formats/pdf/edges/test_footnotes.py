"""Footnotes stand behind the text of their page."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import (
    assert_quoted,
    drawn,
    lines,
    pages,
    places,
    sentence,
    wrapped,
)


def test_footnotes_come_after_the_text_that_runs_on() -> None:
    body = wrapped(" ".join(sentence(n) for n in range(30)), 90)
    notes = ["1 The council kept its accounts in the cellar of the mint.", "2 No drawing of the gate is known today."]

    def draw(canvas: Canvas) -> None:
        rows = iter(body)
        for number in range(2):
            top = lines(canvas, *[row for _, row in zip(range(26), rows, strict=False)])
            lines(canvas, notes[number], top=min(top - 20, 120), size=8)
            canvas.showPage()

    document = assert_quoted(drawn(draw), [sentence(n) for n in range(28)])
    pages_of = places(document)
    first, second = (next(page for text, page in pages_of.items() if note[2:] in text) for note in notes)
    assert (first, second) == (1, 2)
    assert pages(document)[1].rstrip().endswith(notes[1])
