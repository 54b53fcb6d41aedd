from __future__ import annotations

import pytest

from qa.text.function_words import FUNCTION_WORDS
from qa.text.languages.further_words import LISTS
from tests.qa.sentences_by_language import ASKED, TEXTS


@pytest.mark.parametrize("language", LISTS)
def test_a_list_has_the_words_that_its_language_does_not_do_without(language: str) -> None:
    words = LISTS[language].split()
    assert all(word == word.lower() for word in words)
    assert FUNCTION_WORDS[language] == {*words}
    assert len({*words}) >= 50
    for text in (TEXTS[language], ASKED[language]):
        assert len({*words} & {word.strip(".,?") for word in text.lower().split()}) >= 2


def test_no_list_is_given_twice() -> None:
    assert len(FUNCTION_WORDS) == len({frozenset(words) for words in FUNCTION_WORDS.values()})
