"""What speaks against a sentence, on hand-made ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

import qa
from qa.scoring.evidence import load_evidence_model
from qa.scoring.mismatch import MISMATCHES, OPPOSITES, describe_mismatch
from qa.scoring.term_weights import TermWeights
from tests.qa.strategies import documents, questions


def against(question: str, text: str, sentence: int = 0) -> dict[str, float]:
    """Return what speaks against a sentence of a document that is alone in its library."""
    library = qa.Library()
    library.add(qa.Document(id="d", text=text, title="-"))
    values = describe_mismatch(library.match(question), sentence, TermWeights.equal())
    assert values.shape == (len(MISMATCHES),)
    return dict(zip(MISMATCHES, values.tolist(), strict=True))


@given(documents(), questions())
def test_every_number_is_finite_and_counts_fit_together(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    found = library.match(question)
    for row in range(min(found.n, 5)):
        for weights in (TermWeights.equal(), load_evidence_model().term_weights):
            values = describe_mismatch(found, row, weights)
            assert values.shape == (len(MISMATCHES),)
            assert np.isfinite(values).all()
            of = dict(zip(MISMATCHES, values.tolist(), strict=True))
            assert -1e-9 <= of["missing_in_passage"] <= of["missing_around"] + 1e-9
            assert of["missing_around"] <= of["missing"] + 1e-9 <= of["terms"] + 2e-9
            assert of["names_missing_in_passage"] <= of["names_missing"] + 1e-9 <= of["names"] + 2e-9
            assert of["figures_missing_in_passage"] <= of["figures_missing"] + 1e-9 <= of["figures"] + 2e-9
            for kind in ("", "weight_", "names_", "figures_"):
                assert -1e-9 <= of[f"{kind}missing_with_above"] <= of[f"{kind}missing"] + 1e-9
                assert of[f"{kind}missing_in_passage"] <= of[f"{kind}missing_with_above"] + 1e-9
            assert of["opposites"] <= of["opposites_in_passage"]
            assert 0.0 <= of["longest_run"] <= 1.0


def test_nothing_speaks_against_the_question_itself() -> None:
    found = against("Smith founded the harbour in 1931", "Smith founded the harbour in 1931.")
    assert (found["terms"], found["missing"], found["weight_missing"], found["figures_missing"]) == (4, 0, 0, 0)
    assert (found["longest_run"], found["runs"], found["in_order"]) == (1.0, 1.0, 1.0)
    assert found["last_held_term"] == found["heaviest_held"] == found["third_heaviest_held"] == 1.0


def test_an_opposite_is_known() -> None:
    found = against("Who was the last king of Norway?", "Haakon was the first king of Norway. He won.")
    assert found["opposites"] == found["opposites_in_passage"] == 1
    assert found["narrowing_missing"] == 1
    elsewhere = against("Who may lose to the king of Norway?", "Haakon was the king of Norway. They win.")
    assert (elsewhere["opposites"], elsewhere["opposites_in_passage"]) == (0, 1)
    neither = against("Who was the last king of Norway?", "Haakon was the last king of Norway, not the first.")
    assert neither["opposites"] == 0


def test_opposites_go_both_ways() -> None:
    assert all(a in OPPOSITES[b] for a, others in OPPOSITES.items() for b in others)
    assert not any(a in others for a, others in OPPOSITES.items())
    assert OPPOSITES["north"] == {"south"}


@pytest.mark.parametrize("word", ["not", "never", "no", "without", "isn’t", "didn't"])
def test_negation_is_counted_on_both_sides(word: str) -> None:
    assert against("Who signed the treaty?", f"Norway {word} signed the treaty.")["negations"] == 1
    assert against("Who signed the treaty?", "Norway signed the treaty.")["negations"] == 0
    assert against(f"Who {word} signed the treaty?", "Norway signed the treaty.")["negations_of_question"] == 1


def test_names_and_figures_that_are_missing_are_counted() -> None:
    text = "Haakon founded the museum in 1931. Harald was there."
    found = against("What did Harald and Olav found in 1931 or 1942?", text)
    assert (found["names"], found["names_missing"], found["names_missing_in_passage"]) == (2, 2, 1)
    assert (found["figures"], found["figures_missing"], found["figures_missing_in_passage"]) == (2, 1, 1)


def test_what_is_missing_may_stand_beside_or_elsewhere() -> None:
    text = "The museum is old. It rains. The harbour is new. Nobody knows the castle."
    found = against("museum harbour castle volcano", text, sentence=3)
    assert found["terms"] == 4
    assert (found["missing"], found["missing_around"], found["missing_in_passage"]) == (3, 2, 1)
    assert found["weight_missing"] == pytest.approx(3 / 4)
    assert found["weight_missing_in_passage"] == pytest.approx(1 / 4)


def test_what_leads_to_a_sentence_and_the_headings_above_it_speak_for_it() -> None:
    text = "Harbour of Lund\n\nWhen can I fish in 1931?\n\nOnly in May. It is cold.\n\nThe museum is old."
    found = against("Can I fish in the harbour of Lund in 1931 or at the museum?", text)
    # fish, harbour, Lund, 1931, museum
    assert (found["terms"], found["missing"], found["missing_with_above"], found["missing_in_passage"]) == (5, 5, 1, 0)
    assert (found["names"], found["names_missing"], found["names_missing_with_above"]) == (1, 1, 0)
    assert (found["figures"], found["figures_missing"], found["figures_missing_with_above"]) == (1, 1, 0)
    assert found["weight_missing_with_above"] == pytest.approx(1 / 5)


def test_who_a_pronoun_stands_for_is_not_missing() -> None:
    text = "Maria Okafor founded the school. It is in the harbour. She left in 1931."
    found = against("When did Maria Okafor leave the school?", text, sentence=2)
    assert (found["names"], found["names_missing"], found["names_missing_with_above"]) == (2, 2, 0)
    beside = against("When did Maria Okafor leave the school?", text, sentence=1)
    assert beside["names_missing_with_above"] == 2


def test_broken_runs_and_order_are_told() -> None:
    text = "The harbour museum of Oslo."
    straight = against("harbour museum Oslo", text)
    turned = against("Oslo museum harbour", text)
    broken = against("harbour red museum blue Oslo", text)
    assert (straight["in_order"], turned["in_order"]) == (1.0, 0.0)
    assert (straight["runs"], broken["runs"]) == (1.0, 3.0)
    assert straight["longest_run"] == 1.0
    assert broken["longest_run"] == pytest.approx(1 / 5)


def test_what_a_question_does_not_have_is_minus_one() -> None:
    found = against("the harbour", "The harbour is old.")
    assert (found["heaviest_held"], found["second_heaviest_held"], found["third_heaviest_held"]) == (1.0, -1.0, -1.0)
    assert found["in_order"] == -1.0
    assert against("who is the", "This is who the cook is.")["last_held_term"] == -1.0
