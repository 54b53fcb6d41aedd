"""How cost grows with size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.reports.growth import fit_growth


@given(st.floats(-1, 2), st.floats(1e-3, 1e3))
def test_growth_finds_the_exponent_of_a_power_law(exponent: float, factor: float) -> None:
    sizes = [10, 100, 1_000, 10_000]
    found = fit_growth(sizes, [factor * n**exponent for n in sizes])
    assert found is not None
    assert found.exponent == pytest.approx(exponent, abs=1e-6)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.exponent <= found.high


def test_growth_of_two_sizes_has_no_interval() -> None:
    found = fit_growth([10, 1_000], [1.0, 10.0])
    assert found is not None
    assert found.exponent == pytest.approx(0.5)
    assert found.low is None
