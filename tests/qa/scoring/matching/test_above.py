"""What leads to a sentence and the headings above it. `test_features` compares the rest with a slow way."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.arrays import Floats
from qa.scoring.matching.above import Above, place_above
from qa.scoring.matching.passage_words import surfaces_of
from qa.text.stems import term
from tests.qa.strategies import documents

ASKED = ("parking", "harbour", "museum")


def hold(words: Collection[str], language: str) -> Floats:
    """Return which of the words asked for are among some terms."""
    return np.array([float(term(word, language) in words) for word in ASKED])


def place(*all_documents: qa.Document) -> tuple[list[str], Above]:
    """Return the sentences of documents that can be quoted, and what stands above them."""
    passages = [passage for document in all_documents for passage in qa.split(document)]
    texts = [passage.cut(*each) for passage in passages for each in passage.sentences]
    above = place_above(surfaces_of(passages), [passage.language for passage in passages], len(ASKED), hold)
    return texts, above


@given(documents())
def test_every_array_follows_the_sentences(given_documents: list[qa.Document]) -> None:
    texts, above = place(*given_documents)
    n = len(texts)
    for values in (above.lead, above.headings, above.nearest):
        assert values.shape == (n, len(ASKED))
        assert ((values >= 0.0) & (values <= 1.0)).all()
    assert {above.asking.shape, above.distance.shape, above.size.shape, above.together.shape} == {(n,)}
    assert (above.nearest <= above.headings).all()
    without = above.distance < 0
    assert not above.lead[without].any()
    assert not above.asking[without].any()
    assert not above.size[without].any()


def test_a_question_leads_to_its_answers() -> None:
    text = "How is the parking?\n\nIt is free. It is behind the hall.\n\nWhen does it close?\n\nAt nine."
    texts, above = place(qa.Document(text=text, language="en"))
    assert texts == ["It is free.", "It is behind the hall.", "At nine."]
    assert above.lead.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert above.asking.all()
    assert above.distance.tolist() == [0, 1, 0]
    assert above.size.tolist() == [1, 1, 1]
    assert above.together.tolist() == [False, True, False]


def test_a_line_with_a_colon_leads_and_asks_nothing() -> None:
    text = "Nobody came to us in May.\n\nGuests of the museum bring:\n- a towel\n- warm socks\n\nIt rains all day."
    texts, above = place(qa.Document(text=text, language="en"))
    assert texts[-3:] == ["a towel", "warm socks", "It rains all day."]
    assert above.lead[-3:, ASKED.index("museum")].tolist() == [1, 1, 0]
    assert not above.asking.any()
    assert above.distance[-3:].tolist() == [0, 1, -1]


def test_all_headings_count_and_the_nearest_by_itself() -> None:
    text = "Harbour\n\nParking\n\nFree on Sunday.\n\nFees\n\nFour euros."
    starts = [text.index(word) for word in ("Harbour", "Parking", "Fees")]
    headings = tuple((start, text.index("\n", start)) for start in starts)
    document = qa.Document(text=text, headings=headings, heading_levels=(1, 2, 2), language="en", title="-")
    texts, above = place(document)
    assert texts == ["Free on Sunday.", "Four euros."]
    assert above.headings.tolist() == [[1, 1, 0], [0, 1, 0]]
    assert above.nearest.tolist() == [[1, 0, 0], [0, 0, 0]]


def test_the_number_of_a_clause_parts_no_neighbours() -> None:
    texts, above = place(qa.Document(text="2.1 The harbour is open. It is deep.\n2.2 Boats pay.\n\nIt rains all day."))
    assert len(texts) == 4
    assert above.together[:3].tolist() == [False, True, True]


def test_documents_tell_nothing_of_each_other() -> None:
    asked = qa.Document(id="a", text="How is the parking?\n\nIt is free.", language="en")
    told = qa.Document(id="b", text="The hall is old.", language="en")
    texts, above = place(asked, told)
    assert texts == ["It is free.", "The hall is old."]
    assert above.distance.tolist() == [0, -1]
    assert above.lead.tolist() == [[1, 0, 0], [0, 0, 0]]
    assert above.together.tolist() == [False, False]


def test_without_sentences_there_is_nothing() -> None:
    above = place_above([], [], 3, hold)
    assert (above.lead.shape, above.headings.shape, above.nearest.shape) == ((0, 3), (0, 3), (0, 3))
    assert [len(values) for values in above[3:]] == [0, 0, 0, 0]
    texts, alone = place(qa.Document(text="Who is there?"))
    assert texts == []
    assert alone.lead.shape == (0, 3)


@pytest.mark.parametrize(("language", "text"), [("de", "Wie ist das parking?"), ("zh", "parking 多少钱？")])
@given(last=st.sampled_from(["14.", "Nine!"]))
def test_questions_of_other_languages_lead_too(language: str, text: str, last: str) -> None:
    texts, above = place(qa.Document(text=f"{text}\n\n{last}", language=language))
    assert texts == [last]
    assert above.asking.tolist() == [True]
    assert above.lead[0, 0] == 1.0
