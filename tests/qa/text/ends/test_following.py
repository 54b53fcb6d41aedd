"""What follows a full stop."""

from __future__ import annotations

import pytest

from qa.text.ends.abbreviations import usage_of
from qa.text.ends.following import look_at


@pytest.mark.parametrize(
    ("text", "word", "number", "other"),
    [
        (" The end", "The", "", ""),
        (" “The end”", "The", "", ""),
        (" – no", "no", "", ""),
        (" (5 more)", "", "5", ""),
        (" $5", "", "$5", ""),
        (" • one", "", "", "•"),
        ("   ", "", "", ""),
        ("", "", "", ""),
        (" ¿Qué?", "Qué", "", ""),
    ],
)
def test_what_follows(text: str, word: str, number: str, other: str) -> None:
    following = look_at(text, 0)
    assert (following.word, following.number, following.other) == (word, number, other)


@pytest.mark.parametrize(("text", "small"), [(" the", True), (" The", False), (" iPhone", False), (" pH", False)])
def test_names_that_begin_in_lower_case_are_not_small(text: str, small: bool) -> None:
    assert look_at(text, 0).is_small is small


@pytest.mark.parametrize(
    ("text", "language", "opens"),
    [
        (" The cat", "en", True),
        (" Cat food", "en", False),
        (" No. 5", "en", False),
        (" L’eau", "fr", True),
        (" A. Smith", "en", False),
        (" THE", "en", False),
        (" Bitte kommen", "de", True),
        (" ¿Cuándo?", "es", True),
    ],
)
def test_openers(text: str, language: str, opens: bool) -> None:
    assert look_at(text, 0).opens(usage_of(language)) is opens


@pytest.mark.parametrize(("text", "code"), [(" AB12", True), (" XIV", True), (" B ", True), (" Boston", False)])
def test_codes(text: str, code: bool) -> None:
    assert look_at(text, 0).is_code() is code
