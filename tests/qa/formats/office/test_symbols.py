"""Signs of symbol fonts in Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.office.symbols import UNKNOWN, is_symbol_font, mark_item, read_sign, replace_signs

FONTS = ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Arial", ""]


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        (0xA3, "Symbol", "≤"),
        (0xF0B1, "symbol", "±"),
        (0xF0E1, "Symbol", "⟨"),
        (0xFE, "Symbol", "⎭"),
        (0x6D, "Symbol", "μ"),
        (0xF0A8, "Wingdings", "☐"),
        (0xFD, "Wingdings", "☒"),
        (0xE0, "Wingdings", "→"),
        (0x4A, "Wingdings", "☺"),
        (0x52, "Wingdings 2", "☑"),
        (0x61, "Webdings", "✓"),
        (0x22, "Wingdings 3", "→"),
        (0xF0B7, "", "•"),
        (0xF0FC, "Calibri", "✓"),
        (0x2612, "MS Gothic", "☒"),
        (0xF0FF, "Webdings", UNKNOWN),
        (0xD800, "Arial", UNKNOWN),
        (0x110000, "Arial", UNKNOWN),
    ],
)
def test_a_sign_is_that_of_its_font(code: int, font: str, sign: str) -> None:
    assert read_sign(code, font) == sign


def test_only_text_in_a_font_of_signs_is_replaced() -> None:
    assert replace_signs("abc", "Symbol") == "αβχ"
    assert replace_signs("abc é", "Arial") == "abc é"
    assert replace_signs("日本", "Wingdings") == "日本"
    assert is_symbol_font(" Wingdings ")
    assert not is_symbol_font("Segoe UI Symbol")


def test_a_bullet_that_says_something_stands_behind_the_hyphen() -> None:
    assert mark_item("q", "Wingdings") == "-"
    assert mark_item("\uf0a8", "Wingdings") == "- ☐"
    assert mark_item("✗", "Arial") == "- ✗"
    assert mark_item("", "") == "-"


@given(st.integers(0, 0x120000), st.sampled_from(FONTS))
def test_every_code_is_one_character_that_can_be_written(code: int, font: str) -> None:
    sign = read_sign(code, font)
    assert len(sign) == 1
    sign.encode()


@given(st.text(), st.sampled_from(FONTS))
def test_replacing_keeps_the_length(text: str, font: str) -> None:
    assert len(replace_signs(text, font)) == len(text)
