"""A long report as PDF, as offices publish them: prose in one and two columns, tables, footnotes, running heads.

It is made by reportlab (the extra `dev`), the same bytes for the same number of pages but for the dates in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from eval.reading.prose import Prose

__all__ = ["make_report"]

_WIDTH, _HEIGHT = 595.0, 842.0  # A4 in points
_MARGIN, _GUTTER = 64.0, 18.0
_LEADING = 13.0


def make_report(n_pages: int, seed: int = 1) -> bytes:
    """Return a report of `n_pages`: of four pages one has a table, one is in two columns, and each has footnotes."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # of the extra `dev`

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    prose = Prose(seed)
    for number in range(1, n_pages + 1):
        _draw_page(canvas, prose, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw_page(canvas: Any, prose: Prose, number: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, _HEIGHT - 36, "Report of the harbour board")
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 36, f"{number}")
    top, foot = _HEIGHT - 72.0, 120.0
    if number % 5 == 1:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(_MARGIN, top, f"{number // 5 + 1} {prose.title()}")
        top -= 30
    if number % 4 == 0:
        top = _draw_table(canvas, prose, top)
    width = _WIDTH - 2 * _MARGIN
    if number % 4 == 2:
        width = (width - _GUTTER) / 2
        _draw_prose(canvas, prose, (_MARGIN, top, foot), width)
        _draw_prose(canvas, prose, (_MARGIN + width + _GUTTER, top, foot), width)
    else:
        _draw_prose(canvas, prose, (_MARGIN, top, foot), width)
    canvas.line(_MARGIN, 100, _MARGIN + 120, 100)
    canvas.setFont("Times-Roman", 8)
    for place in (1, 2):
        canvas.drawString(_MARGIN, 100 - 12 * place, f"{place} {prose.sentence()[:100]}")


def _draw_prose(canvas: Any, prose: Prose, place: tuple[float, float, float], width: float) -> None:
    """Fill a column from `top` down to `foot` with paragraphs, of which some words have a raised mark."""
    left, top, foot = place
    canvas.setFont("Times-Roman", 10.5)
    while top > foot:
        for line in _wrap(canvas, prose.paragraph(), width):
            if top <= foot:
                return
            canvas.drawString(left, top, line)
            if line.endswith("."):
                canvas.setFont("Times-Roman", 6.5)
                canvas.drawString(left + canvas.stringWidth(line, "Times-Roman", 10.5), top + 4, "1")
                canvas.setFont("Times-Roman", 10.5)
            top -= _LEADING
        top -= 8


def _draw_table(canvas: Any, prose: Prose, top: float) -> float:
    """Draw a table with its caption; return where the text goes on."""
    canvas.setFont("Helvetica-Oblique", 9)
    canvas.drawString(_MARGIN, top, f"Table: {prose.title()}")
    rows = prose.table(12, 6)
    column = (_WIDTH - 2 * _MARGIN) / len(rows[0])
    for row in rows:
        top -= 15
        canvas.setFont("Helvetica-Bold" if row is rows[0] else "Helvetica", 9)
        for place, cell in enumerate(row):
            canvas.rect(_MARGIN + place * column, top - 4, column, 15)
            canvas.drawString(_MARGIN + place * column + 3, top, cell)
    return top - 30


def _wrap(canvas: Any, text: str, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if canvas.stringWidth(longer, "Times-Roman", 10.5) > width:
            yield line
            line = word
        else:
            line = longer
    yield line
