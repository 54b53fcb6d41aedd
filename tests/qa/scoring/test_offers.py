"""Whether a sentence offers what is asked for. `test_features` compares all of it with a slow way."""

from __future__ import annotations

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


def test_the_shape_of_a_sentence() -> None:
    library = qa.Library()
    library.add(qa.Document(text=TEXT))
    columns = describe_shape(library.match("When did the museum open?"))
    assert columns["length"].tolist() == [5.0, 4.0, 4.0]
    assert columns["place"].tolist() == [0.0, 1.0, 2.0]
    assert columns["pointing"].tolist() == [0.0, 0.0, 1.0]
