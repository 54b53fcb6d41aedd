"""Raised and lowered characters are written as what they are, in words and beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from qa.formats.pdf.levels import may_have_levels
from tests.qa.pdfs import STYLE, drawn, flowing, lines, places, read

PLAIN = ParagraphStyle("plain", parent=STYLE, alignment=0)


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("It holds 10<super>5</super> litres.", "It holds 10⁵ litres."),
        ("Below 3 x 10<super>-7</super> mbar.", "Below 3 x 10⁻⁷ mbar."),
        ("It has 41,300<super>4</super> people.", "It has 41,300⁴ people."),
        ("The hall (45 m<super>2</super>) is shut.", "The hall (45 m²) is shut."),
        ("Water is H<sub>2</sub>O, gas is CO<sub>2</sub>.", "Water is H₂O, gas is CO₂."),
        ("The 1<super>st</super> of May, M<super>me</super> Curie.", "The 1st of May, Mme Curie."),
        ("By Ito<super>a,b</super> and Roe.<super>*</super>", "By Itoᵃ,ᵇ and Roe.*"),
        ("Take 2<super>1</super>/<sub>2</sub> cups.", "Take 2 1/2 cups."),
        ("At 20<super>o</super>C it melts.", "At 20°C it melts."),
        ("The sum of x<sub>1</sub> and x<sub>max</sub>.", "The sum of x₁ and xmax."),
        ("See e<super>x+1</super> and Quoth<super>TM</super>.", "See e^(x+1) and Quoth™."),
        ("It is known.<super>[3]</super>", "It is known.[3]"),
        ("<super>2</super> Not in winter.", "² Not in winter."),
    ],
)
def test_levels_of_a_paragraph(marked: str, text: str) -> None:
    assert read(flowing([marked], style=PLAIN)).text == f"{text}\n"


def draw_pieces(canvas: Canvas, *pieces: tuple[str, float, float], left: float = 72, top: float = 700) -> None:
    """Draw pieces of a line, each with its size and how far it is raised."""
    for text, size, rise in pieces:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(left, top + rise, text)
        left += canvas.stringWidth(text, "Times-Roman", size)


@pytest.mark.parametrize(("size", "rise"), [(5, 4), (6, 4), (7, 3), (8, 5), (9, 3.5)])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_mark_stands_apart_whatever_its_size_and_the_page_s_direction(size: float, rise: float, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(turn)
        draw_pieces(canvas, ("a town of 41,300", 11, 0), ("4", size, rise), (" people", 11, 0), left=-100, top=30)
        draw_pieces(
            canvas, ("It sails on Sundays.", 11, 0), ("12", size, rise), (" A fee is due.", 11, 0), left=-100, top=0
        )

    document = read(drawn(draw))
    assert "a town of 41,300⁴ people" in document.text
    assert {"It sails on Sundays.¹²", "A fee is due."} <= set(places(document))


@given(st.integers(0, 99_999), st.integers(0, 99))
def test_no_mark_is_read_as_a_figure_of_the_number_before_it(number: int, mark: int) -> None:
    data = drawn(
        lambda canvas: draw_pieces(canvas, (f"{number:,}", 10, 0), (f"{mark}", 6.5, 3.5), (" are here", 10, 0))
    )
    raised = f"{mark}".translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    assert read(data).text == f"{number:,}{raised} are here\n"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("T", 30, 0), ("he bridge stands", 11, 0)], "The bridge stands"),
        ([("H", 12, 0), ("ARBOUR 12", 9, 0), (" O", 12, 0), ("FFICE", 9, 0)], "HARBOUR 12 OFFICE"),
        ([("Room ", 11, 0), ("204", 8, 0), (" is shut", 11, 0)], "Room 204 is shut"),
        ([("Only R18,", 12, 0), ("00", 7, 4), (" today", 12, 0)], "Only R18,00 today"),
        ([("Fee in 2004 ", 12, 0), ("1545-0074", 8, 2), (" form", 12, 0)], "Fee in 2004 1545-0074 form"),
    ],
)
def test_other_sizes_on_a_line_are_no_levels(pieces: list[tuple[str, float, float]], text: str) -> None:
    assert read(drawn(lambda canvas: draw_pieces(canvas, *pieces))).text == f"{text}\n"


def test_notes_begin_with_their_marks_one_a_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, *["The council built the bridge in the year of the great flood and it still stands"] * 6)
        for number, note in enumerate(["Not from November to February, when the ferry rests", "By night it is shut"]):
            draw_pieces(canvas, (f"{number + 1}", 5, 3), (note, 8, 0), top=120 - 10 * number)

    text = read(drawn(draw)).text
    assert "¹Not from November to February, when the ferry rests\n²By night it is shut\n" in text


def test_only_words_of_uneven_characters_are_looked_at() -> None:
    box, raised = (0.0, 0.0, 5.0, 10.0), (5.0, 4.0, 8.0, 10.5)
    assert may_have_levels("105", box, raised, 1)
    assert may_have_levels("H2O", box, box, 1)
    assert not any(may_have_levels(word, box, box, 1) for word in ("bridge", "1,250.00", "7:40", "B2"))
