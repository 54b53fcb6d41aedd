"""Words found in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.pages import finding
from server.pages.finding import LONGEST_WANTED, MOST_FOUND, find_words

WORDS = st.text("aAbB -–'’\"“\n\tß€😀.*(", max_size=30)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("The fee is €14, the FEE.", "fee", ["fee", "FEE"]),
        ("More than\n  one\tspace.", " than one ", ["than\n  one"]),
        ("It’s “right” – so.", 'it\'s "right" - so', ["It’s “right” – so"]),
        ("a.b aXb", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("😀 an emoji 😀", "😀", ["😀", "😀"]),
        ("nothing", "else", []),
        ("nothing", "  ", []),
        ("", "a", []),
    ],
)
def test_case_spaces_and_marks_do_not_count(text, wanted, found):
    assert [text[start:end] for start, end in find_words(text, wanted)] == found


@given(WORDS, WORDS)
def test_places_ascend_do_not_overlap_and_hold_the_words(text, wanted):
    places = find_words(text, wanted)
    ends = [0, *(end for _, end in places)]
    assert all(end <= start < after for end, (start, after) in zip(ends, places, strict=False))
    assert ends[-1] <= len(text)
    for start, end in places:
        assert len(text[start:end].split()) == len(wanted.split())
        assert find_words(text[start:end], wanted) == [(0, end - start)]


@given(WORDS, WORDS, WORDS)
def test_what_is_there_is_found(before, wanted, after):
    wanted = " ".join(wanted.split())
    found = find_words(before + wanted + after, wanted)
    assert bool(found) == bool(wanted)


def test_bounds():
    assert len(find_words("a" * 5_000, "a")) == MOST_FOUND
    assert find_words("x" * LONGEST_WANTED, "x" * (LONGEST_WANTED + 50)) == [(0, LONGEST_WANTED)]
    assert find_words("a" + " " * 500_000 + "a", "a b") == []


@given(st.text("ab \n", max_size=60), st.text("ab ", max_size=6))
def test_slices_leave_nothing_out(text, wanted):
    """However long the slices are, the same is found."""
    whole = find_words(text, wanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "SLICE", 7)
        patch.setattr(finding, "LONGEST_FOUND", 60)
        assert find_words(text, wanted) == whole
