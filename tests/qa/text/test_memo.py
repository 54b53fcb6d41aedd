"""What was asked before is remembered, and forgotten when it becomes too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.memo import remember


@given(st.lists(st.sampled_from("abcdef")), st.integers(1, 4))
def test_it_gives_what_the_function_gives(words: list[str], most: int) -> None:
    assert list(map(remember(str.upper, most), words)) == [word.upper() for word in words]


def test_it_asks_once_while_it_remembers() -> None:
    asked: list[str] = []

    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    shouted = remember(shout, 2)
    for word in "aabbab":
        shouted(word)
    assert asked == ["a", "b"]
    shouted("c")  # too much: a and b are forgotten
    shouted("a")
    shouted("c")
    assert asked == ["a", "b", "c", "a"]


def test_an_error_passes_and_is_not_remembered() -> None:
    half = remember(int, 2)
    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            half("x")
    assert half("7") == 7
