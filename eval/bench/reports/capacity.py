"""How many servers a library takes: from what was measured of a small one, what a large one needs, and as what.

The time of a question is taken to be that of processors, of the client and of the busiest shard together, which other
work on the machine changes little: fixed + cost x (postings of its words on one shard). Both are fitted by the method
of Theil and Sen, medians that a few slow questions do not move, over questions of all sizes. The rest is proportion.
Whatever is larger than what was measured is extrapolated, and so is every number of shards but those that
were measured: see `ASSUMPTIONS`. Left out: processors, networks and disks that differ from those measured on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from eval.measures.intervals import LEVEL

__all__ = [
    "ASSUMPTIONS",
    "PASSAGES",
    "TARGETS_MS",
    "Cost",
    "Load",
    "Need",
    "estimate_need",
    "estimate_needs",
    "fit_cost",
]

PASSAGES = (10**8, 10**9)
"""Sizes that are told of."""

TARGETS_MS = (1_000.0, 200.0)
"""Medians of the time of a question that are told of, in milliseconds."""

ASSUMPTIONS = (
    "A question takes the time of the processors of the client and of the busiest shard, one after the other, as long "
    "as nothing else wants them.",
    "Every shard is a server of its own, as quick as those measured here, with one thread for a question, and answers "
    "one question at a time.",
    "Texts and questions are like those measured: a question touches postings in proportion to the passages, and "
    "passages spread evenly over the shards.",
    "Time grows in a straight line with the postings of a question on a shard, beyond what was measured too; postings "
    "are in the memory of the system, as they were here, and not read from the disk.",
    "Many shards cost no more than those measured: waiting for the slowest of them, adding up what they send and the "
    "network between them are not in the figures.",
    "One copy of everything: each replica takes as much again. While the engine merges, disk may be twice as much.",
)
"""What must hold for what is told to hold."""

_MOST = 2_000  # points of a fit: it takes every pair of them


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured of one system at one size.

    postings: of the words of each question, on all shards. processor_ms: of some questions by number, milliseconds.
    peaks: the same for the most bytes on one shard. disk, memory: bytes of all tables, and of what servers keep of them
    in memory.
    """

    n_passages: int
    n_shards: int
    postings: Sequence[float]
    processor_ms: Sequence[tuple[int, float]]
    disk: int
    memory: int
    peaks: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question costs, and what a passage takes.

    fixed_ms: whatever the postings. ns: of each posting on a shard; low, high: its 95 % interval. n_questions: how many
    were fitted.
    largest: passages of the largest size measured, of which the rest is: touched, the postings of the median question
    for each passage, and heavy, of one in a hundred; disk and memory, bytes for each passage; peak, bytes on a shard
    for each posting that a question touches there, 0 when that was not seen.
    """

    fixed_ms: float
    ns: float
    ns_low: float
    ns_high: float
    n_questions: int
    n_shards: int
    largest: int
    touched: float
    heavy: float
    disk: float
    memory: float
    peak: float


@dataclass(frozen=True, slots=True)
class Need:
    """What so many passages take for a median of that many milliseconds. Bytes: disk and memory of all shards together,
    question_memory of one shard for one question in a hundred, the heaviest.

    shards: 0 when no number of them is enough; then no memory of a question is told.
    """

    n_passages: int
    target_ms: float
    shards: int
    disk: float
    memory: float
    question_memory: float


def fit_cost(loads: Sequence[Load]) -> Cost | None:
    """Return the cost of one system by its loads; None when its times do not surely rise with postings.

    loads: ascending by size, of the same number of shards.
    """
    points = np.array(
        [(load.postings[number] / load.n_shards, ms) for load in loads for number, ms in load.processor_ms]
    ).reshape(-1, 2)
    points = points[:: -(-len(points) // _MOST) or 1]
    if any(len(np.unique(column)) < 2 for column in points.T):
        return None
    line = stats.theilslopes(points[:, 1], points[:, 0], alpha=LEVEL, method="joint")
    if not line.low_slope > 0:
        return None
    last = loads[-1]
    median, heavy = np.percentile(last.postings, [50, 99])
    shares = [peak / (last.postings[number] / last.n_shards) for number, peak in last.peaks if last.postings[number]]
    return Cost(
        fixed_ms=max(float(line.intercept), 0.0),
        ns=float(line.slope) * 1e6,
        ns_low=float(line.low_slope) * 1e6,
        ns_high=float(line.high_slope) * 1e6,
        n_questions=len(points),
        n_shards=last.n_shards,
        largest=last.n_passages,
        touched=float(median) / last.n_passages,
        heavy=float(heavy) / last.n_passages,
        disk=last.disk / last.n_passages,
        memory=last.memory / last.n_passages,
        peak=float(np.median(shares)) if shares else 0.0,
    )


def estimate_need(cost: Cost, n_passages: int, target_ms: float) -> Need:
    """Return the need of so many passages. It is never fewer than one shard.

    >>> cost = Cost(10.0, 100.0, 90.0, 110.0, 1000, 1, 10**6, 0.5, 1.5, 1500.0, 2.0, 100.0)
    >>> estimate_need(cost, 10**8, 110.0).shards, estimate_need(cost, 10**8, 10.0).shards
    (50, 0)
    """
    left_ms = target_ms - cost.fixed_ms
    busy_ms = cost.ns * 1e-6 * cost.touched * n_passages
    shards = max(1, math.ceil(busy_ms / left_ms - 1e-9)) if left_ms > 0 else 0
    return Need(
        n_passages=n_passages,
        target_ms=target_ms,
        shards=shards,
        disk=cost.disk * n_passages,
        memory=cost.memory * n_passages,
        question_memory=cost.peak * cost.heavy * n_passages / shards if shards else 0.0,
    )


def estimate_needs(cost: Cost) -> list[Need]:
    """Return the needs of all sizes of `PASSAGES` for all of `TARGETS_MS`."""
    return [estimate_need(cost, n_passages, target) for n_passages in PASSAGES for target in TARGETS_MS]
