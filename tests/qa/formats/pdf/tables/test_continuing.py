"""Tables that go on over pages."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table, TableStyle

from tests.qa.pdf_tables import aligned, paragraphs
from tests.qa.pdfs import NAMES, THINGS, drawn, flowing, sentence

HEAD = ["Town", "Inhabitants", "Fee"]
ROWS = [[f"{THINGS[n % 12]} {NAMES[n // 12]}", f"{1000 + 37 * n:,}", f"{n}.50"] for n in range(90)]
READ = [f"Town: {town}; Inhabitants: {number}; Fee: {fee}." for town, number, fee in ROWS]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


@pytest.mark.parametrize("repeated", [0, 1])
@pytest.mark.parametrize("style", [[], [GRID]])
def test_names_go_on_over_pages(repeated: int, style: list[tuple[object, ...]]) -> None:
    table = Table([HEAD, *ROWS], repeatRows=repeated, style=TableStyle(style))
    story: list[str | Flowable] = [sentence(0), table, sentence(1)]
    assert paragraphs(flowing(story)) == [sentence(0), *READ, sentence(1)]


def test_a_table_below_a_heading_is_another() -> None:
    def draw(canvas: Canvas) -> None:
        aligned([HEAD, *ROWS[:40]], (72, 220, 320), top=760, bold=True)(canvas)
        canvas.showPage()
        canvas.drawString(72, 790, "Of other lands the following are known to us.")
        aligned([["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]], (72, 220, 320), top=740)(canvas)

    assert "Town: 1" not in "\n".join(paragraphs(drawn(draw)))


def test_a_head_of_its_own_begins_another() -> None:
    def draw(canvas: Canvas) -> None:
        aligned([HEAD, *ROWS[:40]], (72, 220, 320), top=760, bold=True)(canvas)
        canvas.showPage()
        aligned(
            [["Ship", "Tonnes", "Crew"], ["Petrel", "12", "3"], ["Gull", "9", "2"]], (72, 220, 320), top=760, bold=True
        )(canvas)

    assert paragraphs(drawn(draw))[-1] == "Ship: Gull; Tonnes: 9; Crew: 2."
