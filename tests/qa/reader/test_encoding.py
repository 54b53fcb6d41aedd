from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader import Encoder
from qa.reader.encoding import MOST_ASKED, MOST_HEAD, MOST_TOKENS

pytest.importorskip("tokenizers")


def test_a_question_and_a_window_are_marked_apart(tokenizer: bytes) -> None:
    text = "The museum opens at nine. It costs 14 euros."
    encoded = Encoder.read(tokenizer).encode("When opens it?", text, "A ticket")
    assert encoded.sides == (*(0,) * 6, *(1,) * (len(encoded.tokens) - 6))
    cut = [text[place[0] : place[1]] for place in encoded.places if place]
    assert cut == ["The", "museum", "opens", "at", "nine", ".", "It", "costs", "14", "euro", "s", "."]
    assert encoded.places[:8] == (None,) * 8, "neither question nor head is part of an answer"
    assert encoded.places[-1] is None


def test_what_is_over_is_left_out_at_the_end_of_the_window(tokenizer: bytes) -> None:
    encoded = Encoder.read(tokenizer).encode("what " * 500, "nine " * 500, "museum " * 500)
    assert len(encoded.tokens) == MOST_TOKENS
    assert encoded.sides.count(0) == MOST_ASKED + 2
    assert sum(place is not None for place in encoded.places) == MOST_TOKENS - MOST_ASKED - MOST_HEAD - 3
    assert encoded.places[MOST_ASKED + 2 + MOST_HEAD] == (0, 4)


@given(question=st.text(max_size=300), text=st.text(max_size=3_000), head=st.text(max_size=300))
def test_any_text_is_encoded_within_bounds(question: str, text: str, head: str) -> None:
    from tests.qa.reader.conftest import write_tokenizer

    encoded = Encoder.read(write_tokenizer()).encode(question, text, head)
    assert len(encoded.tokens) == len(encoded.sides) == len(encoded.places) <= MOST_TOKENS
    assert all(0 <= place[0] <= place[1] <= len(text) for place in encoded.places if place)


def test_a_tiny_budget_leaves_no_word_of_the_window(tokenizer: bytes) -> None:
    encoded = Encoder.read(tokenizer).encode("when opens it", "nine", "", most=6)
    assert not any(encoded.places)
