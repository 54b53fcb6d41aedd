"""Tables as they are laid out: merged cells in every row and column that they cover."""

from __future__ import annotations

import pytest

from qa.errors import FileTooLarge
from qa.formats.writing.grid import Grid
from qa.formats.writing.rows import MAX_COLUMNS


def lay(*rows: list[tuple[str, int, int]]) -> list[dict[int, str]]:
    """Return the rows of a grid of `(text, across, down)`."""
    grid = Grid()
    for row in rows:
        grid.start_row()
        for text, across, down in row:
            grid.add(text, across=across, down=down)
    return [dict(row) for row in grid.rows()]


def test_a_merged_cell_stands_in_every_row_and_column_that_it_covers() -> None:
    rows = lay(
        [("Hall", 1, 1), ("Day", 1, 1), ("Guard", 1, 1)],
        [("North", 1, 2), ("Monday", 1, 1), ("Ruiz", 1, 1)],
        [("Tuesday", 1, 1), ("Okoro", 1, 1)],
        [("South", 1, 1), ("closed", 2, 1)],
    )
    assert rows[2] == {0: "North", 1: "Tuesday", 2: "Okoro"}
    assert rows[3] == {0: "South", 1: "closed", 2: "closed"}


def test_an_empty_cell_keeps_the_place_of_those_behind_it() -> None:
    assert lay([("", 1, 1), ("Planned", 1, 1)], [("Visitors", 1, 1), (" ", 1, 1), ("9,400", 1, 1)]) == [
        {1: "Planned"},
        {0: "Visitors", 2: "9,400"},
    ]


def test_a_text_over_the_whole_width_stands_once() -> None:
    assert lay([("Fees", 3, 1)], [("a", 1, 1), ("b", 1, 1), ("c", 1, 1)])[0] == {0: "Fees"}


def test_a_cell_may_cover_rows_behind_one_that_does() -> None:
    rows = lay([("a", 1, 3), ("b", 1, 2), ("c", 1, 1)], [("d", 1, 1)], [("e", 1, 1), ("f", 1, 1)])
    assert rows[1:] == [{0: "a", 1: "b", 2: "d"}, {0: "a", 1: "e", 2: "f"}]


def test_a_table_that_is_too_wide_or_covers_too_much_is_refused() -> None:
    with pytest.raises(FileTooLarge, match="columns"):
        lay([("a", MAX_COLUMNS, 1), ("b", 1, 1)])
    with pytest.raises(FileTooLarge, match="cover"):
        lay(*[[("a", MAX_COLUMNS, 1)] for _ in range(2_100)])
