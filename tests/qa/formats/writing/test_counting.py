"""Styles of counting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.writing.counting import write_count


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (0, "lowerRoman", "0"),
        (27, "lowerLetter", "aa"),
        (9, "decimalZero", "09"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (10, "chineseCounting", "十"),
        (21, "japaneseCounting", "二十一"),
        (105, "ideographDigital", "一〇五"),
        (2, "aiueo", "イ"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (1, "cardinalText", "One"),
        (2, "russianLower", "б"),
        (4, "numberInDash", "- 4 -"),
    ],
)
def test_numbers_are_written_in_the_style(value: int, style: str, text: str) -> None:
    assert write_count(value, style) == text


@given(st.integers(-9, 10**9), st.sampled_from(["lowerRoman", "upperLetter", "ordinal", "thaiLetters", "bahtText", ""]))
def test_every_number_is_written(value: int, style: str) -> None:
    assert write_count(value, style)
