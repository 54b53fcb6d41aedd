"""PDFs: each sentence comes back whole, with the page that it begins on."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
import reportlab
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph

import qa
from qa.formats.pdf import lines as pdf
from qa.text.sentences import sentence_spans
from tests.qa.pdfs import HEIGHT, STYLE, WIDTH, by_hand, drawn, flowing, lines, paragraphs, sentence, wrapped


def read(data: bytes) -> qa.Document:
    return qa.read(data, name="report.pdf")


def places(document: qa.Document) -> dict[str, int | None]:
    """Return the page of each sentence that can be quoted."""
    return {
        document.text[start:end]: passage.page if start >= passage.start else None
        for passage in qa.split(document, size=1)
        for start, end in passage.sentences
    }


def headings(document: qa.Document) -> list[str]:
    return [document.text[start:end] for start, end in document.headings]


def pages(document: qa.Document) -> list[str]:
    """Return the text of each page."""
    return [document.text[start:end] for start, end in pairwise([*document.page_starts, len(document.text)])]


def assert_quoted(data: bytes, expected: dict[str, int] | Iterable[str]) -> qa.Document:
    """Check that each sentence is found, whole and with its page, and answers when it is asked for."""
    document = read(data)
    found = places(document)
    wanted = dict(expected) if isinstance(expected, dict) else dict.fromkeys(expected)
    assert {text: found.get(text, "missing") if page else None for text, page in wanted.items()} == wanted
    library = qa.Library()
    library.add(document)
    for text, page in list(wanted.items())[::7]:
        quote = library.ask(text, min_confidence=0.0).quotes[0]
        assert quote.text == text
        assert page is None or quote.page == page
    return document


def begins_on(document: qa.Document, n_sentences: int) -> list[int | None]:
    found = places(document)
    return [found.get(sentence(n)) for n in range(n_sentences)]


# -- ten PDFs ----------------------------------------------------------------------------------------------------------


def test_one_column_with_a_sentence_over_each_page_break() -> None:
    data = flowing(paragraphs(24, 6))
    document = assert_quoted(data, [sentence(n) for n in range(24 * 6)])
    turns = begins_on(document, 24 * 6)
    assert None not in turns
    assert turns == sorted(turns)  # type: ignore[type-var]
    assert turns[-1] == len(document.page_starts) >= 4
    assert any(not text.rstrip().endswith(".") for text in pages(document)[:-1])
    assert document.text.count("\n\n") == 23


def test_two_columns() -> None:
    data = flowing(paragraphs(24, 6), n_columns=2)
    document = assert_quoted(data, [sentence(n) for n in range(24 * 6)])
    turns = begins_on(document, 24 * 6)
    assert None not in turns
    assert turns == sorted(turns)  # type: ignore[type-var]
    assert document.text.count("\n\n") == 23


def test_two_columns_that_are_drawn_line_by_line() -> None:
    left = wrapped(" ".join(sentence(n) for n in range(8)), 48)
    right = wrapped(" ".join(sentence(n) for n in range(8, 16)), 48)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 8)
        for row, (one, other) in enumerate(zip(left, right, strict=False)):
            canvas.drawString(50, 760 - 10 * row, one)
            canvas.drawString(310, 760 - 10 * row, other)

    n_lines = min(len(left), len(right))
    text = " ".join(left[:n_lines]), " ".join(right[:n_lines])
    document = read(drawn(draw))
    assert text[0] in document.text
    assert text[1] in document.text


def test_footnotes_come_after_the_text_that_runs_on() -> None:
    body = wrapped(" ".join(sentence(n) for n in range(30)), 90)
    notes = ["1 The council kept its accounts in the cellar of the mint.", "2 No drawing of the gate is known today."]

    def draw(canvas: Canvas) -> None:
        rows = iter(body)
        for number in range(2):
            top = lines(canvas, *[row for _, row in zip(range(26), rows, strict=False)])
            lines(canvas, notes[number], top=min(top - 20, 120), size=8)
            canvas.showPage()

    document = assert_quoted(drawn(draw), [sentence(n) for n in range(28)])
    found = places(document)
    first, second = (next(page for text, page in found.items() if note[2:] in text) for note in notes)
    assert (first, second) == (1, 2)
    assert pages(document)[1].rstrip().endswith(notes[1])


def test_words_broken_at_the_end_of_a_line_are_made_whole() -> None:
    rows = [
        "The archaeolo-",
        "gists found a well-known coin in the cellar of the house, and a second",
        "coin in the garden. A coin is well-",
        "known when many books show it. The state-of-the-",
        "art scanner saw it in 2019-",
        "20 and the Anglo-",
        "Saxon king on it.",
    ]
    document = read(drawn(lambda canvas: lines(canvas, *rows)))
    assert list(places(document)) == [
        "The archaeologists found a well-known coin in the cellar of the house, and a second coin in the garden.",
        "A coin is well-known when many books show it.",
        "The state-of-the-art scanner saw it in 2019-20 and the Anglo-Saxon king on it.",
    ]


def test_ligatures_and_soft_hyphens_are_taken_out() -> None:
    pdfmetrics.registerFont(TTFont("Vera", Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    text = "The of\ufb01ce of the \ufb01rst con\u00adsul over\ufb02ows."
    document = read(drawn(lambda canvas: lines(canvas, text, font="Vera")))
    assert document.text == "The office of the first consul overflows.\n"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def decorate(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(60, HEIGHT - 50, "Annual report of the harbour authority, for members only")
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {canvas.getPageNumber()} of 9")

    data = flowing(paragraphs(30, 6), on_page=decorate)
    document = assert_quoted(data, [sentence(n) for n in range(180)])
    assert document.text.count("Annual report") == 1
    assert "of 9" not in document.text
    assert len(document.page_starts) > 4


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


def test_an_empty_page_counts() -> None:
    story: list[str | Flowable] = [sentence(0), PageBreak(), Paragraph("&nbsp;", STYLE), PageBreak(), sentence(1)]
    document = assert_quoted(flowing(story), {sentence(0): 1, sentence(1): 3})
    assert [page.strip() for page in pages(document)] == [sentence(0), "", sentence(1)]


def test_many_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(400):
            lines(canvas, *wrapped(sentence(number), 80))
            canvas.showPage()

    assert_quoted(drawn(draw), {sentence(number): number + 1 for number in range(400)})


def test_bookmarks_are_headings_and_size_and_weight_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("untitled")
        top = lines(canvas, "The buildings of the town", size=20) - 10
        for name, font, size in (
            ("Bridges", "Times-Roman", 11),
            ("Mills", "Times-Bold", 11),
            ("Walls", "Times-Roman", 14),
        ):
            if name == "Bridges":
                canvas.bookmarkPage("a")
                canvas.addOutlineEntry("Bridges", "a")
            top = lines(canvas, name, top=top, size=size, font=font) - 8
            top = lines(canvas, *wrapped(f"{sentence(len(name))} {sentence(len(name) + 20)}", 80), top=top) - 10

    document = assert_quoted(drawn(draw), {sentence(len("Bridges")): 1, sentence(len("Walls") + 20): 1})
    assert headings(document) == ["The buildings of the town", "Bridges", "Mills", "Walls"]
    assert document.title == "The buildings of the town"
    library = qa.Library()
    library.add(document)
    assert library.ask(sentence(len("Mills")), min_confidence=0.0).quotes[0].heading == "Mills"


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


# -- what a PDF says of itself, and what it may lack -------------------------------------------------------------------


def test_title_and_language_are_those_that_it_states() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Bridges  of the\nNorth")
        lines(canvas, "Die Brücke steht.")

    document = read(drawn(draw, lang="de-AT"))
    assert (document.title, document.language) == ("Bridges of the North", "de")
    assert document.media_type == "application/pdf"
    assert read(drawn(lambda canvas: lines(canvas, "The bridge stands."))).title == "report.pdf"


def test_invisible_text_over_a_scan_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine(sentence(3))
        canvas.drawText(text)

    assert read(drawn(draw)).text.strip() == sentence(3)


def scanned(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (20, 20), "red"), 72, 500, 200, 200)


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (drawn(scanned), qa.EmptyDocument, "scanned without text"),
        (drawn(lambda canvas: canvas.showPage()), qa.EmptyDocument, "holds no text"),
        (drawn(lambda canvas: lines(canvas, "Secret."), encrypt="word"), qa.PasswordNeeded, "password"),
        (drawn(lambda canvas: lines(canvas, "Cut."))[:400], qa.FileDamaged, "broken or cut off"),
        (b"%PDF-1.7\n" + b"x" * 1_000, qa.FileDamaged, "broken or cut off"),
    ],
)
def test_what_gives_no_text_says_why(data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=rf"'report\.pdf': The PDF .*{message}"):
        read(data)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(qa.FileTooLarge, match="has 3 pages; the limit is 2"):
        pdf.read_pdf(flowing([sentence(0), PageBreak(), sentence(1), PageBreak(), sentence(2)]))


def test_a_pdf_is_known_by_its_content() -> None:
    data = drawn(lambda canvas: lines(canvas, "The bridge stands."))
    assert qa.read(data, name="bridge.txt").media_type == "application/pdf"
    assert qa.read(b"The bridge stands.", name="bridge.pdf").media_type == "text/plain"
    assert qa.read(b"<!DOCTYPE html><p>Not found.", name="bridge.pdf").media_type == "text/html"


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "0"])
def test_numbers_that_are_none_do_not_stop_the_reading(number: str) -> None:
    content = (
        f"BT /F 12 Tf 72 700 Td (The bridge stands.) Tj {number} {number} 0 {number} {number} 90 Tm (It holds.) Tj ET"
    )
    assert "The bridge stands." in read(by_hand(content)).text


def test_a_title_that_is_no_text_does_not_stop_the_reading() -> None:
    data = by_hand("BT /F 12 Tf 72 700 Td (The bridge stands.) Tj ET", info="/Title <FEFF0041D8000042>")
    assert read(data).title == "A\ufffdB"


def mutated(data: bytes, seed: int) -> bytes:
    """Return `data` with some bytes changed, cut out or doubled."""
    chance = random.Random(seed)  # noqa: S311
    broken = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        at, n_bytes = chance.randrange(len(broken)), chance.randint(1, 50)
        piece = chance.choice([bytes([chance.randrange(256)]), b"", 2 * broken[at : at + n_bytes]])
        broken[at : at + n_bytes if len(piece) != 1 else at + 1] = piece
    return bytes(broken)


@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_pdf_gives_a_document_or_a_typed_error(seed: int) -> None:
    data = drawn(lambda canvas: lines(canvas, *wrapped(sentence(1), 60)), pageCompression=seed % 2)
    with contextlib.suppress(qa.ReadError):
        assert sentence_spans(read(mutated(data, seed)).text)
