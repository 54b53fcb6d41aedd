"""Lines of text that are one row of a table."""

from __future__ import annotations

from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.tables.folding import fold_rows
from qa.formats.pdf.tables.pieces import LinePiece

COLUMNS = [(0.0, 60.0), (100.0, 160.0), (200.0, 260.0)]


def fold(*rows: tuple[float, str], flats: tuple[float, ...] = ()) -> list[str]:
    """Return the rows that lines of text make, at their heights; bars part their cells."""
    placed = [
        {
            (column, column): [
                LinePiece(PageLine((LinePart(text, left, left + 5 * len(text)),), at, at + 10, 10.0, first_width=20), 0)
            ]
            for column, ((left, _), text) in enumerate(zip(COLUMNS, row.split("|"), strict=True))
            if text
        }
        for at, row in rows
    ]
    return [
        "|".join(" ".join(piece.text for piece in row.get((n, n), ())) for n in range(3))
        for row in fold_rows(placed, COLUMNS, flats)
    ]


def test_what_runs_on_under_a_cell_belongs_to_it() -> None:
    rows = [(100.0, "Basic|those who use|4"), (88.0, "|it weekly|"), (70.0, "Full|clubs|9")]
    assert fold(*rows) == ["Basic|those who use it weekly|4", "Full|clubs|9"]


def test_figures_and_full_rows_begin_anew() -> None:
    rows = [(100.0, "Basic|those who use|4"), (88.0, "|another|12"), (76.0, "Full|clubs|9")]
    assert fold(*rows) == ["Basic|those who use|4", "|another|12", "Full|clubs|9"]


def test_a_label_on_a_line_of_its_own_is_a_row() -> None:
    assert fold((100.0, "Summer||"), (88.0, "Winter||"), (76.0, "Full|clubs|9"))[0] == "Summer||"


def test_lines_between_all_rows_tell_them() -> None:
    rows = [(100.0, "A|one|"), (88.0, "B|two|"), (70.0, "C|x|"), (58.0, "D|y|"), (40.0, "E|z|")]
    assert fold(*rows, flats=(115.0, 84.0, 54.0, 36.0)) == ["A B|one two|", "C D|x y|", "E|z|"]


def test_what_runs_on_under_the_first_cell_alone_belongs_to_it() -> None:
    rows = [(100.0, "Berths at the|b|40"), (88.0, "Pier||"), (70.0, "Rope|x|12"), (52.0, "Buoy|y|7"), (34.0, "Oar|z|3")]
    assert fold(*rows)[0] == "Berths at the Pier|b|40"
