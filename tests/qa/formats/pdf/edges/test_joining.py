"""Where a sentence runs on past the end of a column or page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

import qa
from qa.formats.pdf.edges.joining import join_columns, runs_on
from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.paragraphs import Paragraph, cut_paragraphs
from tests.qa.pdfs import STYLE, drawn, flowing, lines, pages, paragraphs, places, read, sentence, wrapped

WIDE = 400.0


def rows(*texts: str, left: float = 0.0, top: float = 710.0, right: float = WIDE) -> list[PageLine]:
    """Return lines below one another, as wide as a column."""
    return [
        PageLine((LinePart(text, left, left + right),), top - 10 - 12.0 * n, top - 12.0 * n, 10.0, first_width=40.0)
        for n, text in enumerate(texts)
    ]


def test_a_sentence_runs_on_in_the_next_column() -> None:
    first, second = rows("The bridge was built", "in a year"), rows("of floods.", "It held.", left=450.0)
    joined = join_columns([*cut_paragraphs(first, 10.0), *cut_paragraphs(second, 10.0)])
    assert [paragraph.plain for paragraph in joined] == ["The bridge was built in a year of floods. It held."]


def test_nothing_runs_on_behind_a_full_stop_or_a_heading() -> None:
    paragraph, following = Paragraph(rows("The bridge", "was built.")), Paragraph(rows("it held"))
    assert not runs_on(paragraph, following)
    assert runs_on(Paragraph(rows("The bridge", "was built")), following)
    assert not runs_on(Paragraph(rows("The bridge", "was built"), heading=True), following)


def test_a_line_runs_on_into_a_capital_only_where_the_text_is_wrapped() -> None:
    following = Paragraph(rows("Vienna paid for it", "and for the road."))
    assert runs_on(Paragraph(rows("The bridge was built in a year by", "the council of")), following)
    assert not runs_on(Paragraph(rows("Keys are kept by the council of")), following)
    short = [*rows("Harbour office of the council"), *rows("Quay Road 4", top=698.0, right=120.0)]
    assert not runs_on(Paragraph(short), following)
    assert not runs_on(Paragraph(rows("The bridge was built by", "the council of")), Paragraph(rows("Duties and fees")))
    indented = [
        replace(line, parts=(LinePart(line.text, 15.0 * (not n), WIDE),)) for n, line in enumerate(following.lines)
    ]
    assert not runs_on(Paragraph(rows("The bridge was built by", "the council of")), Paragraph(indented))


def test_the_lines_before_a_single_one_show_whether_it_is_full() -> None:
    before = [Paragraph(rows("The mill was sold.", "The road was closed.", "The bridge held."))]
    last, following = Paragraph(rows("It was built by the council of", top=650.0)), Paragraph(rows("Vienna in a year."))
    assert runs_on(last, following, [*before, last])
    assert not runs_on(Paragraph(rows("It was built by", top=650.0, right=150.0)), following, before)


def test_a_gap_in_a_column_is_passed_by_a_small_letter_alone() -> None:
    paragraph = Paragraph(rows("The bridge was built in a year by", "the council of"))
    assert runs_on(paragraph, Paragraph(rows("the town.", top=500.0)))
    assert not runs_on(paragraph, Paragraph(rows("Vienna paid.", "It held.", top=500.0)))


def draw_blocks(canvas: Canvas, *blocks: str, gap: float, n_pages: int = 1) -> None:
    for number, block in enumerate(blocks):
        top = 760 - gap * (number // n_pages)
        lines(canvas, block, top=top)
        if n_pages > 1:
            canvas.showPage()


BLOCKS = [
    "To the tenants of the mill in Weir Lane",
    "The lift is out of order from 4 to 8 March",
    "Parcels are kept by Mr Okafor on the ground floor",
    "Questions are answered at the counter of the town hall",
    "With kind regards",
]


@pytest.mark.parametrize("gap", [24.0, 27.5, 33.0, 40.0, 60.0, 110.0])
def test_blocks_that_a_gap_parts_stay_apart(gap: float) -> None:
    document = read(drawn(lambda canvas: draw_blocks(canvas, *BLOCKS, gap=gap)))
    assert list(places(document)) == BLOCKS[1:], "the first stands as a title does"
    assert {passage.heading for passage in qa.split(document)} == {BLOCKS[0]}


@pytest.mark.parametrize("top", [760.0, 420.0, 90.0])
def test_unfinished_blocks_on_pages_of_their_own_stay_apart(top: float) -> None:
    def draw(canvas: Canvas) -> None:
        for block in BLOCKS:
            lines(canvas, block, top=top)
            canvas.showPage()

    document = read(drawn(draw))
    assert list(places(document)) == BLOCKS[1:], "the first stands as a title does"
    assert {passage.heading for passage in qa.split(document)} == {BLOCKS[0]}
    assert [page.strip() for page in pages(document)] == BLOCKS


def test_a_letter_over_two_pages_keeps_its_parts() -> None:
    body = wrapped(" ".join(sentence(n) for n in range(20)), 80)

    def draw(canvas: Canvas) -> None:
        lines(canvas, "Harbour office", "4 Quay Road", "Port Ellis", top=780)
        lines(canvas, "Dear Ms Adeyemi,", top=700)
        lines(canvas, *body[:38], top=670)
        canvas.showPage()
        top = lines(canvas, *body[38:], top=780)
        lines(canvas, "Yours sincerely", top=top - 20)
        lines(canvas, "Tobias Renn", "Keeper of the light", top=top - 80)

    document = read(drawn(draw))
    said = set(places(document))
    assert {sentence(n) for n in range(20)} <= said
    assert {"4 Quay Road", "Port Ellis", "Dear Ms Adeyemi,", "Yours sincerely", "Tobias Renn"} <= said
    assert qa.split(document)[0].heading == "Harbour office", "the first line stands as a title does"


@pytest.mark.parametrize("leading", [12.0, 14.0, 22.0, 25.3])
@pytest.mark.parametrize("n_columns", [1, 2])
@pytest.mark.parametrize("alignment", [0, 4])
def test_prose_joins_across_lines_columns_and_pages(leading: float, n_columns: int, alignment: int) -> None:
    style = ParagraphStyle("prose", parent=STYLE, leading=leading, alignment=alignment, spaceAfter=leading)
    document = read(flowing(paragraphs(12, 6), n_columns=n_columns, style=style))
    assert {sentence(n) for n in range(72)} <= set(places(document))


def test_a_sentence_with_capitals_at_the_beginning_of_lines_joins() -> None:
    sentences = [
        f"Der Rat der Stadt Bremen und das Amt der Stadt Verden bauen {number} Meter Deich am Fluss für das Dorf Achim."
        for number in range(200, 400)
    ]
    style = ParagraphStyle("prose", parent=STYLE, firstLineIndent=12)
    story = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    assert set(sentences) <= set(places(read(flowing(story, style=style, n_columns=2))))
