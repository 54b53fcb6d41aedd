"""Which sentences state the same fact."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from qa.quoting.fact import fact
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


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Der Saal ist 12 Meter lang.", "Ein Saal ist 12 Meter lang."),
        ("de", "Eine Karte kostet 14 Euro.", "Die Karte kostet 14 Euro!"),
        ("fr", "La salle est longue de 12 mètres.", "Une salle est longue de 12 mètres."),
        ("fr", "L’entrée coûte 14 euros.", "Entrée coûte 14 euros."),
        ("es", "La sala mide 12 metros.", "Una sala mide 12 metros."),
    ],
)
def test_articles_say_nothing_in_their_language(language: str, one: str, other: str) -> None:
    assert fact(one, language) == fact(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Der Mann sieht den Hund.", "Den Mann sieht der Hund."),
        ("de", "Der Frau hilft die Schwester.", "Die Frau hilft der Schwester."),
        ("de", "Ein Saal ist frei.", "Kein Saal ist frei."),
        ("fr", "La salle est longue de 12 mètres.", "La salle est longue de 13 mètres."),
        ("ru", "Музей открыт.", "Музей закрыт."),
    ],
)
def test_what_articles_tell_of_who_does_what_is_kept(language: str, one: str, other: str) -> None:
    assert fact(one, language) != fact(other, language)
