"""Numbers by the places of a format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.sheets.digits import write_digits, write_general
from qa.formats.sheets.format_code import parse_format


def write(value: float, code: str) -> str:
    return write_digits(value, parse_format(code)[0].tokens)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2.5, "0", "3"),
        (3.5, "0", "4"),
        (1.005, "0.00", "1.01"),
        (2.675, "0.00", "2.68"),
        (0.285 * 100, "0", "29"),  # 28.499999999999996, of which a cell keeps fifteen digits
        (1250.5, "#,##0", "1,251"),
        (0.145, "0%", "15%"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: float, code: str, text: str) -> None:
    assert write(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12.0, "00000", "00012"),
        (5.0, "0,000", "0,005"),
        (1234567.0, "#,##0.00", "1,234,567.00"),
        (0.0, "#,###", ""),
        (0.5, "#.##", ".5"),
        (1.05, ".00", "1.05"),
        (3.0, "0.##", "3"),
        (2.5, "0.0##", "2.5"),
        (2_500_000.0, '#,##0,"k"', "2,500k"),
        (2_500_000.0, '0.0,,"M"', "2.5M"),
        (5551234.0, "000-0000", "555-1234"),
        (1234567890.0, "(000) 000-0000", "(123) 456-7890"),
        (0.1234, "0.0%", "12.3%"),
    ],
)
def test_digits_stand_at_their_places(value: float, code: str, text: str) -> None:
    assert write(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12345.0, "0.00E+00", "1.23E+04"),
        (0.00012, "0.0E-0", "1.2E-4"),
        (12345.0, "##0.0E+0", "12.3E+3"),
        (9.999, "0.0E+0", "1.0E+1"),
        (0.0, "0.0E+0", "0.0E+0"),
        (0.75, "# ?/?", "3/4"),
        (2.0, "# ?/?", "2"),
        (0.99, "# ?/?", "1"),
        (1.5, "?/?", "3/2"),
        (0.3125, "# ??/16", "5/16"),
        (3.25, '# ??/??" in"', "3 1/4 in"),
    ],
)
def test_exponents_and_fractions(value: float, code: str, text: str) -> None:
    assert write(value, code) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1 / 3, "0.333333333"),
        (-1 / 3, "-0.333333333"),
        (123456.789, "123456.789"),
        (12345678901.5, "12345678902"),
        (123456789012.5, "1.23457E+11"),
        (0.0001, "0.0001"),
        (0.000012345678, "1.23457E-05"),
        (1e15, "1E+15"),
        (5e-324, "5E-324"),
        (9.99999999999, "10"),
        (0.0, "0"),
    ],
)
def test_a_cell_without_a_format_shows_eleven_characters(value: float, text: str) -> None:
    assert write_general(value) == text


@given(st.floats(-1e14, 1e14))
def test_the_general_format_is_near_the_number(value: float) -> None:
    assert float(write_general(value)) == pytest.approx(value, rel=1e-5, abs=1e-9)


@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_keeps_all_of_its_digits(value: int) -> None:
    assert write_general(float(value)) == str(value)
    assert write(float(value), "#,##0") == f"{abs(value):,}"
