"""What contradicts what in two versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quoting.versions.contradiction import contradict
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A key costs EUR 4.", "A key costs EUR 5."),
        ("A key costs EUR 4 in 2023.", "From May 2024 a key costs EUR 5."),
        ("The hall is open from 9:00 to 17:00.", "The hall is open from 10:00 to 16:00."),
        ("The hall opens on 1 May.", "The hall opens on 15 May."),
        ("The bar closes in March.", "The bar closes at the end of June."),
        ("Children still enter free of charge.", "Children pay EUR 2."),
        ("Keys are lent to guests.", "Keys are no longer lent to guests."),
        ("Keys are free.", "A fee is charged for keys."),
        ("Keys are kept in the office.", "Keys are kept at the bar."),
        ("Guests must sign.", "Guests don't have to sign."),
    ],
)
def test_contradictions(one: str, other: str) -> None:
    assert contradict(one, other, "en")
    assert contradict(other, one, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A key costs EUR 4.", "A key costs about EUR 4.20."),
        ("A key costs EUR 4.", "A key costs 4 euros."),
        ("A red key costs EUR 4.", "A blue key costs EUR 5."),
        ("Keys are not lent.", "Lending keys is forbidden."),
        ("Keys are lent to guests.", "Keys are lent to guests in summer."),
        ("Smith has the key.", "Jones has the key."),
        ("Staff may enter.", "Employees can enter."),
        ("The hall was built in 1931.", "The hall of the club was built long ago, in 1932."),
    ],
)
def test_what_is_none(one: str, other: str) -> None:
    assert not contradict(one, other, "en")
    assert not contradict(other, one, "en")


def test_what_stands_in_its_place_may_say_it_in_other_words() -> None:
    one, other = "Bikes park for free.", "Bikes now need a permit as well."
    assert contradict(one, other, "en", anchored=True)


@given(texts, texts, st.booleans())
def test_a_contradiction_is_mutual(one: str, other: str, anchored: bool) -> None:
    assert contradict(one, other, "en", anchored=anchored) == contradict(other, one, "en", anchored=anchored)
    assert not contradict(one, one, "en", anchored=anchored)
