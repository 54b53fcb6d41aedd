"""Questions made of the words of a text."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.texts.questions import question_about

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.lists(st.text(LETTERS, min_size=4, max_size=9), unique=True, min_size=3), st.integers(0, 2**32))
def test_a_question_has_a_natural_length_and_words_of_its_text(words: list[str], seed: int) -> None:
    text = " ".join(f"matter{word}" for word in words)
    question = question_about(text, "elsewhere", np.random.default_rng(seed))
    assert question is not None
    assert question.endswith("?")
    said = question[:-1].split()
    assert 6 <= len(said) <= 14
    assert len(set(said) & set(text.split())) >= min(3, len(words)) - 1  # the last may be cut off
    assert question == question_about(text, "elsewhere", np.random.default_rng(seed))


@given(st.text(max_size=40))
def test_a_question_about_any_text_is_one_or_none(text: str) -> None:
    question = question_about(text, text, np.random.default_rng(0))
    assert question is None or question.endswith("?")
