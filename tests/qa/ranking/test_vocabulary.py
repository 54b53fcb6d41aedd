"""Terms as numbers are the terms of each text, whatever was read before."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ranking import vocabulary
from qa.ranking.formulas import column_name, indexed
from qa.ranking.vocabulary import Terms, Vocabulary, join_terms, read_terms
from qa.text.identifiers.compounds import find_compounds
from qa.text.terms import terms

LANGUAGES = ["en", "de", "zh", "ja", "tr", "vi", "und"]
texts = st.text(st.sampled_from("aB-.,’'1½ß多少をé\u200d\u0307 \n\x1c\u3000:"), max_size=30) | st.text(max_size=30)
passages = st.lists(st.tuples(st.sampled_from(LANGUAGES), texts), max_size=5)


def spelt(found: Terms) -> list[tuple[list[str], list[str]]]:
    """The words and the pairs of each passage, by name."""
    return [
        ([own.names[place] for place in own.words.tolist()], [own.names[place] for place in own.pairs.tolist()])
        for own in found.cut([1] * len(found.lengths))
    ]


def expected(language: str, text: str) -> tuple[list[str], list[str]]:
    words = terms(text, language)
    named = [column_name(name, language) for name in indexed(words, find_compounds(text, language), language)]
    return named[: len(words)], named[len(words) :]


@given(st.lists(passages, max_size=4), st.sampled_from([1, 3, 1 << 18]))
def test_it_reads_what_terms_finds_whatever_it_read_before(lots: list[list[tuple[str, str]]], remembered: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "_REMEMBERED", remembered)
        kept = Vocabulary()
        for lot in lots:
            found = kept.read(lot)
            assert spelt(found) == [expected(*passage) for passage in lot]
            assert len(set(found.names)) == len(found.names)
            assert {*found.words.tolist(), *found.pairs.tolist()} == set(range(len(found.names)))


@given(st.lists(st.integers(0, 3), min_size=1, max_size=5))
def test_a_lot_is_cut_to_documents(sizes: list[int]) -> None:
    texts = [f"多少 {number} 多少钱" * (number % 3) for number in range(sum(sizes))]
    together = list(read_terms("zh", texts).cut(sizes))
    bounds = [0]
    for size in sizes:
        bounds.append(bounds[-1] + size)
    assert list(map(spelt, together)) == [spelt(read_terms("zh", texts[start:end])) for start, end in pairwise(bounds)]


@given(st.lists(passages, max_size=4), st.lists(st.integers(0, 3), max_size=6))
def test_terms_that_are_joined_are_those_of_each(batches: list[list[tuple[str, str]]], order: list[int]) -> None:
    read = [Vocabulary().read(batch) for batch in batches]
    parts = [own for one in read for own in one.cut([1] * len(one.lengths))]  # of one batch, they share their names
    chosen = [parts[place] for place in order if place < len(parts)]
    joined = join_terms(chosen)
    assert spelt(joined) == [names for one in chosen for names in spelt(one)]
    assert len(set(joined.names)) == len(joined.names)
