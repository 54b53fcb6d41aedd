"""Each question scored on its own. A question that got no passage or no quote is a failure, never absent.

Retrieval is measured by ir_measures, so that the figures are those of the field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import AP, RR, Qrel, ScoredDoc, Success
from numpy.typing import NDArray

import qa
from eval.arrays import Bools, Floats
from eval.measures.answers import exact_match, token_f1
from eval.places import overlaps
from eval.records import K, ResultRow

__all__ = ["Bools", "Columns", "Floats", "sentence_scores"]


RETRIEVAL = {
    "hit@1": Success @ 1,
    "hit@3": Success @ 3,
    "hit@5": Success @ 5,
    "hit@10": Success @ 10,
    "mrr@10": RR @ 10,
}
CANDIDATES = {"mrr": RR, "map": AP}


@dataclass(frozen=True, slots=True)
class Columns:
    """The scores of n questions, an array of length n each.

    retrieval: a column for each name in `RETRIEVAL`. precision, recall, f1: of the quoted sentences.
    others: scores that only some runs, sets or systems have, nan where they have not.
    """

    answerable: Bools
    right: Bools
    answered: Bools
    confidence: Floats
    precision: Floats
    recall: Floats
    f1: Floats
    retrieval: dict[str, Floats]
    others: dict[str, Floats]

    @classmethod
    def of(cls, rows: Sequence[ResultRow]) -> Columns:
        """Score each row."""
        scores = np.array([sentence_scores(row.quotes, row.gold) for row in rows]).reshape(-1, 3)
        return cls(
            answerable=np.array([row.answerable for row in rows], dtype=bool),
            right=np.array([row.right for row in rows], dtype=bool),
            answered=np.array([row.answered for row in rows], dtype=bool),
            confidence=np.array([row.confidence for row in rows], dtype=float),
            precision=scores[:, 0],
            recall=scores[:, 1],
            f1=scores[:, 2],
            retrieval=_retrieval([row.rank for row in rows]),
            others=_others(rows),
        )

    def at(self, index: NDArray[np.int_] | Bools) -> Columns:
        """Return the questions at these positions, repeated where a position is."""
        return Columns(
            self.answerable[index],
            self.right[index],
            self.answered[index],
            self.confidence[index],
            self.precision[index],
            self.recall[index],
            self.f1[index],
            {name: column[index] for name, column in self.retrieval.items()},
            {name: column[index] for name, column in self.others.items()},
        )


def sentence_scores(quotes: Sequence[qa.Span], gold: Sequence[qa.Span]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the quoted sentences against the gold places, by overlap.

    precision = quotes that overlap a gold place / quotes; recall = answers that a quote overlaps / answers, where gold
    places that overlap one another are one answer; F1 = 2pr / (p + r) (van Rijsbergen 1979). 0 where a divisor is 0.

    >>> gold = [qa.Span("a", 0, 5), qa.Span("a", 3, 9), qa.Span("a", 50, 60)]  # two answers, one with a variant
    >>> p, r, f1 = sentence_scores([qa.Span("a", 0, 20), qa.Span("a", 20, 40), qa.Span("b", 0, 5)], gold)
    >>> round(p, 3), r, round(f1, 3)  # 1 of 3, 1 of 2
    (0.333, 0.5, 0.4)
    """
    answers: list[list[qa.Span]] = []
    for span in sorted(gold):
        if answers and any(overlaps(span, variant) for variant in answers[-1]):
            answers[-1].append(span)
        else:
            answers.append([span])
    good = sum(any(overlaps(quote, span) for span in gold) for quote in quotes)
    quoted = sum(any(overlaps(quote, span) for span in answer for quote in quotes) for answer in answers)
    precision = good / len(quotes) if quotes else 0.0
    recall = quoted / len(answers) if answers else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if good and quoted else 0.0


def _retrieval(ranks: Sequence[int | None]) -> dict[str, Floats]:
    """Score the rank of the first right passage: 1 if rank <= k (Success@k), 1 / rank (reciprocal rank, Voorhees 1999).

    ir_measures breaks ties by name, so each rank is a document of its own with a score that falls with the rank.
    """
    scores = {name: np.zeros(len(ranks)) for name in RETRIEVAL}
    if not ranks:
        return scores
    judged = [Qrel(str(i), str(rank or "none"), 1) for i, rank in enumerate(ranks)]
    run = [ScoredDoc(str(i), str(rank), -float(rank)) for i in range(len(ranks)) for rank in range(1, K + 1)]
    names = {str(measure): name for name, measure in RETRIEVAL.items()}
    for metric in ir_measures.iter_calc(list(RETRIEVAL.values()), judged, run):
        scores[names[str(metric.measure)]][int(metric.query_id)] = metric.value
    return scores


def _others(rows: Sequence[ResultRow]) -> dict[str, Floats]:
    """Score the answers of the documents that answer alone, without them, and among given candidates."""

    def column(value: Callable[[ResultRow], float | None]) -> Floats:
        return np.array([value(row) for row in rows], dtype=float)  # None becomes nan

    return {
        "given": column(lambda row: row.given_right),
        "focus_f1": column(lambda row: None if row.focus is None else token_f1(row.focus, row.gold_texts)),
        "focus_exact": column(lambda row: None if row.focus is None else exact_match(row.focus, row.gold_texts)),
        "focus_shown": column(lambda row: None if row.focus is None else bool(row.focus)),
        "without": column(lambda row: row.without),
        **_candidates([row.candidate_ranks for row in rows]),
    }


def _candidates(ranks: Sequence[Sequence[int]]) -> dict[str, Floats]:
    """Score the ranks of the candidates that answer: reciprocal rank of the first, and average precision."""
    scores = {name: np.full(len(ranks), np.nan) for name in CANDIDATES}
    judged = [Qrel(str(i), str(rank), 1) for i, of_row in enumerate(ranks) for rank in of_row]
    if not judged:
        return scores
    run = [
        ScoredDoc(str(i), str(rank), -float(rank))
        for i, of_row in enumerate(ranks)
        for rank in range(1, max(of_row, default=0) + 1)
    ]
    names = {str(measure): name for name, measure in CANDIDATES.items()}
    for metric in ir_measures.iter_calc(list(CANDIDATES.values()), judged, run):
        scores[names[str(metric.measure)]][int(metric.query_id)] = metric.value
    return scores
