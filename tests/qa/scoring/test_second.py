"""What becomes of scores and confidence once the reader has read."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import given

import qa
from qa.models.regression import Regression
from qa.reader.consult import consult
from qa.scoring.confidence import compute_confidence_features
from qa.scoring.evidence import load_evidence_model, select
from qa.scoring.second import (
    READ_CONFIDENCE_FEATURES,
    READ_FEATURES,
    SecondModel,
    compute_read_confidence,
    compute_read_features,
)
from tests.qa.reader_of_words import WordReader
from tests.qa.strategies import documents, questions

TRUSTING = SecondModel(Regression(0.0, dict.fromkeys(READ_FEATURES, 0.0) | {"first": 0.5, "odds": 1.0}), None)


@given(documents(), questions())
def test_scores_are_probabilities_and_everything_stays(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    match, model = library.match(question), load_evidence_model()
    before = consult(WordReader(), question, select(match, model), {})
    after = TRUSTING.rescore(before)
    assert {sentence.span for sentence in after} == {sentence.span for sentence in before}
    assert all(0.0 <= sentence.score <= 1.0 for sentence in after)
    assert [sentence.score for sentence in after] == sorted((sentence.score for sentence in after), reverse=True)
    n_read = sum(sentence.read is not None for sentence in before)
    if not n_read:
        assert after == before
        return
    assert compute_read_features(before).shape == (n_read, len(READ_FEATURES))
    features = compute_confidence_features(after, match, model.term_weights)
    values = compute_read_confidence(features, 0.0, before, after)
    assert len(values) == len(READ_CONFIDENCE_FEATURES)
    assert all(map(math.isfinite, values))


def test_what_the_reader_is_sure_of_comes_first() -> None:
    library = qa.Library()
    library.add(qa.Document(text="Four people were killed in the fire. The fatalities were all on the third floor."))
    question = "How many people were killed in the fire?"
    evidence = select(library.match(question), load_evidence_model())
    sure = TRUSTING.rescore(consult(WordReader("fatalities"), question, evidence, {}))
    assert "fatalities" in sure[0].text
    assert sure[0].score > sure[1].score


def test_what_was_not_read_falls_as_the_rest_rises() -> None:
    library = qa.Library()
    library.add(*(qa.Document(text=f"The museum of town {n} opens at {n}.") for n in range(8)))
    question = "When does the museum open?"
    evidence = select(library.match(question), load_evidence_model())
    read = consult(WordReader("town 3"), question, evidence, {}, most=8)
    some = [sentence if "town 3" in sentence.text else replace(sentence, read=None) for sentence in read]
    after = TRUSTING.rescore(some)
    assert "town 3" in after[0].text
    first = {sentence.span: sentence.score for sentence in some}
    assert all(sentence.score < first[sentence.span] for sentence in after[1:])
