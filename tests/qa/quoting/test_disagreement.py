"""Which sentences give another figure for the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given

import qa
from qa.quoting.disagreement import disagree
from tests.qa.strategies import texts


def disagreeing(question: str, one: str, other: str, **more: str) -> bool:
    """Tell whether two documents that each hold one sentence disagree, and that it is the same both ways."""
    library = qa.Library()
    library.add(
        qa.Document(id="a", text=one, title=more.get("title", "A"), language=more.get("language", "")),
        qa.Document(id="b", text=other, title=more.get("other_title", "B"), language=more.get("language", "")),
    )
    examination = library.examine(question)
    a, b = sorted(examination.evidence, key=lambda sentence: sentence.span)
    titles = examination.documents["a"].title, examination.documents["b"].title
    said = disagree(examination.question, a, b, titles)
    assert said == disagree(examination.question, b, a, (titles[1], titles[0]))
    return said


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("What does a ticket cost?", "Tickets cost €14.", "A ticket costs €16."),
        ("What does a locker cost?", "A locker costs EUR 4 a day.", "A locker costs EUR 6 a day."),
        ("What does a locker cost?", "A locker costs CHF 4 a day.", "A locker costs 6 CHF a day."),
        ("What does a locker cost?", "A locker costs €4 a day.", "A locker costs 6 euros a day."),
        ("How long is the bridge?", "The bridge is 120 metres long.", "The bridge is about 150 metres long."),
        ("How many people were displaced?", "1.2 million people were displaced.", "800,000 people were displaced."),
        ("When was the lighthouse built?", "The lighthouse was built in 1902.", "The lighthouse was built in 1931."),
        ("When did Smith die?", "Smith died on 5 January 1931.", "Smith died on 7 January 1931."),
        ("When does the museum open?", "The museum opens at 9:30 a.m.", "The museum opens at 10 a.m."),
        ("When does the museum open?", "The museum opens at nine.", "The museum opens at ten."),
        ("How many came in 2019?", "In 2019, 4,000 visitors came.", "5,000 visitors came in 2019."),
        ("When was the hall opened?", "The hall was opened in March 1931.", "The hall was opened in April 1931."),
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
        ("What does a locker cost?", "A locker costs EUR 4 a day.", "A locker costs USD 6 a day."),
        ("How many seats has the room?", "Room 12 has 40 seats.", "Room 13 has 40 seats."),
        ("How many seats has the room?", "Room 12 has 40 seats.", "Room 13 has 50 seats."),
        ("Who chairs the board?", "Smith chairs the board.", "Jones chairs the board."),
    ],
)  # fmt: skip
def test_no_disagreement(question: str, one: str, other: str) -> None:
    assert not disagreeing(question, one, other)


IN_GERMAN = "Wann wurde der Saal eröffnet?"


@pytest.mark.parametrize(
    ("language", "question", "one", "other"),
    [
        ("de", IN_GERMAN, "Der Saal wurde im März 1931 eröffnet.", "Der Saal wurde im April 1931 eröffnet."),
        ("de", "Wann starb Schmidt?", "Maler Schmidt starb am 5. Mai 1931.", "Maler Schmidt starb am 7. Mai 1931."),
        ("de", "Was kostet eine Karte?", "Die Karte kostet 14 Euro.", "Eine Karte kostet 16 Euro."),
        ("fr", "Quand a ouvert la salle ?", "La salle a ouvert en mars 1931.", "La salle a ouvert en avril 1931."),
        (
            "es",
            "¿Cuándo se abrió?",
            "La sala se abrió el 1 mayo de 1931.",
            "La sala se abrió el 1 de abril de 1931.",
        ),
    ],
)
def test_another_figure_in_other_languages(language: str, question: str, one: str, other: str) -> None:
    assert disagreeing(question, one, other, language=language)


@pytest.mark.parametrize(
    ("language", "question", "one", "other"),
    [
        ("de", "Wie viele Gäste kamen?", "Im März 1931 kamen 40 Gäste.", "Im April 1931 kamen 50 Gäste."),
        ("de", "Wie viele Gäste kamen?", "Im März 1931 kamen 40 Gäste.", "Im April 1931 kamen 40 Gäste."),
        ("de", IN_GERMAN, "Er wurde als Saal 1931 eröffnet.", "Er wurde als Saal 1932 eröffnet."),
        ("de", IN_GERMAN, "Der Saal wurde 1931 eröffnet.", "Der Saal wurde nicht 1932 eröffnet."),
        ("de", IN_GERMAN, "Der Saal wurde 1931 eröffnet.", "Der Saal wurde im Mai 1931 eröffnet."),
        ("fr", "Combien de visiteurs ?", "En mars 1931, 40 visiteurs.", "En avril 1931, 40 visiteurs."),
    ],
)
def test_no_disagreement_in_other_languages(language: str, question: str, one: str, other: str) -> None:
    assert not disagreeing(question, one, other, language=language)


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
