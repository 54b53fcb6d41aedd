"""Tables of a page: a sentence a row where they show data, blocks where they lay out the page."""

from __future__ import annotations

import pytest

from qa.formats.web.html import read_html


def read(page: str) -> str:
    return read_html(page.encode()).text


def lines(page: str) -> list[str]:
    return [line for line in read(page).split("\n") if line]


def test_heads_name_the_columns_and_the_caption_stands_before() -> None:
    table = (
        "<table><tfoot><tr><td>Sum<td>900</tfoot><thead><tr><th>Pier<th>Boats</thead>"
        "<tbody><tr><td>East<td>520</tbody><caption>Harbour</caption></table>"
    )
    assert lines(table) == ["Harbour", "Pier: East; Boats: 520.", "Pier: Sum; Boats: 900."]


def test_heads_without_thead_are_the_first_rows_of_heads() -> None:
    table = (
        "<table><tr><th colspan=3>Prices 2024<tr><th rowspan=2>Town<th colspan=2>Adults<tr><th>Week<th>Weekend"
        "<tr><td>Graz<td>5<td>6</table>"
    )
    assert lines(table) == ["Prices 2024", "Town: Graz; Adults Week: 5; Adults Weekend: 6."]


def test_merged_cells_stand_in_each_row_and_empty_ones_keep_their_place() -> None:
    table = (
        "<table><tr><th>Ward<th>Day<th>Nurse<tr><td rowspan=2>B2<td>Mon<td>Ines<tr><td>Tue<td></td>"
        "<tr><td>C1<td></td><td>Omar</table>"
    )
    assert lines(table) == ["Ward: B2; Day: Mon; Nurse: Ines.", "Ward: B2; Day: Tue.", "Ward: C1; Nurse: Omar."]


def test_a_merged_head_beside_several_rows_names_no_column() -> None:
    table = (
        "<table><tr><th>Year<th>Month<th>Cost<tr><th rowspan=2>2025<td>May<td>$16<tr><td>June<td>$15"
        "<tr><th rowspan=2>2026<tr><td>July<td>$7</table>"
    )
    assert lines(table)[:2] == ["Year: 2025; Month: May; Cost: $16.", "Year: 2025; Month: June; Cost: $15."]


def test_heads_before_values_are_labels() -> None:
    assert lines("<table><tr><th>Weight<td>42 kg<tr><th>Length<td>1.8 m</table>") == [
        "Weight: 42 kg.",
        "Length: 1.8 m.",
    ]
    table = (
        "<table><tr><td></td><td>Mon<td>Tue<tr><th scope=row>Pool<td>9<td>10<tr><th scope=row>Gym<td></td><td>8</table>"
    )
    assert lines(table)[1].startswith("Gym")
    assert "Tue: 8" in lines(table)[1]


def test_a_row_of_one_cell_stands_over_those_below_it() -> None:
    table = (
        "<table><tr><th>Town<th>Fee<tr><td colspan=2>Styria<tr><td>Graz<td>5<tr><td colspan=2>Upper Austria"
        "<tr><td>Linz<td>7</table>"
    )
    assert lines(table) == ["Styria", "Town: Graz; Fee: 5.", "Upper Austria", "Town: Linz; Fee: 7."]


def test_heads_further_down_name_what_follows() -> None:
    table = "<table><tr><th>Day<th>Open<tr><td>Mon<td>9<tr><th>Month<th>Closed<tr><td>May<td>31</table>"
    assert lines(table) == ["Day: Mon; Open: 9.", "Month: May; Closed: 31."]


def test_bold_cells_on_top_are_names_where_no_heads_are() -> None:
    table = "<table><tr><td><b>Pier</b><td><strong>Boats</strong><tr><td>East<td>many<tr><td>West<td>none</table>"
    assert lines(table) == ["Pier: East; Boats: many.", "Pier: West; Boats: none."]


def test_line_ends_and_blocks_part_the_words_of_a_cell() -> None:
    table = "<table><tr><th>Doctor<th>Days<tr><td><p>Dr</p><p>Osei</p><td>Mon<br>Thu<ul><li>am<li>pm</ul></table>"
    assert lines(table) == ["Doctor: Dr Osei; Days: Mon Thu, am, pm."]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>One</td><td>Two</td></tr></table>",
        "<table><tr><td><h2>One</h2></td><td>Two</td></tr></table>",
        "<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
        "<table><tr><td>One</td><td><table><tr><td>Two</td></tr></table></td></tr></table>",
        f"<table><tr><td>One</td><td>Two</td></tr><tr><td></td><td>{'Long. ' * 200}</td></tr></table>",
    ],
)
def test_tables_that_lay_out_a_page_are_blocks(table: str) -> None:
    assert read(table).startswith("One\n\nTwo\n")


def test_elements_with_the_roles_of_a_table_are_one() -> None:
    table = (
        "<div role=table><p>Hours</p><div role=rowgroup><div role=row><span role=columnheader>Day</span>"
        "<span role=columnheader>Open</span></div></div><div role=rowgroup><div role=row><span role=cell>Mon</span>"
        "<span role=cell>9–17</span></div></div></div>"
    )
    assert lines(table) == ["Hours", "Day: Mon; Open: 9–17."]


def test_spans_beyond_the_table_mean_all_of_it() -> None:
    table = "<table><tr><td colspan=1000>Title<tr><th>A<th>B<tr><td rowspan=0>x<td>y<tr><td>z</table>"
    assert lines(table)[0] == "Title"
    assert lines("<table><tr><th>A<th>B<tr><td rowspan=65534>x<td colspan=999>y<tr><td>z</table>")[1] == "A: x; B: z."


def test_a_very_wide_row_is_read_as_blocks() -> None:
    text = read("<table><tr>" + "".join(f"<td>cell{number}" for number in range(2_000)) + "</table>")
    assert "cell0" in text
    assert "cell1999" in text


def test_tables_in_cells_of_a_table_of_data_are_read_in_the_cell() -> None:
    inner = "<table><tr><td>q<td>w</table>"
    table = f"<table><tr><th>Name<th>Text<tr><td>Ito<td>{'a long text ' * 5}{inner}</table>"
    assert lines(table)[0].endswith("a long text q w.")


def test_a_head_over_all_columns_but_the_first_names_its_column() -> None:
    table = "<table><tr><th></th><th>2023</th><tr><td>North</td><td>5</td><tr><td>South</td><td>7</td></table>"
    assert lines(table) == ["North; 2023: 5.", "South; 2023: 7."]


def test_the_name_of_a_column_that_holds_nothing_is_read() -> None:
    assert lines("<table><tr><th>Name<th>Signed<tr><td>Ito<td></td></table>") == ["Signed", "Name: Ito."]
