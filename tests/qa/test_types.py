from __future__ import annotations

import dataclasses
import hashlib

import pytest

import qa


def test_a_document_derives_id_title_and_digest() -> None:
    document = qa.Document(text="Ünïcode 😀", source="a/b.txt")
    assert document.sha256 == hashlib.sha256("Ünïcode 😀".encode()).hexdigest()
    assert document.title == "a/b.txt"
    assert document.id == qa.Document(text="other", source="a/b.txt").id
    assert qa.Document(text="same").id == qa.Document(text="same").id != qa.Document(text="other").id


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": "a\ud800b"}, "offset 1"),
        ({"text": "abc", "notices": ("Fine.", "b\udc80")}, "The notice of document .* offset 1"),
        (
            {"text": "abc", "word_boxes": b"\xff"},
            "are not those of its text: a number has no end",
        ),
        ({"text": "abc", "page_starts": (1, 2)}, "ascend from 0"),
        ({"text": "abc", "page_starts": (0, 3, 2)}, "ascend from 0"),
        ({"text": "abc", "page_starts": (0, 4)}, "length, 3"),
        ({"text": "abc", "page_starts": (0, 2), "recognised": (2, 1)}, "recognised pages .* ascend"),
        ({"text": "abc", "page_starts": (0, 2), "recognised": (3,)}, "of its 2 pages"),
        ({"text": "abc", "headings": ((2, 2),)}, r"\[2, 2\)"),
        ({"text": "abc", "headings": ((1, 4),)}, "3 characters"),
        ({"text": "abc", "headings": ((1, 2), (0, 1))}, "out of order"),
        ({"text": "abc", "headings": ((0, 1),), "heading_levels": (1, 2)}, r"\[1, 2\].* each of its 1 headings one"),
        ({"text": "abc", "headings": ((0, 1),), "heading_levels": (0,)}, r"levels of document .* \[0\].* from 1 to 9"),
        ({"text": "abc", "headings": ((0, 1),), "heading_levels": (10,)}, "from 1 to 9"),
        ({"text": "abc", "heading_levels": (1,)}, "each of its 0 headings"),
    ],
)
def test_a_document_that_breaks_its_rules_is_refused(fields: dict, message: str) -> None:
    with pytest.raises(qa.InvalidDocument, match=message):
        qa.Document(**fields)


def test_a_span_cuts_code_points() -> None:
    document = qa.Document(id="d", text="😀 né here")
    assert qa.Span("d", 2, 4).cut(document) == "né"


def test_a_span_outside_says_where() -> None:
    with pytest.raises(qa.InvalidSpan, match=r"\[3, 2\)"):
        qa.Span("d", 3, 2)
    with pytest.raises(qa.InvalidSpan, match=r"\[0, 9\) is outside .* 3 characters"):
        qa.Span("d", 0, 9).cut(qa.Document(id="d", text="abc"))
    with pytest.raises(qa.InvalidSpan, match="not in 'e'"):
        qa.Span("d", 0, 1).cut(qa.Document(id="e", text="abc"))


def test_spans_sort_by_document_then_place() -> None:
    spans = [qa.Span("b", 0, 1), qa.Span("a", 5, 6), qa.Span("a", 0, 9)]
    assert sorted(spans) == [spans[2], spans[1], spans[0]]


def test_the_text_of_an_answer_shows_omissions(library: qa.Library) -> None:
    answer = library.ask("When did Smith found the museum and what does the café do?", max_quotes=3, min_confidence=0.0)
    first = dataclasses.replace(answer.quotes[0], number=1, text="A.", start=0, end=2, continues=False)
    later = dataclasses.replace(first, number=2, text="B.", start=9, end=11)
    elsewhere = dataclasses.replace(first, number=3, text="C.", document_id="harbour")
    shown = dataclasses.replace(answer, quotes=(first, later, elsewhere))
    assert shown.text == "“A.” [1] […] “B.” [2] “C.” [3]"
    assert dataclasses.replace(answer, quotes=()).text == ""
    assert dataclasses.replace(answer, quotes=(elsewhere, later, first)).text == shown.text
    adjoining = dataclasses.replace(later, continues=True)
    assert dataclasses.replace(answer, quotes=(adjoining, first)).text == "“A.” [1] “B.” [2]"


def test_records_are_frozen(library: qa.Library) -> None:
    answer = library.ask("When did Smith found the museum?", min_confidence=0.0)
    for record in (answer, answer.quotes[0], library.search("museum")[0], library.documents()[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, dataclasses.fields(record)[0].name, "other")
