"""`quoth eval --calibrate`: a library's own confidence and threshold, fitted on its owner's questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

import qa
from eval.cli import eval_command
from eval.records import EvalError, QuestionSet
from eval.sets.choose import read_set
from eval.sets.place import place_questions
from eval.training.calibrate import FEWEST_ANSWERED, FOLDS, choose_threshold, fit_calibration, fit_line

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham", "Ilford", "Jarrow", "Kendal", "Luton")


def town(name: str, year: int) -> str:
    return f"Travellers like {name}. The bridge of {name} was built in {year}. Rain is frequent there."


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    """A set of two questions about each town, one of which its document does not answer."""
    folder = tmp_path / "documents"
    folder.mkdir()
    lines = []
    for n, name in enumerate(TOWNS):
        (folder / f"{name}.txt").write_text(town(name, 1700 + n), encoding="utf-8")
        gold = [{"document": f"{name}.txt", "text": f"The bridge of {name} was built in {1700 + n}."}]
        lines.append({"id": f"{name}-yes", "question": f"When was the bridge of {name} built?", "gold": gold})
        lines.append({"id": f"{name}-no", "question": f"Who painted the museum of {name}?", "gold": []})
    path = tmp_path / "towns.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, towns: Path) -> Path:
    """A library in a folder that holds the towns, under ids of its own."""
    with qa.Library(tmp_path / "lib") as library:
        library.add_files(towns.parent / "documents")
    return tmp_path / "lib"


def run(*arguments: Any, code: int = 0) -> Result:
    result = CliRunner().invoke(eval_command, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def calibration_of(folder: Path) -> qa.Calibration:
    with qa.Library(folder) as library:
        return library.calibration


# -- the command ------------------------------------------------------------------------------------------------------


def test_it_is_fitted_kept_and_reported(towns: Path, folder: Path) -> None:
    result = run("--calibrate", towns, "--library", folder)
    assert (
        "towns: 24 questions, 12 answerable; 24 have a sentence to judge, the best one is right for 12."
        in result.stdout
    )
    assert f"Kept in {folder}." in result.stdout
    own = calibration_of(folder)
    assert own != qa.Calibration()
    assert f"log-odds times {own.slope:.3f}" in result.stdout
    assert f"threshold {own.threshold:.3f}" in result.stdout
    with qa.Library(folder) as library:
        assert library.ask("When was the bridge of Avon built?").answered
        assert not library.ask("Who painted the museum of Avon?").answered


def test_json_has_what_was_kept_and_only_cross_validated_figures(towns: Path, folder: Path) -> None:
    found = json.loads(run("--calibrate", towns, "--library", folder, "--json").stdout)
    assert qa.Calibration(**found["calibration"]) == calibration_of(folder)
    assert found["reached"] is True
    assert found["cross_validated"]["right"] <= found["cross_validated"]["answered"] <= found["n_judged"] == 24
    assert found["shipped"]["log_loss"] > 0.0


def test_fitting_again_gives_the_same_whatever_was_kept_before(towns: Path, folder: Path) -> None:
    first = run("--calibrate", towns, "--library", folder)
    second = run("--calibrate", towns, "--library", folder)
    assert first.stdout == second.stdout


def test_reset_goes_back(towns: Path, folder: Path) -> None:
    run("--calibrate", towns, "--library", folder)
    assert "shipped confidence and threshold" in run("--reset", "--library", folder).stdout
    assert calibration_of(folder) == qa.Calibration()


def test_reset_is_the_way_out_of_a_damaged_one(towns: Path, folder: Path) -> None:
    run("--calibrate", towns, "--library", folder)
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection, connection:
        connection.execute("UPDATE meta SET value = '{' WHERE key = 'setting calibration'")
    assert "quoth eval --reset" in run("--calibrate", towns, "--library", folder, code=2).stderr
    run("--reset", "--library", folder)
    run("--calibrate", towns, "--library", folder)


def test_questions_about_other_documents_are_left_out_and_counted(towns: Path, folder: Path) -> None:
    with qa.Library(folder) as library:
        library.remove(next(info.id for info in library.documents() if info.source.endswith("Luton.txt")))
    result = run("--calibrate", towns, "--library", folder)
    assert "towns: 23 questions, 11 answerable" in result.stdout
    assert "Left out, as the library does not hold the documents that answer them: 1 of 24 questions." in result.stdout


def test_a_precision_out_of_reach_is_said_to_be(towns: Path, folder: Path) -> None:
    lines = [json.loads(line) for line in towns.read_text(encoding="utf-8").splitlines()]
    for line in lines[: 2 * (len(TOWNS) - FOLDS)]:
        line["gold"] = []  # the library quotes it all the same
    towns.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = run("--calibrate", towns, "--library", folder, "--precision", "1")
    assert f"No threshold with at least {FEWEST_ANSWERED} answers has 1 of them right" in result.stdout
    assert calibration_of(folder).threshold == qa.DEFAULT_MIN_CONFIDENCE


def test_a_library_without_the_documents_is_refused(towns: Path, tmp_path: Path) -> None:
    with qa.Library(tmp_path / "other") as library:
        library.add(qa.Document(text="Something else."))
    result = run("--calibrate", towns, "--library", tmp_path / "other", code=2)
    assert "No question of towns has its answer in a document of this library" in result.stderr
    assert calibration_of(tmp_path / "other") == qa.Calibration()


@pytest.mark.parametrize(
    ("limit", "way_out"), [(19, "19 questions to judge"), (4, "20 questions, 5 of either kind: add questions.")]
)
def test_too_few_questions_are_refused(towns: Path, folder: Path, limit: int, way_out: str) -> None:
    result = run("--calibrate", towns, "--library", folder, "--limit", limit, code=2)
    assert way_out in result.stderr
    assert calibration_of(folder) == qa.Calibration()


def test_only_right_ones_are_refused(towns: Path, folder: Path) -> None:
    lines = [line for line in towns.read_text(encoding="utf-8").splitlines() if "-yes" in line]
    again = [line.replace("-yes", "-again").replace("When was", "When exactly was") for line in lines]
    towns.write_text("\n".join(lines + again), encoding="utf-8")
    result = run("--calibrate", towns, "--library", folder, code=2)
    assert "24 with a right first sentence and 0 with a wrong one" in result.stderr
    assert "add questions that the documents do not answer" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--calibrate"], "--library DIR"),
        (["--reset"], "--library DIR"),
        (["--library", "lib"], "No SET is named"),
        (["--library", "lib", "--documents", "."], "--documents is of no use with --library"),
        (["--library", "lib", "--all", "."], "--library is of no use with --all"),
        (["--precision", "0.5"], "--precision is of no use without --calibrate"),
        (["--calibrate", "--library", "lib", "--baseline"], "--baseline is of no use with --calibrate"),
        (["--calibrate", "--library", "lib", "--output", "x"], "--output is of no use with --calibrate"),
        (["--calibrate", "--library", "lib", "--reset"], "--reset is of no use with --calibrate"),
        (["--reset", "--library", "lib", "--json"], "--json is of no use with --reset"),
        (["--calibrate", "--library", "nowhere"], "no library at 'nowhere'"),
        (["--reset", "--library", "nowhere"], "no library at 'nowhere'"),
        (["--calibrate", "--library", "lib", "--precision", "0"], "0<x<=1"),
    ],
)
def test_wrong_use(arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert message in run(*arguments, code=2).stderr
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_set_calibrates_a_library_of_the_shipped_documents() -> None:
    shipped = read_set()
    with qa.Library() as library:
        library.add(*shipped.documents)
        found = fit_calibration(place_questions(shipped, library), library, precision=0.8)
    assert found.n_judged <= len(shipped.questions)
    assert 0.0 < found.calibration.threshold < 1.0


# -- places -----------------------------------------------------------------------------------------------------------


def test_a_document_is_known_by_its_text(question_set: QuestionSet) -> None:
    museum, other = question_set.documents
    with qa.Library() as library:
        library.add(replace(museum, id="one"), replace(museum, id="two"), replace(other, text=other.text + " More."))
        found = place_questions(question_set, library)
    assert [question.id for question in found.questions] == ["q1", "q2", "q4"]
    places = found.questions[0].gold
    assert [place.document_id for place in places] == ["one", "two"]
    assert {place.cut(replace(museum, id=place.document_id)) for place in places} == {"14 euros"}
    assert found.questions[2].gold == ()
    assert [document.id for document in found.documents] == ["one", "two"]
    assert "1 of 4 questions" in found.notes[-1]


def test_a_question_of_certain_documents_keeps_to_them(question_set: QuestionSet) -> None:
    first, second = question_set.documents
    asked = replace(question_set.questions[0], documents=(first.id,))
    elsewhere = replace(question_set.questions[3], documents=(second.id,))
    given = replace(question_set, questions=(asked, elsewhere))
    with qa.Library() as library:
        library.add(replace(first, id="mine"))
        found = place_questions(given, library)
    assert [(question.id, question.documents) for question in found.questions] == [("q1", ("mine",))]


def test_no_place_at_all_is_an_error(question_set: QuestionSet) -> None:
    with qa.Library() as library, pytest.raises(EvalError, match="very text"):
        place_questions(question_set, library)


# -- the line and the threshold ---------------------------------------------------------------------------------------


def test_a_bent_probability_is_straightened() -> None:
    rng = np.random.default_rng(0)
    truth = rng.uniform(0.05, 0.95, 4000)
    slope, intercept = fit_line((logit(truth) - 1.0) / 0.5, rng.random(4000) < truth)
    assert slope == pytest.approx(0.5, abs=0.06)
    assert intercept == pytest.approx(1.0, abs=0.15)


@given(st.lists(st.tuples(st.floats(-20, 20), st.booleans()), min_size=2))
def test_the_line_rises_and_is_finite(cases: list[tuple[float, bool]]) -> None:
    log_odds, right = np.array([case[0] for case in cases]), np.array([case[1] for case in cases])
    slope, intercept = fit_line(log_odds, right)
    assert qa.Calibration(slope, intercept).slope > 0


def test_questions_that_are_told_apart_have_no_endless_slope() -> None:
    log_odds = np.array([-1.0] * 10 + [1.0] * 10)
    slope, intercept = fit_line(log_odds, log_odds > 0)
    assert expit(slope * log_odds + intercept)[[0, -1]] == pytest.approx([1 / 12, 11 / 12], abs=1e-3)  # Platt's targets


confidences = st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.booleans()), min_size=1, max_size=60)


@given(confidences, st.sampled_from([0.5, 0.8, 0.9, 1.0]))
def test_the_threshold_is_the_lowest_that_has_the_precision(cases: list[tuple[float, bool]], wanted: float) -> None:
    confidence, right = np.array([case[0] for case in cases]), np.array([case[1] for case in cases])
    fits: Callable[[float], bool] = lambda least: (  # noqa: E731
        (confidence >= least).sum() >= FEWEST_ANSWERED and right[confidence >= least].mean() >= wanted - 1e-12
    )
    lowest = [least for least in np.unique(confidence) if fits(least)]
    assert choose_threshold(confidence, right, precision=wanted) == (lowest[0] if lowest else None)
