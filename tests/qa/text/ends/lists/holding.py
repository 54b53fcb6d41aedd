"""What every list of abbreviations keeps to."""

from __future__ import annotations

from collections.abc import Mapping

from qa.text.ends.calendar import SHORT_DAYS, SHORT_MONTHS

KINDS = {"title", "before", "number", "after", "name", "limit", "end", "word"}


def check(lists: Mapping[str, Mapping[str, str]]) -> None:
    """Fail unless kinds are known, no word ends by a full stop, and each that is a word as well is in another kind."""
    for language, words_by_kind in lists.items():
        assert set(words_by_kind) <= KINDS, language
        for kind, words in words_by_kind.items():
            assert words.split() == list(dict.fromkeys(words.split())), (language, kind)
            assert not [word for word in words.split() if word.endswith(".") or ".." in word], (language, kind)
        known = {word.lower() for kind, words in words_by_kind.items() if kind != "word" for word in words.split()}
        known |= {word.lower() for names in (SHORT_DAYS, SHORT_MONTHS) for word in names.get(language, ())}
        assert {word.lower() for word in words_by_kind.get("word", "").split()} <= known, language
