"""What many characters are asked for at once is what each of them says by itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from qa.formats.pdf.glyphs.characters import boxes_of, characters_of, make_finite, sizes_of
from tests.qa.pdfs import drawn


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.FPDF_TEXTPAGE]:
    with pypdfium2.PdfDocument(data) as document, closing(document[0]) as page, closing(page.get_textpage()) as text:
        yield text.raw


def draw(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, 700, "The quay was widened in two parts, and the har-")
    canvas.drawString(72, 686, "bour board paid for it.")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(300, 640, "7 notes")
    canvas.rotate(90)
    canvas.drawString(100, -500, "Along the edge")
    canvas.showPage()


def test_characters_boxes_and_sizes_are_those_of_each_character() -> None:
    with opened(drawn(draw)) as text:
        numbers = range(pdfium.FPDFText_CountChars(text))
        characters = characters_of(text)
        assert len(characters) == len(numbers)
        assert "The quay was widened" in characters
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        turns, sizes = sizes_of(text, numbers)
        for number, place, turn, size in zip(numbers, boxes_of(text, numbers).tolist(), turns, sizes, strict=True):
            pdfium.FPDFText_GetLooseCharBox(text, number, box)
            assert place == [box.left, box.bottom, box.right, box.top]
            pdfium.FPDFText_GetMatrix(text, number, matrix)
            assert turn == round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
            assert size == pdfium.FPDFText_GetFontSize(text, number) * math.hypot(matrix.c, matrix.d)
        assert set(turns) == {0, 1}


def test_a_page_without_text_has_no_characters() -> None:
    with opened(drawn(lambda canvas: canvas.showPage())) as text:
        assert not characters_of(text)
        assert boxes_of(text, []).shape == (0, 4)
        assert sizes_of(text, []) == ([], [])


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_zero(number: float) -> None:
    assert make_finite(number) == 0.0
    assert make_finite(2.5) == 2.5
