"""A benchmark of three sizes, with and without servers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.processes import ProcessLimits
from eval.bench.records import AskCost, Bench, BuildCost, Size, SystemCost

HOSTILE = "<script>alert('1')</script>\x1b[2J"


def size(n: int) -> Size:
    """Return a size at which all but the last two systems were measured."""
    built = BuildCost(seconds=n / 1e4, memory=10**8, index_bytes=300 * n, kept_bytes=600 * n)
    answered = AskCost(1.0, 0.01, 5.0, n / 1e4, n / 1e3, n / 1e3, 0.9, 0.85, 0.95, 2 * 10**8, 120.0)
    *done, fifth, last = CONTESTANTS
    systems = [SystemCost(each.name, built, answered) for each in done]
    systems += [
        SystemCost(fifth.name, replace(built, index_bytes=None), None, HOSTILE),
        SystemCost(last.name, left_out="no"),
    ]
    return Size(n, 330 * n, 100, tuple(systems), 1e10, 5.0 * n)


@pytest.fixture
def bench() -> Bench:
    """Return a benchmark of three sizes."""
    machine: dict[str, str | int] = {"platform": HOSTILE, "architecture": "x", "cpu_count": 2, "python": "3.11"}
    sizes = tuple(map(size, (1_000, 10_000, 100_000)))
    return Bench(
        f"the set {HOSTILE}",
        sizes,
        CONTESTANTS,
        ProcessLimits(9, 10**9),
        machine,
        {"quoth": "0"},
        "2026-11-26T00:00:00+00:00",
    )


def with_servers(bench: Bench, *, fixed_ms: float = 5.0) -> Bench:
    """Return a benchmark with one more system, of two servers, whose questions lie on a line."""
    two = Contestant("2 shards ask", (), "nowhere:Nothing", "as it is", shards=2, compared_with="Quoth ask")
    sizes = []
    for each in bench.sizes:
        postings = tuple(float(n * each.n_passages) / 100 for n in range(1, 101))
        built = BuildCost(1.0, 10**8, 300 * each.n_passages, 900 * each.n_passages, server_memory=4 * each.n_passages)
        answered = AskCost(
            1.0, 0.01, 5.0, 9.0, 9.0, 9.0, 0.9, 0.85, 0.95, 2 * 10**8, 120.0, 99,
            processor_ms=tuple((place, fixed_ms + 1e-4 * n / 2) for place, n in enumerate(postings)),
            peaks=((0, 10**5), (99, 10**7)),
        )  # fmt: skip
        sizes.append(replace(each, systems=(*each.systems, SystemCost(two.name, built, answered)), postings=postings))
    return replace(bench, sizes=tuple(sizes), contestants=(*bench.contestants, two))
