"""What the command does once its options are understood."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qa
from eval import actions
from eval.records import QuestionSet
from eval.reports.compare import load_earlier

PLAIN: dict[str, Any] = {
    "earlier": None,
    "tolerance": 0.0,
    "baseline": False,
    "thorough": False,
    "passage_size": 1_000,
    "output": None,
    "page": None,
    "as_json": True,
}


def test_figures_are_printed_and_nothing_is_written(
    question_set: QuestionSet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert actions.measure_set(question_set, None, **PLAIN)
    assert json.loads(capsys.readouterr().out)["set"]["name"] == "small"


def test_a_guarded_figure_that_fell_is_told(question_set: QuestionSet, tmp_path: Path) -> None:
    actions.measure_set(question_set, None, **PLAIN | {"output": tmp_path})
    path = tmp_path / "results.json"
    results = json.loads(path.read_text(encoding="utf-8"))
    results["systems"]["quoth"]["figures"]["hit@1"]["value"] = 2.0
    path.write_text(json.dumps(results), encoding="utf-8")
    assert not actions.measure_set(question_set, None, **PLAIN | {"earlier": load_earlier(path)})


def test_a_library_forgets_its_calibration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with qa.Library(tmp_path) as library:
        library.calibrate(qa.Calibration(0.5, 0.1, 0.9))
    actions.reset_library(str(tmp_path))
    with qa.Library(tmp_path) as library:
        assert library.min_confidence == qa.DEFAULT_MIN_CONFIDENCE
    assert "has the shipped confidence" in capsys.readouterr().out
