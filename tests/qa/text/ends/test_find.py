"""Where sentences end within a line, in many languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.text.ends import find
from qa.text.ends.find import find_ends
from qa.text.ends.following import Following, look_at
from tests.qa.hostile import HOSTILE
from tests.qa.strategies import texts
from tests.qa.text.ends.texts import TEXTS

LINES = [(language, line.strip()) for language, lines in TEXTS.items() for line in lines.strip().split("\n")]


def parted(text: str, language: str) -> list[str]:
    edges = [0, *find_ends(text, language), len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


@pytest.mark.parametrize(("language", "marked"), LINES)
def test_sentences_end_where_a_reader_sees_them_end(language: str, marked: str) -> None:
    assert parted(marked.replace("¶", ""), language) == [part.strip() for part in marked.split("¶")]


@pytest.mark.parametrize(("language", "marked"), LINES)
def test_nothing_changes_with_another_space(language: str, marked: str) -> None:
    text = marked.replace("¶", "")
    assert find_ends(text.replace(" ", "  "), language) is not None
    assert len(find_ends(f"{text} ", language)) in {marked.count("¶"), marked.count("¶") + 1}


@settings(max_examples=200)
@given(texts.map(lambda text: " ".join(text.split())), st.sampled_from([*TEXTS, "und", "th", "hy", "fa", "he"]))
def test_ends_ascend_within_the_text_and_never_stand_before_lower_case(text: str, language: str) -> None:
    ends = find_ends(text, language)
    assert ends == sorted(set(ends))
    assert all(0 < end < len(text) for end in ends)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "de", "zh", "hi"])
def test_hostile_text_is_gone_through_once(name: str, language: str) -> None:
    text = " ".join(HOSTILE[name](20_000).split())
    assert all(0 < end < len(text) for end in find_ends(text, language))


@pytest.mark.parametrize("language", TEXTS)
def test_no_sentence_ends_within_a_number_an_address_or_before_lower_case(language: str) -> None:
    for text in ["3.5", "1.000,50", "12.05.2025", "10.30", "v2.0.1", "pool.org", "a.b@c.de", "Oh! said he", "etc. and"]:
        assert find_ends(f"x {text} y", language) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_each_mark_is_judged_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that twice as much text is twice as much work: what is looked at around a mark has bounds."""
    judged: list[int] = []

    def look(text: str, at: int) -> Following:
        judged.append(at)
        return look_at(text, at)

    monkeypatch.setattr(find, "look_at", look)
    text = " ".join(HOSTILE[name](20_000).split())
    find_ends(text, "en")
    assert len(judged) <= sum(map(text.count, ".!?…"))
