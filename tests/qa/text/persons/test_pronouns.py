"""Pronouns that a sentence has for its subject or begins with."""

from __future__ import annotations

import pytest

from qa.text.persons.pronouns import PRONOUNS


@pytest.mark.parametrize(
    ("language", "sentence", "gender"),
    [
        ("en", "“She left.", "she"),
        ("en", "And his dog barked.", "he"),
        ("en", "Hers is red.", None),
        ("de", "Seine Frau singt.", "he"),
        ("de", "Sie sang.", "she"),
        ("fr", "Puis elle partit.", "she"),
        ("it", "Il suo cane abbaia.", ""),
        ("zh", "他走了。", "he"),
        ("zh", "他们走了。", None),
        ("ja", "彼女は歌った。", "she"),
        ("ja", "彼らは歌った。", None),
        ("fi", "Hän lauloi.", ""),
    ],
)
def test_the_pronoun_that_a_sentence_begins_with(language: str, sentence: str, gender: str | None) -> None:
    place = PRONOUNS[language].find(sentence)
    assert (place and (place[0] or "")) == gender


@pytest.mark.parametrize(
    ("language", "sentence", "gender"),
    [
        ("en", "In 1931 she left.", "she"),
        ("en", "In 1931, on a Monday, she left.", None),
        ("en", "In 1931 everyone in the old town by the sea knew that she left.", None),
        ("de", "Im Mai zog er um.", "he"),
        ("vi", "Năm 1931 bà ấy ra đi.", None),
    ],
)
def test_the_subject_behind_some_words(language: str, sentence: str, gender: str | None) -> None:
    place = PRONOUNS[language].find_inside(sentence)
    assert (place and place[0]) == gender
    assert place is None or sentence[place[1] : place[2]].lower() in {"she", "er"}


def test_every_pattern_compiles() -> None:
    for pronouns in PRONOUNS.values():
        assert pronouns.find("Xyz 123.") is None
        assert pronouns.find_inside("Xyz 123 xyz.") is None
