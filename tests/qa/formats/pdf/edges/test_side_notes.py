"""Notes beside a text never stand within its paragraphs."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import drawn, read, sentence, wrapped

TEXTS = [wrapped(" ".join(sentence(number) for number in range(n, n + 5)), 62) for n in (0, 5, 10)]
NOTES = {(0, 3): ["Built by Alvarez,", "see the map"], (1, 0): ["Costs of", "those years"]}


def beside(when: str, left: float) -> str:
    """Return the text of a page with notes at a place, drawn before or behind the line that they stand at."""

    def note(canvas: Canvas, lines: list[str], top: float) -> None:
        canvas.setFont("Times-Italic", 8)
        for number, line in enumerate(lines):
            canvas.drawString(left, top - 10 * number, line)
        canvas.setFont("Times-Roman", 11)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        top, late = 760.0, []
        for number, text in enumerate(TEXTS):
            for at, line in enumerate(text):
                lines = NOTES.get((number, at), [])
                if when == "before":
                    note(canvas, lines, top)
                canvas.drawString(130, top, line)
                if when == "behind":
                    note(canvas, lines, top)
                late.append((lines, top))
                top -= 14
            top -= 12
        for lines, height in late if when == "last" else ():
            note(canvas, lines, height)

    return read(drawn(draw)).text


@pytest.mark.parametrize("when", ["before", "behind", "last"])
@pytest.mark.parametrize("left", [40.0, 470.0])
def test_no_paragraph_is_torn(when: str, left: float) -> None:
    text = beside(when, left)
    assert [each for each in text.strip().split("\n\n") if len(each) > 100] == [" ".join(lines) for lines in TEXTS]
    assert "Built by Alvarez, see the map" in " ".join(text.split())


@pytest.mark.parametrize("when", ["before", "behind", "last"])
def test_a_heading_in_the_left_margin_stands_before_its_paragraph(when: str) -> None:
    text = " ".join(beside(when, 40.0).split())
    assert f"Costs of those years {sentence(5)}" in text


def test_columns_are_no_notes() -> None:
    left = wrapped(" ".join(sentence(number) for number in range(8)), 40)
    right = wrapped(" ".join(sentence(number) for number in range(8, 14)), 40)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        for x, lines in ((60, left), (320, right)):
            for number, line in enumerate(lines):
                canvas.drawString(x, 760 - 13 * number, line)

    text = read(drawn(draw)).text
    assert all(sentence(number) in text for number in range(14))
