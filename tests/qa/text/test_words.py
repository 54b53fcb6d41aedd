"""Words as they are written, and where."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from qa.text.terms import terms
from qa.text.words import (
    _APART,
    _LEVEL_TOKEN,
    _LEVEL_WORD,
    _PLAIN,
    _PLAIN_WORD,
    _TOKEN,
    _WORD,
    RAISED,
    find_word_spans,
    places,
    words,
)
from tests.qa.strategies import texts

plain = [character for character in map(chr, range(0x3000)) if _PLAIN.fullmatch(character)]


@given(texts)
def test_words_are_found_where_the_pattern_finds_them(text: str) -> None:
    """The simple version: one pattern for every script, which says itself where a word stands."""
    assert words(text) == [match.group() for match in _WORD.finditer(text)]
    assert places(text, words(text)) == [match.span() for match in _WORD.finditer(text)]


def test_letters_and_figures_are_the_same_in_both_patterns() -> None:
    assert {"a", "Z", "0", "é", "Œ", "’", "–", " "} <= set(plain)
    for character in plain:
        for text in (character, f"{character}.{character}.", f"1{character}2", f"a’{character}", f"{character}s"):
            assert _PLAIN_WORD.findall(text) == _WORD.findall(text), f"U+{ord(character):04X}"


@given(st.text(st.sampled_from([*"aBv1.,'’ -_#+", *plain])))
def test_the_quicker_pattern_finds_the_same_words(text: str) -> None:
    assert _PLAIN_WORD.findall(text) == _WORD.findall(text)


@given(st.text(st.sampled_from("aBCv12.#+ -’éжС")))
def test_signs_and_versions_are_told_apart_in_every_script(text: str) -> None:
    assert words(text) == _WORD.findall(text)
    assert all(word.rstrip("+#")[-1:].isalnum() and word in text for word in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C, C# or C++?", ["C", "C#", "or", "C++"]),
        ("C++11, g++ and F#.", ["C++", "11", "g++", "and", "F#"]),
        ("issue #12, a#b, AB#, 5++, x+y", ["issue", "12", "a", "b", "AB", "5", "x", "y"]),
        ("v2.4.1, V10.0, rev2.1 and v2", ["v", "2.4.1", "V", "10.0", "rev2", "1", "and", "v2"]),
        ("С++ и ж#", ["С++", "и", "ж#"]),
    ],
)
def test_a_sign_belongs_to_its_letter_and_a_version_to_its_figures(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [text[start:end] for start, end in places(text, words(text))] == expected
    assert len({*terms("C C# C++")}) == 3
    assert terms("v2.4.1") == ["v", *terms("2.4.1")]


@given(texts)
def test_texts_on_one_level_have_the_same_words_by_the_simpler_patterns(text: str) -> None:
    level = _APART.sub("", text)
    assert _LEVEL_WORD.findall(level) == _WORD.findall(level)
    assert [match.span() for match in _LEVEL_TOKEN.finditer(level)] == [
        match.span() for match in _TOKEN.finditer(level)
    ]


raised = st.text(st.sampled_from("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇⁿ"), min_size=1, max_size=3)
level_words = st.sampled_from(
    "41,300 1931 4.5 population Bevölkerung население U.S. Israel’s 10 ½ naïve نهر नदी 한강".split()
)


@given(level_words, raised)
def test_a_raised_mark_is_no_part_of_the_word_before_it(word: str, mark: str) -> None:
    assert words(f"{word}{mark} people") == [word, mark, "people"]
    assert terms(f"{word}{mark}")[0] == terms(word)[0]
    spans = [f"{word}{mark}"[start:end] for start, end in find_word_spans(f"{word}{mark}")]
    assert spans == [*(word[start:end] for start, end in find_word_spans(word)), mark]


@given(
    st.sampled_from(["H", "CO", "C", "NaHSO", "x", "ду"]),
    st.text(st.sampled_from("₀₁₂₃₄₅₆₇₈₉"), min_size=1, max_size=3),
)
def test_lowered_figures_belong_to_their_letters(letters: str, lowered: str) -> None:
    plain = lowered.translate({0x2080 + figure: str(figure) for figure in range(10)})
    assert words(f"{letters}{lowered} {letters}{lowered}O") == [f"{letters}{lowered}", f"{letters}{lowered}O"]
    assert terms(f"{letters}{lowered}") == terms(f"{letters}{plain}")
    assert terms(f"12{lowered}") == ["12", plain]


@pytest.mark.parametrize(
    ("unit", "plain"), [("m²", "m2"), ("km²", "km2"), ("cm³", "cm3"), ("ft²", "ft2"), ("x²", "x2"), ("45m²", "45m2")]
)
def test_the_square_of_a_unit_is_found_by_its_plain_form(unit: str, plain: str) -> None:
    assert terms(f"of {unit} here") == terms(f"of {plain} here")
    assert [f"of {unit}"[start:end] for start, end in find_word_spans(f"of {unit}")] == ["of", unit]


@given(texts)
def test_no_word_holds_figures_of_two_levels(text: str) -> None:
    for start, end in [*find_word_spans(text), *places(text, words(text))]:
        assert not regex.search(rf"\p{{Nd}}[{RAISED}₀-₉]|[{RAISED}]\p{{Nd}}", text[start:end])
