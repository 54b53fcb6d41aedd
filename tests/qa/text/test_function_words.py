"""The lists of function words."""

from __future__ import annotations

import unicodedata

import pytest

from qa.text.detect import detect
from qa.text.function_words import FUNCTION_WORDS


@pytest.mark.parametrize("language", FUNCTION_WORDS)
def test_words_are_written_as_they_are_looked_up(language: str) -> None:
    words = FUNCTION_WORDS[language]
    assert len(words) > 20
    for word in words:
        assert word == word.lower().strip() == unicodedata.normalize("NFC", word)
        assert "’" not in word


@pytest.mark.parametrize("language", FUNCTION_WORDS)
def test_a_language_is_told_by_its_own(language: str) -> None:
    assert detect(" ".join(sorted(FUNCTION_WORDS[language]))) == language
