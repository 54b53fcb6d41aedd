"""Words around numbers and letters."""

from __future__ import annotations

from qa.text.ends.words import GERMAN_COUNTED, GERMAN_VERBS, LETTERED, PARTS


def test_words_are_in_lower_case() -> None:
    assert {word for word in LETTERED | PARTS if not word.islower()} == set()


def test_german_words() -> None:
    assert GERMAN_COUNTED.match("Jahrhundert")
    assert GERMAN_VERBS.match("Kinder zahlen nichts")
    assert GERMAN_VERBS.match("Bringen Sie es")
    assert not GERMAN_VERBS.match("Kinder und Hunde")
