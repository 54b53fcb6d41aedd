from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.function_words import FUNCTION_WORDS
from qa.text.stems import fold, function_terms, is_function_word, term
from qa.text.terms import terms
from tests.qa.strategies import WORDS, texts

LANGUAGES = [*FUNCTION_WORDS, "ko", "und"]


@pytest.mark.parametrize(
    ("language", "word", "same_as"),
    [
        ("de", "Häuser", "Haus"),
        ("de", "STRASSE", "Straße"),
        ("de", "Muenchen", "München"),
        ("de", "gegründet", "GEGRÜNDETE"),
        ("es", "información", "informaciones"),
        ("es", "informacion", "información"),
        ("es", "NIÑOS", "niño"),
        ("ru", "книгами", "Книга"),
        ("ru", "ёлка", "елки"),
        ("ru", "Росси́я", "России"),
        ("ar", "الكتاب", "كتاب"),
        ("ar", "والكتاب", "كتاب"),
        ("ar", "كِتَابٌ", "كتاب"),
        ("ar", "أحمد", "احمد"),
        ("ar", "٣٫٥", "3.5"),
        ("hi", "किताबें", "किताबों"),
        ("hi", "ज़मीन", "जमीन"),
        ("hi", "१९३१", "1931"),
        ("fr", "l’université", "universités"),
        ("fr", "d'Italie", "Italie"),
        ("it", "dell'acqua", "acqua"),
        ("fa", "می‌روم", "میروم"),
        ("tr", "ISPARTA", "ısparta"),
        ("el", "Άνθρωπος", "ανθρώπου"),
        ("sv", "böckerna", "böcker"),
        ("zh", "ＡＢ", "ab"),
    ],
)
def test_forms_that_are_one_term(language: str, word: str, same_as: str) -> None:
    assert term(word, language) == term(same_as, language)


@pytest.mark.parametrize(
    ("language", "word", "other"), [("ru", "мой", "мои"), ("ar", "ولد", "لد"), ("hi", "कि", "की"), ("fr", "lui", "ui")]
)
def test_forms_that_are_not(language: str, word: str, other: str) -> None:
    assert fold(word, language) != fold(other, language)


def test_each_language_has_its_own_function_words() -> None:
    assert is_function_word("WAR", "de")
    assert not is_function_word("war", "en")
    assert is_function_word("Qué", "es")
    assert is_function_word("qu’il", "fr")
    assert function_terms("ko") == frozenset()
    assert not is_function_word("the", "ko")


@pytest.mark.parametrize("language", FUNCTION_WORDS)
def test_the_terms_of_function_words_are_those_of_the_words(language: str) -> None:
    assert function_terms(language) == {term(word, language) for word in FUNCTION_WORDS[language]}


@given(st.one_of(st.sampled_from(WORDS), texts), st.sampled_from(LANGUAGES))
def test_a_word_always_has_a_term_and_the_same_one(word: str, language: str) -> None:
    assert term(word, language) == term(word, language)
    assert bool(term(word, language)) == bool(word)


@pytest.mark.parametrize("language", FUNCTION_WORDS)
def test_function_words_are_single_words_in_lower_case(language: str) -> None:
    for word in FUNCTION_WORDS[language]:
        assert word == word.lower()
        assert len(terms(word, language)) == 1, word
        assert fold(word, language)
