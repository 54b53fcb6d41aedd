"""Three tables with the same content in six formats: the same questions get the same right answers in all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

import qa
from tests.qa.office import cell, docx, paragraph, pptx, rows, table, xlsx
from tests.qa.pdfs import STYLE

Cell = tuple[str, int]  # its text, and how many rows it covers
Rows = Sequence[Sequence[Cell]]


def plain(*lines: Sequence[str]) -> Rows:
    return [[(text, 1) for text in line] for line in lines]


FEES = plain(
    ("Boat", "Day", "Month", "Season"),
    ("Dinghy", "4 euros", "60 euros", ""),
    ("Yacht", "12 euros", "", "900 euros"),
    ("Barge", "", "240 euros", "1,800 euros"),
)
GUARDS: Rows = [
    [("Hall", 1), ("Day", 1), ("Guard", 1)],
    [("North hall", 2), ("Monday", 1), ("Ruiz", 1)],
    [("Tuesday", 1), ("Okoro", 1)],
    [("South hall", 2), ("Monday", 1), ("Lang", 1)],
    [("Tuesday", 1), ("Abadi", 1)],
]
PUMP = plain(("Weight:", "42 kg"), ("Length:", "1.8 m"), ("Rated power:", "2,200 W"), ("Warranty:", "five years"))
TABLES: Sequence[tuple[str, Rows]] = (
    ("Harbour fees of the year 2024", FEES),
    ("Guards of the halls", GUARDS),
    ("Data of the pump", PUMP),
)
QUESTIONS = {
    "What is the fee for a barge for a month?": ("Barge", "240 euros"),
    "What is the fee for a yacht for a season?": ("Yacht", "900 euros"),
    "Who guards the South hall on Tuesday?": ("South hall", "Tuesday", "Abadi"),
    "Who guards the North hall on Tuesday?": ("North hall", "Tuesday", "Okoro"),
    "What is the rated power of the pump?": ("Rated power", "2,200 W"),
    "How long is the warranty of the pump?": ("Warranty", "five years"),
}


ROWS = (
    "Boat: Yacht; Day: 12 euros; Season: 900 euros.",
    "Boat: Barge; Month: 240 euros; Season: 1,800 euros.",
    "Hall: North hall; Day: Tuesday; Guard: Okoro.",
    "Hall: South hall; Day: Tuesday; Guard: Abadi.",
    "Rated power: 2,200 W.",
)


def as_docx() -> bytes:
    blocks = []
    for caption, lines in TABLES:
        made, below = [], 0
        for line in lines:
            merged = cell(paragraph(""), properties="<w:vMerge/>") if below else ""
            below = max(below - 1, 0)
            cells = ""
            for text, down in line:
                below = max(below, down - 1)
                cells += cell(paragraph(text), properties='<w:vMerge w:val="restart"/>' if down > 1 else "")
            made.append(merged + cells)
        blocks += [paragraph(caption), table(*made)]
    return docx(*blocks)


def as_pptx() -> bytes:
    slides = []
    for caption, lines in TABLES:
        made, below = "", 0
        for line in lines:
            made += "<a:tr>" + ('<a:tc vMerge="1"><a:txBody><a:p/></a:txBody></a:tc>' if below else "")
            below = max(below - 1, 0)
            for text, down in line:
                below = max(below, down - 1)
                span = f' rowSpan="{down}"' if down > 1 else ""
                made += f"<a:tc{span}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"
            made += "</a:tr>"
        slides.append(
            f"<p:sp><p:txBody><a:p><a:r><a:t>{caption}</a:t></a:r></a:p></p:txBody></p:sp><p:graphicFrame><a:graphic>"
            f"<a:graphicData><a:tbl>{made}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )
    return pptx(*slides)


def html_of(caption: str, lines: Rows) -> str:
    made = ""
    for line in lines:
        tag = "th" if line is lines[0] and lines is not PUMP else "td"
        cells = "".join(f"<{tag}{f' rowspan={down}' if down > 1 else ''}>{text}</{tag}>" for text, down in line)
        made += f"<tr>{cells}</tr>"
    return f"<table><caption>{caption}</caption>{made}</table>"


def as_html() -> bytes:
    return f"<html><body>{''.join(html_of(*each) for each in TABLES)}</body></html>".encode()


def as_markdown() -> bytes:
    fees = [f"| {' | '.join(text for text, _ in line)} |" for line in FEES]
    pump = ["| | |", "| --- | --- |", *(f"| {' | '.join(text for text, _ in line)} |" for line in PUMP)]
    parts = [TABLES[0][0], "\n".join([fees[0], "| --- | --- | --- | --- |", *fees[1:]]), html_of(*TABLES[1])]
    return "\n\n".join([*parts, TABLES[2][0], "\n".join(pump)]).encode()


def as_xlsx() -> bytes:
    made: list[tuple[str | None, ...]] = []
    merged: list[str] = []
    for caption, lines in TABLES:
        made.append((caption,))
        below = 0
        for line in lines:
            texts: list[str | None] = [None] if below else []
            below = max(below - 1, 0)
            for text, down in line:
                if down > 1:
                    below = down - 1
                    merged.append(f'<mergeCell ref="A{len(made) + 1}:A{len(made) + down}"/>')
                texts.append(text or None)
            made.append(tuple(texts))
        made.append(())
    return xlsx(rows(*made, after=f"<mergeCells>{''.join(merged)}</mergeCells>"))


def as_pdf() -> bytes:
    story = []
    for caption, lines in TABLES:
        texts: list[list[str]] = []
        style: list[tuple[object, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        below = 0
        for number, line in enumerate(lines):
            texts.append([""] if below else [])
            below = max(below - 1, 0)
            for text, down in line:
                if down > 1:
                    below = down - 1
                    style.append(("SPAN", (0, number), (0, number + down - 1)))
                texts[-1].append(text)
        if lines is not PUMP:
            style.append(("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"))
        story += [Paragraph(caption, STYLE), Table(texts, style=style, colWidths=90), Spacer(0, 24)]
    stream = BytesIO()
    SimpleDocTemplate(stream).build(story)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("page.docx", as_docx),
        ("page.pptx", as_pptx),
        ("page.html", as_html),
        ("page.md", as_markdown),
        ("page.xlsx", as_xlsx),
        ("page.pdf", as_pdf),
    ],
)
def test_the_same_questions_get_the_same_answers(name: str, make: Callable[[], bytes]) -> None:
    document = qa.read(make(), name=name)
    for row in ROWS:
        assert row in document.text, document.text
    library = qa.Library()
    library.add(document)
    for question, words in QUESTIONS.items():
        answer = library.ask(question)
        assert answer.answered, (question, document.text)
        assert all(word in answer.quotes[0].text for word in words), (question, answer.quotes[0].text, document.text)
