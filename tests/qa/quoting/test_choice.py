"""Which sentences are quoted beside the best one."""

from __future__ import annotations

import qa
from qa.quoting.choice import choose

LEAD = "For the tour of the harbour you need these things:"


LIST = f"""# Packing

{LEAD}

- a warm coat
- two hats
- a map of the piers

The tour of the harbour starts at nine. Nobody swims.
"""


def listed(question: str, best: str) -> list[str]:
    """Return what is chosen beside the best sentence of the list, when no other shares a word with the question."""
    (passage,) = qa.split(qa.read(LIST.encode(), name="packing.md"))
    (place,) = (place for place in passage.sentences if passage.cut(*place) == best)
    sentence = qa.Evidence(qa.Span(passage.document_id, *place), passage, 0.9, {"need": 0.9}, {})
    return [other.text for other in choose(qa.Question(question), [sentence])]


ITEMS = ["a warm coat", "two hats", "a map of the piers"]


def test_a_sentence_that_answers_as_well_is_quoted_and_one_that_does_not_is_not() -> None:
    library = qa.Library()
    library.add(
        qa.Document(id="a", text="The north pier was built in 1874. The south pier was built in 1902. Nobody swims."),
        qa.Document(id="b", text="The museum opens at nine. Parking is free."),
    )
    answer = library.ask("When were the piers built?", min_confidence=0.0)
    assert [quote.text for quote in answer.reading] == [
        "The north pier was built in 1874.",
        "The south pier was built in 1902.",
    ]


def test_a_sentence_that_scores_the_same_is_quoted_too() -> None:
    library = qa.Library()
    library.add(
        qa.Document(id="cape", text="The lighthouse of the cape was built in 1902. It is 31 metres tall."),
        qa.Document(id="isle", text="The lighthouse of the isle was built in 1931. It is 29 metres tall."),
    )
    answer = library.ask("When was the lighthouse built?", min_confidence=0.0)
    assert [quote.document_id for quote in answer.quotes] == ["cape", "isle"]
    assert not any(quote.disagrees_with for quote in answer.quotes)


def test_the_items_under_a_line_that_leads_to_them_are_quoted_with_it() -> None:
    assert listed("What do I need?", LEAD)[:3] == ITEMS


def test_an_item_brings_its_list_when_several_are_asked_for() -> None:
    assert listed("What are the things?", "two hats")[:3] == [LEAD, "a warm coat", "a map of the piers"]
    assert LEAD not in listed("Where is it?", "two hats")
