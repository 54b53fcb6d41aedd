"""BM25 by the package bm25s (Lù 2024), which is optional, for comparison.

Stop words are left out and words are stemmed by Snowball, as its guide does, each in the documents' language where the
two packages know it. Sentences are ranked among all sentences of the documents: to count rarity among those of the ten
best passages alone did worse (quote@1 .63 beside .66 on 800 questions of SQuADShifts' new Wikipedia set). Candidates
that are given are ranked among themselves, which did better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import accumulate
from typing import Any

import numpy as np
import Stemmer

import qa
from eval.arrays import Floats
from eval.systems.baseline import Baseline, in_order
from eval.systems.quoth import SystemFactory

__all__ = ["Bm25", "bm25"]

_STOP_WORDS = frozenset({"english", "spanish", "german", "russian", "chinese"})


class Bm25:
    """BM25 as in Lucene, k1 = 1.5 and b = 0.75: the package's defaults. Words of one letter are not seen.

    language: the documents' language, in English.
    Raises qa.MissingExtra when the package is not installed.
    """

    def __init__(self, passages: Sequence[qa.Passage], *, language: str = "english") -> None:
        try:
            import bm25s  # noqa: PLC0415
        except ImportError:
            raise qa.MissingExtra("The package bm25s is missing. Get it with: pip install 'quoth[eval]'") from None
        self._bm25s = bm25s
        self._stop_words = language if language in _STOP_WORDS else None
        self._stemmer = Stemmer.Stemmer(language) if language in Stemmer.algorithms() else None
        self._of_passages = self._index([passage.text for passage in passages])
        self._of_sentences = self._index([p.cut(*place) for p in passages for place in p.sentences])
        self._ends = list(accumulate(len(passage.sentences) for passage in passages))
        self._starts = [0, *self._ends[:-1]]

    def passages(self, question: str) -> Floats:
        """Return the score of each passage."""
        return self._of_passages(question)

    def sentences(self, question: str, rows: Sequence[int]) -> Floats:
        """Return the score of each sentence of the passages at these rows, among all sentences."""
        scores = self._of_sentences(question)
        return np.concatenate([scores[self._starts[row] : self._ends[row]] for row in rows])

    def texts(self, question: str, texts: Sequence[str]) -> Floats:
        """Return the score of each text, among these texts."""
        return self._index(texts)(question)

    def confidence(self, score: float) -> float:
        """Return s / (1 + s)."""
        return score / (1.0 + score)

    def _index(self, texts: Sequence[str]) -> Callable[[str], Floats]:
        """Return a function from a question to the score of each text."""
        words = self._words(texts)
        if not any(words):
            return lambda question: np.zeros(len(texts))
        index = self._bm25s.BM25()
        index.index(words, show_progress=False)

        def scores(question: str) -> Floats:
            (asked,) = self._words([question])
            scored: Any = index.get_scores(asked) if asked else np.zeros(len(texts))
            return np.asarray(scored, dtype=np.float64)

        return scores

    def _words(self, texts: Sequence[str]) -> list[list[str]]:
        words: list[list[str]] = self._bm25s.tokenize(
            list(texts), stopwords=self._stop_words, stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return words


def bm25(name: str = "bm25s", *, language: str = "english") -> SystemFactory:
    """Return BM25 as a contestant."""

    def make(documents: Sequence[qa.Document], passage_size: int) -> nullcontext[Baseline]:
        passages = in_order(documents, passage_size)
        return nullcontext(Baseline(passages, Bm25(passages, language=language)))

    return SystemFactory(name, make)
