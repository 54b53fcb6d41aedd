"""Runs of three characters."""

from __future__ import annotations

import numpy as np
import pytest

from qa.text.trigrams import trigrams, trigrams_of


@pytest.mark.parametrize("texts", [["Banana", "", "a", "banana nab", "ὈΔΥΣΣΕΎΣ ΣΑΣ"], ["Banana 🍌🍌🍌", "a 🍌"], []])
def test_trigrams_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    codes, owner = trigrams_of(texts)
    assert (np.diff(codes) >= 0).all()
    for number, text in enumerate(texts):
        assert codes[owner == number].tolist() == trigrams(text).tolist()


def test_a_text_of_any_length_has_trigrams() -> None:
    assert [len(trigrams(text)) for text in ("", "a", "ab", "Aa aA")] == [1, 3, 4, 5]
