"""Numbers as a sheet shows them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.formats.sheets.number_format import format_number


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "", "0.3"),
        (1.0000000001, "General", "1"),
        (123456789012.0, "", "123456789012"),
        (1400.0, "#,##0", "1,400"),
        (-1400.5, "#,##0.00;(#,##0.00)", "(1,400.50)"),
        (1234.5, '"$"#,##0.00', "$1,234.50"),
        (1234.5, "[$€-407] #,##0.00", "€ 1,234.50"),
        (0.0, '_("$"* #,##0.00_);_("$"* "-"??_);_("-"??_)', "-"),
        (12.0, "00000", "00012"),
        (2.5, "0.0##", "2.5"),
        (3.0, "0.##", "3"),
        (3.0, '0" kg"', "3 kg"),
        (0.35, "0%", "35%"),
        (1_500_000.0, '0.0,,"M"', "1500000"),
        (1.5, "# ?/?", "1.5"),
        (12345.0, "0.00E+00", "12345"),
        (45292.0, "d/m/yyyy", "2024-01-01"),
        (45292.0, "mmm-yy", "2024-01"),
        (45292.0, "d-mmm", "2024-01-01"),
        (1.5, "0." + "0" * 40, "1.500000000000000"),
        (45292.75, "yyyy-mm-dd hh:mm", "2024-01-01 18:00"),
        (45292.0, "yyyy-mm-dd hh:mm", "2024-01-01"),
        (0.5, "h:mm AM/PM", "12:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (59.0, "yyyy-mm-dd", "1900-02-28"),
        (61.0, "yyyy-mm-dd", "1900-03-01"),
        (-1.0, "yyyy-mm-dd", "-1"),
        (float("nan"), "0", ""),
        (1.7e308, "%", "inf"),
    ],
)
def test_numbers_are_shown_by_their_format(value: float, code: str, text: str) -> None:
    assert format_number(value, code) == text


def test_days_may_count_from_1904() -> None:
    assert format_number(0.0, "yyyy-mm-dd", since_1904=True) == "1904-01-01"


@example(2e303, "[d")
@example(1.7e308, "0%")
@given(st.floats(), st.text('0#?.,;%_*"\\[]$-@ymdhsE/+() €x', max_size=20))
def test_no_format_stops_the_reading(value: float, code: str) -> None:
    assert isinstance(format_number(value, code), str)
