"""The sentences that may be quoted beside the best one."""

from __future__ import annotations

from hypothesis import given

import qa
from qa.models.load import load_card
from qa.quoting.choice import choose
from qa.quoting.companions import list_companions
from tests.qa.strategies import documents, questions


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
