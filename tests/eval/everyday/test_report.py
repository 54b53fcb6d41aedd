"""Figures of both halves, and not a word of the questions of the one that is only reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.evaluate import choose_systems
from eval.everyday.halves import read_halves
from eval.everyday.measure import EverydayRun, measure
from eval.everyday.report import FIGURES, as_one_json, list_misses, markdown, table, write_choose

HUSHED = ("quagga", "zebu", "okapi", "crowns", "secretive", "hushed", '"r1"', '"r2"')


@pytest.fixture
def runs(write_halves: Callable[..., Path]) -> list[EverydayRun]:
    return measure(read_halves(write_halves()), choose_systems(baseline=True))


def test_there_is_a_run_for_each_half_and_way(runs: list[EverydayRun]) -> None:
    assert [(run.half, run.way) for run in runs] == [
        (half, way) for half in ("choose", "report") for way in ("alone", "half", "all")
    ]
    assert {tuple(system.name for system in run.results.systems) for run in runs} == {("Quoth", "naive TF-IDF")}


def test_of_a_half_there_are_totals(runs: list[EverydayRun]) -> None:
    halves = as_one_json(runs)["halves"]
    assert halves["report"]["ways"]["all"]["quoth"]["figures"]["answered_right"]["n"] == 1
    assert halves["choose"]["ways"]["alone"]["quoth"]["figures"]["quote@1"]["n"] == 3
    assert set(halves["choose"]["ways"]["half"]["quoth"]["kinds"]) == {"number", "not_stated", "odd"}


def test_the_half_that_is_only_reported_is_shown_in_totals_alone(runs: list[EverydayRun], tmp_path: Path) -> None:
    files = write_choose(runs, tmp_path / "out")
    shown = [table(runs), markdown(runs), json.dumps(as_one_json(runs)), list_misses(runs)]
    shown += [path.read_text(encoding="utf-8") for path in files]
    assert {path.parent.name for path in files} == {"alone", "half", "all"}
    assert [word for word in HUSHED for text in shown if word in text] == []
    for run in runs:
        if run.half == "report":
            assert all(not system.rows and not system.kinds for system in run.results.systems)


def test_the_tables_have_every_figure_and_the_kinds_of_one_half(runs: list[EverydayRun]) -> None:
    text = table(runs)
    assert all(text.count(f"\n{name} ") == 4 for name in FIGURES)  # two halves, two systems
    assert "\nnot_stated       1   1 of 1" in text
    assert all(len(line) <= 100 for line in text.splitlines())
    assert markdown(runs).count("| measure | n |") == 4
    assert markdown(runs).count("| kind | n |") == 1


def test_misses_are_those_of_the_half_to_choose_on(runs: list[EverydayRun]) -> None:
    text = list_misses(runs)
    assert "c4 (odd): When does the ferry sail?" in text
    assert "gold:  The ferry is not ours." in text
    assert "c3" not in text
