"""Words make lines; wide gaps part them, and what is no text is taken out."""

from __future__ import annotations

from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import (
    drawn,
    lines,
    read,
)


def test_ligatures_and_soft_hyphens_are_taken_out() -> None:
    pdfmetrics.registerFont(TTFont("Vera", Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    text = "The of\ufb01ce of the \ufb01rst con\u00adsul over\ufb02ows."
    document = read(drawn(lambda canvas: lines(canvas, text, font="Vera")))
    assert document.text == "The office of the first consul overflows.\n"


def draw_row(canvas: Canvas, *cells: tuple[float, str]) -> None:
    canvas.setFont("Times-Roman", 11)
    for left, text in cells:
        canvas.drawString(left, 700, text)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([(72, "Monday"), (200, "9 to 5")], "Monday\t9 to 5\n"),
        ([(72, "Monday"), (112, "9 to 5")], "Monday 9 to 5\n"),
        ([(72, "1."), (110, "Bread")], "1. Bread\n"),
        ([(72, "Bridges . . . . . . . . . . 12")], "Bridges\t12\n"),
    ],
)
def test_a_wide_gap_parts_cells_but_not_the_number_of_an_item(cells: list[tuple[float, str]], text: str) -> None:
    assert read(drawn(lambda canvas: draw_row(canvas, *cells))).text == text


def test_a_raised_word_stays_on_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 700, "The bridge")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(122, 704, "2")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(128, 700, "stands.")

    assert len(read(drawn(draw)).text.splitlines()) == 1
