"""Characters of any font, direction and script make words."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import (
    HEIGHT,
    WIDTH,
    assert_quoted,
    by_hand,
    drawn,
    lines,
    places,
    read,
    sentence,
    wrapped,
)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_and_text_turned_any_way(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, sentence(0)[:60], sentence(0)[60:].strip())
        canvas.showPage()
        canvas.setPageRotation(turn)
        canvas.saveState()
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(turn)
        lines(canvas, *wrapped(sentence(1) + " " + sentence(2), 60), left=-200, top=100)
        canvas.restoreState()
        canvas.showPage()

    text = " ".join(wrapped(sentence(0)[:60], 999)) + " " + sentence(0)[60:].strip()
    assert_quoted(drawn(draw), {" ".join(text.split()): 1, sentence(1): 2, sentence(2): 2})


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("STSong-Light", "市议会在一九三一年建造了这座桥。"),
        ("HeiseiMin-W3", "この橋は一九三一年に町議会によって建てられました。"),
        ("HYSMyeongJo-Medium", "이 다리는 천구백삼십일년에 시의회가 지었다."),
    ],
)
def test_chinese_japanese_and_korean(font: str, text: str) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    rows = wrapped(text, 99) if " " in text else [(3 * text)[at : at + 20] for at in range(0, 3 * len(text), 20)]
    document = read(drawn(lambda canvas: lines(canvas, *rows, font=font)))
    assert document.text.strip() == (text if " " in text else 3 * text)
    assert set(places(document)) == {text}


def test_text_from_right_to_left_is_in_reading_order() -> None:
    letters = "אבגדהוזחטיכלמנסעפצקרשת"
    codes = {letter: 0x41 + n for n, letter in enumerate(letters)}
    table = " ".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    to_unicode = f"{len(codes)} beginbfchar {table} endbfchar 1 beginbfrange <20> <3F> <0020> endbfrange"
    rows = ["הגשר נבנה בשנת 1931 על נהר", "רחב מאד."]

    def shown(row: str) -> str:
        words = [word if word.isdigit() else word[::-1] for word in row.split()]
        return "".join(chr(codes.get(character, ord(character))) for character in " ".join(words[::-1]))

    content = " ".join(
        f"BT /F 12 Tf {300 - 7 * len(row)} {700 - 15 * n} Td ({shown(row)}) Tj ET" for n, row in enumerate(rows)
    )
    document = read(by_hand(content, to_unicode=to_unicode))
    assert "הגשר נבנה בשנת 1931 על נהר" in " ".join(document.text.split())
    assert document.language == "he"


def test_invisible_text_over_a_scan_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine(sentence(3))
        canvas.drawText(text)

    assert read(drawn(draw)).text.strip() == sentence(3)


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "0"])
def test_numbers_that_are_none_do_not_stop_the_reading(number: str) -> None:
    content = (
        f"BT /F 12 Tf 72 700 Td (The bridge stands.) Tj {number} {number} 0 {number} {number} 90 Tm (It holds.) Tj ET"
    )
    assert "The bridge stands." in read(by_hand(content)).text
