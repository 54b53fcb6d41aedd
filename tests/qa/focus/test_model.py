"""Which words of a sentence are marked as the answer."""

from __future__ import annotations

import io
from importlib import resources
from unicodedata import decomposition

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.focus import find_focus
from qa.training import N_FOCUS_WEIGHTS, FocusModel, find_focus_candidates
from tests.qa.strategies import questions, texts

ASKING = st.one_of(
    st.sampled_from(["When?", "How many people?", "Who said so?", "Where is the museum?", "In what year?"]), questions()
)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("When did Smith found the museum?", "Dr. J. R. Smith founded it in 1931.", "1931"),
        ("In what year was the harbour built?", "The harbour was built in 1842.", "1842"),
        ("How many ships use the harbour?", "Forty ships use the harbour each day.", "Forty"),
        ("Who proposed the ceasefire?", "A 21-day ceasefire was proposed by France.", "France"),
        ("What is the capital of Lebanon?", "Beirut, the capital of Lebanon, was bombed.", "Beirut"),
        ("Who wrote the report?", "The report was written by Ana Silva (born 1970).", "Ana Silva"),
    ],
)
def test_the_words_that_answer(question: str, sentence: str, expected: str) -> None:
    found = find_focus(qa.Question(question), sentence)
    assert found is not None
    assert sentence[slice(*found)] == expected


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Is it open?", "It opened in 1931."),  # asks for yes or no
        ("opening year museum", "It opened in 1931."),
        ("", "It opened in 1931."),
        ("When did the museum open?", "Rain is frequent in the hills above the village."),
        ("When did it open?", "1931."),  # all of it would say nothing
        ("When did it open?", ""),
        ("When did it open?", "?! …"),
        ("¿Cuándo se fundó el museo?", "El museo se fundó en 1931."),
        ("Wann wurde das Museum gegründet?", "Das Museum wurde 1931 gegründet."),
        ("博物館はいつ開館しましたか", "博物館は1931年に開館しました。"),
    ],
)
def test_none_when_unsure(question: str, sentence: str) -> None:
    assert find_focus(qa.Question(question), sentence) is None


def goes_on(sentence: str, place: int) -> bool:
    """Tell whether a word goes on at a place; what is raised or lowered, as in m², is none of it."""
    before, after = sentence[max(0, place - 1) : place], sentence[place : place + 1]
    raised = any(decomposition(each).startswith(("<super>", "<sub>")) for each in before + after)
    return before.isalnum() and after.isalnum() and not raised


@given(ASKING, texts)
def test_it_is_inside_the_sentence_and_ends_at_the_edges_of_words(question: str, sentence: str) -> None:
    found = find_focus_candidates(qa.Question(question), sentence)
    marked = find_focus(qa.Question(question), sentence)
    places = found.places if found else ()
    assert marked is None or marked in places
    for start, end in places:
        assert 0 <= start < end <= len(sentence)
        assert sentence[start].isalnum() or sentence[start] in "$£€"
        assert sentence[end - 1] not in " \n,;:!?()[]“”\"'’"
        assert not goes_on(sentence, start)
        assert not goes_on(sentence, end)
        assert not set('()[];“”"') & set(sentence[start:end])


@given(ASKING, texts, st.integers(0, 3))
def test_the_probability_is_one_whatever_the_weights(question: str, sentence: str, seed: int) -> None:
    found = find_focus_candidates(qa.Question(question), sentence)
    weights = np.random.default_rng(seed).normal(scale=3.0, size=N_FOCUS_WEIGHTS).astype(np.float32)
    model = FocusModel(weights, -2.0, (5.0, 1.0, 0.1, 0.2))
    if found:
        choice = model.choose(found)
        assert 0 <= choice.index < len(found.places)
        assert all(0.0 <= sign <= 1.0 + 1e-6 for sign in choice.signs[:2])
        assert 0.0 <= model.probability(choice) <= 1.0
        assert model.choose(found) == choice


def test_without_knowledge_the_candidate_that_shares_most_with_all_is_chosen() -> None:
    sentence = "It opened in 1931 again."
    found = find_focus_candidates(qa.Question("When?"), sentence)
    assert found is not None
    choice = FocusModel(np.zeros(N_FOCUS_WEIGHTS, dtype=np.float32)).choose(found)
    start, end = found.places[choice.index]
    lengths = [end - start for start, end in found.places]
    assert min(lengths) < end - start <= max(lengths)


def test_a_saved_model_is_the_same() -> None:
    weights = np.zeros(N_FOCUS_WEIGHTS, dtype=np.float32)
    weights[::7] = 0.5
    model = FocusModel(weights, -1.5, (2.0, 0.25, 0.5, 1.0), 0.4)
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        model.save(file)
        file.seek(0)
    assert files[0].getvalue() == files[1].getvalue()
    loaded = FocusModel.load(files[0])
    assert np.array_equal(loaded.weights, weights)
    assert (loaded.intercept, loaded.signs, loaded.threshold) == (-1.5, (2.0, 0.25, 0.5, 1.0), 0.4)


def test_a_model_that_does_not_fit_is_refused() -> None:
    damaged, other = io.BytesIO(b"PK\x03\x04 no archive"), io.BytesIO()
    np.savez(other, header=np.array([1, 0]), weights=np.zeros(3, dtype=np.float16), decision=np.zeros(4))
    other.seek(0)
    whole = resources.files("qa").joinpath("models", "focus.npz").read_bytes()
    zeros = io.BytesIO(whole[:200] + bytes(100) + whole[300:])
    for file in (io.BytesIO(), damaged, other, zeros, io.BytesIO(whole[:-10])):
        with pytest.raises(qa.LibraryError, match="model of the focus"):
            FocusModel.load(file)


def test_an_answer_carries_it_as_offsets_of_the_document(library: qa.Library, museum: qa.Document) -> None:
    quote = library.ask("When did Dr. Smith found the museum?", min_confidence=0.0).quotes[0]
    assert quote.focus is not None
    assert quote.focus.cut(museum) == "1931"
