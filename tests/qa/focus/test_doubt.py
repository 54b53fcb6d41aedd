"""Marks that are taken away by rule: a section's number, one figure of several, another person, who is no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.focus import find_focus
from qa.focus.doubt import is_doubtful
from qa.question.question import Question

CREW = "Aboard: Lena Moss (captain), Omar Said (cook), Ida Blum (engineer)"
BIDS = "Bids came from Nordbau at EUR 71,000, Keller at EUR 64,250 and Ostheim at EUR 80,900."
BOAT = "The boat is 3 metres wide and 12 metres long."


def doubts(question: str, sentence: str, focus: str) -> bool:
    start = sentence.index(focus)
    return is_doubtful(Question(question), sentence, start, start + len(focus))


@pytest.mark.parametrize(
    ("question", "sentence", "focus"),
    [
        ("When is the deposit due?", "5.3 The deposit is due on signing.", "5.3"),
        ("When does the kiosk open?", "2. The kiosk opens on Sundays.", "2"),
        ("How many keys are handed out?", "Clause 7 Three keys are handed out.", "7"),
        ("How many keys are handed out?", "§ 12 Three keys are handed out.", "12 Three"),
        ("How wide is the boat?", BOAT, "3 metres wide and 12 metres long"),
        ("How much is Keller's bid?", BIDS, "Nordbau at EUR 71,000, Keller at EUR 64,250"),
        ("How much does the season card cost?", "Card: Season; Adult: 99.00; Child: 45.00.", "Card: Season"),
        ("Who bid EUR 64,250?", BIDS, "Nordbau"),
        ("Who pays for the lift?", "The owner pays for the lift every month.", "every month"),
        ("Who pays for the lift?", "The owner pays up to 200 euros for the lift.", "200 euros"),
        ("Who is the cook?", CREW, "Lena Moss"),
        ("Who is the harbour master?", "Piet Vos was harbour master until 2020.", "Piet Vos"),
        ("Who's the warden?", "The former warden Ada Brook lives in Kent.", "Ada Brook"),
    ],
)
def test_what_is_seen_to_be_wrong_is_doubted(question: str, sentence: str, focus: str) -> None:
    assert doubts(question, sentence, focus)
    place = find_focus(Question(question), sentence)
    assert place is None or sentence[slice(*place)] != focus


@pytest.mark.parametrize(
    ("question", "sentence", "focus"),
    [
        ("When is the deposit due?", "5.3 The deposit is due on signing.", "signing"),
        ("Which clause is about pets?", "5.3 Pets are welcome.", "5.3"),
        ("When did the mill burn?", "1931 The mill burnt down.", "1931"),
        ("How long is the boat?", BOAT, "12 metres long"),
        ("How long is the crossing?", "The crossing takes 2 hours and 30 minutes.", "2 hours and 30 minutes"),
        ("How many days does it take?", "It takes between 3 and 5 days.", "3 and 5 days"),
        ("How many rooms are there?", "There are no rooms.", "no"),
        ("Who bid EUR 64,250?", BIDS, "Keller"),
        ("Who is the cook?", CREW, "Omar Said"),
        ("Who is the harbour master?", "Since 2020 Ute Lang is harbour master.", "Ute Lang"),
        ("Who was harbour master in 2019?", "Piet Vos was harbour master until 2020.", "Piet Vos"),
        ("Who won?", "The 21-year-old Ada Brook won.", "21-year-old Ada Brook"),
    ],
)
def test_what_may_be_right_is_not(question: str, sentence: str, focus: str) -> None:
    assert not doubts(question, sentence, focus)


@given(st.text(max_size=60), st.text(max_size=80), st.data())
def test_any_text_is_judged(question: str, sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    assert is_doubtful(Question(question), sentence, start, end) in {True, False}
