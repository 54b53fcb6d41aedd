from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.token_f1 import answer_words, token_f1


@given(st.text(), st.text())
def test_f1_is_symmetric_and_one_for_the_same_words(a: str, b: str) -> None:
    one, other = answer_words(a), answer_words(b)
    assert token_f1(one, [other]) == token_f1(other, [one])
    assert token_f1(one, [one, other]) == (1.0 if one else 0.0)
    assert 0.0 <= token_f1(one, [other]) <= 1.0


def test_f1_of_the_gold_answer_that_fits_best() -> None:
    assert token_f1(answer_words("The 21 days"), [answer_words("21 days"), answer_words("days")]) == 1.0
    assert token_f1(answer_words("may 1931"), [answer_words("1931.")]) == 2 / 3
    assert token_f1((), [("a",)]) == token_f1(("a",), []) == 0.0
