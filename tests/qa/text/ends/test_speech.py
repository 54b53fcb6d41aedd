"""Who said what is quoted."""

from __future__ import annotations

import pytest

from qa.text.ends.find import find_ends


@pytest.mark.parametrize(
    ("language", "text", "n_ends"),
    [
        ("en", "“Why?” Ann asked. Nobody knew", 1),
        ("en", "“Why?” Nobody knew", 1),
        ("zh", "“为什么？”安娜问。没人知道", 1),
        ("zh", "“为什么？”没人知道", 1),
        ("ja", "「なぜ？」と彼は聞いた。誰も知らない", 1),
        ("hi", "“क्यों?” मौसी ने पूछा। कोई नहीं जानता", 1),
    ],
)
def test_what_is_said(language: str, text: str, n_ends: int) -> None:
    assert len(find_ends(text, language)) == n_ends
