"""A calibration comes back as it was, never turns the order of scores, and has no values that mean nothing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa

calibrations = st.builds(
    qa.Calibration,
    slope=st.floats(1e-3, 1e3),
    intercept=st.floats(-50, 50),
    threshold=st.floats(0, 1),
)


@given(calibrations)
def test_it_comes_back_to_the_last_digit(calibration: qa.Calibration) -> None:
    assert qa.Calibration.of_text(calibration.as_text()) == calibration


@given(calibrations, st.lists(st.floats(-1e6, 1e6), min_size=2))
def test_the_probability_never_falls_as_the_log_odds_rise(calibration: qa.Calibration, log_odds: list[float]) -> None:
    probabilities = [calibration.corrected(value) for value in sorted(log_odds)]
    assert probabilities == sorted(probabilities)
    assert all(0.0 <= value <= 1.0 for value in probabilities)


@given(st.floats(-500, 500))
def test_by_default_it_is_the_logistic_function(log_odds: float) -> None:
    assert qa.Calibration().corrected(log_odds) == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-12)


@pytest.mark.parametrize(
    "values",
    [
        {"slope": 0.0},
        {"slope": -1.0},
        {"slope": math.inf},
        {"slope": math.nan},
        {"intercept": math.nan},
        {"threshold": 1.1},
        {"threshold": math.nan},
    ],
)
def test_values_that_mean_nothing_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(qa.InvalidOption, match=str(next(iter(values.values())))):
        qa.Calibration(**values)
