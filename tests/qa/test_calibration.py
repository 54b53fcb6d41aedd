"""A calibration that a library keeps for itself."""

from __future__ import annotations

import math
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa

QUESTION = "When did Smith found the museum?"
OWN = qa.Calibration(slope=0.5, intercept=-0.75, threshold=0.625)
calibrations = st.builds(
    qa.Calibration,
    slope=st.floats(1e-3, 1e3),
    intercept=st.floats(-50, 50),
    threshold=st.floats(0, 1),
)


def keep(folder: Path, text: str) -> None:
    """Put a text where the library keeps its calibration, as a disk or a foreign program might."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'setting calibration'", (text,))


@given(calibrations)
def test_it_comes_back_to_the_last_digit(calibration: qa.Calibration) -> None:
    assert qa.Calibration.of_text(calibration.as_text()) == calibration


@given(calibrations, st.lists(st.floats(-1e6, 1e6), min_size=2))
def test_the_probability_never_falls_as_the_log_odds_rise(calibration: qa.Calibration, log_odds: list[float]) -> None:
    found = [calibration.corrected(value) for value in sorted(log_odds)]
    assert found == sorted(found)
    assert all(0.0 <= value <= 1.0 for value in found)


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


def test_confidence_and_threshold_are_the_librarys_own_until_it_goes_back(library: qa.Library) -> None:
    shipped = library.ask(QUESTION, min_confidence=0.0)
    found = library.examine(QUESTION)
    assert found.log_odds is not None
    assert shipped.confidence == found.confidence == qa.Calibration().corrected(found.log_odds)
    library.calibrate(OWN)
    own = library.ask(QUESTION, min_confidence=0.0)
    assert own.confidence == OWN.corrected(found.log_odds) == library.examine(QUESTION).confidence
    assert own.quotes == shipped.quotes
    assert library.calibration == OWN
    assert library.min_confidence == library.examine(QUESTION).min_confidence == OWN.threshold
    library.calibrate(None)
    assert library.calibration == qa.Calibration()
    assert library.min_confidence == qa.DEFAULT_MIN_CONFIDENCE
    assert library.ask(QUESTION, min_confidence=0.0) == shipped


def test_its_threshold_decides_unless_one_is_given(library: qa.Library) -> None:
    confidence = library.ask(QUESTION, min_confidence=0.0).confidence
    for threshold, answered in ((confidence, True), (math.nextafter(confidence, 1.0), False)):
        library.calibrate(qa.Calibration(threshold=threshold))
        assert library.ask(QUESTION).answered is answered
        assert library.ask(QUESTION, min_confidence=0.0).answered
        assert not library.ask(QUESTION, min_confidence=1.0).answered


def test_it_lasts_and_another_handle_sees_it_at_once(tmp_path: Path, museum: qa.Document) -> None:
    with qa.Library(tmp_path) as reader, qa.Library(tmp_path) as writer:
        writer.add(museum)
        before = reader.ask(QUESTION, min_confidence=0.0)
        writer.calibrate(OWN)
        assert reader.min_confidence == OWN.threshold
        assert reader.ask(QUESTION, min_confidence=0.0).confidence != before.confidence
    with qa.Library(tmp_path) as again:
        assert again.calibration == OWN
        again.calibrate(None)
    with qa.Library(tmp_path) as again:
        assert again.ask(QUESTION, min_confidence=0.0) == before


def test_another_process_sees_it(tmp_path: Path, museum: qa.Document) -> None:
    with qa.Library(tmp_path) as library:
        library.add(museum)
        code = f"import qa; qa.Library({str(tmp_path)!r}).calibrate(qa.Calibration(0.5, -0.75, 0.625))"
        subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
        assert library.calibration == OWN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[1, 2, 3]",
        '{"slope": "steep"}',
        '{"slope": 1, "bias": 2}',
        '{"slope": NaN}',
        '{"slope": 1' + "0" * 400 + "}",
        '{"threshold": 2}',
    ],
)
def test_a_damaged_one_is_said_to_be_and_can_be_replaced(tmp_path: Path, museum: qa.Document, text: str) -> None:
    with qa.Library(tmp_path) as library:
        library.add(museum)
        library.calibrate(OWN)
        keep(tmp_path, text)
        for use in (lambda: library.ask(QUESTION), lambda: library.min_confidence):
            with pytest.raises(qa.LibraryError, match=r"calibration that is kept.*cannot be used.*--reset"):
                use()
        assert library.search(QUESTION)
        library.calibrate(None)
        assert library.ask(QUESTION, min_confidence=0.0).answered


def test_an_untrained_library_has_none(tmp_path: Path, museum: qa.Document) -> None:
    with qa.Library(tmp_path, trained=False) as library:
        library.add(museum)
        library.calibrate(OWN)
        found = library.examine(QUESTION)
        assert (found.log_odds, found.confidence) == (None, found.evidence[0].score)
        assert library.min_confidence == qa.DEFAULT_MIN_CONFIDENCE


def test_without_evidence_there_are_no_log_odds(library: qa.Library) -> None:
    found = library.examine("volcano")
    assert (found.log_odds, found.confidence) == (None, 0.0)
