"""One system at one size, with processes that only pretend."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from eval.bench.engines import Contestant
from eval.bench.measure import Workplace, measure_system
from eval.bench.processes import LeftOut
from eval.bench.records import SystemCost
from tests.eval.bench.conftest import GENEROUS

RESULTS: dict[str, dict[str, Any]] = {
    "build": {"seconds": 2.0, "memory": 100, "index_bytes": 10, "kept_bytes": 20},
    "ask": {
        "import_seconds": 1.0,
        "open_seconds": 0.5,
        "first_ms": 9.0,
        "times_ms": [1.0, 2.0, 3.0],
        "hits": [True, True, False],
        "told": ["a", "b", "c"],
        "memory": 50,
    },
}
SEARCH = Contestant("search", (), "nowhere:Nothing", "")
ASK = Contestant("ask", (), "nowhere:Nothing", "", built_as="search", compared_with="search")


@pytest.fixture
def phases(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the phases that were run so far; a process gives what is in `RESULTS`."""
    phases: list[str] = []

    def run_job(job: Mapping[str, Any], limits: object, **options: bool) -> dict[str, Any]:
        phases.append(job["phase"])
        return dict(RESULTS[job["phase"]])

    def run_together(jobs: list[Mapping[str, Any]], limits: object) -> list[dict[str, Any]]:
        phases.append("batch")
        return [{"started": 1.0, "ended": 3.0, "questions": 10} for _ in jobs]

    monkeypatch.setattr("eval.bench.measure.run_job", run_job)
    monkeypatch.setattr("eval.bench.measure.run_together", run_together)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    return phases


def test_a_system_is_indexed_asked_and_asked_on_all_processors(phases: list[str], tmp_path: Path) -> None:
    told: dict[str, list[str]] = {}
    place = Workplace(tmp_path, GENEROUS, {})
    with ExitStack() as own:
        cost = measure_system(SEARCH, None, place, own, told)
    assert phases == ["build", "ask", "batch"]
    assert cost.built
    assert cost.built.seconds == 2.0
    assert cost.answered
    assert (cost.answered.p50, cost.answered.per_second, cost.answered.same) == (2.0, 10.0, None)
    assert cost.answered.hit == pytest.approx(2 / 3)
    assert (told, cost.left_out) == ({"search": ["a", "b", "c"]}, "")


def test_an_index_is_shared_and_answers_are_compared(phases: list[str], tmp_path: Path) -> None:
    told = {"search": ["a", "x", "c"]}
    place = Workplace(tmp_path, GENEROUS, {})
    with ExitStack() as own:
        shared = measure_system(SEARCH, None, place, own, {})
        cost = measure_system(ASK, shared, place, own, told)
        alone = measure_system(ASK, None, place, own, told)
    assert phases == ["build", "ask", "batch", "ask", "batch"]
    assert cost.built is shared.built
    assert cost.answered
    assert cost.answered.same == 2
    assert alone == SystemCost("ask", left_out="it needs the index of search")


def test_what_cannot_be_measured_on_all_processors_keeps_the_rest(
    phases: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*args: object) -> list[dict[str, Any]]:
        raise LeftOut("it took more than 9 seconds")

    monkeypatch.setattr("eval.bench.measure.run_together", stop)
    with ExitStack() as own:
        cost = measure_system(SEARCH, None, Workplace(tmp_path, GENEROUS, {}), own, {})
    assert cost.left_out == "on all processors it took more than 9 seconds"
    assert cost.answered
    assert cost.answered.per_second is None
