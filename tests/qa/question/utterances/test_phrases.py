from __future__ import annotations

import pytest

from qa.question.utterances.chat import is_chat
from qa.question.utterances.phrases import PHRASES


@pytest.mark.parametrize("language", PHRASES)
def test_every_phrase_is_chit_chat_by_itself_and_after_another(language: str) -> None:
    for phrase in PHRASES[language].split("|"):
        assert is_chat(phrase.strip()), phrase
        assert is_chat(f"ok {phrase.strip()}!"), phrase
        assert phrase.strip() == phrase.strip().lower()


def test_no_phrase_is_a_topic_of_another_language() -> None:
    known = {phrase.strip() for text in PHRASES.values() for phrase in text.split("|")}
    assert known.isdisjoint("legal help test top fine nice show super grande klasse".split())
