"""The candidates of a sentence and their features."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.training import N_FOCUS_WEIGHTS, find_focus_candidates
from tests.qa.strategies import questions, texts

ASKING = st.one_of(
    st.sampled_from(["When?", "How many people?", "Who said so?", "Where is the museum?", "In what year?"]), questions()
)


@given(ASKING, texts)
def test_features_are_places_of_weights(question: str, sentence: str) -> None:
    found = find_focus_candidates(qa.Question(question), sentence)
    if found:
        n = len(found.places)
        assert found.tokens.shape == (n, 2)
        assert found.features.shape[0] == n
        assert found.features.min() >= 0
        assert found.features.max() < N_FOCUS_WEIGHTS
        assert (np.diff(found.features.min(axis=0)) > 0).all()  # each feature has weights of its own
        assert 0.0 <= found.coverage <= 1.0


def test_a_mark_may_stop_before_the_end_of_a_possessive() -> None:
    sentence = "It was Israel’s plan, for $1,400km or 21% at 9:30."
    found = find_focus_candidates(qa.Question("Whose plan was it?"), sentence)
    assert found is not None
    texts = {sentence[start:end] for start, end in found.places}
    assert {"Israel", "Israel’s plan", "$1,400km", "21%", "9:30"} <= texts
    assert "400km" not in texts
    assert "21" in texts
