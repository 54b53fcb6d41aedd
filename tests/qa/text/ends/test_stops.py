"""Full stops: which word stands before one, and what it is."""

from __future__ import annotations

import pytest

from qa.text.ends.abbreviations import usage_of
from qa.text.ends.find import find_ends
from qa.text.ends.stops import is_whole


@pytest.mark.parametrize(
    ("language", "text", "n_ends"),
    [
        ("de", "Er kam z. B. Montag und i. d. R. Dienstag", 0),
        ("fr", "Prenez 2 c. à s. Ajoutez du sel", 1),
        ("cs", "Firma Les s. r. o. Praha a les", 0),
        ("it", "L'art. 5 e dell'ing. Rossi", 0),
        ("de", "Sie wohnt Waldstr. 5 und er Uferstr. 7", 0),
        ("nl", "Zij woont Dorpsstr. 5 hier", 0),
        ("en", "Open Mon.–Fri. 9 to 5", 0),
        ("en", "(Dr. Lee) and (Prof. Kim) came", 0),
        ("zh", "请看No. 3号", 0),
        ("en", "The supercalifragilisticexpialidocious. Then", 1),
        ("hi", "श्री बी. आर. अंबेडकर आए", 0),
    ],
)
def test_ends_at_stops(language: str, text: str, n_ends: int) -> None:
    assert len(find_ends(text, language)) == n_ends


@pytest.mark.parametrize(
    ("text", "whole"), [("ok.", True), ("no.", True), ("p.m.", False), ("etc.", False), ("dr.", False)]
)
def test_whole_words(text: str, whole: bool) -> None:
    assert is_whole(text, 0, len(text) - 1, usage_of("en")) is whole
