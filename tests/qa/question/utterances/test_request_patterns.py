from __future__ import annotations

import pytest
import regex

from qa.question.utterances import request_patterns
from qa.question.utterances.request_patterns import ADD, LIBRARY, LIST, PLEASE, SUMMARY, SUMMARY_OF, WRITING

SPACE_UNESCAPED = regex.compile(r"(?<=[\p{L}?)])[ ](?=[\p{L}(])")


@pytest.mark.parametrize("name", request_patterns.__all__)
def test_every_pattern_is_one_and_matches_no_empty_text_but_for_politeness(name: str) -> None:
    compiled = regex.compile(getattr(request_patterns, name), 0 if name == "TOTAL" else regex.X)
    assert (compiled.fullmatch("") is not None) == (name == "PLEASE")


@pytest.mark.parametrize("pattern", [ADD, LIBRARY, LIST, PLEASE, SUMMARY, SUMMARY_OF, WRITING])
def test_no_space_is_lost_in_a_verbose_pattern(pattern: str) -> None:
    assert not SPACE_UNESCAPED.search(pattern)
