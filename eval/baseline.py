"""The naive way, for comparison: TF-IDF cosine for the passages, then TF-IDF cosine for the sentence.

It reads the same passages and the same sentences as Quoth and is measured by the same code, so that the difference
is in ranking, choice and confidence alone. Its confidence is the cosine, which nobody has calibrated.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

import qa
from eval.records import EvalError, Reply

__all__ = ["Baseline"]

PASSAGES_READ = 10


class Baseline:
    """scikit-learn's TfidfVectorizer with its defaults.

    Ties go to the document whose id sorts first, then to the earlier place. Words of one letter are not seen.
    """

    name = "Baseline"
    min_confidence = qa.DEFAULT_MIN_CONFIDENCE

    def __init__(self, passages: Iterable[qa.Passage]) -> None:
        self.passages = sorted(passages, key=lambda passage: (passage.document_id, passage.start))
        self.vectorizer = TfidfVectorizer()
        try:
            self.X = self.vectorizer.fit_transform(passage.text for passage in self.passages)
        except ValueError as exc:
            raise EvalError(f"The baseline cannot index these documents: {exc}. Leave out --baseline.") from None

    def search(self, question: str, k: int) -> list[qa.Passage]:
        """Return at most `k` passages by cosine; none that shares no word with the question."""
        scores = self._cosine(self.X, question)
        order = np.argsort(-scores, kind="stable")[:k]
        return [self.passages[i] for i in order if scores[i] > 0]

    def answer(self, question: str) -> Reply:
        """Return the sentence nearest to the question among those of the ten best passages."""
        spans: list[qa.Span] = []
        texts: list[str] = []
        for passage in self.search(question, PASSAGES_READ):
            for start, end in passage.sentences:
                spans.append(qa.Span(passage.document_id, start, end))
                texts.append(passage.cut(start, end))
        if not texts:
            return Reply((), "", 0.0)
        scores = self._cosine(self.vectorizer.transform(texts), question)
        best = int(np.argmax(scores))
        return Reply((spans[best],), texts[best], float(min(scores[best], 1.0)))

    def _cosine(self, X: object, question: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Rows of X are of length 1, so the dot product is the cosine."""
        cosines: np.ndarray[tuple[int], np.dtype[np.float64]] = linear_kernel(
            X, self.vectorizer.transform([question])
        ).ravel()
        return cosines
