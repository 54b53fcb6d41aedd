"""Places as an index keeps them come back as they were."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.places import read_headings, read_places, write_headings, write_places

pairs = st.tuples(st.integers(0, 99), st.integers(0, 99))


@given(st.lists(st.tuples(pairs, st.none() | pairs)))
def test_places_come_back(rows: list[tuple[tuple[int, int], tuple[int, int] | None]]) -> None:
    sentences, leads = tuple(place for place, _ in rows), tuple(lead for _, lead in rows)
    written = write_places(sentences, leads)
    assert written == json.dumps([[*place, *(lead or ())] for place, lead in rows])
    assert read_places(written) == (sentences, leads if any(leads) else ())
    assert read_places(write_places(sentences)) == (sentences, ())


def test_headings_come_back_with_their_levels() -> None:
    for levels in ((), (1, 3)):
        document = qa.Document(text="Fees and hours", headings=((0, 4), (9, 14)), heading_levels=levels)
        assert read_headings(write_headings(document)) == {"headings": ((0, 4), (9, 14)), "heading_levels": levels}


@pytest.mark.parametrize("written", ["[[1]", "[1]", "{}7"])
def test_what_is_no_list_of_places_is_an_error(written: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_places(written)
