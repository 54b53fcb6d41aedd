"""Whatever counts are written down come back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.index.segments.coding import (
    LARGE_COUNT,
    decode_counts,
    decode_counts_at,
    encode_counts,
)


@given(st.lists(st.integers(1, 3) | st.integers(1, 1_000)), st.data())
def test_counts_come_back_unless_they_are_large(counts: list[int], data: st.DataObject) -> None:
    encoded = encode_counts(np.array(counts, dtype=np.int64))
    start = data.draw(st.integers(0, len(counts)))
    end = data.draw(st.integers(start, len(counts)))
    told = [min(count, LARGE_COUNT) for count in counts[start:end]]
    assert decode_counts(encoded, start, end).tolist() == told
    assert decode_counts_at(encoded, np.arange(start, end)).tolist() == told
    assert len(encoded) == -(-len(counts) // 4)
