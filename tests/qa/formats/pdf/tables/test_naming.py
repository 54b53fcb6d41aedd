"""Which rows name the columns of a table."""

from __future__ import annotations

import pytest

from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.tables.naming import Naming, name_columns
from qa.formats.pdf.tables.table import Cell, PageTable


def name(*rows: str, ruled: bool = False, bold: int = 0, n_names: int | None = None) -> Naming:
    """Return the naming of rows whose cells bars part."""
    cells = [
        Cell((PageLine((LinePart(text, 0, 9),), 0, 10, 10.0, bold=number < bold),), number, column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row.split("|"))
        if text
    ]
    width = max(row.count("|") for row in rows) + 1
    table = PageTable(cells, [(float(n), n + 0.5) for n in range(width)], 0, 0, 9, 9, ruled=ruled, n_names=n_names)
    return name_columns(table, table.rows())


@pytest.mark.parametrize(
    ("naming", "names"),
    [
        (name("Item|Price|Tax", "Tea|2.50|0.10", "Rye|3.00|0.12"), ["Item", "Price", "Tax"]),
        (name("|2023|2024", "Tea|2.50|3.10", "Rye|3.00|4"), ["2023", "2024"]),
        (name("Item|Net|Gross", "|EUR|EUR", "Tea|2|3", "Rye|4|5"), ["Item", "Net EUR", "Gross EUR"]),
        (name("Tea|2.50|0.10", "Rye|3.00|0.12"), []),
        (name("Who|Where", "Ito|Kyoto", "Ruiz|Lima", bold=1), ["Who", "Where"]),
        (name("Who|Where", "Ito|Kyoto", "Ruiz|Lima"), []),
        (name("1|2|3", "4|5|6", "7|8|9", n_names=1), ["1", "2", "3"]),
        (name("Hall|Day|Guard", "North|Monday|Ruiz", "South|Friday|Lind", ruled=True), ["Hall", "Day", "Guard"]),
        (name("Ward: 3|Bed: 7", "Day: 2|Year: 1999", ruled=True), []),
    ],
)
def test_names(naming: Naming, names: list[str]) -> None:
    assert list(naming.names.values()) == names


def test_labels_are_told_by_colons_and_by_values_of_several_kinds() -> None:
    assert name("Name:|Ines Duarte", "Town:|Leeds").listed
    assert name("Mass|18 t", "Draught|1.4 m", "Engine|two diesels").listed
    assert name("Applicant|Ito", "Is a boat to be moored?|yes", ruled=True).listed
    assert not name("Item|Price", "Tea|2.50", "Rye|3.00", bold=1).listed


def test_labels_among_other_cells() -> None:
    assert name("Name:|Ito|Town:|Kyoto", "Age:|42|Job:|smith").labels == {0, 2}
