"""Words that begin sentences."""

from __future__ import annotations

from qa.text.ends.openers import NAME_PARTS, OPENERS


def test_openers_are_in_lower_case_and_said_once() -> None:
    for language, words in OPENERS.items():
        assert words == words.lower(), language
        assert len(words.split()) == len(set(words.split())), language


def test_parts_of_names_are_in_lower_case() -> None:
    assert {word for word in NAME_PARTS if not word.islower()} == set()
