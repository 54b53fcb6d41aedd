"""Short cuts for arrays, beside what NumPy does; and whatever numbers are written down come back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import decode_numbers, distinct, encode_numbers, starts_of


@given(st.lists(st.integers(-3, 3) | st.integers(-(2**63), 2**63 - 1)))
def test_distinct_numbers_are_those_of_numpy(numbers: list[int]) -> None:
    values = np.array(numbers, dtype=np.int64)
    assert distinct(values).tolist() == np.unique(values).tolist()
    assert values.tolist() == numbers  # as they were


@given(st.lists(st.integers(0, 2**35 - 1) | st.integers(0, 300)))
def test_numbers_come_back(numbers: list[int]) -> None:
    encoded, sizes = encode_numbers(np.array(numbers, dtype=np.int64))
    assert decode_numbers(encoded).tolist() == numbers
    starts = starts_of(sizes).tolist()
    for number, start, end in zip(numbers, starts, starts[1:], strict=False):
        assert decode_numbers(encoded[start:end]).tolist() == [number]


def test_low_numbers_are_short() -> None:
    assert encode_numbers(np.array([0, 127, 128, 16_383, 16_384]))[1].tolist() == [1, 1, 2, 2, 3]


@pytest.mark.parametrize("encoded", [[0x80], [0x80] * 5 + [1], [1, 0x81]])
def test_what_is_malformed_is_refused(encoded: list[int]) -> None:
    with pytest.raises(ValueError, match="no end"):
        decode_numbers(np.array(encoded, dtype=np.uint8))
