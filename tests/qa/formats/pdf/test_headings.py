"""Headings are what a bookmark names, and what is larger or bolder than most text."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

import qa
from tests.qa.pdfs import (
    assert_quoted,
    drawn,
    headings,
    lines,
    read,
    sentence,
    wrapped,
)


def test_bookmarks_are_headings_and_size_and_weight_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("untitled")
        top = lines(canvas, "The buildings of the town", size=20) - 10
        for name, font, size in (
            ("Bridges", "Times-Roman", 11),
            ("Mills", "Times-Bold", 11),
            ("Walls", "Times-Roman", 14),
        ):
            if name == "Bridges":
                canvas.bookmarkPage("a")
                canvas.addOutlineEntry("Bridges", "a")
            top = lines(canvas, name, top=top, size=size, font=font) - 8
            top = lines(canvas, *wrapped(f"{sentence(len(name))} {sentence(len(name) + 20)}", 80), top=top) - 10

    document = assert_quoted(drawn(draw), {sentence(len("Bridges")): 1, sentence(len("Walls") + 20): 1})
    assert headings(document) == ["The buildings of the town", "Bridges", "Mills", "Walls"]
    assert document.heading_levels == (1, 3, 3, 2)
    assert document.title == "The buildings of the town"
    library = qa.Library()
    library.add(document)
    assert library.ask(sentence(len("Mills")), min_confidence=0.0).quotes[0].heading == "Mills"


def test_the_larger_a_heading_the_higher_its_level_throughout_the_file() -> None:
    def draw(canvas: Canvas) -> None:
        for page, parts in enumerate(([("Rules", 20), ("Fees", 14)], [("Boats", 16), ("Oars", 14)])):
            top = 780.0
            for name, size in parts:
                top = lines(canvas, name, top=top, size=size) - 10
                top = lines(canvas, *wrapped(f"{sentence(page)} {sentence(size)}", 80), top=top) - 16
            canvas.showPage()

    document = read(drawn(draw))
    assert headings(document) == ["Rules", "Fees", "Boats", "Oars"]
    assert document.heading_levels == (1, 3, 2, 3)
    above = {passage.heading for passage in qa.split(document, size=50)}
    assert document.title == "Rules"
    assert above == {"Rules", "Fees", "Boats", "Boats › Oars"}
