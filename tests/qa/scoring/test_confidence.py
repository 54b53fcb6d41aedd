"""The probability that the first quote answers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.errors import InvalidOption, LibraryError
from qa.models.load import load_arrays
from qa.scoring.calibration import Calibration
from qa.scoring.confidence import CONFIDENCE_FEATURES, compute_confidence_features, load_confidence_model
from qa.scoring.evidence import load_evidence_model, select
from qa.scoring.features import FEATURES
from qa.scoring.mismatch import MISMATCHES
from qa.scoring.topic import TOPIC_FEATURES
from tests.qa.strategies import documents, questions

numbers = st.floats(-50, 50)


@given(documents(), questions())
def test_the_features_are_all_there_and_finite(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    found = library.examine(question)
    if not found.evidence:
        assert found.features == {}
        return
    assert all(map(math.isfinite, found.features.values()))
    if found.question.is_topic:
        assert tuple(found.features) == TOPIC_FEATURES
        return
    assert tuple(found.features) == CONFIDENCE_FEATURES
    assert {name: found.features[name] for name in FEATURES} == dict(found.evidence[0].features)
    assert math.isfinite(load_confidence_model().log_odds(found.features))


def test_names_are_given_once() -> None:
    assert len(set(CONFIDENCE_FEATURES)) == len(CONFIDENCE_FEATURES)
    assert set(FEATURES) | set(MISMATCHES) < set(CONFIDENCE_FEATURES)


def test_an_untrained_library_is_as_confident_as_its_score(museum: qa.Document, harbour: qa.Document) -> None:
    library = qa.Library(trained=False)
    library.add(museum, harbour)
    answer = library.ask("When did Smith found the museum?", min_confidence=0.0)
    assert answer.confidence == answer.quotes[0].score


def test_full_coverage_is_more_confident_than_little(library: qa.Library) -> None:
    full = library.ask("Who founded the museum in 1931?", min_confidence=0.0).confidence
    little = library.ask("Did a volcano erupt in 1931?", min_confidence=0.0).confidence
    assert full > qa.DEFAULT_MIN_CONFIDENCE > little


def test_one_sentence_alone_stands_far_ahead_of_what_is_not_there(library: qa.Library) -> None:
    question, model = "When did Smith found the museum?", load_evidence_model()
    found = library.match(question)
    evidence = select(found, model)
    alone = compute_confidence_features(evidence[:1], found, model.term_weights)
    assert alone["margin"] == alone["lead"] == 9.0
    assert alone["share"] == 1.0
    assert alone["log_odds"] == pytest.approx(math.log(evidence[0].score / (1 - evidence[0].score)))
    assert alone["expected"] == pytest.approx(evidence[0].score)


def test_how_the_best_sentence_stands_beside_the_others(library: qa.Library) -> None:
    found = library.examine("When was the harbour built, and who founded the museum?")
    scores = [each.score for each in found.evidence]
    odds = [math.log(score / (1 - score)) for score in scores]
    other = next(n for n, each in enumerate(found.evidence) if each.passage != found.evidence[0].passage)
    features = found.features
    assert features["margin"] == pytest.approx(odds[0] - odds[1])
    assert features["lead"] == pytest.approx(odds[0] - odds[other])
    assert features["lead"] >= features["margin"] >= 0.0
    assert features["share"] == pytest.approx(math.exp(odds[0]) / sum(map(math.exp, odds)))
    assert features["expected"] == pytest.approx(sum(scores))
    assert features["passages"] == len(found.hits) == 2
    assert features["first_passage"] == found.hits[0].score
    assert features["second_passage"] == pytest.approx(found.hits[0].score - found.hits[1].score)
    assert features["third_passage"] == found.hits[0].score
    assert features["sentences"] == sum(len(hit.passage.sentences) for hit in found.hits)


def test_what_no_document_holds_is_known(library: qa.Library) -> None:
    missing = [
        library.examine(question).features["missing_weight"]
        for question in ("Who founded the museum?", "Who founded the volcano museum?", "Who founded the volcano?")
    ]
    assert 0.0 == missing[0] < missing[1] < missing[2] < 1.0


@given(numbers, numbers, st.floats(0.01, 20), st.floats(-20, 20))
def test_the_correction_keeps_the_order_and_the_bounds(a: float, b: float, slope: float, intercept: float) -> None:
    calibration = Calibration(slope, intercept)
    low, high = sorted((a, b))
    assert 0.0 <= calibration.corrected(low) <= calibration.corrected(high) <= 1.0


def test_no_correction_is_the_logistic_function() -> None:
    calibration = Calibration()
    assert calibration.threshold == qa.DEFAULT_MIN_CONFIDENCE
    assert calibration.corrected(0.0) == 0.5
    assert calibration.corrected(1.0) == pytest.approx(0.7310586)
    assert (calibration.corrected(-1e6), calibration.corrected(1e6)) == (0.0, 1.0)
    assert Calibration(2.0, -1.0).corrected(1.0) == calibration.corrected(1.0)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"slope": 0.0}, "slope 0.0 and intercept 0.0: fit it again"),
        ({"slope": -1.0}, "slope -1.0"),
        ({"slope": math.nan}, "slope nan"),
        ({"slope": math.inf}, "slope inf"),
        ({"intercept": math.nan}, "intercept nan"),
        ({"threshold": 1.01}, r"threshold is 1.01: it must be in \[0, 1\]"),
        ({"threshold": -0.1}, "threshold is -0.1"),
        ({"threshold": math.nan}, "threshold is nan"),
    ],
)
def test_a_calibration_that_makes_no_sense_is_refused(options: dict[str, float], message: str) -> None:
    with pytest.raises(InvalidOption, match=message):
        Calibration(**options)


def test_a_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = load_arrays("confidence")
    monkeypatch.setattr(
        "qa.scoring.confidence.load_arrays", lambda name: {**shipped, "features": shipped["features"][1:]}
    )
    with pytest.raises(LibraryError, match=r"confidence\.npz was trained on other features.* Install it again"):
        load_confidence_model.__wrapped__()
