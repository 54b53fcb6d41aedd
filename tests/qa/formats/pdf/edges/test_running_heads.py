"""What stands on every page is no part of the text, but what differs in more than the page's number is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.qa.pdfs import (
    HEIGHT,
    WIDTH,
    assert_quoted,
    drawn,
    flowing,
    headings,
    lines,
    pages,
    paragraphs,
    places,
    read,
    sentence,
    wrapped,
)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def decorate(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(60, HEIGHT - 50, "Annual report of the harbour authority, for members only")
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {canvas.getPageNumber()} of 9")

    data = flowing(paragraphs(30, 6), on_page=decorate)
    document = assert_quoted(data, [sentence(n) for n in range(180)])
    assert document.text.startswith("Annual report")
    assert document.text.count("Annual report") == 1
    assert "of 9" not in document.text
    assert len(document.page_starts) > 4


def sheets(
    n_pages: int,
    head: Callable[[int], str] = lambda _: "",
    foot: Callable[[int], str] = lambda _: "",
    *,
    size: float = 11,
    font: str = "Times-Roman",
) -> bytes:
    """Return pages with two sentences each, under a head and over a foot."""

    def draw(canvas: Canvas) -> None:
        for number in range(n_pages):
            lines(canvas, head(number), top=790, size=size, font=font)
            lines(canvas, *wrapped(f"{sentence(2 * number)} {sentence(2 * number + 1)}", 80), top=740)
            lines(canvas, foot(number), top=50)
            canvas.showPage()

    return drawn(draw)


AMOUNTS = ["1,250.00", "980.40", "12.00", "310.75", "7,700.10", "0.00"]


@pytest.mark.parametrize("n_pages", [2, 3, 4, 6])
@pytest.mark.parametrize(
    "line",
    [
        lambda number: f"Closing balance {2024 + number}: {AMOUNTS[number]} euros",
        lambda number: f"Amount due by {3 + 4 * number} May: {AMOUNTS[number]} CHF",
        lambda number: f"Invoice no. {101 + number}",
        lambda number: f"Chapter {number + 1}",
        lambda number: f"Statement of {number + 1} June 2023",
        lambda number: f"{number + 1}. Duties of the keeper",
        lambda number: f"Page {number + 1} of 6, carried forward {AMOUNTS[number]}",
        lambda number: f"Part {['I', 'II', 'III', 'IV', 'V', 'VI'][number]}",
        lambda number: f"第{number + 1}章" if number < 0 else f"Temperature at noon: {5 + 3 * number} °C",
    ],
)
def test_lines_that_differ_in_what_they_say_stay_where_they_stand(line: Callable[[int], str], n_pages: int) -> None:
    for data in (sheets(n_pages, head=line), sheets(n_pages, foot=line)):
        document = read(data)
        for number, page in enumerate(pages(document)):
            assert line(number) in page
            assert document.text.count(f"{line(number)}\n") == 1
    assert pages(read(sheets(n_pages, head=line)))[1].startswith(line(1))
    assert pages(read(sheets(n_pages, foot=line)))[1].rstrip().endswith(line(1))


@pytest.mark.parametrize("n_pages", [2, 3, 6])
@pytest.mark.parametrize(
    "line",
    [
        lambda number: str(number + 1),
        lambda number: f"– {number + 41} –",
        lambda number: f"Page {number + 1} of 6",
        lambda number: ["i", "ii", "iii", "iv", "v", "vi"][number],
        lambda number: f"Seite {number + 11}",
        lambda number: f"{number + 1}/6",
    ],
)
def test_counts_of_pages_are_left_out_wherever_they_stand(line: Callable[[int], str], n_pages: int) -> None:
    text = " ".join(f"{sentence(2 * n)} {sentence(2 * n + 1)}" for n in range(n_pages))
    for data in (sheets(n_pages, head=line), sheets(n_pages, foot=line), sheets(n_pages, line, line)):
        assert " ".join(read(data).text.split()) == text


@pytest.mark.parametrize(
    "line",
    [
        lambda number: f"Annual report 2023 · {number + 14}",
        lambda number: f"{number + 14} | Annual report 2023",
        lambda number: f"Annual report 2023, page {number + 1} of 12",
    ],
)
def test_a_head_with_the_count_of_pages_is_kept_once(line: Callable[[int], str]) -> None:
    document = read(sheets(6, head=line))
    assert document.text.count("Annual report 2023") == 1
    assert pages(document)[0].startswith(line(0))


def test_heads_that_alternate_from_left_to_right() -> None:
    def head(number: int) -> str:
        return f"Rules of the harbour · {number + 1}" if number % 2 else f"{number + 1} · Port of Riga"

    document = read(sheets(6, head=head))
    assert (document.text.count("Rules of the harbour"), document.text.count("Port of Riga")) == (1, 1)


def test_the_same_words_are_kept_once_on_the_page_where_they_stand_first() -> None:
    document = read(sheets(5, foot=lambda number: "Please pay within 30 days." if number else ""))
    assert [page.count("Please pay within 30 days.") for page in pages(document)] == [0, 1, 0, 0, 0]


def test_what_stands_under_a_line_of_data_is_kept_on_each_page() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(3):
            lines(canvas, f"Invoice no. {17 + number}", top=800)
            lines(canvas, "For the cleaning of the boat house", top=760)
            lines(canvas, sentence(number), top=700)
            lines(canvas, "Please pay within thirty days", top=100)
            lines(canvas, f"Amount due: {AMOUNTS[number]} euros", top=60)
            canvas.showPage()

    for number, page in enumerate(pages(read(drawn(draw)))):
        assert [line for line in page.splitlines() if line] == [
            f"Invoice no. {17 + number}",
            "For the cleaning of the boat house",
            sentence(number),
            "Please pay within thirty days",
            f"Amount due: {AMOUNTS[number]} euros",
        ]


def test_numbers_of_chapters_alone_on_their_line_are_headings() -> None:
    document = read(sheets(4, head=lambda number: str(number + 1), size=18, font="Times-Bold"))
    assert [page.split()[0] for page in pages(document)] == ["1", "2", "3", "4"]


def test_headings_at_the_top_of_pages_stay_headings() -> None:
    document = read(sheets(4, head=lambda number: f"Chapter {number + 1}", size=16, font="Times-Bold"))
    assert headings(document) == ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"]


def test_a_sentence_runs_on_past_lines_that_differ_at_the_edges() -> None:
    body = wrapped(" ".join(sentence(n) for n in range(24)), 90)

    def draw(canvas: Canvas) -> None:
        for number, at in enumerate(range(0, len(body), 13)):
            lines(canvas, f"Ledger {2020 + 3 * number}", top=800)
            lines(canvas, *body[at : at + 13], top=740)
            lines(canvas, f"Carried forward: {AMOUNTS[number % 6]}", top=60)
            canvas.showPage()

    document = read(drawn(draw))
    assert {sentence(n) for n in range(24)} <= set(places(document))
    for number, page in enumerate(pages(document)[:3]):
        assert f"Ledger {2020 + 3 * number}" in page
        assert f"Carried forward: {AMOUNTS[number]}" in page


def test_the_names_of_a_table_s_columns_stay_on_each_page() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(4):
            for row, cells in enumerate(
                [("Day", "Boat", "Fee"), *(((f"{3 * number + n}"), f"Boat {'ABC'[n]}", f"{n}.50") for n in range(3))]
            ):
                for column, cell in enumerate(cells):
                    canvas.drawString(72 + 120 * column, 780 - 25 * row, cell)
            canvas.showPage()

    assert read(drawn(draw)).text.count("Boat A") == 4


def texts_of(data: bytes) -> Sequence[str]:
    return [" ".join(page.split()) for page in pages(read(data))]


def test_pages_that_say_only_how_many_they_are_say_nothing() -> None:
    assert not any("Page 1 of 1" in page for page in texts_of(sheets(4, foot=lambda _: "Page 1 of 1")))
