"""Pieces of lines: cut between words, and put together again."""

from __future__ import annotations

import pypdfium2

from qa.formats.pdf.lines import read_page
from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.tables.pieces import cell_line, cut_at, join_rest, pieces_of
from tests.qa.pdfs import drawn, lines


def read_lines(*text: str) -> list[PageLine]:
    return read_page(pypdfium2.PdfDocument(drawn(lambda canvas: lines(canvas, *text))), 0).lines


def test_a_piece_is_cut_between_its_words() -> None:
    (piece,) = pieces_of(read_lines("The ferry leaves at noon"))
    ferry = piece.line.parts[0].words[1]
    cut = cut_at(piece, [ferry.left - 1, ferry.right + 1])
    assert [one.text for one in cut] == ["The", "ferry", "leaves at noon"]
    assert (cut[1].left, cut[1].right) == (ferry.left, ferry.right)
    assert cut_at(piece, [0.0, 1_000.0]) == [piece]


def test_lines_are_those_of_their_pieces_that_are_left() -> None:
    line = PageLine((LinePart("a", 0, 10), LinePart("b", 50, 60), LinePart("c", 90, 99)), 0, 10, 10.0, hyphenated=True)
    turned = PageLine((LinePart("t", 0, 10),), 0, 10, 10.0, turned=True)
    pieces = pieces_of([line, turned])
    assert [piece.text for piece in pieces] == ["a", "b", "c"]
    assert join_rest([line, turned], pieces) == [(0, line), (1, turned)]
    ((_, rest), _) = join_rest([line, turned], pieces[:2])
    assert (rest.text, rest.hyphenated) == ("a\tb", False)


def test_a_line_of_a_cell_has_no_tab() -> None:
    (piece,) = pieces_of([PageLine((LinePart("Coffee\t2.50", 0, 90),), 0, 10, 10.0)])
    assert cell_line(piece).text == "Coffee 2.50"
