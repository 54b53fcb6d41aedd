"""The value of a row that is asked for by its name, and none where that is not one alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.focus import find_focus
from qa.focus.cells import find_value
from qa.question.question import Question

ROOM = "Room: Attic; Beds: 2; Price: 80 euros; Price in July: 95 euros."
LINE = "Network: Kestrel, password: owl-7719"


@pytest.mark.parametrize(
    ("question", "sentence", "language", "value"),
    [
        ("How many beds has the attic room?", ROOM, "en", "2"),
        ("What is the price of the attic room?", ROOM, "en", "80 euros"),
        ("What is the price of the attic room in July?", ROOM, "en", "95 euros"),
        ("What is the network password?", LINE, "en", "owl-7719"),
        ("Wie viele Betten hat das Zimmer Turm?", "Zimmer: Turm; Betten: 3; Preis: 70 Euro.", "de", "3"),
        ("What does the attic room cost?", ROOM, "en", None),
        ("What is the price of the cellar?", "Room: Attic; Price: 80 euros.", "en", None),
        ("What is the price?", "Price in May: 70; Price in July: 95.", "en", None),
        ("Is the price of the attic room 80 euros?", ROOM, "en", None),
        ("What is the price?", "The price is 80 euros.", "en", None),
    ],
)
def test_the_value_of_the_name_that_is_asked_for(
    question: str, sentence: str, language: str, value: str | None
) -> None:
    asked = Question(question, language)
    place = find_value(asked, sentence)
    assert (sentence[slice(*place)] if place else None) == value
    if place:
        assert find_focus(asked, sentence) == place


@given(st.text(max_size=40), st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=5))
def test_a_value_lies_in_its_row_and_has_no_white_space_at_its_end(question: str, cells: list[tuple[str, str]]) -> None:
    row = "; ".join(f"{name}: {value}" for name, value in cells)
    place = find_value(Question(question), row)
    assert place is None or (0 < place[0] < place[1] <= len(row) and not row[place[1] - 1].isspace())
