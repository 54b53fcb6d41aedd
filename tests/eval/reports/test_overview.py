"""The table of several sets, from results made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from eval.measures.results import Results
from eval.records import ResultRow
from eval.reports import overview
from eval.sets.squad import read_squad
from eval.suite import THREE, Known, Suite


@pytest.fixture
def suite(make_results: Callable[..., Results], make_row: Callable[..., ResultRow]) -> Suite:
    """Return the results of two sets: one by Quoth alone, one with plain TF-IDF that quotes three sentences, too."""
    rows = [make_row(id="q1", focus="the words"), make_row(id="q2", right=False, focus="")]
    one, two = make_results(rows), make_results(rows, rows)
    three = replace(two.systems[1], name=THREE)
    two = replace(two, systems=(*two.systems, three))
    known = Known("first|set", (), read_squad), Known("second", (), read_squad, short=False, several=True)
    return Suite(tuple(zip(known, (one, two), strict=True)), ("a set was left out",))


def test_every_line_has_the_systems_that_took_part(suite: Suite) -> None:
    lines = list(overview.lines(suite))
    first = {line.measure: line for line in lines if line.set_name == "first|set"}
    second = {line.measure: line for line in lines if line.set_name == "second"}
    assert list(first["quote@1"].values) == ["Quoth"]
    assert list(second["quote@1"].values) == ["Quoth", "naive TF-IDF"]
    assert list(second["sentence_f1, three"].values) == ["naive TF-IDF"]
    assert "focus_f1" in first
    assert "focus_f1" not in second  # its answers are no few words


def test_markdown_escapes_what_parts_cells(suite: Suite) -> None:
    table = overview.markdown(suite)
    assert "first\\|set" in table
    assert table.endswith("- a set was left out\n")


def test_json_has_each_set_by_its_name(suite: Suite) -> None:
    record = overview.as_one_json(suite)
    assert list(record["sets"]) == ["first|set", "second"]
    assert "rows" not in record["sets"]["second"]["systems"]["quoth"]
    assert record["notes"] == ["a set was left out"]
