"""Scanned pages: their text where an engine gives one, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

import qa
from qa.boxes.box import RIGHT
from qa.boxes.word_boxes import PlacedWord, WordBoxes
from qa.formats.ocr import recognise as module
from qa.formats.ocr.recognise import fill, insert_pages
from qa.formats.writing.content import Content
from qa.formats.writing.pages import name_pages
from tests.qa.pdfs import drawn, lines, read

TWO = Content("One.\n\nThree.\n", headings=((6, 12),), page_starts=(0, 6, 6), scanned=(1,), heading_levels=(3,))
SEEN = Content("Lease\n\nThe rent is 780 euros.\n", title="Lease", headings=((0, 5),), page_starts=(0,))


def scan(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (20, 20), "red"), 72, 500, 200, 200)


def mixed(canvas: Canvas) -> None:
    lines(canvas, "The boat house may be used from April to October.")
    canvas.showPage()
    scan(canvas)
    canvas.showPage()
    lines(canvas, "The keys are kept at the harbour office.")


def test_a_recognised_page_stands_where_it_is_and_is_said_to_be() -> None:
    filled = fill(TWO, lambda _: SEEN, "rapidocr")
    assert filled.text == "One.\n\nLease\n\nThe rent is 780 euros.\n\nThree.\n"
    assert [filled.text[start:end] for start, end in filled.headings] == ["Lease", "Three."]
    assert filled.heading_levels == (1, 3)
    assert [filled.text[start:][:5] for start in filled.page_starts] == ["One.\n", "Lease", "Three"]
    assert filled.recognised == (1,)
    assert filled.notices == ("Page 2 was a picture: its words were recognised by rapidocr, and may be wrong.",)


def test_without_an_engine_or_where_it_sees_nothing_the_page_is_named() -> None:
    assert fill(TWO, None, "").notices[0].startswith("Page 2 has no text: it is a picture. Install quoth[ocr]")
    assert fill(TWO, lambda _: None, "rapidocr").notices == (
        "Page 2 has no text: it is a picture in which no text was recognised.",
    )


def test_what_is_in_no_language_before_gets_the_one_of_its_pages() -> None:
    empty = Content("", page_starts=(0,), scanned=(0,), language="en")
    german = Content("Die Miete beträgt 780 Euro und ist am ersten Tag des Monats fällig.\n", page_starts=(0,))
    filled = fill(empty, lambda _: german, "tesseract")
    assert filled.language == "de"


@given(st.data())
def test_inserting_pages_keeps_all_text_headings_and_pages(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(["", "One two.\n", "A\n\nB c d.\n"]), min_size=1, max_size=6))
    starts = [sum(map(len, texts[:number])) for number in range(len(texts))]
    headings = tuple((start, start + 1) for start, text in zip(starts, texts, strict=True) if text)
    content = Content("".join(texts), headings=headings, page_starts=tuple(starts))
    pages = {number: SEEN for number, text in enumerate(texts) if not text and data.draw(st.booleans())}
    filled = insert_pages(content, pages)
    ends = [*filled.page_starts[1:], len(filled.text)]
    for number, (start, end) in enumerate(zip(filled.page_starts, ends, strict=True)):
        expected = SEEN.text.split() if number in pages else texts[number].split()
        assert filled.text[start:end].split() == expected
    assert len(filled.headings) == len(filled.heading_levels) == len(headings) + len(pages)
    assert all(filled.text[start:end].strip() for start, end in filled.headings)
    assert list(filled.headings) == sorted(filled.headings)


def boxes_of(text: str, word: str) -> bytes:
    start = text.index(word)
    return WordBoxes.of_words([PlacedWord(start, start + len(word), 0, 1, RIGHT, 72, 90, 130, 102)]).pack()


def test_the_words_of_a_recognised_page_have_their_boxes_on_it() -> None:
    two = replace(TWO, word_boxes=boxes_of(TWO.text, "Three"))
    seen = replace(SEEN, word_boxes=boxes_of(SEEN.text, "rent"))
    filled = insert_pages(two, {1: seen})
    words = WordBoxes.unpack(filled.word_boxes, len(filled.text))
    for word, page in (("rent", 2), ("Three", 1)):
        start = filled.text.index(word)
        assert [box["page"] for box in words.cut(start, start + len(word)).boxes()] == [page]
    assert [filled.text[start:end] for start, end, _, _ in words.words.tolist()] == ["rent", "Three"]


def test_pages_are_named_as_people_do() -> None:
    assert name_pages([0]) == "Page 1"
    assert name_pages([0, 1]) == "Pages 1–2"
    assert name_pages([0, 2]) == "Pages 1 and 3"


def test_a_document_says_which_pages_it_could_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_engine", lambda: "")
    document = read(drawn(mixed))
    assert "harbour office" in document.text
    assert [notice for notice in document.notices if notice.startswith("Page 2 has no text: it is a picture.")]
    with pytest.raises(qa.EmptyDocument, match=r"'report.pdf' was scanned without text.*quoth\[ocr\]"):
        read(drawn(scan))


def test_an_engine_that_fails_leaves_the_page_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_engine", lambda: "no such engine")
    document = read(drawn(mixed))
    assert "boat house" in document.text
    assert "no text was recognised" in " ".join(document.notices)
