"""A PDF as a whole: its pages, what it says of itself, and what it may lack."""

from __future__ import annotations

import contextlib
import random

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph

import qa
from qa.formats.pdf import document as pdf
from qa.text.sentences import find_sentences
from tests.qa.pdfs import (
    STYLE,
    assert_quoted,
    by_hand,
    drawn,
    flowing,
    lines,
    pages,
    read,
    sentence,
    wrapped,
)


def test_an_empty_page_counts() -> None:
    story: list[str | Flowable] = [sentence(0), PageBreak(), Paragraph("&nbsp;", STYLE), PageBreak(), sentence(1)]
    document = assert_quoted(flowing(story), {sentence(0): 1, sentence(1): 3})
    assert [page.strip() for page in pages(document)] == [sentence(0), "", sentence(1)]


def test_many_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(400):
            lines(canvas, *wrapped(sentence(number), 80))
            canvas.showPage()

    assert_quoted(drawn(draw), {sentence(number): number + 1 for number in range(400)})


def test_title_and_language_are_those_that_it_states() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Bridges  of the\nNorth")
        lines(canvas, "Die Brücke steht.")

    document = read(drawn(draw, lang="de-AT"))
    assert (document.title, document.language) == ("Bridges of the North", "de")
    assert document.media_type == "application/pdf"
    assert read(drawn(lambda canvas: lines(canvas, "The bridge stands."))).title == "report.pdf"


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (drawn(lambda canvas: canvas.showPage()), qa.EmptyDocument, "holds no text"),
        (drawn(lambda canvas: lines(canvas, "Secret."), encrypt="word"), qa.PasswordNeeded, "password"),
        (drawn(lambda canvas: lines(canvas, "Cut."))[:400], qa.FileDamaged, "broken or cut off"),
        (b"%PDF-1.7\n" + b"x" * 1_000, qa.FileDamaged, "broken or cut off"),
    ],
)
def test_what_gives_no_text_says_why(data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=rf"'report\.pdf': The PDF .*{message}"):
        read(data)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(qa.FileTooLarge, match="has 3 pages; the limit is 2"):
        pdf.read_pdf(flowing([sentence(0), PageBreak(), sentence(1), PageBreak(), sentence(2)]))


def test_a_pdf_is_known_by_its_content() -> None:
    data = drawn(lambda canvas: lines(canvas, "The bridge stands."))
    assert qa.read(data, name="bridge.txt").media_type == "application/pdf"
    assert qa.read(b"The bridge stands.", name="bridge.pdf").media_type == "text/plain"
    assert qa.read(b"<!DOCTYPE html><p>Not found.", name="bridge.pdf").media_type == "text/html"


def test_a_title_that_is_no_text_does_not_stop_the_reading() -> None:
    data = by_hand("BT /F 12 Tf 72 700 Td (The bridge stands.) Tj ET", info="/Title <FEFF0041D8000042>")
    assert read(data).title == "A\ufffdB"


def mutated(data: bytes, seed: int) -> bytes:
    """Return `data` with some bytes changed, cut out or doubled."""
    chance = random.Random(seed)  # noqa: S311
    broken = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        at, n_bytes = chance.randrange(len(broken)), chance.randint(1, 50)
        piece = chance.choice([bytes([chance.randrange(256)]), b"", 2 * broken[at : at + n_bytes]])
        broken[at : at + n_bytes if len(piece) != 1 else at + 1] = piece
    return bytes(broken)


@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_pdf_gives_a_document_or_a_typed_error(seed: int) -> None:
    data = drawn(lambda canvas: lines(canvas, *wrapped(sentence(1), 60)), pageCompression=seed % 2)
    with contextlib.suppress(qa.ReadError):
        assert find_sentences(read(mutated(data, seed)).text)
