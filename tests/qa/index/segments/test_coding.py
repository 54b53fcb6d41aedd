"""Whatever words and counts are written down come back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import starts_of
from qa.index.segments.coding import (
    LARGE_COUNT,
    decode_counts,
    decode_counts_at,
    decode_words,
    encode_counts,
    encode_words,
)


@given(st.lists(st.integers(0, 2**32 - 1) | st.integers(0, 300)))
def test_words_come_back(numbers: list[int]) -> None:
    encoded, sizes = encode_words(np.array(numbers, dtype=np.int64))
    assert decode_words(encoded).tolist() == numbers
    starts = starts_of(sizes).tolist()
    for number, start, end in zip(numbers, starts, starts[1:], strict=False):
        assert decode_words(encoded[start:end]).tolist() == [number]


def test_frequent_words_are_short() -> None:
    assert encode_words(np.array([0, 127, 128, 16_383, 16_384]))[1].tolist() == [1, 1, 2, 2, 3]


@given(st.lists(st.integers(1, 3) | st.integers(1, 1_000)), st.data())
def test_counts_come_back_unless_they_are_large(counts: list[int], data: st.DataObject) -> None:
    encoded = encode_counts(np.array(counts, dtype=np.int64))
    start = data.draw(st.integers(0, len(counts)))
    end = data.draw(st.integers(start, len(counts)))
    told = [min(count, LARGE_COUNT) for count in counts[start:end]]
    assert decode_counts(encoded, start, end).tolist() == told
    assert decode_counts_at(encoded, np.arange(start, end)).tolist() == told
    assert len(encoded) == -(-len(counts) // 4)


@pytest.mark.parametrize("encoded", [[0x80], [0x80] * 5 + [1], [1, 0x81]])
def test_what_is_malformed_is_refused(encoded: list[int]) -> None:
    with pytest.raises(ValueError, match="no end"):
        decode_words(np.array(encoded, dtype=np.uint8))
