"""What stands at the edges of pages stays on its page, and a sentence runs on past it."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from qa.formats.pdf.edges.ordering import LaidPage, order_pages
from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.paragraphs import Paragraph
from tests.qa.pdfs import drawn, lines, pages, places, read, sentence, wrapped


def line(text: str, top: float = 700.0, size: float = 10.0) -> PageLine:
    return PageLine((LinePart(text, 0.0, 400.0),), top - size, top, size, first_width=40.0)


def order(*laid: LaidPage) -> list[tuple[str, int]]:
    return [(paragraph.plain, paragraph.page) for paragraph in order_pages(list(laid))]


def text(*rows: str) -> list[Paragraph]:
    return [Paragraph([line(row) for row in rows])]


def test_pages_that_end_with_a_sentence_are_in_their_order() -> None:
    first = LaidPage(text("The bridge held."), text("1 A note."), text("Head"), text("Foot"))
    second = LaidPage(text("The mill stood."), text("2 A note."))
    assert order(first, second) == [
        ("Head", 0), ("The bridge held.", 0), ("1 A note.", 0), ("Foot", 0), ("The mill stood.", 1), ("2 A note.", 1),
    ]  # fmt: skip


def test_a_sentence_runs_on_past_foot_notes_and_head() -> None:
    first = LaidPage(text("The bridge was built", "in a year"), text("1 A note."), [], text("Foot"))
    second = LaidPage(text("of floods."), text("2 A note."), text("Head"))
    assert order(first, second) == [
        ("1 A note.", 0), ("Foot", 0), ("The bridge was built in a year of floods.", 0), ("Head", 1), ("2 A note.", 1),
    ]  # fmt: skip


def test_lines_of_the_text_are_passed_at_the_edges_alone() -> None:
    head, rest = text("Balance 12"), text("of floods.")
    passing = {id(head[0].lines[0])}
    first = LaidPage(text("The bridge was built", "in a year"), [])
    assert order(first, LaidPage([*head, *rest], [], passing=passing)) == [
        ("The bridge was built in a year of floods.", 0), ("Balance 12", 1),
    ]  # fmt: skip
    heading = Paragraph([line("Balance 12")], heading=True)
    passing = {id(heading.lines[0])}
    assert len(order(first, LaidPage([heading, *text("of floods.")], [], passing=passing))) == 3


def test_what_a_page_keeps_is_on_it_even_where_one_paragraph_fills_it() -> None:
    body = wrapped(" ".join(sentence(n) for n in range(60)), 90)

    def draw(canvas: Canvas) -> None:
        for number, at in enumerate(range(0, len(body), 20)):
            lines(canvas, f"Kept by the office of ward {17 * number + 3}", top=800)
            lines(canvas, *body[at : at + 20], top=740)
            lines(canvas, f"{number + 1} Taken from the ledger of {1800 + 7 * number}.", top=100, size=8)
            canvas.showPage()

    document = read(drawn(draw))
    shown = pages(document)
    assert len(shown) == 5
    for number, page in enumerate(shown):
        assert f"ward {17 * number + 3}\n" in page
        assert f"ledger of {1800 + 7 * number}." in page
    assert {sentence(n) for n in range(60)} <= set(places(document))
