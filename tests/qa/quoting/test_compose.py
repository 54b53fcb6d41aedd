"""What becomes of scored sentences: which are one quote, which disagree, and in what order they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.quoting import compose as composing
from qa.types import Evidence
from tests.qa.strategies import documents, questions

MARK = r"\A\s*(?:[-*+•‣◦▪–—·]|\(?(?:\d{1,3}|[^\W\d_])[.)])\s+\Z"
TICKET = "What does a ticket cost?"


def asked(question: str, *given_documents: qa.Document, most: int = 3) -> qa.Answer:
    library = qa.Library()
    library.add(*given_documents)
    return library.ask(question, min_confidence=0.0, max_quotes=most)


def test_a_fact_of_two_sources_is_quoted_once_and_both_are_cited() -> None:
    guide = qa.Document(id="guide", text="The café is closed.\nTickets cost €14.", title="Guide", source="guide.txt")
    leaflet = qa.Document(id="leaflet", text="Welcome. A ticket costs €14!", title="Leaflet", source="leaflet.txt")
    answer = asked(TICKET, guide, leaflet)
    (quote,) = answer.quotes
    (place,) = quote.also
    assert {quote.document_id, place.document_id} == {"guide", "leaflet"}
    cited = {quote.document_id: quote, place.document_id: place}
    assert cited["guide"].text == "Tickets cost €14."
    assert (cited["guide"].line, cited["guide"].title, cited["guide"].source) == (2, "Guide", "guide.txt")
    assert cited["leaflet"].text == "A ticket costs €14!"
    assert cited["leaflet"].sha256 == leaflet.sha256
    assert answer.runner_up is None or answer.runner_up.span not in {quote.span, place.span}


def test_a_fact_that_one_document_repeats_is_cited_at_both_places() -> None:
    (quote,) = asked(TICKET, qa.Document(id="d", text="Tickets cost €14. The café is closed. Tickets cost €14.")).quotes
    assert {(place.document_id, place.start) for place in (quote, *quote.also)} == {("d", 0), ("d", 38)}


def test_at_most_ten_other_places_are_cited() -> None:
    copies = [qa.Document(id=f"d{n:02}", text="Tickets cost €14.") for n in range(30)]
    library = qa.Library()
    library.add(*copies)
    (quote,) = library.ask(TICKET, k=30, min_confidence=0.0).quotes
    assert [place.document_id for place in (quote, *quote.also)] == [f"d{n:02}" for n in range(11)]


def test_sources_that_disagree_are_both_quoted_and_say_so() -> None:
    answer = asked(
        TICKET,
        qa.Document(id="blog", text="Nobody reads this. Tickets cost €16. So it is."),
        qa.Document(id="guide", text="Tickets cost €14."),
        qa.Document(id="leaflet", text="Tickets cost €14."),
        qa.Document(id="zoo", text="Parking costs €20."),
    )
    opposed = {quote.text: quote for quote in answer.quotes if quote.disagrees_with}
    assert set(opposed) == {"Tickets cost €14.", "Tickets cost €16."}
    numbers = {text: quote.number for text, quote in opposed.items()}
    assert opposed["Tickets cost €14."].disagrees_with == (numbers["Tickets cost €16."],)
    assert opposed["Tickets cost €16."].disagrees_with == (numbers["Tickets cost €14."],)
    assert len(opposed["Tickets cost €14."].also) == 1


def test_disagreement_comes_before_what_else_answers() -> None:
    rooms = " ".join(f"A ticket for room {name} costs what a ticket for a tour does." for name in "ABCD")
    answer = asked(
        TICKET,
        qa.Document(id="guide", text=f"Tickets cost €14. {rooms}"),
        qa.Document(id="leaflet", text="Tickets cost €16."),
        most=2,
    )
    assert sorted(quote.text for quote in answer.quotes) == ["Tickets cost €14.", "Tickets cost €16."]


LIST = qa.Document(
    id="list",
    text="The harbour has three piers. The north pier of the harbour is for ferries. The south pier of the harbour is "
    "for boats. Nobody swims. The east pier of the harbour is for ships.",
)


@pytest.fixture
def _everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quote all that there is, so that a test is of the order alone."""

    def choose(question: qa.Question, evidence: Sequence[Evidence]) -> list[Evidence]:
        return list(evidence[1:])

    monkeypatch.setattr(composing, "choose", choose)


@pytest.mark.usefixtures("_everything")
def test_quotes_are_read_in_the_order_of_their_document() -> None:
    answer = asked("What is the south pier of the harbour for?", LIST, most=4)
    assert answer.quotes[0].text.startswith("The south pier")
    assert answer.quotes[0].best
    assert answer.quotes[0].number == 3
    assert [quote.number for quote in answer.reading] == [1, 2, 3, 4]
    assert [quote.start for quote in answer.reading] == sorted(quote.start for quote in answer.quotes)
    assert [quote.continues for quote in answer.reading] == [False, True, True, False]
    assert answer.text == (
        "“The harbour has three piers.” [1] “The north pier of the harbour is for ferries.” [2] “The south pier of the "
        "harbour is for boats.” [3] […] “The east pier of the harbour is for ships.” [4]"
    )


@pytest.mark.usefixtures("_everything")
def test_what_adjoins_across_passages_leaves_nothing_out() -> None:
    library = qa.Library(passage_size=40)
    library.add(LIST)
    answer = library.ask("What are the piers of the harbour for?", max_quotes=10, min_confidence=0.0)
    assert [quote.continues for quote in answer.reading] == [False, True, True, False]


def test_the_mark_of_a_list_item_is_nothing_left_out() -> None:
    document = qa.Document(id="d", text="The kit has:\n- a rope\n2) a knife\nNobody looks.\n\nEnd.")
    (passage,) = qa.split(document)
    places = [(document.text.index(words), document.text.index(words) + len(words)) for words in ("a rope", "a knife")]

    def evidence(start: int, end: int) -> Evidence:
        return Evidence(qa.Span("d", start, end), passage, 0.5, {}, {})

    head, rope, knife = evidence(0, 12), *(evidence(*place) for place in places)
    assert composing.adjoin(head, rope)
    assert composing.adjoin(rope, knife)
    assert not composing.adjoin(head, knife)
    assert not composing.adjoin(knife, evidence(document.text.index("End"), document.text.index("End") + 4))


@given(documents(least=2), questions(), st.integers(1, 6))
def test_the_order_of_reading(given_documents: list[qa.Document], question: str, most: int) -> None:
    answer = asked(question, *given_documents, most=most)
    reading = answer.reading
    assert [quote.number for quote in reading] == list(range(1, len(reading) + 1))
    assert [quote.best for quote in answer.quotes] == [place == 0 for place in range(len(reading))]
    assert [quote.score for quote in answer.quotes] == sorted((quote.score for quote in reading), reverse=True)
    ranked = list(dict.fromkeys(quote.document_id for quote in answer.quotes))
    assert list(dict.fromkeys(quote.document_id for quote in reading)) == ranked
    sources = [quote.document_id for quote in reading]
    assert len(dict.fromkeys(sources)) == sum(a != b for a, b in pairwise([None, *sources]))
    text = {document.id: document.text for document in given_documents}
    for before, quote in pairwise(reading):
        if before.document_id == quote.document_id:
            between = text[quote.document_id][before.end : quote.start]
            assert before.end <= quote.start
            assert quote.continues == (not re.sub(MARK, "", between).strip())
        else:
            assert not quote.continues
    for quote in answer.quotes:
        for number in quote.disagrees_with:
            assert quote.number in reading[number - 1].disagrees_with
