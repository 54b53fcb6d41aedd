"""Raised and lowered text does not run into what stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.writing.raised import lower_text, raise_text


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("10", "5", "⁵"),
        ("10", "−7", "⁻⁷"),
        ("kg/m", "2", "²"),
        ("41,300", "4", "⁴"),
        ("41,300", "*", "*"),
        ("Sundays.", "12", "¹²"),
        ("Acme", "®", "®"),
        ("1", "st", "st"),
        ("M", "lle", "lle"),
        ("XX", "e", "e"),
        ("e", "-x/2", "^(-x/2)"),
        ("450", "a", "ᵃ"),
        ("x", "", ""),
    ],
)
def test_it_is_written_so_that_a_reader_can_tell(before: str, text: str, written: str) -> None:
    assert raise_text(text, before) == written


@given(st.integers(0, 10**9).map(str), st.integers(0, 999).map(str))
def test_figures_never_become_part_of_the_number_before(number: str, mark: str) -> None:
    for written in (raise_text(mark, number), lower_text(mark)):
        assert not any(character in "0123456789" for character in written)
        assert len(written) == len(mark)
