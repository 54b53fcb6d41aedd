"""Results as a record and as JSON."""

from __future__ import annotations

from collections.abc import Callable

from eval.measures.results import Results, as_json, machine, summarise
from eval.records import ResultRow


def test_figures_alone_have_no_rows(make_results: Callable[..., Results], make_row: Callable[..., ResultRow]) -> None:
    results = make_results([make_row(id="q1"), make_row(id="q2", right=False)])
    record = as_json(results, rows=False)
    assert "rows" not in record["systems"]["quoth"]
    assert set(record["systems"]["quoth"]["figures"]["quote@1"]) == {"value", "low", "high", "n"}
    assert [row["outcome"] for row in as_json(results)["systems"]["quoth"]["rows"]] == ["right", "wrong"]


def test_kinds_are_in_order_and_have_no_intervals(make_row: Callable[..., ResultRow]) -> None:
    system = summarise("Quoth", [make_row(kind="number"), make_row(kind="date")], min_confidence=0.5)
    assert list(system.kinds) == ["date", "number"]
    assert system.kinds["date"]["quote@1"].low is None


def test_the_machine_has_no_name() -> None:
    assert set(machine()) == {"platform", "architecture", "cpu_count", "python"}
