"""What the library refuses before anything is looked up, and the calibration that it keeps for itself."""

from __future__ import annotations

import math
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import qa
from tests.qa.boxed import boxed

QUESTION = "When did Smith found the museum?"
OWN = qa.Calibration(slope=0.5, intercept=-0.75, threshold=0.625)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda library: library.ask("x", k=0), "k is 0: it must be a whole number from 1"),
        (lambda library: library.ask("x", max_quotes=21), "max_quotes is 21"),
        (lambda library: library.ask("x", min_confidence=1.1), "min_confidence is 1.1"),
        (lambda library: library.ask("x", min_confidence=float("nan")), "min_confidence is nan"),
        (lambda library: library.ask("x", k=2.5), "k is 2.5"),
        (lambda library: library.search("x", k=10**6), "k is 1000000"),
        (lambda library: qa.Library(passage_size=0), "passage size is 0"),
    ],
)
def test_options_out_of_range_are_refused(
    library: qa.Library, call: Callable[[qa.Library], object], message: str
) -> None:
    with pytest.raises(qa.InvalidOption, match=message):
        call(library)


def test_a_question_over_the_limit_is_refused(library: qa.Library) -> None:
    for ask in (library.ask, library.search, library.examine):
        with pytest.raises(qa.QuestionTooLong, match=r"100,000 characters; the limit is 4,000"):
            ask("x" * 100_000)


def test_a_library_says_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert qa.Library().folder is None
    with qa.Library("mine") as library:
        assert library.folder == tmp_path / "mine"


def keep(folder: Path, text: str) -> None:
    """Put a text where the library keeps its calibration, as a disk or a foreign program might."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'setting calibration'", (text,))


def test_confidence_and_threshold_are_the_librarys_own_until_it_goes_back(library: qa.Library) -> None:
    shipped = library.ask(QUESTION, min_confidence=0.0)
    examination = library.examine(QUESTION)
    assert examination.log_odds is not None
    assert shipped.confidence == examination.confidence == qa.Calibration().corrected(examination.log_odds)
    library.calibrate(OWN)
    own = library.ask(QUESTION, min_confidence=0.0)
    assert own.confidence == OWN.corrected(examination.log_odds) == library.examine(QUESTION).confidence
    assert own.quotes == shipped.quotes
    assert library.calibration == OWN
    assert library.min_confidence == library.examine(QUESTION).min_confidence == OWN.threshold
    library.calibrate(None)
    assert library.calibration == qa.Calibration()
    assert library.min_confidence == qa.DEFAULT_MIN_CONFIDENCE
    assert library.ask(QUESTION, min_confidence=0.0) == shipped


def test_the_threshold_of_a_calibration_decides_unless_one_is_given(library: qa.Library) -> None:
    confidence = library.ask(QUESTION, min_confidence=0.0).confidence
    for threshold, answered in ((confidence, True), (math.nextafter(confidence, 1.0), False)):
        library.calibrate(qa.Calibration(threshold=threshold))
        assert library.ask(QUESTION).answered is answered
        assert library.ask(QUESTION, min_confidence=0.0).answered
        assert not library.ask(QUESTION, min_confidence=1.0).answered


def test_a_calibration_lasts_and_another_handle_sees_it_at_once(tmp_path: Path, museum: qa.Document) -> None:
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


def test_another_process_sees_a_calibration(tmp_path: Path, museum: qa.Document) -> None:
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
def test_a_damaged_calibration_is_said_to_be_and_can_be_replaced(
    tmp_path: Path, museum: qa.Document, text: str
) -> None:
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


def test_an_untrained_library_has_no_calibration(tmp_path: Path, museum: qa.Document) -> None:
    with qa.Library(tmp_path, trained=False) as library:
        library.add(museum)
        library.calibrate(OWN)
        examination = library.examine(QUESTION)
        assert (examination.log_odds, examination.confidence) == (None, examination.evidence[0].score)
        assert library.min_confidence == qa.DEFAULT_MIN_CONFIDENCE


def test_without_evidence_there_are_no_log_odds(library: qa.Library) -> None:
    examination = library.examine("volcano")
    assert (examination.log_odds, examination.confidence) == (None, 0.0)


def test_a_place_outside_its_document_has_no_boxes() -> None:
    library = qa.Library()
    library.add(boxed("a", "The tide rises."), qa.Document(id="b", text="The tide falls."))
    assert library.boxes(qa.Span("a", 4, 8)) == [{"page": 1, "left": 40.0, "top": 20.0, "right": 80.0, "bottom": 32.0}]
    assert library.boxes(qa.Span("b", 4, 8)) == []
    with pytest.raises(qa.InvalidSpan, match=r"\[4, 99\) is outside document 'a', which has 15 characters"):
        library.boxes(qa.Span("a", 4, 99))
    with pytest.raises(qa.DocumentNotFound):
        library.boxes(qa.Span("c", 4, 8))


def test_a_quote_says_whether_its_page_was_recognised() -> None:
    library = qa.Library()
    text = "The museum opens at nine in the morning.\n\nThe ticket costs 14 euros.\n"
    library.add(qa.Document(id="a", text=text, page_starts=(0, 42), recognised=(2,)))
    opening, price = (library.ask(question) for question in ("When does the museum open?", "What does a ticket cost?"))
    assert not opening.quotes[0].recognised
    assert price.quotes[0].recognised


def test_a_document_with_other_notices_is_another() -> None:
    library, outcomes = qa.Library(), []
    document = qa.Document(id="a", text="The museum opens.", notices=("Page 2 has no text.",))
    for each in (document, document, replace(document, notices=())):
        library.add(each)
        outcomes.append(library.info("a").notices)
    assert outcomes == [("Page 2 has no text.",), ("Page 2 has no text.",), ()]
