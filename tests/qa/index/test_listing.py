"""Documents are listed in the order of titles as people read them, in parts, and found by a part of their title."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.index.listing import title_key

TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def test_numbers_in_titles_are_ordered_by_size() -> None:
    titles = ["note 10", "Note 9", "note 9a", "9", "10", "²", "", "Ångström", "007b"]
    assert sorted(titles, key=title_key) == ["", "007b", "9", "10", "Note 9", "note 9a", "note 10", "²", "Ångström"]


@given(TITLES)
def test_case_does_not_count_in_the_order_of_titles(title: str) -> None:
    assert title_key(title.casefold()) == title_key(title)
