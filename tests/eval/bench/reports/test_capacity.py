"""What a large library takes, from what a small one took: the line is found, and shards are as few as will do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.reports.capacity import PASSAGES, TARGETS_MS, Cost, Load, estimate_need, estimate_needs, fit_cost

COST = Cost(10.0, 100.0, 90.0, 110.0, 1_000, 2, 10**6, 0.5, 1.5, 1_500.0, 2.0, 80.0)


def load(n_passages: int, n_shards: int = 1, *, fixed: float = 5.0, ns: float = 80.0) -> Load:
    """Return what 60 questions took that lie on a line, but for a few that waited."""
    postings = np.linspace(0.1, 2.0, 60) * n_passages
    times = fixed + ns * 1e-6 * postings / n_shards
    times[::20] += 400.0
    processor_ms = list(enumerate(times.tolist()))
    peaks = [(0, 500), (30, 0)]
    return Load(n_passages, n_shards, postings.tolist(), processor_ms, 900 * n_passages, 3 * n_passages, peaks)


@pytest.mark.parametrize("n_shards", [1, 2, 7])
@given(fixed=st.floats(0, 500), ns=st.floats(1, 10_000))
def test_the_line_is_found_whatever_waited(n_shards: int, fixed: float, ns: float) -> None:
    found = fit_cost([load(n, n_shards, fixed=fixed, ns=ns) for n in (20_000, 100_000)])
    assert found is not None
    assert found.ns == pytest.approx(ns, rel=1e-3)
    assert found.ns_low <= found.ns <= found.ns_high
    assert found.fixed_ms == pytest.approx(fixed, rel=1e-3, abs=0.05)


def test_what_a_passage_takes_is_that_of_the_largest_size() -> None:
    found = fit_cost([load(20_000), load(100_000, 1)])
    assert found is not None
    assert (found.largest, found.n_questions, found.disk, found.memory) == (100_000, 120, 900.0, 3.0)
    assert found.touched == pytest.approx(1.05)
    assert found.heavy == pytest.approx(2.0, abs=0.05)
    assert found.peak == pytest.approx((500 / 10_000 + 0.0) / 2)


def test_what_tells_nothing_gives_none() -> None:
    one = load(20_000)
    assert fit_cost([replace(one, processor_ms=[(number, 9.0) for number in range(60)])]) is None  # flat
    assert (
        fit_cost([replace(one, processor_ms=[(59 - number, ms) for number, ms in one.processor_ms])]) is None
    )  # falling
    assert fit_cost([replace(one, postings=[3.0] * 60)]) is None
    assert fit_cost([replace(one, postings=[1.0], processor_ms=[], peaks=[])]) is None


def test_no_more_than_some_points_are_fitted() -> None:
    many = replace(
        load(20_000), postings=list(range(1, 9_001)), processor_ms=[(n, 6.0 + n) for n in range(9_000)], peaks=[]
    )
    found = fit_cost([many])
    assert found is not None
    assert found.n_questions <= 2_000
    assert found.peak == 0.0


@given(
    n_passages=st.integers(1, 10**10),
    target=st.floats(1, 10_000),
    fixed=st.floats(0, 1_000),
    ns=st.floats(0.1, 10_000),
)
def test_shards_are_enough_and_no_more(n_passages: int, target: float, fixed: float, ns: float) -> None:
    cost = replace(COST, fixed_ms=fixed, ns=ns)
    need = estimate_need(cost, n_passages, target)
    if fixed >= target:
        assert (need.shards, need.question_memory) == (0, 0.0)
        return

    def median(shards: int) -> float:
        return fixed + ns * 1e-6 * cost.touched * n_passages / shards

    assert median(need.shards) <= target * (1 + 1e-6)
    assert need.shards == 1 or median(need.shards - 1) > target * (1 - 1e-6)
    assert need.question_memory == pytest.approx(80.0 * 1.5 * n_passages / need.shards)


def test_all_sizes_and_targets_are_told() -> None:
    found = estimate_needs(COST)
    assert [(need.n_passages, need.target_ms) for need in found] == [(n, t) for n in PASSAGES for t in TARGETS_MS]
    assert found[0].shards < found[1].shards < found[3].shards
    assert (found[0].disk, found[0].memory) == (1_500.0 * PASSAGES[0], 2.0 * PASSAGES[0])
