"""Which passages the cluster is asked for, whatever the engine makes of it: no server is needed."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.clickhouse import ranking, terms
from qa.index.clickhouse.ranking import Asked, Proposed, find_best
from qa.index.clickhouse.rows import Rows
from qa.index.clickhouse.scoring import Read, Scored, pack_passage, unpack_text
from qa.index.clickhouse.terms import make_keys, number_term
from qa.preparing.prepare import prepare

N_SHARDS = 2
weights = st.lists(st.sampled_from([0.4, 0.2, 0.1, 0.04, 0.02, 0.004]), min_size=1, max_size=6)
shares = st.lists(st.sampled_from([0.0, 0.0, 0.3, 0.5, 0.9]), min_size=6, max_size=6)


@given(weights=weights, passages=st.lists(shares, max_size=40), n=st.integers(1, 8), limit=st.integers(1, 6))
def test_the_best_are_found_whatever_is_left_out(
    weights: list[float], passages: list[list[float]], n: int, limit: int
) -> None:
    weights = sorted(weights, reverse=True)
    asked = [
        Asked(str(place), weight, sum(1 for own in passages if own[place])) for place, weight in enumerate(weights)
    ]
    exact = {
        number: sum((weight * share for weight, share in zip(weights, own, strict=False)), start=0.0)
        for number, own in enumerate(passages)
    }

    def find(some: Sequence[Asked], limit: int, at_least: float) -> list[Proposed]:
        found: list[Proposed] = []
        for shard in range(N_SHARDS):
            sums = [
                (number, sum(one.weight * own[place] for place, one in enumerate(some)))
                for number, own in enumerate(passages)
                if number % N_SHARDS == shard and any(own[: len(some)])
            ]
            kept = sorted((each for each in sums if each[1] >= at_least), key=lambda each: -each[1])
            found += kept[:limit] if limit else kept
        return sorted(found, key=lambda each: -each[1])

    def score(numbers: Sequence[int]) -> list[Scored]:
        return [Scored(Read(n, f'en ["{n:03}", 0]\n'.encode()), exact[n], 0.0) for n in numbers]

    with patch.multiple(ranking, FEW=0, LIMIT=limit, SPARE=2, WORTH=0.5):
        found = find_best(asked, n, max(len(passages), 1), find, score)
    held = [number for number, own in enumerate(passages) if any(own[: len(weights)])]
    expected = sorted(held, key=lambda number: (-exact[number], number))[:n]
    assert sorted(one.read.number for one in found) == sorted(expected)


def test_a_passage_is_kept_with_all_that_is_known_of_it() -> None:
    document = qa.Document(text="A heading\n\nTwo lines\nof text. And more.", id="a b", language="de")
    (prepared,) = prepare([document], size=20)
    for ordinal, place in enumerate(prepared.places):
        kept = pack_passage(document, ordinal, place)
        passage = Read(7, kept).passage()
        assert (passage.document_id, passage.ordinal, passage.language) == ("a b", ordinal, "de")
        assert passage.text == document.text[place.start : place.end] == unpack_text(kept)
        assert (passage.start, passage.end, passage.heading) == (place.start, place.end, place.heading)


def test_postings_are_those_of_each_document_and_in_the_order_of_the_table() -> None:
    rows = Rows()
    texts = ["a tide, a tide", "", "the sea and the tide", "多少多少"]
    for number, text in enumerate(texts):
        (prepared,) = prepare([qa.Document(text=text, id=str(number), language="en")])
        rows.add(prepared, 100 + number)
    tables = dict(rows.take())
    postings = tables["postings"]
    assert tables["documents"]["n_postings"] == [2, 0, 4, 4]  # of the last: two characters, and pairs of them
    words = [(word, revision) for word, revision in zip(postings["word"], postings["revision"], strict=True)]
    assert words == sorted(words)
    tide = [
        (revision, tally >> 32, tally & 0xFFFFFFFF)
        for word, revision, tally in zip(postings["word"], postings["revision"], postings["tally"], strict=True)
        if word == number_term("tide").word
    ]
    assert tide == [(100, 4, 2), (102, 5, 1)]
    assert [*rows.take()] == []


def test_terms_that_share_a_number_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = make_keys(["sea", "tide"], frozenset({1}))
    assert plain.key == "word"
    monkeypatch.setattr(terms, "number_term", lambda name: terms.Term(1, len(name)))
    both = make_keys(["sea", "tide"], frozenset({1}))
    assert len(set(both.numbers)) == 2
    assert "(1, 3), (1, 4)" in both.condition
