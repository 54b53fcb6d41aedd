"""A document cut into blocks loses no character, and what is marked is the quote."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import Document, Span
from server.pages.marking import Piece, choose_excerpt, cut_blocks, cut_pieces

# Few letters, so that breaks, blank lines, emoji and combining marks meet often.
TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\f😀é\u0301\u202e\x00.-"), max_size=80)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with headings anywhere, even in the middle of a line."""
    text = draw(TEXTS)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return Document(id="d", text=text, headings=tuple(zip(places[::2], places[1::2], strict=False)))


@st.composite
def documents_with_spans(draw: st.DrawFn) -> tuple[Document, Span, Span]:
    """A document, a quote in it, and a part of it; the two may overlap in any way."""
    document = draw(documents())
    inside = st.tuples(*[st.integers(0, len(document.text))] * 2).map(sorted)
    quote, within = (Span("d", *draw(inside)) for _ in range(2))
    return document, quote, within


@given(documents_with_spans())
def test_the_pieces_are_the_text_and_the_marked_ones_the_quote(case: tuple[Document, Span, Span]) -> None:
    document, quote, _ = case
    found = cut_blocks(document, quote=quote)
    assert "".join(block.text for block in found) == document.text
    assert "".join(piece.text for block in found for piece in block.pieces if piece.marked) == quote.cut(document)


@given(documents_with_spans())
def test_a_part_shows_its_own_text_and_the_quote_that_falls_in_it(case: tuple[Document, Span, Span]) -> None:
    document, quote, within = case
    found = cut_blocks(document, quote=quote, within=within)
    shared = document.text[max(quote.start, within.start) : max(0, min(quote.end, within.end))]
    assert "".join(block.text for block in found) == within.cut(document)
    assert "".join(piece.text for block in found for piece in block.pieces if piece.marked) == (
        shared if quote.start < within.end and within.start < quote.end else ""
    )


@given(documents_with_spans())
def test_each_block_begins_where_it_says(case: tuple[Document, Span, Span]) -> None:
    document, quote, within = case
    for block in cut_blocks(document, quote=quote, within=within):
        assert block.pieces
        assert document.text.startswith(block.text, block.start)
        assert block.kind != "gap" or not block.text.strip()


@given(documents_with_spans(), st.integers(0, 40))
def test_an_excerpt_holds_its_span_and_stays_within_reach(case: tuple[Document, Span, Span], around: int) -> None:
    document, span, _ = case
    place = choose_excerpt(document, span, around=around)
    assert max(0, span.start - around) <= place.start <= span.start
    assert span.end <= place.end <= min(len(document.text), span.end + around)


@given(TEXTS, st.integers(0, 20), st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted))
def test_focus_is_shown_only_inside_the_quote(text: str, start: int, focus: list[int]) -> None:
    quote = Span("d", start, start + len(text) // 2)
    found = cut_pieces(text, start, quote=quote, focus=Span("d", *focus))
    assert "".join(piece.text for piece in found) == text
    assert all(piece.marked for piece in found if piece.focus)
    shown = range(max(focus[0], quote.start), min(focus[1], quote.end))
    assert "".join(p.text for p in found if p.focus) == (
        text[shown.start - start : shown.stop - start] if shown else ""
    )


def test_code_points_are_counted_not_utf_16_units() -> None:
    text = "😀😀 The fee is €14."
    found = cut_pieces(text, 0, quote=Span("d", 3, 18), focus=Span("d", 14, 17))
    assert found == (
        Piece("😀😀 "),
        Piece("The fee is ", marked=True),
        Piece("€14", marked=True, focus=True),
        Piece(".", marked=True),
    )


def test_headings_and_paragraphs_are_told_apart() -> None:
    document = Document(text="Title\nFirst line.\n\n\nSecond.\n", headings=((0, 5),))
    assert [(block.kind, block.text) for block in cut_blocks(document)] == [
        ("heading", "Title"),
        ("gap", "\n"),
        ("paragraph", "First line."),
        ("gap", "\n\n\n"),
        ("paragraph", "Second."),
        ("gap", "\n"),
    ]


def test_a_long_line_is_a_paragraph_of_its_own() -> None:
    document = Document(text=f"{'long ' * 40}\nshort\r\nlast")
    assert [block.kind for block in cut_blocks(document)] == ["paragraph", "gap", "paragraph", "gap", "paragraph"]


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("one line", False),
        (f"{'word ' * 12}\n{'word ' * 12}\nend", True),
        ("- an item" + " word" * 12 + "\n- another" + " word" * 12, False),
        ("1. an item" + " word" * 12 + "\n2. another" + " word" * 12, False),
        ("a verse\nis short", False),
    ],
)
def test_only_lines_broken_to_fit_a_width_may_flow(text: str, wrapped: bool) -> None:
    [block] = cut_blocks(Document(text=text))
    assert block.wrapped is wrapped


def test_an_excerpt_prefers_the_end_of_a_paragraph() -> None:
    text = "One.\n\nTwo two.\n\nThe quote.\n\nFour four.\n\nFive."
    document = Document(id="d", text=text)
    place = choose_excerpt(document, Span("d", 16, 26), around=14)
    assert place.cut(document) == "Two two.\n\nThe quote.\n\nFour four."


@pytest.mark.parametrize("unit", ["a\n\n", " ", "\n", "\r", "word ", "\n \t", "- x\n"])
def test_time_grows_with_the_length_of_a_hostile_text_only(unit: str) -> None:
    document = Document(text=unit * (200_000 // len(unit)))
    began = time.thread_time()
    found = cut_blocks(document, quote=Span(document.id, 100, 200))
    choose_excerpt(document, Span(document.id, 100, 200), around=3_000)
    assert (
        time.thread_time() - began < 60
    )  # half a second of the processor; were it the square of the length, many minutes
    assert sum(len(block.text) for block in found) == len(document.text)


@given(st.text("ab \n😀", max_size=60), st.data())
def test_hits_are_cut_out_and_nothing_is_lost(text, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    hits = [(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False) if start < end]
    cut = cut_blocks(Document(text=text, id="d"), hits=hits)
    pieces = [piece for block in cut for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == text
    assert "".join(piece.text for piece in pieces if piece.hit) == "".join(text[start:end] for start, end in hits)
