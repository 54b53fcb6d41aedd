from __future__ import annotations

import pytest

import qa
from qa.confidence import Calibration, confidence_features, default_calibration


def test_the_shipped_calibration_knows_every_feature(library: qa.Library) -> None:
    calibration = default_calibration()
    features = library.examine("When did Smith found the museum?").features
    assert set(calibration.weights) == set(features)
    assert 0.0 < calibration.threshold == qa.DEFAULT_MIN_CONFIDENCE < 1.0


def test_the_probability_is_the_logistic_function() -> None:
    calibration = Calibration(intercept=0.0, weights={"a": 2.0}, threshold=0.5)
    assert calibration.probability({"a": 0.0}) == 0.5
    assert calibration.probability({"a": 0.5}) == pytest.approx(0.7310586)
    assert calibration.probability({"a": 1e6}) == pytest.approx(1.0)
    assert calibration.probability({"a": -1e6}) == pytest.approx(0.0)


def test_full_coverage_is_more_confident_than_little(library: qa.Library) -> None:
    full = library.ask("Did Dr. J. R. Smith found it in 1931?", min_confidence=0.0).confidence
    little = library.ask("Did a volcano erupt in 1931?", min_confidence=0.0).confidence
    assert full > little


def test_one_sentence_alone_has_its_whole_score_as_margin(library: qa.Library) -> None:
    found = library.examine("When did Smith found the museum?")
    alone = confidence_features(found.evidence[:1], found.hits, 0.25)
    assert alone["margin"] == alone["lead"] == found.evidence[0].score
    assert alone["missing"] == 0.25
    assert alone["passage_score"] == found.hits[0].score


def test_the_lead_is_over_another_passage(library: qa.Library) -> None:
    found = library.examine("When was the harbour built, and who founded the museum?")
    features = confidence_features(found.evidence, found.hits, 0.0)
    other = next(sentence for sentence in found.evidence if sentence.passage != found.evidence[0].passage)
    assert features["lead"] == found.evidence[0].score - other.score >= features["margin"]
