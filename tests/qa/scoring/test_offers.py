"""Whether a sentence offers what is asked for. `test_features` compares all of it with a slow way."""

from __future__ import annotations

import pytest

import qa
from qa.scoring.offers import describe_shape, offer_answer

TEXT = "The museum opened in 1931. The museum is free. It has 14 rooms."


def test_a_sentence_offers_a_date_or_does_not() -> None:
    library = qa.Library()
    library.add(qa.Document(text=TEXT))
    columns = offer_answer(library.match("When did the museum open?"))
    assert columns["answer_type"].tolist() == [1.0, 0.0, 0.0]
    assert columns["answer_distance"][0] < columns["answer_distance"][1] == 30.0
    assert columns["new_figures"].tolist() == [1.0, 0.0, 1.0]


def test_what_asks_for_no_kind_offers_half() -> None:
    library = qa.Library()
    library.add(qa.Document(text=TEXT))
    for question in ("museum", "Is the museum free?"):
        columns = offer_answer(library.match(question))
        assert set(columns["answer_type"].tolist()) == {0.5}
        assert set(columns["answer_distance"].tolist()) == {-1.0}


@pytest.mark.parametrize(
    ("language", "text", "question", "offers"),
    [
        ("de", "Das Museum öffnet um 9 Uhr. Das Museum ist frei.", "Wann öffnet das Museum?", [1.0, 0.0]),
        ("de", "Der Eintritt kostet 4 Euro. Der Eintritt ist knapp.", "Was kostet der Eintritt?", [1.0, 0.0]),
        ("fr", "La visite dure 3 heures. La visite est belle.", "Combien de temps dure la visite ?", [1.0, 0.0]),
        ("de", "Anna Roth leitet das Museum. Das Museum ist frei.", "Wer leitet das Museum?", [0.5, 0.5]),
        ("de", "Das Museum ist alt. Das Museum ist frei.", "Warum ist das Museum alt?", [0.5, 0.5]),
        ("fi", "Museo avataan 9. Museo on vapaa.", "Milloin museo avataan?", [0.5, 0.5]),
    ],
)
def test_in_other_languages_only_figures_are_known_to_be_offered(
    language: str, text: str, question: str, offers: list[float]
) -> None:
    library = qa.Library(trained=False)
    library.add(qa.Document(text=text, title="-", language=language))
    assert offer_answer(library.match(question))["answer_type"].tolist() == offers


def test_a_sentence_offers_a_way_to_reach_somebody() -> None:
    library = qa.Library(trained=False)
    library.add(qa.Document(text="Phone the office at 030 441 29. The office has a phone.", title="-", language="en"))
    columns = offer_answer(library.match("What is the phone number of the office?"))
    assert columns["answer_type"].tolist() == [1.0, 0.0]


def test_the_shape_of_a_sentence() -> None:
    library = qa.Library()
    library.add(qa.Document(text=TEXT))
    columns = describe_shape(library.match("When did the museum open?"))
    assert columns["length"].tolist() == [5.0, 4.0, 4.0]
    assert columns["place"].tolist() == [0.0, 1.0, 2.0]
    assert columns["pointing"].tolist() == [0.0, 0.0, 1.0]
