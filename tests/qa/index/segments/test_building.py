"""A segment holds the terms of what was gathered, in an order that does not depend on when it was."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.segments.building import Builder, codes_of, joined, languages_of
from qa.index.segments.merging import merged_in_memory
from qa.index.segments.snapshot import Part, Snapshot
from qa.ranking.vocabulary import read_terms
from tests.qa.index.segments.samples import build, doc


def test_a_segment_holds_terms_postings_and_words() -> None:
    segment = build(
        qa.Document(id="b", text="A ticket. A ticket."), qa.Document(id="a", text="Ein Haus.", language="de")
    )
    assert segment.terms.all() == [b"a", b"de:ein", b"de:haus", b"ticket"]
    assert segment.ids.all() == [b"a", b"b"]
    assert segment.revisions.tolist() == [2, 1]
    assert [(found.code, found.n_passages, found.n_words, found.longest) for found in segment.languages] == [
        ("de", 1, 2, 2),
        ("en", 1, 4, 4),
    ]
    rows, counts, frequencies = segment.postings(np.arange(4))
    assert (rows.tolist(), counts.tolist(), frequencies.tolist()) == ([1, 0, 0, 1], [2, 1, 1, 2], [1, 1, 1, 1])
    for terms in ([3, 1], [1, 2, 3], [1, 3, 0, 2], [0, 3, 2], [0, 2, 3, 3]):
        rows, counts, frequencies = segment.postings(np.array(terms))
        assert rows.tolist() == [[1, 0, 0, 1][term] for term in terms]
        assert counts.tolist() == [[2, 1, 1, 2][term] for term in terms]
        assert frequencies.tolist() == [1] * len(terms)
    assert segment.term_codes.tolist() == [0, 2, 3, 1]
    words, starts = segment.words_at(np.array([1, 0]))
    assert (words.tolist(), starts.tolist()) == ([0, 1, 0, 1, 2, 3], [0, 4, 6])
    assert [segment.terms.find(name) for name in ("ticket", "de:haus", "", "zoo")] == [3, 2, None, None]
    assert segment.damage() == []


def test_a_count_may_be_as_large_as_a_passage() -> None:
    text = "museum " * 70_000
    builder = Builder()
    builder.add("a", 1, "en", read_terms("en", [text, "museum"]))
    segment = builder.build()
    assert segment is not None
    assert segment.postings(np.array([0]))[1].tolist() == segment.counts_at(0, np.array([0, 1])).tolist() == [70_000, 1]
    assert segment.lengths.tolist() == [70_000, 1]
    both = merged_in_memory(Part(segment), Part(build(doc(1))))
    assert 70_000 in both.postings(np.arange(len(both.terms)))[1].tolist()
    found = Snapshot(1, [Part(segment)]).search("museum", 2)
    _, scores = qa.TfidfRetriever().fit([text, "museum"]).nearest("museum", 2)
    assert [one.score for one in found] == scores.tolist()


@given(st.permutations(range(6)))
def test_the_order_of_gathering_changes_the_revisions_alone(order: list[int]) -> None:
    segment, whole = build(*map(doc, order)), build(*map(doc, range(6)))
    for name, array in whole._arrays.items():
        if name != "revisions":
            assert np.array_equal(segment._arrays[name], array), name
    assert segment.revisions.tolist() == [order.index(n) + 1 for n in range(6)]


def test_nothing_is_built_of_documents_without_passages() -> None:
    builder = Builder()
    assert builder.build() is None
    builder.add("empty", 1, "en", read_terms("en", []))
    assert builder.build() is None
    builder.add("a", 2, "en", read_terms("en", ["The museum."]), n_characters=11)
    segment = builder.build()
    assert segment is not None
    assert segment.ids.all() == [b"a"]
    assert builder.n_characters == 11


@given(st.lists(st.integers(0, 5), min_size=1))
def test_the_most_frequent_term_has_the_smallest_code(counts: list[int]) -> None:
    codes = codes_of(np.array(counts)).tolist()
    assert sorted(codes) == list(range(len(counts)))
    by_code = sorted(range(len(counts)), key=codes.__getitem__)
    assert by_code == sorted(range(len(counts)), key=lambda place: (-counts[place], place))


@given(st.lists(st.binary(max_size=5)))
def test_texts_that_are_joined_can_be_taken_apart(texts: list[bytes]) -> None:
    text, starts = joined(texts)
    assert [bytes(text[start:end]) for start, end in pairwise(starts)] == texts


def test_each_language_knows_its_longest_passage() -> None:
    german, english = languages_of(
        ["de", "en"], np.array([1, 0, 1]), np.array([0, 2, 3, 4]), np.array([3, 7, 5, 2], dtype=np.uint8)
    )
    assert (german.code, german.n_passages, german.n_words, german.longest) == ("de", 1, 5, 5)
    assert (english.code, english.n_passages, english.n_words, english.longest) == ("en", 3, 12, 7)
