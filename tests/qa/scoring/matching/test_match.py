"""The words of a question beside the sentences that were found for it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

import qa
from qa.scoring.matching.match import Match
from qa.text.languages.synonyms import LIKENESS
from tests.qa.strategies import documents, questions


@given(documents(), questions())
def test_every_array_follows_the_sentences(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    match = library.match(question)
    n, m = match.n, len(match.query.names)
    above = match.above
    places = (above.lead, above.headings, match.before, match.after, match.elsewhere)
    for array in (match.counts, match.exact, match.alike, match.soft, above.nearest, *places):
        assert array.shape == (n, m)
        assert ((array >= 0.0) & (array <= 1.0)).all() or array is match.counts
    assert match.spoken.shape == (n,)
    assert (above.nearest <= above.headings).all()
    assert ((match.soft >= 0.0) & (match.soft <= 1.0)).all()
    assert (match.soft <= match.elsewhere).all()
    assert not ((match.exact > 0.0) & (match.alike > 0.0)).any()
    nowhere = 1.0 - match.soft
    for place in places:
        nowhere = nowhere * (1.0 - place)
    assert np.isclose(sum(match.blocks()), 1.0 - nowhere).all()


def test_a_sentence_is_found_by_its_place(library: qa.Library) -> None:
    match = library.match("Who founded the museum?")
    for row in range(match.n):
        passage = match.hits[match.passage[row]].passage
        assert match.row(qa.Span(passage.document_id, *passage.sentences[match.place[row]])) == row
    with pytest.raises(StopIteration):
        match.row(qa.Span("museum", 1, 2))


def test_neighbours_are_those_of_the_same_passage() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="The harbour is old. It rains."), qa.Document(id="b", text="A harbour."))
    match = library.match("harbour")
    of = {
        (match.hits[p].passage.document_id, s): k
        for k, (p, s) in enumerate(zip(match.passage, match.place, strict=True))
    }
    harbour = match.query.names.index("harbour")
    assert match.before[of["a", 1], harbour] == 1.0
    assert match.before[of["b", 0], harbour] == match.after[of["a", 0], harbour] == 0.0


def see(question: str, text: str, *, title: str = "-", language: str = "en") -> dict[str, tuple[Match, int]]:
    """Return the match of a question and one document, by the text of each of its sentences."""
    library = qa.Library(trained=False)
    library.add(qa.Document(id="d", text=text, title=title, language=language))
    match = library.match(question)
    passage = [match.hits[number].passage for number in match.passage.tolist()]
    rows = enumerate(zip(passage, match.place.tolist(), strict=True))
    return {own.cut(*own.sentences[place]): (match, row) for row, (own, place) in rows}


def held(match: Match, row: int, values: np.ndarray, language: str = "en") -> dict[str, float]:
    """Return what is held of each term of the question, without those of which nothing is."""
    named = zip(match.query.forms[language], values[row].tolist(), strict=True)
    return {name: value for name, value in named if value}


def test_the_question_that_a_sentence_answers_holds_its_words() -> None:
    found = see("Is there parking for bicycles?", "Where can I leave my bicycle?\n\nBehind the hall.\n\nIt rains.")
    match, row = found["Behind the hall."]
    assert held(match, row, match.above.lead)["bicycl"] == 1.0
    assert (match.above.asking[row], match.above.distance[row]) == (True, 0)
    assert "Where can I leave my bicycle?" not in found


def test_synonyms_count_less_than_the_word_itself() -> None:
    found = see("What is the fee?", "The fee is 4 euros. The price is 4 euros. The door is red.")
    soft = {text: held(match, row, match.soft).get("fee") for text, (match, row) in found.items()}
    assert soft == {"The fee is 4 euros.": 1.0, "The price is 4 euros.": LIKENESS, "The door is red.": None}
    german = see("Welche Gebühr in Euro zahle ich?", "Der Preis beträgt 4 Euro. Es regnet.", language="de")
    match, row = german["Der Preis beträgt 4 Euro."]
    assert LIKENESS in held(match, row, match.alike, "de").values()


def test_who_a_pronoun_stands_for_comes_before_its_sentence() -> None:
    text = "Maria Okafor founded the school. The roof leaks. She left in 1931."
    found = see("When did Maria Okafor leave?", text)
    match, row = found["She left in 1931."]
    assert match.spoken[row]
    assert {"maria", "okafor"} <= held(match, row, match.before).keys()
    match, row = found["The roof leaks."]
    assert not match.spoken[row]


def test_neighbours_under_another_lead_tell_nothing() -> None:
    text = "Who owns the boat?\n\nA club does.\n\nWho owns the harbour?\n\nThe town does."
    found = see("Does the town or a club own the harbour?", text)
    match, row = found["A club does."]
    assert not held(match, row, match.after)
    match, row = found["The town does."]
    assert not held(match, row, match.before)
    numbered = see("harbour boat", "2.1 The harbour is open.\n2.2 It is deep.\n\nA boat came.")
    match, row = numbered["2.2 It is deep."]
    assert "harbour" in held(match, row, match.before)


def test_a_hyphened_word_above_counts_as_one() -> None:
    found = see("Is there wifi?", "Does the hall have Wi-Fi?\n\nYes, for guests.\n\nIt rains.")
    match, row = found["Yes, for guests."]
    assert held(match, row, match.above.lead)["wifi"] == 1.0
