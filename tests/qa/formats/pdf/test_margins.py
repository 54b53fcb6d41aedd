"""Numbers of lines in the margin are left out; numbers of a list or a table are not."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import drawn, read, sentence, wrapped

TEXT = wrapped(" ".join(sentence(number) for number in range(12)), 70)


def numbered(every: int, *, gap: float, when: str, right: bool = False) -> bytes:
    """Return a page whose lines have numbers beside them, drawn before them, behind them, or each with its line."""

    def draw(canvas: Canvas) -> None:
        def number_line(number: int) -> None:
            if number % every == 0 and right:
                canvas.drawString(500, 780 - 24 * number, str(number))
            elif number % every == 0:
                canvas.drawRightString(82 - gap, 780 - 24 * number, str(number))

        canvas.setFont("Times-Roman", 12)
        for number in range(1, len(TEXT) + 1) if when == "before" else ():
            number_line(number)
        for number, line in enumerate(TEXT, 1):
            if when == "each":
                number_line(number)
            canvas.drawString(82, 780 - 24 * number, line)
        for number in range(1, len(TEXT) + 1) if when == "behind" else ():
            number_line(number)

    return drawn(draw)


@pytest.mark.parametrize("when", ["before", "behind", "each"])
@pytest.mark.parametrize(("every", "gap"), [(1, 10.0), (1, 30.0), (5, 12.0), (10, 40.0)])
def test_numbers_of_lines_are_left_out(every: int, gap: float, when: str) -> None:
    if len(TEXT) // every < 3:
        return
    assert " ".join(read(numbered(every, gap=gap, when=when)).text.split()) == " ".join(TEXT)


def test_two_numbers_that_are_five_and_ten_are_those_of_lines() -> None:
    text = TEXT[:11]

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(text, 1):
            if number % 5 == 0:
                canvas.drawRightString(70, 780 - 16 * number, str(number))
            canvas.drawString(90, 780 - 16 * number, line)

    assert " ".join(read(drawn(draw)).text.split()) == " ".join(text)


def test_numbers_on_the_right_are_left_out() -> None:
    assert " ".join(read(numbered(5, gap=0, when="each", right=True)).text.split()) == " ".join(TEXT)


def test_the_numbers_of_a_list_are_kept() -> None:
    things = ["Bread", "Butter", "Cheese of the alps", "Apples", "Jam", "Tea", "Rye flour", "Salt"]

    def draw(canvas: Canvas) -> None:
        for number, thing in enumerate(things, 1):
            canvas.drawRightString(82, 780 - 20 * number, str(number))
            canvas.drawString(92, 780 - 20 * number, thing)

    words = read(drawn(draw)).text.replace(":", " ").replace(".", " ").split()
    assert [word for word in words if word.isdigit()] == [str(number) for number in range(1, 9)]


def test_a_short_page_is_told_by_the_others() -> None:
    texts = [wrapped(" ".join(sentence(number) for number in range(20 * n, 20 * n + 12)), 70) for n in range(3)]
    texts[2] = texts[2][:6]

    def draw(canvas: Canvas) -> None:
        for text in texts:
            canvas.setFont("Times-Roman", 12)
            for number, line in enumerate(text, 1):
                if number % 5 == 0:
                    canvas.drawRightString(70, 780 - 24 * number, str(number))
                canvas.drawString(82, 780 - 24 * number, line)
            canvas.showPage()

    assert " ".join(read(drawn(draw)).text.split()) == " ".join(line for text in texts for line in text)
