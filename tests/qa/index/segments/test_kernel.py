"""What is compiled computes what NumPy does, to the last bit."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.segments import compiled, maxscore, row_sets
from qa.index.segments.maxscore import AskedTerm, Scratch
from qa.ranking.formulas import pair_gains
from tests.qa.index.segments.test_maxscore import segment_of


@pytest.fixture(scope="module", autouse=True)
def kernel() -> Iterator[ModuleType]:
    """Load what is compiled for these tests alone."""
    before = compiled._LOADED
    compiled._LOADED = compiled._Loaded()
    assert compiled.load()
    yield cast(ModuleType, compiled._LOADED.kernel)
    compiled._LOADED = before


@given(st.data())
def test_the_same_passages_have_the_same_scores(data: st.DataObject) -> None:
    segment = segment_of(data.draw(st.integers(0, 20)), data.draw(st.integers(1, 150)))
    chosen = data.draw(st.lists(st.integers(0, len(segment.terms) - 1), min_size=1, max_size=8, unique=True))
    weights = data.draw(st.lists(st.floats(0.01, 1.0), min_size=len(chosen), max_size=len(chosen)))
    below = [0.9 * (0.25 + 0.75 * np.arange(20) / mean) for mean in (6, 7)]
    asked = sorted(
        (AskedTerm(term, weight / sum(weights), below[term % 2]) for term, weight in zip(chosen, weights, strict=True)),
        key=lambda one: -one.weight,
    )
    n, least = data.draw(st.integers(1, 30)), 0.0
    among = np.random.default_rng(3).random(segment.n_passages) < 0.5 if data.draw(st.booleans()) else None
    wanted = maxscore.best(segment, asked, n, among, least, Scratch(segment.n_passages))
    if len(wanted[1]):
        least = data.draw(st.sampled_from([0.0, *wanted[1].tolist()]))
    found = compiled.best(segment, asked, n, among, least, Scratch(segment.n_passages))
    for got, expected in zip(found, wanted, strict=True):
        assert got[found[1] >= least].tolist() == expected[wanted[1] >= least].tolist()


@given(st.data())
def test_pairs_add_the_same(data: st.DataObject) -> None:
    segment = segment_of(data.draw(st.integers(0, 20)), data.draw(st.integers(1, 60)))
    code = st.integers(0, len(segment.terms))
    pairs = data.draw(st.dictionaries(st.tuples(code, code), st.floats(0.01, 1.0), max_size=8))
    rows = np.array(data.draw(st.lists(st.integers(0, segment.n_passages - 1), max_size=10)), dtype=np.intp)
    words, starts = segment.words_at(rows)
    expected = pair_gains(pairs, np.arange(len(rows)), words, starts)
    assert compiled.gains(segment, rows, pairs).tolist() == expected.tolist()


@given(st.data())
def test_rows_are_read_and_found_in_every_form(kernel: ModuleType, data: st.DataObject) -> None:
    n_rows = data.draw(st.sampled_from([100, 65_536, 65_537, 300_000]))
    share = data.draw(st.sampled_from([0.0001, 0.02, 0.1, 0.5, 1.0]))
    rng = np.random.default_rng(data.draw(st.integers(0, 50)))
    rows = np.flatnonzero(rng.random(n_rows) < share)
    if not len(rows):
        rows = np.array([n_rows - 1])
    units = row_sets.encode_all(rows, np.array([len(rows)]), n_rows)
    assert kernel._decode(units, len(rows), n_rows).tolist() == rows.tolist()
    wanted = np.unique(rng.integers(0, n_rows, 500))
    held, at = row_sets.find(units, len(rows), n_rows, wanted)
    expected = np.full(len(wanted), -1)
    expected[held] = at
    assert kernel._places(units, len(rows), n_rows, wanted).tolist() == expected.tolist()
