"""BM25 by rank_bm25."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import rank_bm25
import Stemmer

from eval.bench.engines import K, Search, one_by_one
from eval.bench.texts.texts import Text, read_texts

__all__ = ["RankBm25"]

_STOP_WORDS = frozenset(
    """a an and are as at be but by for if in into is it no not of on or such that the their then there these they this
    to was will with""".split()
)
"""Those of Lucene, which bm25s takes too."""


class RankBm25:
    """BM25 in Python lists and numpy."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Index the texts, and keep nothing but where they are."""
        rank_bm25.BM25Okapi([self._words(text.text) for text in texts])

    def open(self, folder: Path) -> Search:
        """Index the texts again."""
        index = rank_bm25.BM25Okapi([self._words(text.text) for text in read_texts(folder.parent / "texts.jsonl")])
        numbers = range(index.corpus_size)
        return lambda question: list(index.get_top_n(self._words(question), numbers, n=K))

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that asks one question after the other."""
        return one_by_one(self.open(folder))

    def _words(self, text: str) -> list[str]:
        words = [word for word in re.findall(r"\w\w+", text.lower()) if word not in _STOP_WORDS]
        stems: list[str] = self._stemmer.stemWords(words)
        return stems
