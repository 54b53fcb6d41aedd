"""Lists of words that affirm and deny."""

from __future__ import annotations

import pytest
import regex

from qa.quoting.versions.scales import CHANGES, NEGATIONS, SCALES


@pytest.mark.parametrize("language", sorted({*NEGATIONS, *CHANGES, *SCALES}))
def test_every_pattern_is_one(language: str) -> None:
    for words in (NEGATIONS.get(language, ""), CHANGES.get(language, ""), *sum(SCALES.get(language, ()), ())):
        regex.compile(words)
        assert not words.startswith("|")
        assert "||" not in words


@pytest.mark.parametrize("language", sorted(SCALES))
def test_languages_with_scales_have_negations_and_changes(language: str) -> None:
    assert language in NEGATIONS
    assert language in CHANGES
