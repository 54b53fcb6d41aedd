"""Columns of rows of pieces."""

from __future__ import annotations

from qa.formats.pdf.page import LinePart, PageLine, PageWord
from qa.formats.pdf.tables.columns import column_of, cut_columns, find_columns
from qa.formats.pdf.tables.pieces import LinePiece


def piece(text: str, left: float, bottom: float = 0.0, *, space: float = 3.0) -> LinePiece:
    """Return a piece whose letters are 5 points wide."""
    words, at = [], left
    for number, word in enumerate(text.split()):
        end = at + 5 * len(word)
        words.append(
            PageWord(word, number, 0, 10, at, bottom, end, bottom + 10, ends_line=False, hyphenated=False, spaced=True)
        )
        at = end + space
    part = LinePart(text, left, words[-1].right, tuple(words))
    return LinePiece(PageLine((part,), bottom, bottom + 10, 10.0), 0)


def test_gaps_that_all_rows_have_part_columns() -> None:
    rows = [[piece("one two", 0), piece("3", 100)], [piece("a long text", 0), piece("4567", 85)]]
    assert find_columns(rows, 10.0) == [(0, 51), (85, 105)]


def test_spaces_of_a_text_part_none() -> None:
    rows = [[piece("one two three", 0), piece("1", 200)], [piece("six ten eight", 0), piece("2", 200)]]
    assert len(find_columns(rows, 10.0)) == 2


def test_a_row_with_few_pieces_covers_no_gap() -> None:
    rows = [
        [piece("a head over all of the columns", 10)],
        *([piece("x", 0), piece("y", 60), piece("z", 120)] for _ in "ab"),
    ]
    assert len(find_columns(rows, 10.0)) == 3


def test_the_sign_of_a_currency_is_no_column() -> None:
    rows = [[piece("rent", 0), piece("$", 80), piece(text, 120)] for text in ("12.50", "1.00", "7.25")]
    assert len(find_columns(rows, 10.0)) == 2


def test_narrow_gaps_count_when_many_rows_have_them() -> None:
    def rows(n_rows: int) -> list[list[LinePiece]]:
        return [[piece(f"2{n}-77 0{n}/10", 0, space=7.0), piece("5", 150)] for n in range(n_rows)]

    assert len(find_columns(rows(3), 10.0)) == 2
    assert len(find_columns(rows(9), 10.0)) == 3


def test_gaps_between_the_words_of_a_piece_part_columns_as_well() -> None:
    rows = [
        [piece("Tea", 0), piece(f"{price} {stock}", 60, space=11.0)] for price, stock in (("45", "12"), ("19", "3"))
    ]
    assert find_columns(rows, 10.0) == [(0, 15), (60, 70), (81, 91)]


def test_a_gap_that_three_rows_have_cuts_them() -> None:
    def cut(*texts: str, space: float = 12.0) -> list[str]:
        rows = [[piece(text, 0, 100 - 14 * number, space=space)] for number, text in enumerate(texts)]
        return [each.text for each in cut_columns(rows)]

    assert cut("Graz 1990", "Linz 2050", "Wels 3080") == ["Graz", "1990", "Linz", "2050", "Wels", "3080"]
    assert cut("Graz 1990", "Linz 2050") == ["Graz 1990", "Linz 2050"]
    assert cut("Graz 1990", "Linz 2050", "Wels 3080", space=4.0) == ["Graz 1990", "Linz 2050", "Wels 3080"]
    assert cut("• Graz", "• Linz", "• Wels") == ["• Graz", "• Linz", "• Wels"]


def test_the_columns_that_something_stands_in() -> None:
    columns = [(0.0, 50.0), (80.0, 120.0), (150.0, 200.0)]
    assert column_of(columns, 10, 40) == (0, 0)
    assert column_of(columns, 10, 100) == (0, 1)
    assert column_of(columns, 55, 60) == (0, 0)
    assert column_of(columns, 70, 79) == (1, 1)
    assert column_of(columns, 300, 310) == (2, 2)
