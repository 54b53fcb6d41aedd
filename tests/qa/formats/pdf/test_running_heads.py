"""What stands on every page is no part of the text."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import (
    HEIGHT,
    WIDTH,
    assert_quoted,
    flowing,
    paragraphs,
    sentence,
)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def decorate(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(60, HEIGHT - 50, "Annual report of the harbour authority, for members only")
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {canvas.getPageNumber()} of 9")

    data = flowing(paragraphs(30, 6), on_page=decorate)
    document = assert_quoted(data, [sentence(n) for n in range(180)])
    assert document.text.count("Annual report") == 1
    assert "of 9" not in document.text
    assert len(document.page_starts) > 4
