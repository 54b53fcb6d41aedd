"""Rows as sentences with the names of their columns."""

from __future__ import annotations

import pytest

import qa
from qa.formats.writing import rows as limits
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.names import NamesRow, has_names
from qa.formats.writing.rows import RowWriter, write_row


def write(*rows: tuple[str, ...]) -> list[str]:
    """Return the blocks of a table, in which an empty cell is none."""
    writer = RowWriter(BlockWriter())
    writer.write({column: text for column, text in enumerate(row) if text} for row in rows)
    return [block for block in writer.blocks.build().text.strip().split("\n\n") if block]


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        ([("Name", "Age"), ("Ann", "33"), ("Bob", "40")], ["Name: Ann; Age: 33.", "Name: Bob; Age: 40."]),
        ([("Ann", "33"), ("Bob", "40")], ["Ann\t33", "Bob\t40"]),
        ([("Name", "Age"), ("Ann", "33", "late")], ["Name: Ann; Age: 33; late."]),
        ([("Town", "1990", "2000"), ("Bonn", "5", "6")], ["Town: Bonn; 1990: 5; 2000: 6."]),
        (
            [("Prices",), ("Ticket", "Cost"), ("Adult", "14"), ("Child", "7")],
            ["Prices", "Ticket: Adult; Cost: 14.", "Ticket: Child; Cost: 7."],
        ),
        ([("Name:", "Ann"), ("Town:", "Bonn"), ("Age:", "33")], ["Name: Ann.", "Town: Bonn.", "Age: 33."]),
        ([("Name", "Age")], ["Name; Age"]),
        ([("A note.",)], ["A note."]),
    ],
)
def test_a_table_is_a_sentence_a_row(rows: list[tuple[str, ...]], blocks: list[str]) -> None:
    assert write(*rows) == blocks


def test_an_empty_row_parts_tables_and_the_second_keeps_names_unless_it_has_its_own() -> None:
    first = [("Name", "Age"), ("Ann", "33"), ()]
    assert write(*first, ("Bob", "40"))[-1] == "Name: Bob; Age: 40."
    assert write(*first, ("Town", "Size"), ("Bonn", "300"))[-1] == "Town: Bonn; Size: 300."


def test_a_table_below_another_with_a_heading_and_other_columns_has_names_of_its_own() -> None:
    first = [("Fees",), ("Boat", "Day", "Month"), ("Dinghy", "4", "60"), ()]
    second = [("Guards",), ("Hall", "Guard"), ("North", "Ruiz"), ("South", "Lang"), ()]
    third = [("Pump",), ("Weight:", "42 kg"), ("Length:", "1.8 m")]
    assert write(*first, *second, *third)[2:] == [
        "Guards",
        "Hall: North; Guard: Ruiz.",
        "Hall: South; Guard: Lang.",
        "Pump",
        "Weight: 42 kg.",
        "Length: 1.8 m.",
    ]
    more = [("Ships",), ("Barge", "9", "240"), ("Tug", "7", "80")]
    assert write(*first, *more)[2:] == [
        "Ships",
        "Boat: Barge; Day: 9; Month: 240.",
        "Boat: Tug; Day: 7; Month: 80.",
    ]


def test_what_a_format_knows_of_a_table_goes_before_a_guess() -> None:
    def known(rows: list[dict[int, str]], n_names: int, *, labelled: bool = False) -> list[str]:
        writer = RowWriter(BlockWriter())
        writer.write(rows, n_names=n_names, labelled=labelled)
        return writer.blocks.build().text.strip().split("\n\n")

    pairs = [{0: "Capital", 1: "Paris"}, {0: "Language", 1: "French"}]
    assert known(pairs, 0, labelled=True) == ["Capital: Paris.", "Language: French."]
    assert known(pairs, 0) == ["Capital\tParis", "Language\tFrench"]
    assert known(pairs, 1) == ["Capital: Language; Paris: French."]
    fees = [{0: "Fees"}, {1: "Adults", 2: "Adults"}, {1: "Weekday", 2: "Weekend"}, {0: "Graz", 1: "5", 2: "7"}]
    assert known(fees, 3) == ["Fees", "Graz; Adults Weekday: 5; Adults Weekend: 7."]


def test_a_row_without_cells_is_no_text() -> None:
    assert write_row({}, {0: "Name"}) == ""
    assert write_row({0: " a \n b "}, {}) == "a b"


def test_without_names_an_empty_cell_keeps_the_place_of_those_behind_it() -> None:
    assert write_row({1: "Abena", 4: "night shift"}, {}) == "Abena\t\t\tnight shift"


def test_names_are_told_from_values() -> None:
    names, values = {0: "Name", 1: "Age"}, {0: "Ann", 1: "33"}
    assert has_names([names, values])
    assert has_names([{0: "People"}, names, values])
    assert not has_names([values, values])
    assert not has_names([names])


def test_a_text_alone_between_rows_heads_those_below_it_unless_most_rows_hold_no_more() -> None:
    fees = [("Item", "Price"), ("Fruit",), ("Apple", "2"), ("Pear", "3"), ("Source: the shop.",)]
    assert write(*fees) == ["Fruit", "Item: Apple; Price: 2.", "Item: Pear; Price: 3.", "Source: the shop."]
    signed = [("Attendee", "Signed"), ("Ann",), ("Bob",), ("Eve", "yes")]
    assert write(*signed) == ["Attendee: Ann.", "Attendee: Bob.", "Attendee: Eve; Signed: yes."]


def test_what_stands_below_a_gap_has_its_own_names_or_none() -> None:
    first = [("Country", "Capital", "People"), ("Norway", "Oslo", "5.5"), ()]
    assert write(*first, ("Source: the state.",))[-1] == "Source: the state."
    assert write(*first, ("Country", "Currency"), ("Norway", "Krone"))[-1] == "Country: Norway; Currency: Krone."


def test_names_above_in_the_middle_of_a_table_are_those_of_a_further_one() -> None:
    rows = [{0: "a", 1: "b"}, {0: "1", 1: "2"}, NamesRow({0: "c", 1: "d"}), {0: "3", 1: "4"}]
    writer = RowWriter(BlockWriter())
    writer.write(rows)
    assert writer.blocks.build().text.strip().split("\n\n") == ["a: 1; b: 2.", "c: 3; d: 4."]


def test_limits_say_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_COLUMNS", 2)
    with pytest.raises(qa.FileTooLarge, match="A row has 3 filled cells; the limit is 2"):
        write_row({0: "a", 1: "b", 2: "c"}, {})
    monkeypatch.setattr(limits, "MAX_ROWS", 1)
    with pytest.raises(qa.FileTooLarge, match="more than 1 rows"):
        write(("a", "b"), ("c", "d"), ("e", "f"))
