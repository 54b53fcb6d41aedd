"""Full stops behind words that no list has."""

from __future__ import annotations

import pytest

from qa.text.ends.find import find_ends


@pytest.mark.parametrize(
    ("language", "text", "n_ends"),
    [
        ("en", "J. K. Rowling and A. Lee wrote", 0),
        ("en", "It has vitamin D. Eggs too", 1),
        ("en", "She and I. Tom as well", 1),
        ("en", "The Prgf. Miller is here", 0),
        ("en", "It is 5 km. Walk there", 1),
        ("en", "See www.pool.org. Members log in", 1),
        ("en", "Read a.txt. Then b.txt", 1),
        ("en", "The N.A.T.O. Council met", 0),
        ("sv", "Vi bor på Kajg. 8 nu", 0),
        ("fr", "Il mesure 2 m. Anne aussi", 1),
        ("sv", "Han bor på en ö. Kartan visar den", 1),
    ],
)
def test_ends_at_unknown_words(language: str, text: str, n_ends: int) -> None:
    assert len(find_ends(text, language)) == n_ends
