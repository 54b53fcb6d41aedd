"""Plain ways, for comparison: rank the passages, then choose the sentence of the ten best that ranks highest.

They read the same passages and the same sentences as Quoth and are measured by the same code, so that the difference
is in ranking, choice and confidence alone. Their confidence is the score, which nobody has calibrated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Protocol

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

import qa
from eval.arrays import Floats
from eval.records import EvalError, Reply
from eval.systems.quoth import SystemFactory

__all__ = ["Baseline", "Ranker", "Tfidf", "in_order", "tfidf"]

PASSAGES_READ = 10


class Ranker(Protocol):
    """Scores texts against a question, 0 where they share no word. It is made with the passages that it ranks."""

    def passages(self, question: str) -> Floats:
        """Return the score of each passage."""
        ...

    def sentences(self, question: str, rows: Sequence[int]) -> Floats:
        """Return the score of each sentence of the passages at these rows, in order."""
        ...

    def texts(self, question: str, texts: Sequence[str]) -> Floats:
        """Return the score of each of some texts, which need not be of the passages; at least one."""
        ...

    def confidence(self, score: float) -> float:
        """Return the score of a sentence as a number in [0, 1] that rises with it."""
        ...


class Baseline:
    """Passages and sentences by a ranker.

    Ties go to the passage that ranks first, else to the document whose id sorts first, then to the earlier place.
    quotes: how many sentences it quotes at the most.
    """

    min_confidence = qa.DEFAULT_MIN_CONFIDENCE

    def __init__(self, passages: Sequence[qa.Passage], ranker: Ranker, *, quotes: int = 1) -> None:
        self.passages = passages
        self.ranker = ranker
        self.quotes = quotes
        self.rows: dict[str, list[int]] = defaultdict(list)
        for row, passage in enumerate(passages):
            self.rows[passage.document_id].append(row)

    def turns(self, questions: Sequence[str], documents: Sequence[str] | None = None) -> list[qa.Turn]:
        """Return the questions alone: all of a conversation are taken for one."""
        return [qa.Turn(question) for question in questions]

    def search(
        self,
        question: str,
        k: int,
        documents: Sequence[str] | None = None,
        history: Sequence[qa.Turn] = (),
    ) -> list[qa.Passage]:
        """Return at most `k` passages by score; none that shares no word with the question."""
        return [self.passages[row] for row in self._best(_join(question, history), k, documents)]

    def answer(self, question: str, documents: Sequence[str] | None = None, history: Sequence[qa.Turn] = ()) -> Reply:
        """Return the best sentences among those of the ten best passages."""
        question = _join(question, history)
        rows = self._best(question, PASSAGES_READ, documents)
        spans = [(self.passages[row], place) for row in rows for place in self.passages[row].sentences]
        if not spans:
            return Reply((), "", 0.0)
        scores = self.ranker.sentences(question, rows)
        best = np.argsort(-scores, kind="stable")[: self.quotes]
        quotes = tuple(qa.Span(spans[i][0].document_id, *spans[i][1]) for i in best)
        passage, place = spans[best[0]]
        return Reply(quotes, passage.cut(*place), self.ranker.confidence(float(scores[best[0]])))

    def score(self, question: str, places: Sequence[qa.Span]) -> list[float]:
        """Return the score of each place."""
        whole = {
            name: "".join(self.passages[row].text for row in self.rows[name])
            for name in {place.document_id for place in places}
        }
        texts = [whole[place.document_id][place.start : place.end] for place in places]
        return [float(score) for score in self.ranker.texts(question, texts)]

    def _best(self, question: str, k: int, documents: Sequence[str] | None) -> list[int]:
        """Return the rows of the `k` best passages that share a word with the question."""
        scores = self.ranker.passages(question)
        rows = range(len(scores)) if documents is None else sorted(row for name in documents for row in self.rows[name])
        of_rows = scores[list(rows)]
        return [rows[i] for i in np.argsort(-of_rows, kind="stable")[:k] if of_rows[i] > 0]


def _join(question: str, history: Sequence[qa.Turn]) -> str:
    return " ".join([*(turn.question for turn in history), question])


class Tfidf:
    """Cosines by scikit-learn's TfidfVectorizer with its defaults. Words of one letter are not seen."""

    def __init__(self, passages: Sequence[qa.Passage]) -> None:
        self._passages = passages
        self.vectorizer = TfidfVectorizer()
        try:
            self.X = self.vectorizer.fit_transform(passage.text for passage in passages)
        except ValueError as exc:
            raise EvalError(f"The baseline cannot index these documents: {exc}. Leave out --baseline.") from None

    def passages(self, question: str) -> Floats:
        """Return the cosine of each passage."""
        return self._cosines(self.X, question)

    def sentences(self, question: str, rows: Sequence[int]) -> Floats:
        """Return the cosine of each sentence of the passages at these rows."""
        of_rows = (self._passages[row] for row in rows)
        return self.texts(question, [passage.cut(*place) for passage in of_rows for place in passage.sentences])

    def texts(self, question: str, texts: Sequence[str]) -> Floats:
        """Return the cosine of each text, with the passages' weights of words."""
        return self._cosines(self.vectorizer.transform(texts), question)

    def confidence(self, score: float) -> float:
        """Return the cosine."""
        return min(score, 1.0)

    def _cosines(self, X: object, question: str) -> Floats:
        """Rows of X are of length 1, so the dot product is the cosine."""
        cosines: Floats = linear_kernel(X, self.vectorizer.transform([question])).ravel()
        return cosines


def tfidf(name: str = "naive TF-IDF", *, quotes: int = 1) -> SystemFactory:
    """Return the naive way as a contestant. quotes: how many sentences it quotes."""

    def make(documents: Sequence[qa.Document], passage_size: int) -> nullcontext[Baseline]:
        passages = in_order(documents, passage_size)
        return nullcontext(Baseline(passages, Tfidf(passages), quotes=quotes))

    return SystemFactory(name, make)


def in_order(documents: Sequence[qa.Document], passage_size: int) -> list[qa.Passage]:
    """Return the passages of all documents, by document id and place."""
    by_id = sorted(documents, key=lambda document: document.id)
    return [passage for document in by_id for passage in qa.split(document, size=passage_size)]
