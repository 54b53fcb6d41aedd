"""PDFs with known text on known pages, made for the tests, and what is read of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

import qa

WIDTH, HEIGHT = A4
THINGS = "bridge lantern harbour orchard chapel granary windmill foundry library mint quarry tannery".split()
NAMES = "Alvarez Brandt Castellan Dupont Eriksen Fournier Goldman Haraldsen Ivanova Jansen Kowalski Lindqvist".split()
STYLE = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, alignment=4, spaceAfter=8)


def sentence(number: int) -> str:
    """Return a sentence that no other number gives."""
    thing, name = THINGS[number % len(THINGS)], NAMES[number // len(THINGS) % len(NAMES)]
    return (
        f"The {thing} that {name} built for the town council in the year {1200 + number} cost {300 + 7 * number} "
        "silver coins and stood until the great flood."
    )


def paragraphs(n_paragraphs: int, n_sentences: int) -> list[str]:
    return [" ".join(sentence(n_sentences * p + s) for s in range(n_sentences)) for p in range(n_paragraphs)]


def drawn(draw: Callable[[Canvas], object], **options: object) -> bytes:
    """Return the PDF that `draw` makes on a canvas."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True, **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def flowing(
    story: Sequence[str | Flowable],
    *,
    n_columns: int = 1,
    style: ParagraphStyle = STYLE,
    on_page: Callable[[Canvas], None] | None = None,
) -> bytes:
    """Return a PDF of paragraphs that flow through columns and pages."""
    stream = io.BytesIO()
    width = (WIDTH - 120 - 20 * (n_columns - 1)) / n_columns
    frames = [Frame(60 + n * (width + 20), 90, width, HEIGHT - 180, id=str(n)) for n in range(n_columns)]
    template = BaseDocTemplate(stream, pagesize=A4, invariant=True)

    def decorate(canvas: Canvas, _: BaseDocTemplate) -> None:
        if on_page:
            on_page(canvas)

    template.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    template.build([Paragraph(part, style) if isinstance(part, str) else part for part in story])
    return stream.getvalue()


def lines(
    canvas: Canvas, *text: str, left: float = 72, top: float = 760, size: float = 11, font: str = "Times-Roman"
) -> float:
    """Draw lines from `top` downward and return where the next one would go."""
    canvas.setFont(font, size)
    for line in text:
        canvas.drawString(left, top, line)
        top -= 1.25 * size
    return top


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` characters."""
    made = [""]
    for word in text.split():
        if len(made[-1]) + len(word) >= width:
            made.append("")
        made[-1] = f"{made[-1]} {word}".strip()
    return made


def by_hand(content: str, *, to_unicode: str = "", info: str = "") -> bytes:
    """Return a PDF of one page in Courier (/F), whose characters stand for what `to_unicode`, part of a CMap, says."""
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
        f"1 begincodespacerange <00> <FF> endcodespacerange {to_unicode} endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        f"<< {info} >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def read(data: bytes) -> qa.Document:
    """Return the document that a PDF gives."""
    return qa.read(data, name="report.pdf")


def places(document: qa.Document) -> dict[str, int | None]:
    """Return the page of each sentence that can be quoted."""
    return {
        document.text[start:end]: passage.page if start >= passage.start else None
        for passage in qa.split(document, size=1)
        for start, end in passage.sentences
    }


def headings(document: qa.Document) -> list[str]:
    """Return the text of each heading."""
    return [document.text[start:end] for start, end in document.headings]


def pages(document: qa.Document) -> list[str]:
    """Return the text of each page."""
    return [document.text[start:end] for start, end in pairwise([*document.page_starts, len(document.text)])]


def assert_quoted(data: bytes, expected: dict[str, int] | Iterable[str]) -> qa.Document:
    """Check that each sentence is found, whole and with its page, and answers when it is asked for."""
    document = read(data)
    pages_of = places(document)
    wanted = dict(expected) if isinstance(expected, dict) else dict.fromkeys(expected)
    assert {text: pages_of.get(text, "missing") if page else None for text, page in wanted.items()} == wanted
    library = qa.Library()
    library.add(document)
    for text, page in list(wanted.items())[::7]:
        quote = library.ask(text, min_confidence=0.0).quotes[0]
        assert quote.text == text
        assert page is None or quote.page == page
    return document
