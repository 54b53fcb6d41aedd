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
    count_windows,
    put_first,
)
from tests.qa.reader_of_words import WordReader
from tests.qa.strategies import documents, questions

TRUSTING = SecondModel(Regression(0.0, dict.fromkeys(READ_FEATURES, 0.0) | {"first": 0.5, "odds": 1.0}), None)


@given(documents(), questions())
def test_one_sentence_comes_first_and_everything_else_stays(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    match, model = library.match(question), load_evidence_model()
    before = consult(WordReader(), question, select(match, model), {}, 3)
    rescored = TRUSTING.rescore(before)
    assert all(0.0 <= sentence.score <= 1.0 for sentence in rescored)
    after = put_first(rescored[0].span, before) if before else []
    assert after == sorted(after, key=lambda sentence: (-sentence.score, sentence.span))
    assert {sentence.span for sentence in after} == {sentence.span for sentence in before}
    n_read = sum(sentence.read is not None for sentence in before)
    if not n_read:
        assert after == before
        return
    first = {sentence.span: sentence.score for sentence in before}
    changed = [sentence.span for sentence in after if not math.isclose(sentence.score, first[sentence.span])]
    assert set(changed) <= {before[0].span, after[0].span}
    assert compute_read_features(before).shape == (n_read, len(READ_FEATURES))
    assert after[0].span == rescored[0].span
    features = compute_confidence_features(rescored, match, model.term_weights)
    values = compute_read_confidence(features, 0.0, before, rescored)
    assert len(values) == len(READ_CONFIDENCE_FEATURES)
    assert all(map(math.isfinite, values))


def test_what_the_reader_is_sure_of_comes_first() -> None:
    library = qa.Library()
    library.add(qa.Document(text="Four people were killed in the fire. The fatalities were all on the third floor."))
    question = "How many people were killed in the fire?"
    evidence = select(library.match(question), load_evidence_model())
    read = consult(WordReader("fatalities"), question, evidence, {}, 3)
    after = put_first(TRUSTING.rescore(read)[0].span, read)
    assert "fatalities" in after[0].text
    assert after[0].score == evidence[0].score


def test_of_equal_sentences_the_one_that_the_reader_prefers_comes_first() -> None:
    library = qa.Library()
    library.add(*(qa.Document(text="The museum opens at nine.", title=f"Town {n}") for n in range(4)))
    question = "When does the museum open?"
    evidence = select(library.match(question), load_evidence_model())
    read = consult(WordReader(), question, evidence, {}, 4)
    last = replace(read[-1], read=replace(read[-1].read, odds=9.0)) if read[-1].read else read[-1]
    after = put_first(TRUSTING.rescore([*read[:-1], last])[0].span, read)
    assert after[0].span == last.span


def test_the_surer_the_first_opinion_the_less_is_read() -> None:
    assert [count_windows(log_odds) for log_odds in (-6.0, -1.0, 0.0, 2.0, 4.0)] == [0, 3, 3, 3, 1]
