"""One state is searched as the estimator searches what is left of it, and damage is an error and no wrong answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part, Snapshot
from tests.qa.index.segments.samples import WORDS, build, doc


@given(st.data())
def test_a_damaged_segment_never_reads_outside(data: st.DataObject) -> None:
    good = build(doc(1), doc(2), doc(3))
    raw = bytearray(good.data)
    places = data.draw(st.lists(st.integers(64, len(raw) - 1), min_size=1, max_size=8))
    for place in places:
        raw[place] = data.draw(st.integers(0, 255))
    try:
        segment = Segment(bytes(raw), "bad")  # as if no checksum had told
        snapshot = Snapshot(1, [Part(segment, data.draw(st.sets(st.integers(1, 3))))])
        for question in ("old museum of tickets", "多少钱 harbour"):
            for passage in snapshot.search(question, 5, data.draw(st.none() | st.just({"d001": 1}))):
                assert passage.segment == segment.name
    except DamagedSegment:
        pass


@given(st.sets(st.integers(1, 4)), st.sets(st.integers(11, 13)), st.lists(st.sampled_from(WORDS)), st.integers(1, 30))
def test_what_is_left_is_searched_as_by_the_estimator(
    gone: set[int], other_gone: set[int], asked: list[str], k: int
) -> None:
    left, right = build(*map(doc, (5, 1, 8, 3))), build(*map(doc, (2, 7, 0)), first=11)
    snapshot = Snapshot(1, [Part(left, gone), Part(right, other_gone)])
    rest = [n for revision, n in enumerate((5, 1, 8, 3), 1) if revision not in gone]
    rest += [n for revision, n in enumerate((2, 7, 0), 11) if revision not in other_gone]
    passages = [passage for n in sorted(rest) for passage in qa.split(doc(n), size=20)]
    oracle = qa.TfidfRetriever().fit([passage.text for passage in passages], languages=["en"] * len(passages))
    assert snapshot.n_passages == len(passages)
    assert dict(snapshot.languages) == dict(oracle.languages_)
    names = [*WORDS, "word3", "volcano"]
    assert snapshot.document_frequencies(names).tolist() == oracle.document_frequencies(names).tolist()
    assert snapshot.holds(names, "en") == [name in oracle.vocabulary_ for name in names]
    if passages:
        assert snapshot.idf(names, "en") == oracle.idf_of(names).tolist()
    question = " ".join(asked)
    rows, scores = oracle.nearest(question, k)
    wanted = [(passages[row], score) for row, score in zip(rows.tolist(), scores.tolist(), strict=True) if score]
    ranked = snapshot.search(question, k)
    assert [(one.document_id.decode(), one.ordinal) for one in ranked] == [
        (passage.document_id, passage.ordinal) for passage, _ in wanted
    ]
    assert [one.score for one in ranked] == pytest.approx([score for _, score in wanted], abs=1e-12)


def test_only_the_documents_asked_for_are_found_and_only_as_they_are_now() -> None:
    snapshot = Snapshot(1, [Part(build(doc(1), doc(2)))])
    everything = {one.document_id for one in snapshot.search("old museum", 50)}
    assert everything == {b"d001", b"d002"}
    assert {one.document_id for one in snapshot.search("old museum", 50, {"d002": 2})} == {b"d002"}
    assert snapshot.search("old museum", 50, {"d002": 1}) == []
    assert snapshot.search("old museum", 50, {}) == []


def test_a_part_knows_what_is_alive() -> None:
    segment = build(doc(1), doc(2), doc(3))
    whole, part = Part(segment), Part(segment, {2})
    assert whole.live_revisions.tolist() == [1, 2, 3]
    assert part.live_revisions.tolist() == [1, 3]
    assert part.alive is not None
    assert part.size == np.count_nonzero(part.alive) == whole.size - len(qa.split(doc(2), size=20))
