"""Words that a reader marks are marked whole, and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.focus.edges import fit_to_words


@pytest.mark.parametrize(
    ("sentence", "marked", "fitted"),
    [
        ("It costs €14 a day.", "14", "€14"),
        ("It grew by 12.5% in May.", "2.5", "12.5%"),
        ("It was built by (Ada Smith), in 1820.", "(Ada Smith),", "Ada Smith"),
        ("He writes C++ and Go.", "C", "C++"),
        ("The lighthouse is red.", "house", "lighthouse"),
        ("The lighthouse is red.", "The lighthouse is red", None),
        ("The lighthouse is red.", ".", None),
    ],
)
def test_a_place_is_fitted_to_words(sentence: str, marked: str, fitted: str | None) -> None:
    start = sentence.index(marked)
    place = fit_to_words(sentence, start, start + len(marked))
    assert (sentence[slice(*place)] if place else None) == fitted


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_fitted_place_is_inside_the_sentence(sentence: str, start: int, end: int) -> None:
    place = fit_to_words(sentence, start, end)
    assert place is None or 0 <= place[0] < place[1] <= len(sentence)
