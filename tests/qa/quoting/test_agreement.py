from __future__ import annotations

import pytest
from hypothesis import example, given

import qa
from qa.question.answer_type import answer_type
from qa.quoting.agreement import disagree, fact
from qa.text.stems import term
from qa.text.terms import content_words
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The museum opens at nine.", "the museum opens at 9"),
        ("Tickets cost €14.", "- A ticket costs €14!"),
        ("In 1931, Smith founded the museum.", "Smith founded the museum in 1931."),
        ("1,400 people came.", "1400 people came"),
        ("Ünï-code “works”.", "UNI CODE WORKS"),
        ("???", "???"),
    ],
)
def test_the_same_fact(one: str, other: str) -> None:
    assert fact(one) == fact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tickets cost €14.", "Tickets cost €15."),
        ("Tickets cost €14.", "Tickets cost $14."),
        ("The share fell by 5 %.", "The share fell by 5."),
        ("It is -5 degrees.", "It is 5 degrees."),
        ("It is open.", "It is not open."),
        ("Smith beat Jones.", "Jones beat Smith."),
        ("It fell from 10 to 5.", "It fell from 5 to 10."),
        ("He left before the war.", "He left after the war."),
        ("The director is Smith.", "The director was Smith."),
        ("???", "!!!"),
    ],
)
def test_another_fact(one: str, other: str) -> None:
    assert fact(one) != fact(other)


@given(texts)
@example("J.")
def test_a_fact_is_that_of_every_rotation_of_its_words(text: str) -> None:
    found = fact(text)
    assert found
    assert fact(text) == fact(f"  {text} \n")
    words = "one two three alpha beta beta".split()
    assert len({fact(" ".join(words[n:] + words[:n])) for n in range(len(words))}) == 1


def disagreeing(question: str, one: str, other: str, **more: str) -> bool:
    """Tell whether two documents that each hold one sentence disagree, and that it is the same both ways."""
    library = qa.Library()
    library.add(
        qa.Document(id="a", text=one, title=more.get("title", "A")),
        qa.Document(id="b", text=other, title=more.get("other_title", "B")),
    )
    found = library.examine(question)
    a, b = sorted(found.evidence, key=lambda sentence: sentence.span)
    asked = frozenset(map(term, content_words(question)))
    asks_date = answer_type(question) == "date"
    titles = found.documents["a"].title, found.documents["b"].title
    said = disagree(a, b, asked, titles, asks_date=asks_date)
    assert said == disagree(b, a, asked, (titles[1], titles[0]), asks_date=asks_date)
    return said


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("What does a ticket cost?", "Tickets cost €14.", "A ticket costs €16."),
        ("How long is the bridge?", "The bridge is 120 metres long.", "The bridge is about 150 metres long."),
        ("How many people were displaced?", "1.2 million people were displaced.", "800,000 people were displaced."),
        ("When was the lighthouse built?", "The lighthouse was built in 1902.", "The lighthouse was built in 1931."),
        ("When did Smith die?", "Smith died on 5 January 1931.", "Smith died on 7 January 1931."),
        ("When does the museum open?", "The museum opens at 9:30 a.m.", "The museum opens at 10 a.m."),
        ("When does the museum open?", "The museum opens at nine.", "The museum opens at ten."),
        ("How many came in 2019?", "In 2019, 4,000 visitors came.", "5,000 visitors came in 2019."),
    ],
)
def test_another_figure_for_the_same_thing(question: str, one: str, other: str) -> None:
    assert disagreeing(question, one, other)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("What does a ticket cost?", "Tickets cost €14.", "Tickets cost €14.00."),
        ("What does a ticket cost?", "Tickets cost €14.", "Tickets cost $16."),
        ("What does a ticket cost?", "Tickets cost €14.", "Tickets do not cost €16."),
        ("What does a ticket cost?", "Tickets for adults cost €14.", "Tickets for children cost €7."),
        ("What does a ticket cost?", "Tickets cost €14 in 2019.", "Tickets cost €16 in 2020."),
        ("What does a ticket cost?", "Tickets cost €14.", "Tickets cost €14 or €16."),
        ("What does a ticket cost?", "Tickets cost €14 before noon.", "Tickets cost €16 after noon."),
        ("How tall is the lighthouse?", "This lighthouse is 31 metres tall.", "The lighthouse is 29 metres tall."),
        ("How many visitors came?", "4,000 visitors came in 2019.", "4,000 visitors came in 2020."),
        ("How many people came?", "About 1,400 people came.", "1,432 people came."),
        ("How many people came?", "1.4 million people came.", "1,423,000 people came."),
        ("How far is it?", "The harbour is 5 kilometres far.", "The harbour is 5.3 kilometres far."),
        ("When was the tower built?", "The cape's tower was built in 1902.", "The isle's tower was built in 1931."),
        ("When did Smith die?", "Smith died on 5 January 1931.", "Smith died in 1931."),
        ("When does the museum open?", "The museum opens at 9:30 a.m.", "The museum opens at 9:30."),
        ("How many seats has the room?", "Room 12 has 40 seats.", "Room 13 has 40 seats."),
        ("How many seats has the room?", "Room 12 has 40 seats.", "Room 13 has 50 seats."),
        ("Who chairs the board?", "Smith chairs the board.", "Jones chairs the board."),
    ],
)  # fmt: skip
def test_no_disagreement(question: str, one: str, other: str) -> None:
    assert not disagreeing(question, one, other)


def test_titles_may_put_sentences_in_different_years_or_places() -> None:
    one, other = "A ticket costs €14.", "A ticket costs €16."
    assert disagreeing("What does a ticket cost?", one, other, title="Guide", other_title="Leaflet")
    assert not disagreeing("What does a ticket cost?", one, other, title="Guide 2023", other_title="Guide 2024")
    question = "What does a ticket to the zoo cost?"
    assert not disagreeing(question, one, other, title="Museum", other_title="Zoo")
    assert disagreeing(question, one, other, title="Zoo leaflet", other_title="Zoo")


@given(texts, texts)
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text=f"Nine museums. {one}"), qa.Document(id="b", text=f"Ten museums. {other}"))
    for quote in library.ask("How many museums?", min_confidence=0.0).quotes:
        assert quote.number not in quote.disagrees_with
