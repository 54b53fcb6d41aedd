"""A run over several sizes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from eval.bench.engines import Contestant
from eval.bench.processes import LeftOut, ProcessLimits
from eval.bench.records import TextSource
from eval.bench.run import bench


def test_a_system_that_cannot_do_a_size_is_not_tried_at_a_larger_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(job: Mapping[str, Any], limits: ProcessLimits, **options: bool) -> dict[str, Any]:
        raise LeftOut("it took more than 60 seconds")

    for module in ("run", "measure"):
        monkeypatch.setattr(f"eval.bench.{module}.run_job", stopped)
    absent = Contestant("absent", ("no_such_package",), "nowhere:Nothing", "")
    sharing = Contestant("sharing", (), "nowhere:Nothing", "", built_as="absent")
    slow = Contestant("slow", (), "nowhere:Nothing", "")
    found = bench(
        TextSource(sizes=(50, 60), n_questions=3), limits=ProcessLimits(60, 10**10), contestants=[absent, sharing, slow]
    )
    first, second = ({system.name: system.left_out for system in size.systems} for size in found.sizes)
    assert first["absent"] == second["absent"]
    assert "not installed (no_such_package); get it with: pip install 'quoth[bench]'" in first["absent"]
    assert first["sharing"] == "it needs the index of absent"
    assert first["slow"] == "it took more than 60 seconds"
    assert second["slow"] == second["sharing"] == "not tried, as it could not do 50 passages"
    assert (found.sizes[0].bandwidth, found.sizes[0].limit_ms) == (None, None)
