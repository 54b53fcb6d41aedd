"""Tables that nothing but gaps makes, and what looks like one."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdf_tables import PRICES, PRICES_READ, aligned, paragraphs
from tests.qa.pdfs import drawn, lines, read, sentence, wrapped

LEFTS = (72, 260, 360, 460)
ROTA = [
    ["Hall", "Day", "Guard"],
    ["North", "Monday", "Ruiz"],
    ["South", "Tuesday", "Okoro"],
    ["East", "Friday", "Lind"],
]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("by_column", [False, True])
def test_a_row_is_a_sentence_in_whichever_order_it_is_drawn(bold: bool, by_column: bool) -> None:
    draw = aligned(PRICES, LEFTS, right=(1, 2, 3), bold=bold, by_column=by_column)
    assert paragraphs(drawn(draw)) == PRICES_READ


def test_words_alone_have_names_when_every_row_is_full() -> None:
    assert paragraphs(drawn(aligned(ROTA, (72, 200, 330)))) == [
        "Hall: North; Day: Monday; Guard: Ruiz.",
        "Hall: South; Day: Tuesday; Guard: Okoro.",
        "Hall: East; Day: Friday; Guard: Lind.",
    ]


def test_a_cell_of_several_lines_is_read_whole() -> None:
    rows = [
        ["Plan", "Who it is for", "Notice"],
        ["Basic", "Residents of the district", "four weeks before"],
        ["", "who use it weekly", "the quarter ends"],
        ["Full", "Clubs and schools that", "three months before"],
        ["", "need it on evenings", "the year ends"],
    ]
    assert paragraphs(drawn(aligned(rows, (72, 160, 330), pitch=13, bold=True))) == [
        "Plan: Basic; Who it is for: Residents of the district who use it weekly; "
        "Notice: four weeks before the quarter ends.",
        "Plan: Full; Who it is for: Clubs and schools that need it on evenings; "
        "Notice: three months before the year ends.",
    ]


def test_sums_below_an_invoice_are_labels_with_figures() -> None:
    sums = [("Net", "1 302.40"), ("VAT 20 %", "260.48"), ("Total to pay", "1 562.88")]

    def draw(canvas: Canvas) -> None:
        aligned(PRICES, LEFTS, right=(1, 2, 3), bold=True)(canvas)
        for number, (label, figure) in enumerate(sums, 6):
            canvas.drawRightString(360, 700 - 16 * number, label)
            canvas.drawRightString(460, 700 - 16 * number, figure)

    assert paragraphs(drawn(draw)) == [*PRICES_READ, *(f"{label}: {figure}." for label, figure in sums)]


def test_a_line_below_the_names_tells_them() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [["2021", "2022", "2023"], ["5", "7", "9"], ["50", "70", "90"], ["55", "77", "99"]]
        aligned(rows, (100, 200, 300), right=(0, 1, 2))(canvas)
        canvas.line(70, 696, 305, 696)

    assert paragraphs(drawn(draw))[0] == "2021: 5; 2022: 7; 2023: 9."


@pytest.mark.parametrize("by_column", [False, True])
def test_labels_beside_values_are_read_row_by_row(by_column: bool) -> None:
    rows = [["Mass", "18 t"], ["Draught", "1.4 m"], ["Engine", "two diesels"], ["Speed", "9 kn"]]
    expected = ["Mass: 18 t.", "Draught: 1.4 m.", "Engine: two diesels.", "Speed: 9 kn."]
    assert paragraphs(drawn(aligned(rows, (72, 240), pitch=19, by_column=by_column))) == expected


def test_labels_of_words_that_are_drawn_before_all_values() -> None:
    rows = [["Colour", "red"], ["Material", "oak and steel"], ["Maker", "Ito & Sons"]]
    expected = ["Colour: red.", "Material: oak and steel.", "Maker: Ito & Sons."]
    assert paragraphs(drawn(aligned(rows, (72, 250), by_column=True, pitch=20))) == expected


def test_addresses_side_by_side_are_read_one_after_the_other() -> None:
    rows = [["Ines Duarte", "Harbour Office"], ["Hill Road 3", "Quay 12"], ["4021 Linz", "4020 Linz"]]
    text = read(drawn(aligned(rows, (72, 300), by_column=True, pitch=13))).text
    assert text.split() == [word for column in zip(*rows, strict=True) for cell in column for word in cell.split()]


def test_contents_are_no_table() -> None:
    rows = [["Introduction", "1"], ["Methods", "7"], ["Results", "19"], ["Appendix", "44"]]
    assert ":" not in read(drawn(aligned(rows, (72, 500), right=(1,)))).text


def test_two_columns_of_prose_are_no_table() -> None:
    columns = [wrapped(" ".join(sentence(number) for number in range(n, n + 6)), 44) for n in (0, 6)]

    def draw(canvas: Canvas) -> None:
        for number, column in enumerate(columns):
            lines(canvas, *column, left=60 + 250 * number)

    document = read(drawn(draw))
    assert all(sentence(number) in document.text for number in range(12))


words = st.text("abcdefghkmnoprstuvwxyz", min_size=2, max_size=7)
cells = st.one_of(words, st.integers(0, 99_999).map(str), st.just(""))


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=2, max_size=9), by_column=st.booleans())
def test_no_word_is_lost(rows: list[list[str]], by_column: bool) -> None:
    if not any(map(any, rows)):
        rows[0][0] = "none"
    read_words = Counter(read(drawn(aligned(rows, (72, 220, 380), by_column=by_column))).text.split())
    pieces = Counter(word.rstrip(".:;") for word in read_words.elements())
    assert not Counter(cell for row in rows for cell in row if cell) - pieces
