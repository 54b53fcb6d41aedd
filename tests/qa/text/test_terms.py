"""Terms of a text, and which of its words are content words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.stems import fold, term
from qa.text.terms import find_content_words, find_light_terms, terms, tokens
from tests.qa.languages import SAMPLES
from tests.qa.strategies import texts

languages = st.sampled_from([*SAMPLES, "fr", "fa", "ja", "ko", "th", "und"])


@given(texts, languages)
def test_tokens_are_the_terms_with_their_places(text: str, language: str) -> None:
    found = tokens(text, language)
    assert [name for name, _, _ in found] == terms(text, language)
    for name, start, end in found:
        assert term(text[start:end], language) == name
    assert all(before[2] <= after[1] for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("word", "same_as"),
    [
        ("Displaced", "displacement"),
        ("CAFÉ", "cafe"),
        ("U.S.", "US"),
        ("1,400", "1400"),
        ("Israel’s", "Israel"),
        ("Israel's", "israel"),
        ("ＡＢＣ", "abc"),
        ("ﬁne", "fine"),
        ("STRASSE", "straße"),
        ("e\u0301te", "été"),
    ],
)
def test_forms_that_are_one_term(word: str, same_as: str) -> None:
    assert term(word) == term(same_as)


@pytest.mark.parametrize(("word", "other"), [("1.5", "15"), ("1,40", "140"), ("कि", "की")])
def test_forms_that_are_not(word: str, other: str) -> None:
    assert term(word) != term(other)


def test_fold_keeps_what_distinguishes() -> None:
    assert fold("3.5") == "3.5"
    assert fold("किताब") == "किताब"


def test_scripts_without_spaces_give_a_term_a_character() -> None:
    assert terms("東京タワー") == ["東", "京", "タ", "ワ", "ー"]


def test_words_that_only_ask_are_light_in_the_question_s_language_and_the_passage_s() -> None:
    light = find_light_terms("Wann war the war?", "en", "de")
    assert {"war", "wann", "the"} <= light
    assert "war" not in find_light_terms("When was the war?", "en", "en")


def test_content_words_go_by_the_language() -> None:
    assert find_content_words("Wer gründete das Museum?", "de") == ["gründete", "Museum"]
    assert find_content_words("¿Quién fundó el museo?", "es") == ["fundó", "museo"]
    assert find_content_words("Кто основал музей?", "ru") == ["основал", "музей"]
    assert find_content_words("من أسس المتحف؟", "ar") == ["أسس", "المتحف"]
    assert find_content_words("संग्रहालय किसने बनाया?", "hi") == ["संग्रहालय", "बनाया"]


def test_content_words_are_as_typed_and_once() -> None:
    assert find_content_words("What did the Museums say about the museum?") == ["Museums"]
    assert find_content_words("   ") == find_content_words("the of and") == []
