"""Tables drawn on PDFs for the tests, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from tests.qa.pdfs import read

PRICES = [
    ["Article", "Quantity", "Unit price", "Total"],
    ["Rye bread", "12", "3.20", "38.40"],
    ["Butter", "", "2.10", ""],
    ["Cheese, aged", "1", "1 250.00", "1 250.00"],
    ["Apples", "40", "0.35", "14.00"],
]
PRICES_READ = [
    "Article: Rye bread; Quantity: 12; Unit price: 3.20; Total: 38.40.",
    "Article: Butter; Unit price: 2.10.",
    "Article: Cheese, aged; Quantity: 1; Unit price: 1 250.00; Total: 1 250.00.",
    "Article: Apples; Quantity: 40; Unit price: 0.35; Total: 14.00.",
]


def ruled(rows: Sequence[Sequence[object]], *style: tuple[object, ...], widths: Sequence[float] | None = None) -> Table:
    """Return a table with lines around all cells."""
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    return Table(rows, colWidths=widths, style=TableStyle([grid, *style]))


def aligned(
    rows: Sequence[Sequence[str]],
    lefts: Sequence[float],
    *,
    right: Collection[int] = (),
    top: float = 700.0,
    pitch: float = 16.0,
    size: float = 11.0,
    bold: bool = False,
    by_column: bool = False,
) -> Callable[[Canvas], None]:
    """Return what draws cells at places from the left, those of `right` columns ending there."""

    def draw(canvas: Canvas) -> None:
        spots = [(row, column) for row in range(len(rows)) for column in range(len(lefts))]
        for row, column in sorted(spots, key=lambda spot: spot[::-1]) if by_column else spots:
            canvas.setFont("Helvetica-Bold" if bold and row == 0 else "Helvetica", size)
            write = canvas.drawRightString if column in right else canvas.drawString
            if rows[row][column]:
                write(lefts[column], top - pitch * row, rows[row][column])

    return draw


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a PDF."""
    return read(data).text.strip().split("\n\n")
