"""Terms near a word: those that letters lie between are found, whatever stands beside them, and no others."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from qa.index.segments.building import joined
from qa.index.segments.lexicon import MOST_TERMS, Lexicon, NamedTerm, select_nearest
from qa.text.stems import fold, term

WORDS = st.text(alphabet="abcdeé", min_size=1, max_size=9)


def make_lexicon(*names: str) -> Lexicon:
    return Lexicon(*joined([name.encode() for name in sorted({*names})]))


def find(lexicon: Lexicon, word: str, language: str = "en", most: int = 1) -> dict[str, int]:
    return {name: distance for distance, name in lexicon.find(word, language, most)}


def test_a_letter_left_out_put_in_changed_or_exchanged_with_its_neighbour_is_found() -> None:
    lexicon = make_lexicon("librari", "ticket", "museum", "de:museum", "harbour")
    assert find(lexicon, "libary") == {"librari": 1}
    assert find(lexicon, "tickeet") == find(lexicon, "tikcet") == find(lexicon, "tucket") == {"ticket": 1}
    assert find(lexicon, "musem") == {"museum": 1}
    assert find(lexicon, "musem", "de") == {"de:museum": 1}
    assert find(lexicon, "museum") == find(lexicon, "ship") == find(lexicon, "musem", "fr") == {}


def test_two_slips_are_found_where_two_are_looked_for() -> None:
    lexicon = make_lexicon("membership", "harbour", "museum")
    assert find(lexicon, "membreshp", most=2) == {"membership": 2}
    assert find(lexicon, "habuor", most=2) == {"harbour": 2}
    assert find(lexicon, "membreshp") == {}


def test_a_term_that_a_word_begins_with_is_further_away_than_any_slip() -> None:
    lexicon = make_lexicon("open", "opensourc", "opera", "of")
    assert find(lexicon, "opennig", most=1) == {"open": 2}
    assert find(lexicon, "opennig", most=2) == {"open": 3}
    assert find(lexicon, "offfice") == {}


def test_where_a_slip_has_another_ending_the_whole_word_is_compared() -> None:
    assert find(make_lexicon("focus"), "focys") == {"focus": 1}


def test_nothing_is_near_in_an_empty_list_and_to_a_word_of_any_length() -> None:
    assert find(make_lexicon(), "ticket") == find(make_lexicon("ticket"), "t" * 10_000, most=2) == {}


@given(st.lists(WORDS, max_size=30), WORDS)
def test_all_at_a_distance_of_one_are_found_and_none_that_is_further_away(names: list[str], word: str) -> None:
    near = find(make_lexicon(*(f"xx:{name}" for name in names)), word, "xx")
    stem, whole = term(word, "xx"), fold(word, "xx")
    for name in names:
        distance = OSA.distance(stem, name)
        if distance == 1 and len(max(name).encode()) <= len(max(stem).encode()):
            assert near[f"xx:{name}"] == 1
        elif distance > 1 and not whole.startswith(name):
            assert f"xx:{name}" not in near


def test_the_nearest_are_those_that_are_held_and_the_more_frequent_of_those_as_near() -> None:
    named = [NamedTerm(1, "b"), NamedTerm(1, "a"), NamedTerm(2, "c"), NamedTerm(1, "d"), NamedTerm(1, "b")]
    counts = {"a": 2, "b": 7, "c": 9, "d": 0}
    assert [near.name for near in select_nearest(named, counts)] == ["b", "a", "c"]
    many = [NamedTerm(1, str(n)) for n in range(20)]
    assert len(select_nearest(many, dict.fromkeys(map(str, range(20)), 1))) == MOST_TERMS


def test_the_letters_of_a_million_terms_take_four_bytes_each() -> None:
    lexicon = make_lexicon(*(f"{n:06}" for n in range(1_000)))
    assert lexicon._masks.dtype == lexicon._order.dtype == np.uint32
