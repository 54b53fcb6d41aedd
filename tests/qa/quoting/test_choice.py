from __future__ import annotations

from hypothesis import given

import qa
from qa.models.load import load_card
from qa.quoting.choice import choose
from qa.quoting.companions import list_companions
from tests.qa.strategies import documents, questions

LEAD = "For the tour of the harbour you need these things:"
LIST = f"""# Packing

{LEAD}

- a warm coat
- two hats
- a map of the piers

The tour of the harbour starts at nine. Nobody swims.
"""


def test_every_feature_has_its_weight(library: qa.Library) -> None:
    card = load_card("choice")
    question = "When did Smith found the museum?"
    found = list_companions(qa.Question(question), library.examine(question).evidence)
    assert found
    assert all(list(companion.features) == list(card["weights"]) for companion in found)
    assert 0 < card["threshold"] < 1
    assert card["on"]


@given(documents(), questions())
def test_companions_are_the_other_sentences_that_come_into_question(
    given_documents: list[qa.Document], question: str
) -> None:
    library = qa.Library()
    library.add(*given_documents)
    evidence = library.examine(question).evidence
    asked = qa.Question(question)
    found = list_companions(asked, evidence)
    spans = [companion.evidence.span for companion in found]
    assert len(set(spans)) == len(spans)
    if not evidence:
        assert not found
        return
    best = evidence[0]
    assert best.span not in spans
    assert {qa.Span(best.span.document_id, *place) for place in best.passage.sentences} <= {best.span, *spans}
    for companion in found:
        span = companion.evidence.span
        assert companion.evidence.text == span.cut(library.document(span.document_id))
        assert all(-5 <= value <= 5 for value in companion.features.values())
    chosen = choose(asked, evidence)
    assert {sentence.span for sentence in chosen} <= set(spans)
    assert [sentence.span for sentence in choose(asked, evidence)] == [sentence.span for sentence in chosen]


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


def listed(question: str, best: str) -> list[str]:
    """Return what is chosen beside the best sentence of the list, when no other shares a word with the question."""
    (passage,) = qa.split(qa.read(LIST.encode(), name="packing.md"))
    (place,) = (place for place in passage.sentences if passage.cut(*place) == best)
    sentence = qa.Evidence(qa.Span(passage.document_id, *place), passage, 0.9, {"need": 0.9}, {})
    return [other.text for other in choose(qa.Question(question), [sentence])]


ITEMS = ["- a warm coat", "- two hats", "- a map of the piers"]


def test_the_items_under_a_line_that_leads_to_them_are_quoted_with_it() -> None:
    assert listed("What do I need?", LEAD)[:3] == ITEMS


def test_an_item_brings_its_list_when_several_are_asked_for() -> None:
    assert listed("What are the things?", "- two hats")[:3] == [LEAD, "- a warm coat", "- a map of the piers"]
    assert LEAD not in listed("Where is it?", "- two hats")
