"""Columns of Chinese and Japanese that run downward are read from right to left."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import drawn, read

COLUMNS = ["港の食堂は朝六時に開きます。朝食", "は八百円で、月曜日は休みです。", "水曜日も休みです。"]


def draw_columns(columns: list[str], font: str, *, down: bool, reverse: bool = False, top: float = 760.0) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(font, isVertical=down))

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        places = list(enumerate(columns))
        for number, column in places[::-1] if reverse else places:
            if down:
                canvas.drawString(500 - 30 * number, top, column)
            else:
                canvas.drawString(72, top - 20 * number, column)

    return drawn(draw)


def test_columns_are_read_from_right_to_left() -> None:
    for reverse in (False, True):
        text = read(draw_columns(COLUMNS, "HeiseiMin-W3", down=True, reverse=reverse)).text
        assert "".join(text.split()) == "".join(COLUMNS)


def test_lines_are_read_one_below_the_other() -> None:
    text = read(draw_columns(COLUMNS, "HeiseiMin-W3", down=False)).text
    assert "".join(text.split()) == "".join(COLUMNS)
