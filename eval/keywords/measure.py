"""How many words of the right paragraphs the quotes for a few keywords have, taken together.

All queries are asked of one library of all documents. Left out: the order of the quotes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

import qa
from eval.evaluate import ask_all
from eval.measures.answers import answer_words, words_f1
from eval.measures.intervals import intervals
from eval.measures.metrics import Figure
from eval.records import QuestionSet, ResultRow
from eval.sets.jsonl import read_jsonl
from eval.systems.quoth import SystemFactory

__all__ = ["FIGURES", "KeywordsResults", "measure", "paragraph_f1", "read_keywords"]

FOLDER = Path(str(files("eval"))) / "keywords"

FIGURES = {
    "word_f1": "words that the quotes have of the right paragraphs, as F1; 0 where nothing is quoted",
    "word_f1_any": "the same, with what would be quoted whatever the confidence",
    "answered": "queries answered at the default threshold",
    "quote@1": "the first quote is of a right paragraph, whatever the confidence",
}
"""The figures, each a mean over all queries, and what they say."""


@dataclass(frozen=True, slots=True)
class KeywordsResults:
    """One system: a row and the score of its quotes for each query, whatever the confidence, and its figures."""

    name: str
    rows: tuple[ResultRow, ...]
    scores: tuple[float, ...]
    figures: dict[str, Figure]


def read_keywords(folder: Path = FOLDER) -> QuestionSet:
    """Return the set. Raises EvalError when it cannot be read."""
    return read_jsonl(folder / "keywords.jsonl", folder / "documents")


def measure(
    question_set: QuestionSet, systems: Sequence[SystemFactory], *, passage_size: int = qa.DEFAULT_PASSAGE_SIZE
) -> list[KeywordsResults]:
    """Return the results of each system; progress goes to stderr."""
    documents = {document.id: document for document in question_set.documents}
    measured = []
    for factory in systems:
        rows, _ = ask_all(factory, [question_set], passage_size=passage_size)
        scores = [score_row(row, documents) for row in rows]
        measured.append(KeywordsResults(factory.name, tuple(rows), tuple(scores), _figures(rows, scores)))
    return measured


def score_row(row: ResultRow, documents: Mapping[str, qa.Document]) -> float:
    """Return `paragraph_f1` of all quotes of a row together."""
    return paragraph_f1([quote.cut(documents[quote.document_id]) for quote in row.quotes], row.gold_texts)


def paragraph_f1(quotes: Sequence[str], paragraphs: Sequence[str]) -> float:
    """Return the F1 of the words of all quotes, for the paragraph that fits best or for all together, in [0, 1].

    Words are counted as often as they occur. 0.0 without a quote.

    >>> paragraph_f1(["red pier"], ["red pier burnt", "blue pier"])  # 2 * 2 / (2 + 3), 2 * 1 / (2 + 2), 2 * 2 / (2 + 5)
    0.8
    >>> paragraph_f1(["red pier burnt", "blue pier"], ["red pier burnt", "blue pier"])
    1.0
    """
    gold = [answer_words(paragraph) for paragraph in paragraphs]
    together = tuple(word for words in gold for word in words)
    return words_f1(tuple(word for quote in quotes for word in answer_words(quote)), [*gold, together])


def _figures(rows: Sequence[ResultRow], scores: Sequence[float]) -> dict[str, Figure]:
    answered = np.array([row.answered for row in rows], dtype=float)
    score = np.array(scores, dtype=float)
    columns = np.array([score * answered, score, answered, [float(row.right) for row in rows]])
    values = columns.mean(axis=1).tolist()
    bounds = intervals(
        lambda index: columns[:, index].mean(axis=1).tolist(),
        len(rows),
        values=values,
        counts=[len(rows)] * len(FIGURES),
        rates=[False, False, True, True],
    )
    return {
        name: Figure(name, value, _none_if_undefined(low), _none_if_undefined(high), len(rows))
        for name, value, (low, high) in zip(FIGURES, values, bounds, strict=True)
    }


def _none_if_undefined(bound: float) -> float | None:
    return None if math.isnan(bound) else bound
