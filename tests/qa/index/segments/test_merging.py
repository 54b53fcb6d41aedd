"""Segments that are merged are what is built of their documents, and each passage is merged few times."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.segments import merging
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.merging import chunks, merge, merged_in_memory, plan
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part
from tests.qa.index.segments.samples import build, doc


@given(st.data())
def test_a_merged_segment_is_what_is_built_of_the_rest(data: st.DataObject) -> None:
    documents = {n: doc(n) for n in range(9)}
    left, right = build(*(documents[n] for n in (5, 1, 8, 3))), build(*(documents[n] for n in (2, 7, 0, 6, 4)))
    gone = [data.draw(st.sets(st.integers(1, 4), max_size=3)), data.draw(st.sets(st.integers(1, 5), max_size=4))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_CHUNK", data.draw(st.integers(1, 40)))
        merged = merged_in_memory(Part(left, gone[0]), Part(right, gone[1]))
    rest = [n for revision, n in enumerate((5, 1, 8, 3), 1) if revision not in gone[0]]
    rest += [n for revision, n in enumerate((2, 7, 0, 6, 4), 1) if revision not in gone[1]]
    whole = build(*(documents[n] for n in rest))
    for name, array in whole._arrays.items():
        if name != "revisions":
            assert np.array_equal(merged._arrays[name], array), name
    assert merged.languages == whole.languages


@given(st.lists(st.integers(1, 3_000), min_size=1, max_size=300))
def test_there_are_few_segments_and_each_passage_is_written_few_times(added: list[int]) -> None:
    class Sized:
        def __init__(self, size: int) -> None:
            self.size = size
            self.segment = self
            self.n_passages = size

    parts: list[Sized] = []
    written = 0
    for size in added:
        parts.append(Sized(size))
        for group in plan(parts):  # type: ignore[arg-type]
            together = Sized(sum(parts[place].size for place in group))
            written += together.size
            parts = [part for place, part in enumerate(parts) if place not in group] + [together]
        assert plan(parts) == []  # type: ignore[arg-type]
    total = sum(added)
    assert len(parts) <= 2 + np.log2(max(total, 1_000) / 1_000)
    assert written <= total * (1 + np.log2(max(total, 1_000) / 1_000)) + 1_000 * len(added)


def test_a_segment_of_which_much_was_removed_is_written_again() -> None:
    segment = build(*map(doc, range(8)))
    assert plan([Part(segment)]) == []
    assert plan([Part(segment, {1, 2, 3})]) == [[0]]
    assert plan([Part(segment, range(1, 9))]) == [[0]]


def test_a_damaged_segment_is_not_merged_and_nothing_is_written() -> None:
    good = build(doc(1))
    data = bytearray(good.data)
    data[data.index(b"museum")] ^= 0xFF
    file = BytesIO()
    with pytest.raises(DamagedSegment, match="is damaged in term_text"):
        merge([Part(build(doc(2))), Part(Segment(bytes(data), "bad", good.checksum))], file)
    assert file.getvalue() == b""


def test_a_merge_ends_when_it_is_told_to() -> None:
    told = 0

    def proceed() -> None:
        nonlocal told
        told += 1
        if told == 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        merge([Part(build(doc(1))), Part(build(doc(2)))], BytesIO(), proceed)
    assert told == 4


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_chunks_follow_one_another_and_none_is_long(counts: list[int], size: int) -> None:
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_CHUNK", size)
        cut = list(chunks(starts))
    assert [run for start, end in cut for run in range(start, end)] == list(range(len(counts)))
    assert all(end - start == 1 or starts[end] - starts[start] <= size for start, end in cut)
