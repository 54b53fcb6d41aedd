"""What an estimator learns of passages: which terms there are, how often each passage holds them, how rare they are.

The numbers are those of `formulas`. Left out: reading texts (vocabulary), and ranking by what was learned (retriever).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from qa.arrays import Floats, Int64s, Ints, starts_of
from qa.ranking.formulas import by_size, column_language, hold_back, idf
from qa.ranking.vocabulary import Terms

__all__ = ["LearnedTerms"]


class LearnedTerms(BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """The attributes that `TfidfRetriever` describes, and what follows from them. The options are the estimator's."""

    def _learn(self, terms: Terms, languages: Sequence[str]) -> None:
        """Learn passages by their terms and languages, and forget those of an earlier call."""
        n_words = terms.lengths.astype(np.int64)
        names, columns = _sorted_columns(terms)
        passages = np.repeat(np.arange(len(n_words)), n_words)  # of each word
        words, rows = columns[terms.words], np.concatenate([passages, terms.pair_rows])
        column, row, frequency = _count(np.concatenate([words, columns[terms.pairs]]), rows, len(n_words))
        held_back = hold_back(_relative_lengths(n_words, languages), self)
        self.vocabulary_ = {name: place for place, name in enumerate(names)}
        self.document_frequency_ = np.bincount(column, minlength=len(names))
        self.weights_ = sp.csc_array(
            (frequency / (frequency + held_back[row]), row, starts_of(self.document_frequency_)),
            shape=(len(n_words), len(names)),
        )
        self.words_ = words.astype(np.int32)
        self.word_starts_ = starts_of(n_words)
        self.n_passages_ = len(n_words)
        self.languages_ = by_size(Counter(languages))

    def _require_fitted(self) -> None:
        """Raise NotFittedError where nothing was learnt: at little cost, as each question comes here ten times."""
        if "vocabulary_" not in vars(self):
            check_is_fitted(self)

    @property
    def languages(self) -> dict[str, int]:
        """Code of each language to how many passages are in it, the most frequent first, then by code."""
        self._require_fitted()
        return self.languages_

    def document_frequencies(self, names: Sequence[str]) -> Int64s:
        """Return how many passages hold each term, named as its column is: ndarray of shape (len(names),)."""
        self._require_fitted()
        counts = [self.document_frequency_[self.vocabulary_[name]] if name in self.vocabulary_ else 0 for name in names]
        return np.array(counts, dtype=np.int64)

    @property
    def idf_(self) -> Floats:
        """Weight of each term on the question's side, by its rarity."""
        return self.idf_of(self.get_feature_names_out().tolist())

    def get_feature_names_out(self, input_features: object = None) -> npt.NDArray[np.object_]:
        """Return the term of each column: ndarray of shape (n_terms,)."""
        check_is_fitted(self)
        return np.array(sorted(self.vocabulary_, key=self.vocabulary_.__getitem__), dtype=object)

    def idf_of(self, names: Sequence[str]) -> Floats:
        """Return the idf of each term, named as its column is: ndarray of shape (len(names),).

        An unknown one has that of no passage.
        """
        sizes = [self._n_passages_beside(name) for name in names]
        return idf(self.document_frequencies(names), np.array(sizes, dtype=np.int64))

    def _n_passages_beside(self, name: str) -> int:
        """Return how many passages are in the language of a column."""
        return self.languages_.get(column_language(name), 0)

    def _columns(self, names: Sequence[str]) -> Ints:
        return np.array([self.vocabulary_[name] for name in names], dtype=np.intp)


def _sorted_columns(terms: Terms) -> tuple[list[str], Ints]:
    """Return the names that occur, sorted, and the column of each of `terms.names`; of one that does not occur, any."""
    held = np.zeros(len(terms.names), dtype=np.bool_)
    held[terms.words] = held[terms.pairs] = True
    places = sorted(np.flatnonzero(held).tolist(), key=terms.names.__getitem__)
    columns = np.zeros(len(terms.names), dtype=np.intp)
    columns[places] = np.arange(len(places))
    return [terms.names[place] for place in places], columns


def _count(columns: Ints, rows: Ints, n_rows: int) -> tuple[Ints, Ints, Floats]:
    """Return the different pairs of column and row, by column and then row, and how often each occurs."""
    keys, counts = np.unique(columns * n_rows + rows, return_counts=True)
    return keys // max(n_rows, 1), keys % max(n_rows, 1), counts.astype(np.float64)


def _relative_lengths(lengths: Int64s, languages: Sequence[str]) -> Floats:
    """Return the length of each passage over the mean of those in its language: ndarray of shape (n_passages,)."""
    relative = lengths.astype(np.float64)
    codes = np.array(languages, dtype=object)
    for language in set(languages):
        own = codes == language
        relative[own] /= relative[own].mean() or 1.0
    return relative
