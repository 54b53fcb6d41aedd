"""Words that are known whatever documents hold: what was listed always is, and hardly anything else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.models import known_words
from qa.models.known_words import is_known, make_bits


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=10), max_size=50))
def test_what_is_listed_is_known(listed: list[str]) -> None:
    bits = make_bits(listed)
    for word in listed:
        places = known_words._find_places(word, 8 * len(bits))
        assert all(bits[place >> 3] & (128 >> (place & 7)) for place in places)


def test_hardly_anything_is_known_that_is_not_listed() -> None:
    bits = make_bits(f"word{n}" for n in range(2_000))
    taken = [
        n
        for n in range(2_000, 12_000)
        if all(bits[p >> 3] & (128 >> (p & 7)) for p in known_words._find_places(f"word{n}", 8 * len(bits)))
    ]
    assert len(taken) < 100


def test_common_words_and_their_plurals_are_known_and_slips_are_not() -> None:
    assert all(is_known(word, "en") for word in ("director", "Directors", "harbour", "refund", "the", "WHAT"))
    assert not any(is_known(word, "en") for word in ("recieve", "libary", "adress", "documnets", "neccessary"))


def test_of_a_language_without_a_list_only_function_words_are_known() -> None:
    assert is_known("und", "de") is True
    assert is_known("Direktor", "de") is is_known("Direktr", "de") is None
