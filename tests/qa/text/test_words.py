"""Words as they are written, and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.text.words import _PLAIN, _PLAIN_WORD, _WORD, places, words
from tests.qa.strategies import texts

plain = [character for character in map(chr, range(0x3000)) if _PLAIN.fullmatch(character)]


@given(texts)
def test_words_are_found_where_the_pattern_finds_them(text: str) -> None:
    """The simple version: one pattern for every script, which says itself where a word stands."""
    assert words(text) == [match.group() for match in _WORD.finditer(text)]
    assert places(text, words(text)) == [match.span() for match in _WORD.finditer(text)]


def test_letters_and_figures_are_the_same_in_both_patterns() -> None:
    assert {"a", "Z", "0", "é", "Œ", "’", "–", " "} <= set(plain)
    for character in plain:
        for text in (character, f"{character}.{character}.", f"1{character}2", f"a’{character}", f"{character}s"):
            assert _PLAIN_WORD.findall(text) == _WORD.findall(text), f"U+{ord(character):04X}"


@given(st.text(st.sampled_from([*"aB1.,'’ -_", *plain])))
def test_the_quicker_pattern_finds_the_same_words(text: str) -> None:
    assert _PLAIN_WORD.findall(text) == _WORD.findall(text)
