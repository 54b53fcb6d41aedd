"""Ranking of what lies in memory, by a `TfidfRetriever` that is fitted to all passages by document id and place.

scikit-learn is imported, and the estimator fitted, when somebody first asks for what only it knows; what is fitted
never changes. Left out: locks, and what the passages say (store).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from qa.arrays import Bools, Int64s, starts_of
from qa.index.segments.building import joined
from qa.index.segments.lexicon import PASSAGES_EACH, Lexicon, select_nearest
from qa.index.segments.snapshot import RankedPassage, RankedTerm
from qa.ranking.formulas import by_size, column_name
from qa.ranking.vocabulary import Terms, join_terms

if TYPE_CHECKING:
    from qa.ranking.retriever import TfidfRetriever

__all__ = ["FittedRanking", "HeldDocument"]


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """What there is to rank of a document. terms: of its passages, in order. revision: under which it was written."""

    id: str
    revision: int
    language: str
    terms: Terms
    n_characters: int

    @property
    def n_passages(self) -> int:
        """How many passages it has."""
        return len(self.terms.lengths)


class FittedRanking:
    """Ranks the passages of some documents, given by revision. n_passages: how many they have."""

    def __init__(self, documents: Mapping[int, HeldDocument], n_passages: int) -> None:
        self._held = dict(documents)
        self.n_passages = n_passages

    @cached_property
    def languages(self) -> dict[str, int]:
        """Code of each language to how many passages are in it, the most frequent first, then by code."""
        sizes: Counter[str] = Counter()
        for document in self._held.values():
            sizes[document.language] += document.n_passages
        return by_size(sizes)

    @cached_property
    def _documents(self) -> list[HeldDocument]:
        """The documents by id, as the estimator is given them."""
        return sorted(self._held.values(), key=lambda document: document.id)

    @cached_property
    def _first_rows(self) -> Int64s:
        """The row of the first passage of each document; one more says how many rows there are."""
        return starts_of(np.array([document.n_passages for document in self._documents], dtype=np.int64))

    @cached_property
    def _retriever(self) -> TfidfRetriever:
        from qa.ranking.retriever import TfidfRetriever  # noqa: PLC0415 - imports scikit-learn, which takes a second

        documents = self._documents
        terms = join_terms([document.terms for document in documents])
        own = terms.cut([document.n_passages for document in documents])  # with names in common, to be joined at once
        documents[:] = [replace(document, terms=part) for document, part in zip(documents, own, strict=True)]
        self._held = {document.revision: document for document in documents}
        languages = [document.language for document in documents for _ in range(document.n_passages)]
        return TfidfRetriever().fit_terms(terms, languages)

    @property
    def documents(self) -> dict[int, HeldDocument]:
        """The documents by revision."""
        return dict(self._held)

    def search(
        self, question: str, k: int, documents: Mapping[str, int] | None, carried: Mapping[str, float]
    ) -> list[RankedPassage]:
        """Return at most `k` passages that share a term with `question`, best first, ties by document id and place.

        documents: id to revision of those to search in; None for all. carried: words of the question that are from
        earlier in a conversation, to what they count for.
        """
        among = None if documents is None else self._passages_of(documents)
        rows, scores = self._retriever.nearest(question, k, among, carried)
        return [
            self._passage_at(row, score)
            for row, score in zip(rows.tolist(), scores.tolist(), strict=True)
            if score > 0.0  # the others share no term
        ]

    def _passages_of(self, documents: Mapping[str, int]) -> Bools:
        """Return which rows are of some documents."""
        chosen = [document.id in documents for document in self._documents]
        return np.repeat(np.array(chosen, dtype=np.bool_), np.diff(self._first_rows))

    def _passage_at(self, row: int, score: float) -> RankedPassage:
        place = int(np.searchsorted(self._first_rows, row, side="right")) - 1
        document = self._documents[place]
        ordinal = row - int(self._first_rows[place])
        return RankedPassage(document.id.encode(), document.revision, ordinal, "", score)

    def idf(self, terms: Sequence[str], language: str) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language."""
        weights: list[float] = self._retriever.idf_of([column_name(term, language) for term in terms]).tolist()
        return weights

    def holds(self, terms: Sequence[str], language: str) -> list[bool]:
        """Tell of each term whether any passage in `language` holds it."""
        counts = self._retriever.document_frequencies([column_name(term, language) for term in terms])
        return [bool(n) for n in counts]

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(*joined([name.encode() for name in sorted(self._retriever.vocabulary_)]))

    def find_near(self, word: str, language: str, most: int) -> list[RankedTerm]:
        """Return the terms of passages in a language that are nearest to a word, `most` letters away or little more.

        The passages of each are the first that hold it, by document id and place.
        """
        retriever = self._retriever
        named = self._lexicon.find(word, language, most)
        names = [near.name for near in named]
        counts = dict(zip(names, map(int, retriever.document_frequencies(names)), strict=True))
        terms = []
        for near in select_nearest(named, counts):
            column, weights = retriever.vocabulary_[near.name], retriever.weights_
            rows = np.sort(weights.indices[weights.indptr[column] : weights.indptr[column + 1]])[:PASSAGES_EACH]
            terms.append(RankedTerm(near, counts[near.name], [self._passage_at(row, 0.0) for row in rows.tolist()]))
        return terms
