"""Full stops behind numbers."""

from __future__ import annotations

import pytest

from qa.text.ends.find import find_ends
from qa.text.ends.ordinals import NUMBER_WORD, ROMAN


@pytest.mark.parametrize(
    ("language", "text", "n_ends"),
    [
        ("de", "Er ist der 3. Sohn", 0),
        ("de", "Sie wohnt im 2. Obergeschoss rechts", 0),
        ("de", "Es kostet 20. Kinder zahlen nichts", 1),
        ("de", "Wir kommen am 4. Danach gehen wir", 1),
        ("de", "Das war am 4. 5. 2025 in Bonn", 0),
        ("de", "Vom 1. bis 3. Juni", 0),
        ("de", "Seit 1990. Seitdem ruht es", 1),
        ("en", "There were 20. Groups came", 1),
        ("en", "It was 1990. 20 came", 1),
        ("hu", "Ez 2025. május 4-én volt", 0),
        ("tr", "Bu 5. Cadde üzerinde", 0),
        ("cs", "Byl to 1. FC Brno", 0),
        ("da", "Det er den 4. Juni er varm", 0),
        ("en", "Do this: 1. Open it. 2. Wait. 3. Go", 2),
        ("en", "§ 4. Deposit", 0),
        ("en", "Step 2. Press it", 0),
        ("pl", "Art. 12. Najemca płaci", 0),
        ("en", "Louis XIV. France wept", 1),
        ("de", "Ludwig XIV. Frankreich weinte", 0),
    ],
)
def test_ends_at_numbers(language: str, text: str, n_ends: int) -> None:
    assert len(find_ends(text, language)) == n_ends


@pytest.mark.parametrize("word", ["5", "1,400", "4.5", "10:30", "€5", "12.05.2025", "1./2"])
def test_numbers(word: str) -> None:
    assert NUMBER_WORD.fullmatch(word)


def test_figures_of_rome() -> None:
    assert [word for word in ["I", "IV", "XIX", "MCM", "IC", "ABC", ""] if ROMAN.fullmatch(word)] == [
        "I", "IV", "XIX", "MCM",
    ]  # fmt: skip
