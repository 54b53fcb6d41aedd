"""Names of columns, told from values; labels beside values, told from both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.writing.names import LabelledRow, NamesRow, Row, find_names, has_names, is_label, is_listed, make_alike


def cut(table: str) -> list[Row]:
    lines = table.split(" / ")
    return [{n: cell.strip() for n, cell in enumerate(line.split("|")) if cell.strip()} for line in lines]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("Name | Age / Ann | 33", ["Name", "Age"]),
        ("Ann | 33 / Bob | 40", []),
        (
            "Region | 2021 | 2022 | 2023 / North | 1500 | 1610 | 1720 / South | 900 | 950 | 2001",
            "Region 2021 2022 2023",
        ),
        ("Region | 2024-01 | 2024-02 / North | 5 | 6", "Region 2024-01 2024-02"),
        ("Item | 2023 / Rent | 1900 / Heat | 400", "Item 2023"),
        ("Who | 8:00 | 9:00 | 10:00 / Ann | Art | Maths", "Who 8:00 9:00 10:00"),
        ("Who | 1 | 2 | 3 | 4 / Ann | 8 | 8 | 7 | 8", "Who 1 2 3 4"),
        ("Region | 2021 | 2022 / North | 1900 | 1950 / South | 2000 | 2001", "Region 2021 2022"),
        ("Wer | FY2022 | FY2023 / North | 2020 | 2021", "Wer FY2022 FY2023"),
        ("Branch | 2023 / North | 2001", "Branch 2023"),
        ("North | 1500 | 1610 / South | 900 | 950", []),
        ("Ann | 1950 | 2001 / Bob | 1951 | 2003", []),
        ("Ann | 2021 | 2022 / Bob | 2022 | 2023 / Eve | 2020 | 2021", []),
        ("Ann | 1 | 2 | 3 / Bob | 4 | 5 | 6", []),
        ("9 January 2024 | Concert / 2 May 2024 | Play", []),
    ],
)
def test_a_row_of_names_is_told_from_values(table: str, names: str | list[str]) -> None:
    expected = names.split() if isinstance(names, str) else names
    found_names, n_used = find_names(cut(table), first=True)
    assert list(found_names.values()) == expected
    assert n_used == bool(expected)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("City | Adults | | Babies / | May | June | May / Graz | 5 | 7 | 3", "City;Adults May;Adults June;Babies May"),
        ("| 2023 | | 2024 | / In | Q1 | Q2 | Q1 | Q2 / A | 1 | 2 | 3 | 4", "In;2023 Q1;2023 Q2;2024 Q1;2024 Q2"),
        ("City | Fee | Fee / City | Adults | Children / Graz | 5 | 7", "City;Fee Adults;Fee Children"),
        ("Station | Rain | Days / | (mm) | (number) / Oslo | 763 | 113", "Station;Rain (mm);Days (number)"),
        ("City | Rain | / | May | June / | (mm) | (mm) / Oslo | 7 | 9", "City;Rain May (mm);Rain June (mm)"),
        ("Station | Rain | Days / Oslo | n/a | n/a / Graz | 763 | 113", "Station;Rain;Days"),
        ("Dish | Starter | Main / Monday | Soup | Fish / Tuesday | Salad | Beef", "Dish;Starter;Main"),
    ],
)
def test_names_may_take_two_rows(table: str, names: str) -> None:
    assert ";".join(find_names(cut(table), first=True)[0].values()) == names


@pytest.mark.parametrize(
    ("table", "listed"),
    [
        ("Town | Kyoto / Phone | +44 20 7946 0958", True),
        ("Capital | Paris / Language | French / Currency | Euro", True),
        ("Name | Country / Ito | Japan / Bob | France", False),
        ("Name | Email / Ito | a@b.org / Bob | c@d.org", False),
        ("Maker | Acme / Ask | a@b.org / Seat | Bonn / Boss | Eve", True),
        ("Load | 42 kg / Reach | 1.8 m / Draw | 40 W", True),
        ("Tea | 3 / Coffee | 4", False),
        ("Hall: | North / Guard: | Ruiz", True),
        ("Hall | Guard / North | Ruiz / North | Okoro / South | 5", False),
        ("a | b | c / d | e | f", False),
        ("Name", False),
    ],
)
def test_labels_beside_values_are_told_from_a_table(table: str, listed: bool) -> None:
    assert is_listed(cut(table)) is listed


def test_pairs_of_labels_and_values_side_by_side_have_no_names() -> None:
    assert find_names(cut("Name | Eva Roth | Born | 1987 / Town | Bern | Phone | 77 10"), first=True) == ({}, 0)
    assert find_names(cut("Name | Town | Born | Phone / Eva Roth | Bern | 1987 | 77 10"), first=True)[1] == 1


def test_what_a_format_marks_goes_before_a_guess() -> None:
    rows: list[Row] = [NamesRow({0: "Ann", 1: "2020"}), NamesRow({0: "Ann", 1: "May"}), {0: "Bob", 1: "Eve"}]
    assert find_names(rows, first=False) == ({0: "Ann", 1: "2020 May"}, 2)
    assert is_listed([LabelledRow({0: "a", 1: "b"}), LabelledRow({0: "c"}), {}])
    assert not is_listed([{}])
    assert isinstance(make_alike(rows[0], {0: "a"}), NamesRow)
    assert type(make_alike(rows[2], {0: "a"})) is dict


def test_further_down_names_need_figures_below() -> None:
    assert find_names(cut("Town | Size / Bonn | 300"), first=False)[1] == 1
    assert find_names(cut("Ann | late / Bob | early"), first=False)[1] == 0


def test_titles_are_passed_over_where_a_table_begins() -> None:
    assert has_names(cut("People / Name | Age / Ann | 33"))
    assert not has_names(cut("Ann | 33 / Bob | 40"))
    assert is_label({0: "People"}, {0: "Name", 1: "Age"})
    assert not is_label({0: "It is late."})
    assert not is_label({0: "42"})


cells = st.sampled_from(
    ["", "Name", "Ann", "33", "2021", "2022", "(mm)", "n/a", "1,400 €", "a@b.org", "10:00", "2024-01"]
)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=6), st.booleans())
def test_names_lie_in_their_rows(table: list[list[str]], first: bool) -> None:
    rows: list[Row] = [{column: cell for column, cell in enumerate(row) if cell} for row in table]
    rows = [row for row in rows if row] or [{0: "a"}]
    names, n_used = find_names(rows, first=first)
    assert 0 <= n_used <= min(3, len(rows))
    assert bool(names) == bool(n_used)
    assert list(names) == sorted(names)
