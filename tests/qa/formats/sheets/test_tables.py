"""Tables of a sheet, parted by gaps."""

from __future__ import annotations

from qa.formats.sheets.tables import cut_tables, has_names_beside

NAMES, VALUES = {0: "Name", 1: "Age"}, {0: "Ann", 1: "33"}


def test_tables_below_one_another_come_with_an_empty_row_for_the_gap() -> None:
    assert list(cut_tables({0: NAMES, 1: VALUES, 5: VALUES})) == [[NAMES, VALUES, {}, VALUES, {}]]
    assert list(cut_tables({})) == [[]]


def test_tables_beside_one_another_are_parted_where_each_has_names() -> None:
    right = {4: "Town", 5: "Size"}, {4: "Bonn", 5: "300"}
    rows = {0: NAMES | right[0], 1: VALUES | right[1]}
    assert [table for table in cut_tables(rows) if table] == [[NAMES, VALUES], list(right)]
    gap = {0: NAMES | {4: "33"}, 1: VALUES | {4: "44"}}
    assert list(cut_tables(gap)) == [[gap[0], gap[1], {}]]


def test_a_row_that_shares_no_column_begins_another_block() -> None:
    assert list(cut_tables({0: VALUES, 1: {2: "x", 3: "y"}})) == [[VALUES, {}, {2: "x", 3: "y"}, {}]]


def test_a_merged_cell_heads_names_where_each_column_has_one() -> None:
    rows = {0: {0: "Visitors"}, 1: {0: "2023", 1: "2024"}}
    assert has_names_beside(rows, 0, 0, 1)
    assert not has_names_beside(rows, 0, 0, 2)
    assert not has_names_beside(rows, 1, 0, 1)
