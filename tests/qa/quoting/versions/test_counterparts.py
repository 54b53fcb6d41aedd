"""What stands in the place of a sentence in another version."""

from __future__ import annotations

import pytest

from qa.quoting.versions.counterparts import SentencePlace, find_counterpart, list_telling
from qa.text.terms import terms
from qa.types import Passage

ROUND = ("The club has a hall and a bar.", "The bar sells tea and cake.")


def make(*sentences: str, heading: str | None = None, document_id: str = "a") -> Passage:
    text, places = "", []
    for sentence in sentences:
        places.append((len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    return Passage(document_id, 0, 0, len(text), text, heading, sentences=tuple(places))


def stand(own: Passage, number: int, other: Passage, asked: str = "") -> str:
    """Return the text of the counterpart, or nothing."""
    counterpart = find_counterpart(SentencePlace(own, number), [own], [other], frozenset(terms(asked)))
    return counterpart.place.text if counterpart else ""


def test_it_shares_words() -> None:
    own = make(*ROUND, "A key costs EUR 4 a year.")
    assert stand(own, 2, make("A key costs EUR 5 a year.", *ROUND)) == "A key costs EUR 5 a year."
    assert not stand(own, 2, make(*ROUND))


def test_it_stands_among_the_same_sentences() -> None:
    own, other = make(*ROUND, "Bikes park for free."), make(*ROUND, "Bikes need a permit, and cars too.")
    assert stand(own, 2, other, "Do bikes park for free?") == "Bikes need a permit, and cars too."


def test_what_is_the_counterpart_of_another_sentence_is_none() -> None:
    own = make("A red key costs EUR 4.", "A blue key costs EUR 3.")
    assert stand(own, 0, make("A blue key costs EUR 2.")) == ""


@pytest.mark.parametrize(("asked", "there"), [("What does the red key cost?", False), ("What does a key cost?", True)])
def test_a_word_of_the_question_must_stand_in_both(asked: str, there: bool) -> None:
    own, other = make(*ROUND, "A key costs EUR 4 when red."), make(*ROUND, "A key costs EUR 3 when blue.")
    assert bool(stand(own, 2, other, asked)) is there


def test_another_heading_is_another_thing() -> None:
    own = make("It costs EUR 4 a month.", heading="Plans › Basic")
    assert not stand(own, 0, make("It costs EUR 9 a month.", heading="Plans › Pro", document_id="b"))
    assert stand(own, 0, make("It costs EUR 5 a month.", heading="Plans 2024 › Basic (new)", document_id="b"))


def test_a_value_alone_is_known_by_its_heading() -> None:
    own = make("12 euros", heading="Price")
    assert stand(own, 0, make("14 euros", heading="Price", document_id="b")) == "14 euros"
    assert not stand(own, 0, make("14 euros", heading="Deposit", document_id="b"))


def test_telling_words() -> None:
    assert list_telling("The key of Room 12 costs EUR 4.", "en") == {"key", "room", "12", "cost"}
