"""BM25 by an optional package: odd texts, other languages, and what is said where it is missing."""

from __future__ import annotations

import sys

import pytest

import qa
from eval.systems.bm25 import Bm25


def test_bm25_takes_documents_without_a_word() -> None:
    ranker = Bm25(qa.split(qa.Document(text="a b c. d")))
    assert ranker.passages("Who?").tolist() == [0.0]
    assert ranker.texts("Who came?", ["came", ""]).tolist() == [pytest.approx(0.27, abs=0.3), 0.0]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("german", "Die Häuser wurden 1842 gebaut.", "Wann wurde das Haus gebaut?"),
        ("arabic", "افتتح المتحف في عام 1931.", "متى افتتح المتحف؟"),
        ("chinese", "博物馆 九点 开门。", "博物馆 几点 开门？"),
    ],
)
def test_bm25_in_other_languages(language: str, text: str, question: str) -> None:
    ranker = Bm25(qa.split(qa.Document(text=text)), language=language)
    assert ranker.passages(question)[0] > 0


def test_bm25_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bm25s", None)
    with pytest.raises(qa.MissingExtra, match=r"pip install 'quoth\[eval\]'"):
        Bm25([])
