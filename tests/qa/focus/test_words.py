"""Words as the choice of the focus sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.focus.words import LEXICON, N_STEMS, SHAPES, TRAITS, code_of, read_word
from qa.text.words import find_word_spans
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("word", "first", "shape"),
    [
        ("1931", False, "year"),
        ("1990s", False, "year"),
        ("21st", False, "ordinal"),
        ("1,400", False, "number"),
        ("March", False, "month"),
        ("Sept", False, "month"),
        ("Sunday", False, "weekday"),
        ("twelve", False, "spelled"),
        ("one", False, "function"),
        ("weeks", False, "unit"),
        ("The", True, "function"),
        ("Museum", True, "opening"),
        ("Museum", False, "name"),
        ("NASA", False, "capitals"),
        ("opened", False, "ed"),
        ("station", False, "noun"),
        ("ships", False, "plural"),
        ("港", False, "other"),
        ("(", False, "mark"),
    ],
)
def test_the_shape_of_a_word(word: str, first: bool, shape: str) -> None:
    assert read_word(word, first).shape == SHAPES[shape]


def test_function_words_and_marks_have_codes_of_their_own() -> None:
    assert read_word("of", False).lexical == LEXICON["of"] != LEXICON["the"]
    assert read_word(";", False).lexical == LEXICON[";"]
    assert read_word("’s", False).lexical == LEXICON["'s"]


@pytest.mark.parametrize(
    ("word", "has", "lacks"),
    [("the", "article", "begins"), ("of", "preposition", "ends"), ("%", "ends", "begins"), ("$", "begins", "word")],
)
def test_where_an_answer_may_begin_and_end(word: str, has: str, lacks: str) -> None:
    traits = read_word(word, False).traits
    assert traits >> TRAITS[has] & 1
    assert not traits >> TRAITS[lacks] & 1


@given(texts)
def test_any_word_is_known(text: str) -> None:
    for start, end in find_word_spans(text):
        word = read_word(text[start:end], not start)
        assert 0 <= word.hashed < N_STEMS
        assert 0 <= word.lexical < len(LEXICON)


@given(st.text(), st.integers(1, 1000))
def test_a_code_is_within_its_size(text: str, size: int) -> None:
    assert 0 <= code_of(text, size) < size
