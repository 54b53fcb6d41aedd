"""The boxes of a sentence hold the ink of its words and of no others, on the page as it is shown."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from qa.boxes.box import Box
from qa.boxes.word_boxes import WordBoxes
from qa.formats.pdf.document import read_pdf
from tests.qa.marked import left_out, marked_too_much
from tests.qa.pdfs import STYLE, drawn, flowing, lines, sentence


def red(text: str) -> str:
    return f'<font color="red">{text}</font>'


def boxes_of(data: bytes, quote: str) -> list[Box]:
    content = read_pdf(data)
    start = content.text.index(quote)
    return WordBoxes.unpack(content.word_boxes, len(content.text)).cut(start, start + len(quote)).boxes()


def holds(data: bytes, quote: str, *pages: int) -> list[Box]:
    """Return the boxes of a quote, once they were seen to hold its red words alone."""
    boxes = boxes_of(data, quote)
    assert {box["page"] for box in boxes} == set(pages)
    assert {page: left_out(data, boxes, page) for page in pages} == dict.fromkeys(pages, 0)
    assert {page: marked_too_much(data, boxes, page) for page in pages} == dict.fromkeys(pages, 0)
    return boxes


def shown(data: bytes, *, rotation: int = 0, crop: tuple[float, float, float, float] | None = None) -> bytes:
    """Return a PDF with its pages turned, clockwise, and cropped."""
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.set_rotation(rotation)
            if crop:
                page.set_cropbox(*crop)
        document.save(stream)
    return stream.getvalue()


PROSE = flowing([f"{sentence(0)} {sentence(1)} {red(sentence(2))} {sentence(3)}", sentence(4)])


@pytest.mark.parametrize("crop", [None, (40, 500, 560, 800), (80, 710, 560, 800)], ids=["whole", "cropped", "cut off"])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_marked_as_it_is_shown(rotation: int, crop: tuple[float, float, float, float] | None) -> None:
    boxes = holds(shown(PROSE, rotation=rotation, crop=crop), sentence(2), 1)
    assert all(0 <= box["left"] < box["right"] and 0 <= box["top"] < box["bottom"] for box in boxes)


def test_a_page_that_is_turned_says_the_same() -> None:
    text = read_pdf(PROSE).text
    assert [read_pdf(shown(PROSE, rotation=rotation)).text for rotation in (90, 180, 270)] == [text] * 3


def test_lines_set_close_are_marked_one_by_one() -> None:
    for leading in (11, 12.5, 22):
        style = ParagraphStyle("close", STYLE, fontName="Helvetica", leading=leading)
        assert (
            len(holds(flowing([f"{sentence(0)} {red(sentence(1))} {sentence(2)}"], style=style), sentence(1), 1)) == 2
        )


def goes_on(boxes: list[Box], n_columns: int) -> bool:
    """Tell whether some boxes stand on two pages, or in both of two columns of one."""
    pages = {box["page"] for box in boxes}
    return len(pages) == 2 if n_columns == 1 else len(pages) == 1 and boxes[0]["top"] > boxes[-1]["top"]


@pytest.mark.parametrize("n_columns", [1, 2], ids=["pages", "columns"])
def test_a_sentence_may_go_on_in_the_next_column_and_on_the_next_page(n_columns: int) -> None:
    for n_before in range(80):
        before, after = " ".join(map(sentence, range(n_before))), " ".join(map(sentence, range(91, 95)))
        data = flowing([f"{before} {red(sentence(90))} {after}"], n_columns=n_columns)
        boxes = boxes_of(data, sentence(90))
        if goes_on(boxes, n_columns):
            holds(data, sentence(90), *sorted({box["page"] for box in boxes}))
            return
    pytest.fail("No sentence went on elsewhere.")


def draw(canvas: Canvas, *rows: tuple[str, ...], left: float = 72, top: float = 760, font: str = "Times-Roman") -> None:
    """Draw lines of pieces, each given by its colour and its text."""
    text = canvas.beginText(left, top)
    text.setFont(font, 11, 14)
    for row in rows:
        for colour, piece in zip(row[::2], row[1::2], strict=True):
            text.setFillColor(colour)
            text.textOut(piece)
        text.textLine()
    canvas.drawText(text)


def test_a_word_that_is_broken_at_the_end_of_a_line_is_marked_on_both() -> None:
    rows = [
        ("black", "The keeper was tired. ", "red", "The archaeolo-"),
        ("red", "gists found a coin in the cellar of the house.", "black", " It was sold."),
    ]
    boxes = holds(
        drawn(lambda canvas: draw(canvas, *rows)), "The archaeologists found a coin in the cellar of the house.", 1
    )
    assert len(boxes) == 2


def test_a_quote_may_end_within_a_line_without_spaces() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    row = ("black", "图书馆九点开门。", "red", "门票十四欧元。", "black", "周一休息。")
    data = drawn(lambda canvas: draw(canvas, row, font="STSong-Light"))  # of letters that are all as wide
    (box,) = boxes_of(data, "门票十四欧元。")
    assert (box["left"], box["right"]) == (72 + 8 * 11, 72 + 15 * 11)


def test_a_raised_mark_is_marked_with_its_word() -> None:
    rise = red("The parish had 41,300<super>4</super> people in the spring.")
    data = flowing([f"{sentence(1)} {rise} {sentence(2)}"])
    assert len(holds(data, "The parish had 41,300⁴ people in the spring.", 1)) == 1


def test_text_that_is_turned_on_its_page_is_marked_upright() -> None:
    def put(canvas: Canvas) -> None:
        lines(canvas, sentence(0)[:80], sentence(1)[:80], sentence(2)[:80])
        canvas.rotate(90)
        draw(canvas, ("red", "The survey was made in March.", "black", " Scale 1:500"), left=200, top=-560)

    (box,) = holds(drawn(put), "The survey was made in March.", 1)
    assert box["bottom"] - box["top"] > 3 * (box["right"] - box["left"])


def test_a_page_whose_text_is_all_turned_is_marked_too() -> None:
    def put(canvas: Canvas) -> None:
        canvas.rotate(90)
        draw(canvas, ("black", "The ferry leaves at nine."), ("red", "It costs 14 euros."), left=200, top=-60)

    data = drawn(put)
    for rotation in (0, 90, 180, 270):
        holds(shown(data, rotation=rotation), "It costs 14 euros.", 1)


def test_cells_of_a_row_are_one_box() -> None:
    def put(canvas: Canvas) -> None:
        for n, row in enumerate(
            [("Berth", "Depth", "Price"), ("North", "4 m", "20"), ("South", "3 m", "15"), ("East", "2 m", "9")]
        ):
            for column, cell in enumerate(row):
                draw(canvas, ("red" if n == 2 else "black", cell), left=72 + 120 * column, top=700 - 18 * n)

    data = drawn(put)
    content = read_pdf(data)
    start = content.text.index("South")
    boxes = (
        WordBoxes.unpack(content.word_boxes, len(content.text)).cut(start, content.text.index("15", start) + 2).boxes()
    )
    assert len(boxes) == 1
    assert (left_out(data, boxes), marked_too_much(data, boxes)) == (0, 0)


def test_a_text_without_places_has_no_boxes() -> None:
    assert boxes_of(PROSE, "\n") == []
