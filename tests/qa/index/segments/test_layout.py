"""Sorted texts are found where they stand, and numbers take the smallest type that holds them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.index.segments.building import joined
from qa.index.segments.layout import TYPES, DamagedSegment, Strings, checksum_of, smallest, smallest_of
from tests.qa.index.segments.samples import build, doc

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)


@given(st.sets(TEXTS), TEXTS)
def test_a_text_is_found_if_it_is_there(texts: set[str], other: str) -> None:
    sorted_ = sorted(texts)  # by code point, and so are their bytes
    strings = Strings(*joined([text.encode() for text in sorted_]))
    assert len(strings) == len(texts)
    assert strings.all() == [strings[place] for place in range(len(strings))] == [text.encode() for text in sorted_]
    assert [strings.find(text) for text in sorted_] == list(range(len(sorted_)))
    assert strings.find(other) == (sorted_.index(other) if other in texts else None)


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_the_smallest_type_holds_all_of_the_numbers(numbers: list[int]) -> None:
    small = smallest_of(np.array(numbers, dtype=np.uint64))
    assert small.tolist() == numbers
    width = small.dtype.itemsize
    assert width == 1 or max(numbers) >= 1 << 8 * width // 2
    assert small.dtype == smallest(max(numbers, default=0))


def test_every_array_of_a_segment_has_a_type_that_may_be_read() -> None:
    segment = build(doc(1), doc(2))
    assert list(segment._arrays) == list(TYPES)
    assert all(array.dtype.newbyteorder("<").str in TYPES[name] for name, array in segment._arrays.items())


def test_a_checksum_is_of_all_that_describes_a_segment() -> None:
    sums = {checksum_of(head, description) for head in (b"a", b"b") for description in (b"c", b"d")}
    assert len(sums) == 4


def test_damage_is_told_with_its_name_and_the_way_out() -> None:
    damaged = DamagedSegment("0123456789abcdef", "is missing")
    assert (damaged.name, damaged.reason) == ("0123456789abcdef", "is missing")
    assert str(damaged).startswith("The index file '0123456789abcdef' is missing. Open the library once more")
