"""Recognised lines are laid out as those of any other page; a real engine reads a page that is a picture."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

import qa
from qa.formats.ocr.engines import RecognisedLine, find_engine
from qa.formats.ocr.page import answer, make_page
from qa.formats.pdf.layout import lay_out
from qa.formats.wire import unpack
from tests.qa.pdfs import drawn, lines, read


def line(text: str, left: float, top: float, *, height: float = 30) -> RecognisedLine:
    return RecognisedLine(text, left, top, left + 14 * len(text), top + height)


def lay(*seen: RecognisedLine) -> str:
    return lay_out([make_page(seen, width=595, height=842, scale=200 / 72)]).text


def test_lines_make_paragraphs_whatever_their_height_as_seen() -> None:
    text = lay(
        line("The boat house may be used by all members from the", 200, 200, height=29),
        line("first of April until the last day of October, when", 200, 240, height=34),
        line("it is closed.", 200, 280, height=31),
        line("Keys are kept at the office.", 200, 400, height=30),
    )
    assert text.split("\n\n") == [
        "The boat house may be used by all members from the first of April until the last day of October, when it is "
        "closed.",
        "Keys are kept at the office.\n",
    ]


def test_what_stands_beside_one_another_is_one_row() -> None:
    text = lay(line("Weight", 200, 200), line("42 kg", 900, 204), line("Length", 200, 250), line("2 m", 900, 251))
    assert "Weight" in text.splitlines()[0]
    assert "42 kg" in text.splitlines()[0]


def as_picture(data: bytes) -> bytes:
    """Return a PDF whose pages are pictures of the pages of another."""
    stream = BytesIO()
    canvas = Canvas(stream)
    for page in pypdfium2.PdfDocument(data):
        canvas.drawInlineImage(page.render(scale=150 / 72).to_pil(), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.skipif(not find_engine(), reason="no engine is installed: pip install 'quoth[ocr]'")
def test_a_picture_of_a_page_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        lines(canvas, "The monthly rent is 780 euros.", "The deposit is paid back within 30 days.")

    document = read(as_picture(drawn(draw)))
    library = qa.Library()
    library.add(document)
    assert "780 euros" in library.ask("How high is the monthly rent?").quotes[0].text
    assert document.notices[0].startswith("Page 1 was a picture: its words were recognised by ")


def test_what_an_engine_does_over_a_page_ends_as_an_error() -> None:
    with pytest.raises(qa.FileDamaged, match="KeyError"):
        unpack(answer(drawn(lambda canvas: lines(canvas, "x")), {"page": 0, "engine": "none"}))
