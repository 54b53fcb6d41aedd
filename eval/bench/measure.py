"""One system at one size: indexed, asked, asked on all processors, each in processes of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

import qa
from eval.bench.clusters import Database
from eval.bench.engines import Contestant
from eval.bench.processes import LeftOut, ProcessLimits, run_job, run_together
from eval.bench.records import AskCost, BuildCost, SystemCost
from eval.measures.intervals import intervals

__all__ = ["Workplace", "measure_system"]


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where systems are measured at one size. databases: of those that have their library in ClickHouse."""

    folder: Path
    limits: ProcessLimits
    databases: Mapping[Contestant, Database]

    def job(self, contestant: Contestant) -> dict[str, Any]:
        """Return the job of a system's process, but for the phase."""
        database = self.databases.get(contestant)
        return contestant.job(self.folder, database.url if database else "")


def measure_system(
    contestant: Contestant, shared: SystemCost | None, place: Workplace, own: ExitStack, told: dict[str, list[str]]
) -> SystemCost:
    """Measure one system: index, ask, ask on all processors.

    shared: the system whose index it has, when it was measured. own: gets what undoes the index. told: digests of all
    answers of each system so far, by name; its own come to it.
    """
    job = place.job(contestant)
    built = None
    try:
        if contestant.built_as:
            if shared is None or shared.built is None:
                raise LeftOut(f"it needs the index of {contestant.built_as}")
            built = shared.built
        else:
            built = _build(contestant, place, own)
        result = run_job(job | {"phase": "ask"}, place.limits)
        told[contestant.name] = result.pop("told")
        answered = _summarise(result, contestant, told)
    except LeftOut as exc:
        return SystemCost(contestant.name, built, left_out=str(exc))
    except qa.LibraryError as exc:
        return SystemCost(contestant.name, built, left_out=f"its library failed: {str(exc).rstrip('.')}")
    try:
        answered = replace(answered, **_meter(contestant, place), per_second=_measure_throughput(job, place.limits))
    except LeftOut as exc:
        return SystemCost(contestant.name, built, answered, f"on all processors {exc}")
    return SystemCost(contestant.name, built, answered)


def _build(contestant: Contestant, place: Workplace, own: ExitStack) -> BuildCost:
    """Index. Raises LeftOut, or qa.LibraryError."""
    database = place.databases.get(contestant)
    own.callback(shutil.rmtree, place.folder / contestant.kept_as, ignore_errors=True)
    if database:
        own.enter_context(database.make())
    built = BuildCost(**run_job(place.job(contestant) | {"phase": "build"}, place.limits, one_thread=False))
    if not database:
        return built
    stored = database.settle()
    return replace(built, index_bytes=stored.postings, kept_bytes=stored.disk, server_memory=stored.memory)


def _measure_throughput(job: Mapping[str, Any], limits: ProcessLimits) -> float:
    """Return how many questions are answered in a second on all processors. Raises LeftOut."""
    places = os.cpu_count() or 1
    jobs = [{**job, "phase": "batch", "place": place, "places": places} for place in range(places)]
    turns = run_together(jobs, limits)
    seconds = max(turn["ended"] for turn in turns) - min(turn["started"] for turn in turns)
    return float(sum(turn["questions"] for turn in turns) / seconds)


def _meter(contestant: Contestant, place: Workplace) -> dict[str, Any]:
    """Return the costs of some questions in processors and memory; none where there is no server. Raises LeftOut."""
    database = place.databases.get(contestant)
    if not database:
        return {}
    shards = [shard[0] for shard in database.cluster.shards]
    result = run_job(place.job(contestant) | {"phase": "meter", "shards": shards}, place.limits)
    return {name: tuple((number, value) for number, value in pairs) for name, pairs in result.items()}


def _summarise(result: dict[str, Any], contestant: Contestant, told: Mapping[str, Sequence[str]]) -> AskCost:
    """Return the percentiles and shares of what a process has measured of each question."""
    times, hits = np.array(result.pop("times_ms")), np.array(result.pop("hits"), dtype=np.float64)
    share = float(hits.mean())
    ((low, high),) = intervals(
        lambda index: [float(hits[index].mean())], len(hits), values=[share], counts=[len(hits)], rates=[True]
    )
    p50, p95, p99 = (float(p) for p in np.percentile(times, [50, 95, 99]))
    same = None
    if other := told.get(contestant.compared_with):
        same = sum(one == as_other for one, as_other in zip(told[contestant.name], other, strict=True))
    return AskCost(
        p50=p50,
        p95=p95,
        p99=p99,
        hit=share,
        hit_low=low,
        hit_high=high,
        per_second=None,
        same=same,
        **result,
    )
