"""The formulas of ranking: rarity and length count as they say, and scores stay in [0, 1]."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ranking.asked import question_pairs
from qa.ranking.formulas import DEFAULTS, by_size, hold_back, idf, pair_gains, with_pairs


@given(st.integers(1, 10_000), st.data())
def test_a_rarer_term_weighs_more(n_passages: int, data: st.DataObject) -> None:
    frequencies = np.sort(data.draw(st.lists(st.integers(0, n_passages), min_size=2, unique=True).map(np.array)))
    weights = idf(frequencies, n_passages)
    assert (weights > 0.0).all()
    assert (np.diff(weights) < 0.0).all()


def test_a_passage_of_mean_length_is_held_back_by_k1_and_a_longer_one_by_more() -> None:
    below = hold_back(np.array([0.5, 1.0, 2.0]), DEFAULTS)
    assert below[1] == pytest.approx(DEFAULTS.k1)
    assert below[0] < below[1] < below[2]


def test_languages_of_one_size_go_by_code() -> None:
    assert list(by_size({"fr": 2, "de": 2, "en": 3, "es": 0})) == ["en", "de", "fr"]


def test_a_pair_adds_once_what_its_two_words_weigh_and_not_across_passages() -> None:
    pairs, most = question_pairs("the old museum", {"en": 3}, {"the": 0.1, "old": 0.4, "museum": 0.5}, DEFAULTS)
    assert pairs == {
        ("the", "old"): pytest.approx(DEFAULTS.pair_weight * 0.5),
        ("old", "museum"): pytest.approx(DEFAULTS.pair_weight * 0.9),
    }
    assert most == pytest.approx(sum(pairs.values()))
    numbers = {"the": 0, "old": 1, "museum": 2}
    by_number = {(numbers[left], numbers[right]): gain for (left, right), gain in pairs.items()}
    words, starts = np.array([1, 2, 1, 2, 0, 1, 2, 0, 1]), np.array([0, 4, 5, 6, 9])
    gains = pair_gains(by_number, np.array([3, 0, 1, 2]), words, starts)
    assert gains == pytest.approx([pairs["the", "old"], pairs["old", "museum"], 0.0, 0.0])
    assert pair_gains({}, np.array([0, 1]), words, starts).tolist() == [0.0, 0.0]


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)), min_size=1))
def test_scores_with_pairs_are_in_range_and_nothing_without_a_shared_word(scored: list[tuple[float, float]]) -> None:
    by_words, gains = np.array(scored).T
    scores = with_pairs(by_words, gains, 1.0)
    assert ((scores >= 0.0) & (scores <= 1.0)).all()
    assert (scores[by_words == 0.0] == 0.0).all()
