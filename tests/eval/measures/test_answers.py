"""Short answers beside the gold ones: SQuAD's token F1 and exact match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.answers import answer_words, exact_match, token_f1, words_f1


@pytest.mark.parametrize(
    ("answer", "gold", "f1", "exact"),
    [
        ("the 14 Euros.", ["14 euros"], 1.0, True),
        ("14", ["14 euros"], 2 / 3, False),
        ("", ["14 euros"], 0.0, False),
        ("the", ["a"], 0.0, False),  # nothing is left of either
        ("14 14", ["14"], 2 / 3, False),  # a word counts as often as it occurs in both
        ("in 1931", ["nineteen", "1931"], 2 / 3, False),
        ("x", [], 0.0, False),
    ],
)
def test_by_hand(answer: str, gold: list[str], f1: float, exact: bool) -> None:
    assert token_f1(answer, gold) == pytest.approx(f1)
    assert exact_match(answer, gold) is exact


@given(st.text(), st.lists(st.text(), max_size=3))
def test_in_range_and_at_one_when_equal(answer: str, gold: list[str]) -> None:
    f1 = token_f1(answer, gold)
    assert 0.0 <= f1 <= 1.0
    assert f1 == 1.0 or not exact_match(answer, gold)
    assert token_f1(answer, [answer]) == float(bool(answer_words(answer)))


@given(st.text(), st.text())
def test_f1_is_symmetric(a: str, b: str) -> None:
    assert words_f1(answer_words(a), [answer_words(b)]) == words_f1(answer_words(b), [answer_words(a)])
