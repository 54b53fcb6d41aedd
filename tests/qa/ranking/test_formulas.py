"""The formulas of ranking: weights sum to 1, rarity and length count as they say, and scores stay in [0, 1]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ranking.formulas import (
    DEFAULTS,
    by_size,
    carried_terms,
    hold_back,
    idf,
    pair_gains,
    question_pairs,
    question_weights,
    with_pairs,
)

SIZES = {"en": 40, "de": 10}
COUNTS = {"museum": 10, "harbour": 2, "the": 40, "de:museum": 1, "de:haus": 3}
WORDS = ["museum", "harbour", "the", "Haus", "volcano"]


class Counted:
    """A collection of which only the counts are known."""

    def __init__(self, languages: Mapping[str, int] = SIZES) -> None:
        self.languages = languages

    def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
        return np.array([COUNTS.get(name, 0) for name in names], dtype=np.int64)


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
def test_weights_are_of_known_terms_and_sum_to_one_in_the_language_that_knows_most(question: str) -> None:
    names, weights = question_weights(question, Counted({"en": 40}), DEFAULTS)
    assert set(names) <= set(COUNTS)
    assert weights.tolist() == sorted(weights, reverse=True)
    assert weights.sum() == (pytest.approx(1.0) if names else 0.0)


def test_terms_in_another_language_than_the_question_weigh_less() -> None:
    names, weights = question_weights("Where is the museum?", Counted(), DEFAULTS)
    weight = dict(zip(names, weights.tolist(), strict=True))
    assert set(weight) == {"museum", "the", "de:museum"}
    alone, _ = question_weights("Where is the museum?", Counted({"en": 40}), DEFAULTS)
    assert alone == ["museum", "the"]


def test_a_collection_without_passages_weighs_nothing() -> None:
    names, weights = question_weights("Where is the museum?", Counted({}), DEFAULTS)
    assert (names, weights.tolist()) == ([], [])


def test_a_word_that_was_carried_over_weighs_what_it_counts_for() -> None:
    typed = dict(zip(*question_weights("museum harbour", Counted({"en": 40}), DEFAULTS), strict=True))
    carried = dict(
        zip(*question_weights("museum harbour", Counted({"en": 40}), DEFAULTS, {"museum": 0.5}), strict=True)
    )
    assert carried["museum"] / carried["harbour"] == pytest.approx(0.5 * typed["museum"] / typed["harbour"])


@given(st.dictionaries(st.sampled_from(["museum", "museums", "harbour"]), st.floats(0.01, 1.0)))
def test_of_several_words_with_one_term_the_heaviest_counts(carried: dict[str, float]) -> None:
    counted = carried_terms(carried, "en")
    assert max(counted.values(), default=0.0) == max(carried.values(), default=0.0)
    assert set(counted.values()) <= set(carried.values())


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
