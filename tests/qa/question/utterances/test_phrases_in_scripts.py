from __future__ import annotations

import pytest

from qa.question.utterances.chat import is_chat
from qa.question.utterances.phrases_in_scripts import PHRASES_IN_SCRIPTS


@pytest.mark.parametrize("language", PHRASES_IN_SCRIPTS)
def test_every_phrase_is_chit_chat_by_itself_and_after_another(language: str) -> None:
    for phrase in PHRASES_IN_SCRIPTS[language].split("|"):
        assert is_chat(phrase.strip()), phrase
        assert is_chat(f"ok {phrase.strip()}!"), phrase
        assert phrase.strip() == phrase.strip().lower()
