"""Numbers as a sheet shows them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.formats.sheets.number_format import format_number, format_text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "", "0.3"),
        (1.0000000001, "General", "1"),
        (123456789012.0, "", "123456789012"),
        (5.0, 'General" kg"', "5 kg"),
        (1400.0, "#,##0", "1,400"),
        (-1400.5, "#,##0.00;(#,##0.00)", "(1,400.50)"),
        (1234.5, '"$"#,##0.00', "$1,234.50"),
        (1234.5, "[$€-407] #,##0.00", "€ 1,234.50"),
        (0.0, '_("$"* #,##0.00_);_("$"* "-"??_);_("-"??_)', "-"),
        (3.0, '0" kg"', "3 kg"),
        (0.35, "0%", "35%"),
        (1_500_000.0, '0.0,,"M"', "1.5M"),
        (1.5, "# ?/?", "1 1/2"),
        (12345.0, "0.00E+00", "1.23E+04"),
        (45292.0, "d/m/yyyy", "2024-01-01"),
        (45292.0, "mmm-yy", "2024-01"),
        (45292.0, "d-mmm", "2024-01-01"),
        (1.5, "0." + "0" * 40, "1." + "5".ljust(39, "0")),
        (45292.75, "yyyy-mm-dd hh:mm", "2024-01-01 18:00"),
        (45292.0, "yyyy-mm-dd hh:mm", "2024-01-01"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (-1.0, "yyyy-mm-dd", "-1"),
        (float("nan"), "0", ""),
        (1.7e308, "0", "1.7E+308"),
        (2e15, "#,##0.00", "2E+15"),
    ],
)
def test_numbers_are_shown_by_their_format(value: float, code: str, text: str) -> None:
    assert format_number(value, code) == text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('"up "0;"down "0;"level"', ["up 3", "down 3", "level"]),
        ('"up "0;"down "0', ["up 3", "down 3", "up 0"]),
        ("0.0", ["3.0", "-3.0", "0.0"]),
        ("0;;", ["3", "", ""]),
        ('[=3]"yes";[=0]"no";"other "0', ["yes", "-other 3", "no"]),
        ("[<1]0.0;0%", ["300%", "-3.0", "0.0"]),
        ('[>=0]"+"0;0', ["+3", "3", "+0"]),
        ('[<0]"minus "0;0', ["3", "minus 3", "0"]),
        ("[>2]0.0", ["3.0", "-3", "0"]),
        ('0;-0;;"text "@', ["3", "-3", ""]),
        (";;;", ["", "", ""]),
    ],
)
def test_a_section_is_chosen_by_its_condition_or_by_the_sign(code: str, shown: list[str]) -> None:
    assert [format_number(value, code) for value in (3.0, -3.0, 0.0)] == shown


def test_a_minus_is_not_shown_before_nothing() -> None:
    assert [format_number(-0.4, code) for code in ("0", "0.0", "#,##0")] == ["0", "-0.4", "0"]


@pytest.mark.parametrize(
    ("code", "shown"), [("", "Ito"), ("@", "Ito"), ("0.0", "Ito"), ('0;0;0;"Dr "@', "Dr Ito"), ('"Dr "@', "Dr Ito")]
)
def test_texts_are_shown_by_the_section_for_them(code: str, shown: str) -> None:
    assert format_text("Ito", code) == shown
    assert format_text("Ito", ";;;") == ""


def test_days_may_count_from_1904() -> None:
    assert format_number(0.0, "yyyy-mm-dd", since_1904=True) == "1904-01-01"


@example(2e303, "[d")
@example(1.7e308, "0%")
@example(0.0, "#E+")
@given(st.floats(), st.text('0#?.,;%_*"\\[]$-@ymdhsEbgea/+<>=() €x9APM', max_size=20))
def test_no_format_stops_the_reading(value: float, code: str) -> None:
    assert isinstance(format_number(value, code), str)
    assert isinstance(format_text("text", code), str)
