"""A segment gives back what it was built of, and a file that is not as it was written is noticed."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.segment import Segment
from qa.ranking.formulas import indexed
from qa.text.identifiers.compounds import find_compounds
from qa.text.terms import terms
from tests.qa.index.segments.samples import build, doc


@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_a_file_damaged_anywhere_is_noticed(bit: int) -> None:
    good = build(doc(1), doc(2))
    data = bytes(good.data)
    arrays = sum(int(array.nbytes) for array in good._arrays.values())
    missed = 0
    for place in range(len(data)):
        bad = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        try:
            missed += not Segment(bad, "bad", good.checksum).damage()
        except DamagedSegment:
            continue
    assert missed < len(data) - arrays  # only what fills the gaps between arrays may change


@pytest.mark.parametrize("data", [b"", b"x" * 63, b"x" * 200])
def test_what_is_no_segment_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedSegment, match="Open the library once more"):
        Segment(data, "n")


@given(st.data())
def test_it_holds_what_its_passages_say(data: st.DataObject) -> None:
    documents = [doc(n) for n in sorted(data.draw(st.sets(st.integers(0, 12), min_size=1, max_size=5)))]
    segment = build(*documents)
    passages = [passage for document in documents for passage in qa.split(document, size=20)]
    words = [terms(passage.text, "en") for passage in passages]
    compounds = [find_compounds(passage.text, "en") for passage in passages]
    counts = [Counter(indexed(own, joined)) for own, joined in zip(words, compounds, strict=True)]
    assert [name.decode() for name in segment.terms.all()] == sorted(set().union(*counts))
    assert segment.lengths.tolist() == list(map(len, words))
    chosen = data.draw(st.lists(st.integers(0, len(segment.terms) - 1), min_size=1, max_size=5))
    rows, postings, frequencies = segment.postings(np.array(chosen))
    held = [
        [(row, own[name]) for row, own in enumerate(counts) if name in own]
        for name in (segment.terms[term].decode() for term in chosen)
    ]
    assert list(zip(rows.tolist(), postings.tolist(), strict=True)) == [posting for own in held for posting in own]
    assert frequencies.tolist() == list(map(len, held)) == [segment.frequency(term) for term in chosen]
    code_of = dict(zip(segment.terms.all(), segment.term_codes.tolist(), strict=True))
    read, starts = segment.words_at(np.arange(len(passages)))
    assert read.tolist() == [code_of[word.encode()] for own in words for word in own]
    assert np.diff(starts).tolist() == list(map(len, words))
    assert [segment.ids[segment.document_at(row)].decode() for row in range(len(passages))] == [
        passage.document_id for passage in passages
    ]


def test_a_segment_that_is_not_the_one_that_was_named_is_refused() -> None:
    one, other = build(doc(1)), build(doc(2))
    with pytest.raises(DamagedSegment, match="Open the library once more"):
        Segment(bytes(one.data), "one", other.checksum)
