"""BM25 by bm25s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import bm25s
import Stemmer

from eval.bench.engines import K, Search
from eval.bench.texts.texts import Text

__all__ = ["Bm25s"]


class Bm25s:
    """BM25 with scores that were computed beforehand, added up by compiled code."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Index the texts and save the index."""
        words = bm25s.tokenize(
            [text.text for text in texts], stopwords="en", stemmer=self._stemmer, show_progress=False
        )
        index = bm25s.BM25(method="lucene", backend="numba")
        index.index(words, show_progress=False)
        index.save(str(folder), show_progress=False)

    def open(self, folder: Path) -> Search:
        """Map the index into memory."""
        retrieve = self._retrieve(folder)
        return lambda question: retrieve([question])[0]

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that asks all questions in one call, in one thread."""
        retrieve = self._retrieve(folder)

        def answer(questions: Sequence[str]) -> None:
            retrieve(questions)

        return answer

    def _retrieve(self, folder: Path) -> Callable[[Sequence[str]], list[list[int]]]:
        index = bm25s.BM25.load(str(folder), mmap=True, show_progress=False)
        k = min(K, int(index.scores["num_docs"]))

        def retrieve(questions: Sequence[str]) -> list[list[int]]:
            words = bm25s.tokenize(
                list(questions), stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
            )
            numbers: list[list[int]] = index.retrieve(words, k=k, show_progress=False, n_threads=1).documents.tolist()
            return numbers

        return retrieve
