"""What is looked for when a question is asked: weights sum to 1, and a synonym weighs less than the word itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.ranking.asked import carried_terms, list_sought, question_weights
from qa.ranking.formulas import DEFAULTS, column_name

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


def test_synonyms_weigh_less_than_the_word_and_as_the_commoner_of_the_two() -> None:
    class Warranties(Counted):
        def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
            return np.array([{"warranti": 4, "guarante": 2}.get(name, 0) for name in names], dtype=np.int64)

    weight = dict(zip(*question_weights("Which guarantee?", Warranties({"en": 40}), DEFAULTS), strict=True))
    assert 0.0 < weight["warranti"] < DEFAULTS.synonym_weight * weight["guarante"]
    both = dict(zip(*question_weights("guarantee warranty", Warranties({"en": 40}), DEFAULTS), strict=True))
    assert both["warranti"] < both["guarante"], "it is commoner"
    assert both["warranti"] > weight["warranti"], "it is asked for itself"


@given(st.lists(st.sampled_from([*WORDS, "guarantee", "10", "ten", "Wi-Fi"]), max_size=6).map(" ".join))
def test_whatever_weighs_is_listed_as_sought(question: str) -> None:
    class All(Counted):
        def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
            return np.ones(len(names), dtype=np.int64)

    names, _ = question_weights(question, All(), DEFAULTS)
    sought = [[column_name(name, code) for name in list_sought(question, code)] for code in SIZES]
    assert set(names) <= set().union(*sought)
    assert all(len(set(each)) == len(each) for each in sought)


@pytest.mark.parametrize("carried", [{}, {"fee": 0.5}])
def test_a_word_of_the_question_that_is_a_synonym_of_another_counts_once(carried: dict[str, float]) -> None:
    class All(Counted):
        def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
            return np.ones(len(names), dtype=np.int64)

    for question in ("Must I, or is it required?", "price fee"):
        names, weights = question_weights(question, All({"en": 40}), DEFAULTS, carried)
        assert len(set(names)) == len(names)
        assert weights.sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many weeks does it take? 10?", "It takes ten weeks."),
        ("Is there a warranty?", "The guarantee is for life."),
        ("Wie viel Urlaub gibt es?", "Die Ferien der Mitarbeiter dauern im Jahr 30 Tage und werden im Herbst geplant."),
        ("When is the gym open on Monday?", "Mon: 9-17"),
    ],
)
def test_a_passage_with_nothing_but_synonyms_is_found(question: str, text: str) -> None:
    with qa.Library() as library:
        library.add(qa.Document(id="it", text=text), qa.Document(id="other", text="Nothing of this."))
        assert [hit.passage.document_id for hit in library.search(question, 1)] == ["it"]
