"""Ruling lines of a page: pieces of one are made one, edges of what is filled are told from lines."""

from __future__ import annotations

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from qa.formats.pdf import rules
from qa.formats.pdf.lines import read_page
from qa.formats.pdf.page import Rule
from tests.qa.pdfs import drawn


def rules_of(draw: object) -> list[tuple[bool, int, int, int, bool]]:
    def decorate(canvas: Canvas) -> None:
        canvas.drawString(300, 300, "Text")
        draw(canvas)  # type: ignore[operator]

    page = read_page(pypdfium2.PdfDocument(drawn(decorate)), 0)
    return [(rule.flat, round(rule.at), round(rule.start), round(rule.end), rule.edge) for rule in page.rules]


def test_dashes_and_lines_that_meet_are_one() -> None:
    def draw(canvas: Canvas) -> None:
        for x in range(100, 200, 5):
            canvas.line(x, 500, x + 3, 500)
        canvas.line(100, 400, 150, 400)
        canvas.line(150, 400.4, 220, 400.4)

    assert rules_of(draw) == [(True, 400, 100, 220, False), (True, 500, 100, 198, False)]


def test_a_thin_rectangle_is_a_line_and_a_thick_one_has_edges() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 500, 200, 0.8, stroke=0, fill=1)
        canvas.rect(100, 300, 200, 50, stroke=0, fill=1)

    lines = rules_of(draw)
    assert (True, 500, 100, 300, False) in lines
    assert {(True, 300, 100, 300, True), (True, 350, 100, 300, True), (False, 100, 300, 350, True)} <= set(lines)


def test_slanting_lines_and_specks_rule_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(100, 100, 200, 160)
        canvas.line(100, 200, 103, 200)
        canvas.circle(400, 400, 50)

    assert rules_of(draw) == []


def test_lines_within_another_drawing_stand_where_it_is_put() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("box")
        canvas.line(0, 0, 80, 0)
        canvas.endForm()
        canvas.translate(100, 600)
        canvas.doForm("box")

    assert rules_of(draw) == [(True, 600, 100, 180, False)]


def test_a_drawing_of_very_many_lines_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "_MAX_RULES", 10)
    assert rules_of(lambda canvas: [canvas.line(50, 5 * n, 150, 5 * n) for n in range(40)]) == []


@pytest.mark.parametrize("turn", range(4))
def test_a_line_is_turned_back_with_its_page(turn: int) -> None:
    rule = Rule(True, 10.0, 20.0, 90.0)
    turned = rules.turn_rule(rule, turn)
    assert turned.flat == (turn % 2 == 0)
    assert turned.end - turned.start == 70.0
    assert rules.turn_rule(turned, (4 - turn) % 4) == rule
