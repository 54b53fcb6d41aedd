"""Whatever sets of rows are written down come back, and what is in them is found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import starts_of
from qa.index.segments.row_sets import decode, decode_all, encode_all, find, n_units

N_ROWS = st.sampled_from([1, 15, 64, 65, 256, 1_000, 65_535, 65_536, 65_537, 200_000])


@given(N_ROWS, st.lists(st.sampled_from([1e-6, 0.001, 0.05, 0.5, 1.0]), max_size=6), st.integers(0, 99))
def test_sets_of_any_density_come_back(n_rows: int, densities: list[float], seed: int) -> None:
    rng = np.random.default_rng(seed)
    sets = [np.flatnonzero(rng.random(n_rows) < density) for density in densities]
    sets = [rows if len(rows) else np.array([n_rows - 1]) for rows in sets]
    frequencies = np.array([len(rows) for rows in sets], dtype=np.int64)
    together = np.concatenate([np.empty(0, dtype=np.intp), *sets])
    units = encode_all(together, frequencies, n_rows)
    places = starts_of(n_units(frequencies, n_rows))
    assert len(units) == places[-1]
    assert np.array_equal(decode_all(units, frequencies, n_rows), together)
    wanted = np.sort(rng.choice(n_rows, size=min(n_rows, 300), replace=False))
    for rows, start, end in zip(sets, places, places[1:], strict=False):
        assert np.array_equal(decode(units[start:end], len(rows), n_rows), rows)
        held, at = find(units[start:end], len(rows), n_rows, wanted)
        assert np.array_equal(held, np.flatnonzero(np.isin(wanted, rows)))
        assert np.array_equal(rows[at], wanted[held])


def test_each_form_is_taken_where_it_is_the_shortest() -> None:
    frequencies = np.array([1, 8, 9, 14_055, 14_056, 200_000])
    # Of 200,000 rows: two units a row; four runs take eight units, and then one a row; a dense set takes 14,064.
    assert n_units(frequencies, 200_000).tolist() == [2, 16, 17, 14_063, 14_064, 14_064]
    assert n_units(frequencies[:3], 1_000).tolist() == [1, 8, 9]
    assert n_units(np.array([900]), 1_000).tolist() == [72]


@pytest.mark.parametrize(("n", "frequency", "n_rows"), [(72, 900, 1_000), (8_008, 8_000, 200_000)])
def test_a_set_with_another_number_of_rows_is_refused(n: int, frequency: int, n_rows: int) -> None:
    with pytest.raises(ValueError, match="another number"):
        decode(np.zeros(n, dtype=np.uint16), frequency, n_rows)
    counted = np.full(72, 0xFFFF, dtype=np.uint16)
    with pytest.raises(ValueError, match="another number"):
        find(counted, 900, 1_000, np.array([999]))
