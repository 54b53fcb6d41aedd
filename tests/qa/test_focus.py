from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.focus import find_focus
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("When did Smith found the museum?", "Dr. J. R. Smith founded it in 1931.", "1931"),
        ("How long was the proposed ceasefire?", "The plan was for 21 days of quiet.", "21 days"),
        ("What does a ticket cost?", "Tickets cost €14.", "€14"),
        ("How many people have been displaced?", "More than 1,400 died and 1 million fled.", None),
        ("Who is the minister?", "the minister is Yoav Gallant.", "Yoav Gallant"),
        ("Why did they leave?", "They left because of rain.", None),
        ("Is it open?", "It opened in 1931.", None),
        ("When did it open?", "Nobody knows.", None),
    ],
)
def test_the_only_words_of_the_kind_asked_for(question: str, sentence: str, expected: str | None) -> None:
    found = find_focus(question, sentence)
    assert (sentence[slice(*found)] if found else None) == expected


@given(st.sampled_from(["When?", "How many?", "Who?", "Where?", "How long?"]), texts)
def test_it_is_inside_the_sentence(question: str, sentence: str) -> None:
    found = find_focus(question, sentence)
    assert found is None or 0 <= found[0] < found[1] <= len(sentence)


def test_an_answer_carries_it_as_offsets_of_the_document(library: qa.Library, museum: qa.Document) -> None:
    quote = library.ask("When did Dr. Smith found the museum?", min_confidence=0.0).quotes[0]
    assert quote.focus is not None
    assert quote.focus.cut(museum) == "1931"
