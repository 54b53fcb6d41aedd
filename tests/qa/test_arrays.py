"""Short cuts for arrays, beside what NumPy does."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import distinct


@given(st.lists(st.integers(-3, 3) | st.integers(-(2**63), 2**63 - 1)))
def test_distinct_numbers_are_those_of_numpy(numbers: list[int]) -> None:
    values = np.array(numbers, dtype=np.int64)
    assert distinct(values).tolist() == np.unique(values).tolist()
    assert values.tolist() == numbers  # as they were
