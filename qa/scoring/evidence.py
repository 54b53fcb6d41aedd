"""Score the sentences of the best passages by how well they answer a question.

Two scorers over the same features. The trained one is boosted trees on all of them, and its score is the probability
that the sentence answers. The untrained one is a weighted mean of seven that are each in [0, 1] and each have a plain
meaning: what the trained one must beat.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from qa.arrays import Bools, Floats
from qa.errors import LibraryError
from qa.models.load import load_arrays
from qa.question.kinds.answer_type import AnswerType
from qa.question.query import PROPERTIES
from qa.scoring.features import FEATURES, compute_features
from qa.scoring.matching.match import Match
from qa.scoring.row import Row
from qa.scoring.term_weights import TermWeights
from qa.scoring.trees import Trees, probability
from qa.types import Evidence, Span

__all__ = ["EvidenceModel", "load_evidence_model", "make_plain_model", "rank", "select"]

_PLAIN = FEATURES.index("plain")
_OFFERED: frozenset[AnswerType | None] = frozenset({"date", "number", "duration", "contact"})
_NEARLY_AS_GOOD = 0.25  # of the best score


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceModel:
    """Weights of terms, which some features are made of, and trees over the features, or None for the plain score."""

    term_weights: TermWeights
    trees: Trees | None

    def scores(self, X: Floats) -> Floats:
        """Return the score of each row of a feature matrix, in [0, 1]."""
        return X[:, _PLAIN] if self.trees is None else probability(self.trees.decision(X))


@cache
def load_evidence_model() -> EvidenceModel:
    """Return the model that is shipped. Raises LibraryError when its file does not fit this version."""
    arrays = load_arrays("evidence")
    if tuple(arrays["features"]) != FEATURES or tuple(arrays["properties"]) != PROPERTIES:
        raise LibraryError(
            "The model evidence.npz was trained on other features than this version has. Install it again."
        )
    weights = TermWeights(arrays["coefficients"], float(arrays["retrieval"]))
    return EvidenceModel(weights, Trees.of(arrays))


@cache
def make_plain_model() -> EvidenceModel:
    """Return the model with the weights set by hand."""
    return EvidenceModel(TermWeights.equal(), None)


def select(match: Match, model: EvidenceModel) -> list[Evidence]:
    """Return the sentences that share a word with the question, or whose lead or headings do, best first.

    Ties by document id and place. One that adds no word to those of a question that asks for some is no answer. Where
    the best one does not offer the figure, date or contact that is asked for, and one that is nearly as good does and
    holds as much of the question, these two exchange their scores.
    """
    X = compute_features(match, model.term_weights)
    if not len(X):
        return []
    scores = model.scores(X).tolist()
    evidence = [
        Evidence(
            _place(match, row), match.hits[match.passage[row]].passage, scores[row], matched, Row(FEATURES, X[row])
        )
        for row, matched in _list_held(match).items()
    ]
    ranked = rank(evidence)
    return _put_offer_first(ranked) if model.trees and match.query.question.type in _OFFERED else ranked


def rank(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return sentences best first, ties by document id and place."""
    return sorted(evidence, key=lambda sentence: (-sentence.score, sentence.span))


def _put_offer_first(evidence: list[Evidence]) -> list[Evidence]:
    """Return sentences, best first, where the best and the first that offers more of what is asked for have exchanged
    their scores."""
    for other in evidence[1:]:
        best = evidence[0]
        if other.score < _NEARLY_AS_GOOD * best.score:
            break
        if (
            other.features["answer_type"] > best.features["answer_type"]
            and other.features["with_above"] >= best.features["with_above"]
        ):
            rest = (each for each in evidence if each is not best and each is not other)
            return rank([replace(other, score=best.score), replace(best, score=other.score), *rest])
    return evidence


def _list_held(match: Match) -> dict[int, dict[str, float]]:
    """Return the terms that each sentence holds, to their share, by its row; rows that hold none are left out."""
    held = np.maximum(np.maximum(match.soft, match.above.lead), match.above.headings)
    if match.query.question.cue and match.query.question.type != "polar":
        held[_add_nothing(match)] = 0.0
    rows, terms = np.nonzero(held)
    shares = match.query.shares[terms] * held[rows, terms]
    matched: dict[int, dict[str, float]] = {}
    for row, term, share in zip(rows.tolist(), terms.tolist(), shares.tolist(), strict=True):
        matched.setdefault(row, {})[match.query.names[term]] = share
    return matched


def _add_nothing(match: Match) -> Bools:
    """Tell of each sentence whether it has no word but function words and those of the question: (n,)."""
    new = ~match.function & (match.words < 0)
    return np.asarray(np.bincount(match.sentence[new], minlength=match.n) == 0)


def _place(match: Match, row: int) -> Span:
    passage = match.hits[match.passage[row]].passage
    return Span(passage.document_id, *passage.sentences[match.place[row]])
