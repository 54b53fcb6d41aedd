"""Synonyms count for each other, and no word for itself."""

from __future__ import annotations

from qa.text.languages.synonyms import LIKENESS, list_synonyms
from qa.text.stems import term


def test_synonyms_stand_for_each_other() -> None:
    for language in ("en", "de", "fr", "es", "it", "pt", "nl", "pl"):
        synonyms = list_synonyms(language)
        assert synonyms, language
        for name, others in synonyms.items():
            assert others, (language, name)
            assert name not in others
            assert all(name in synonyms[other] for other in others)


def test_words_of_offices_are_known_in_their_forms() -> None:
    assert term("warranties") in list_synonyms("en")[term("guaranteed")]
    assert term("Rückzahlung", "de") in list_synonyms("de")[term("erstatten", "de")]
    assert 0.0 < LIKENESS < 1.0


def test_a_language_without_a_list_has_none() -> None:
    assert list_synonyms("fi") == {}
