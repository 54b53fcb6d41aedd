"""Full stops of known abbreviations."""

from __future__ import annotations

import pytest

from qa.text.ends.find import find_ends


@pytest.mark.parametrize(
    ("language", "text", "n_ends"),
    [
        ("en", "It opens at 9 p.m. Groups may come", 1),
        ("en", "At 9 p.m. EST it began", 0),
        ("en", "At 9 p.m. Mr. Cole spoke", 0),
        ("en", "At 9 p.m. Monday it began", 0),
        ("en", "Paper, glue, etc. Scissors are here", 1),
        ("en", "For Acme Inc. Payment is due", 1),
        ("en", "For Acme Inc. President Ann Lee spoke", 0),
        ("en", "Until 31 Jan. Bring it", 1),
        ("en", "On Jan. 5 and 31 Jan. 2025 it rained", 0),
        ("en", "They lived in the U.S. The house burnt", 1),
        ("en", "Incl. VAT, excl. Delivery, approx. 5 km", 0),
        ("en", "He likes art. Ann does not", 1),
        ("de", "Aus dem 19. Jh. Die Burg steht", 1),
        ("de", "Aus dem 19. Jh. Kinder lieben sie", 0),
        ("de", "Aus dem 19. Jh. Mauern sind erhalten", 1),
        ("de", "Äpfel usw. Kinder essen sie", 1),
        ("cs", "Stojí 9,5 tis. Kč a víc", 0),
        ("es", "En el s. XIX y en la pág. IV nada", 0),
    ],
)
def test_ends_at_abbreviations(language: str, text: str, n_ends: int) -> None:
    assert len(find_ends(text, language)) == n_ends
