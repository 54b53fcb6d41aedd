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


def test_columns_without_a_full_stop_are_read_though_their_font_is_not_at_hand() -> None:
    columns = ["山の湯は朝七時から開き", "夜は十時に閉まります。", "手ぬぐいは百円で借りる", "ことができます。"]
    text = read(draw_columns(columns, "HeiseiMin-W3", down=True)).text
    assert "".join(text.split()) == "".join(columns)


def test_two_tiers_are_read_one_after_the_other() -> None:
    upper, lower = (
        ["蔵は毎日十時に開き、", "夕方六時に閉まります。", "入場は三百円です。"],
        ["遅れた人は", "一日二十円を払います。", "土曜は休みです。"],
    )
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3", isVertical=True))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("HeiseiMin-W3", 12)
        for top, columns in ((780, upper), (380, lower)):
            for number, column in enumerate(columns):
                canvas.drawString(500 - 22 * number, top, column)

    assert "".join(read(drawn(draw)).text.split()) == "".join([*upper, *lower])
