"""Documents are listed in the order of titles as people read them, in parts, and found by a part of their title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.listing import is_sought, title_key

TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def in_order(infos: list[qa.DocumentInfo]) -> list[qa.DocumentInfo]:
    return sorted(infos, key=lambda info: (title_key(info.title), info.id))


def test_numbers_in_titles_are_ordered_by_size() -> None:
    titles = ["note 10", "Note 9", "note 9a", "9", "10", "²", "", "Ångström", "007b"]
    assert sorted(titles, key=title_key) == ["", "007b", "9", "10", "Note 9", "note 9a", "note 10", "²", "Ångström"]


@given(TITLES)
def test_case_does_not_count_in_the_order_of_titles(title: str) -> None:
    assert title_key(title.casefold()) == title_key(title)


@given(st.lists(st.tuples(TITLES, TITLES), max_size=8), TITLES, st.integers(0, 9), st.none() | st.integers(0, 9))
def test_a_part_is_that_part_of_all_in_order(
    named: list[tuple[str, str]], text: str, skip: int, limit: int | None
) -> None:
    with qa.Library() as library:
        library.add(*(qa.Document(id=f"d{n}", text="x", title=t, source=s) for n, (t, s) in enumerate(named)))
        everything = in_order(library.documents())
        assert library.listed() == qa.Listing(tuple(everything), len(named))
        found = [info for info in everything if is_sought(text, info.title, info.source)]
        until = None if limit is None else skip + limit
        assert library.listed(text, skip=skip, limit=limit) == qa.Listing(tuple(found[skip:until]), len(found))


def test_a_negative_part_is_refused() -> None:
    with qa.Library() as library:
        with pytest.raises(qa.InvalidOption, match="skip is -1"):
            library.listed(skip=-1)
        with pytest.raises(qa.InvalidOption, match="limit is -2"):
            library.listed(limit=-2)
