"""The retriever: a scikit-learn estimator that learns passages and finds the nearest ones to a question, in two stages.

It ranks every library in memory, but for a large one. A folder and a ClickHouse cluster rank by the same formulas over
arrays and tables of their own, and are tested against it.

The weight of a term is split in two: what depends on the passage (how often, how long) is stored with the passage, what
depends on the collection (how rare) is applied to the question.

words   passage: f / (f + k1 (1 - b + b l / mean l)); question: f ln(1 + (N - n + 1/2) / (n + 1/2)), divided by its sum.
        The order of passages is that of BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework",
        eq. 3.15), and the score is the share of the question's weight that the passage holds, saturated.
pairs   For the best passages by words alone: a pair of neighbours in the question that are neighbours in the passage
        too adds a share of what the two words weigh. So only words are stored, which is half as much as with pairs.

f: how often the term occurs; l: length in words; N: number of passages; n: passages that hold the term. Terms are
stems; of a script without spaces, where a term is one character, pairs of them are terms too. In a question, function
words and pairs count for less than content words: they say how it is asked, and "what" is rare in documents without
being telling.

Each passage has a language, and its terms are those of that language: the columns of two languages are apart, and N, n
and the mean length are counted within one. A question is read in every language that there are passages in, so that
each passage is found as it would be among passages of its own language, and names are found in all; passages in another
language than the question's, and in one that knows less of its words, score less. Left out: updating in place; `fit`
learns again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Self, overload

import numpy as np
import scipy.sparse as sp
from sklearn.base import TransformerMixin
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted

from qa.arrays import Bools, Floats, Ints, top
from qa.errors import InvalidOption
from qa.ranking.asked import NOTHING_CARRIED, question_pairs, question_weights
from qa.ranking.formulas import DEFAULTS, pair_gains, with_pairs
from qa.ranking.learned import LearnedTerms
from qa.ranking.vocabulary import Terms, Vocabulary
from qa.text.detect import DEFAULT_LANGUAGE

__all__ = ["TfidfRetriever"]


class TfidfRetriever(TransformerMixin, LearnedTerms):  # type: ignore[misc]  # scikit-learn has no types
    """Rank passages for questions by the TF-IDF weight of the terms that they share.

    Parameters
    ----------
    k1 : float, default=0.9
        How soon repeating a term stops to count. At 0 a term counts once.
    b : float in [0, 1], default=0.75
        How much a long passage is held back.
    function_weight : float in [0, 1], default=0.2
        What a function word of a question counts for, beside a content word.
    pair_weight : float in [0, 1], default=0.2
        What a pair of neighbours that the question and a passage share counts for, beside its two words.
    foreign_weight : float in [0, 1], default=0.8
        What a match counts for in a passage that is not in the question's language, beside one that is. Without it (1)
        one question in fifty over documents and their translations finds a translation first; with 0.8 none does.
    synonym_weight : float in [0, 1], default=0.3
        What a synonym of a content word counts for, beside the word itself.
    n_candidates : int, default=100
        How many passages, the best by words alone, are compared by pairs as well; more when more are asked for.
    n_neighbors : int, default=5
        How many passages `kneighbors` returns by default.

    Attributes
    ----------
    vocabulary_ : dict
        Term to column; a term of another language than English stands after its code, as in "de:haus".
    document_frequency_ : ndarray of shape (n_terms,)
        How many passages hold each term.
    idf_ : ndarray of shape (n_terms,)
        Weight of each term on the question's side.
    weights_ : CSC array of shape (n_passages, n_terms)
        Weight of each term in each passage.
    words_ : ndarray of shape (n_words,), int32
        Column of each word of each passage, in the order of reading.
    word_starts_ : ndarray of shape (n_passages + 1,)
        Where the words of each passage begin in `words_`; those of the last end where the last of these says.
    n_passages_ : int
        How many passages were learned.
    languages_ : dict
        Code of each language to how many passages are in it, the most frequent first, then by code.

    See Also
    --------
    sklearn.feature_extraction.text.TfidfTransformer : The same idf on both sides.
    sklearn.neighbors.NearestNeighbors : The contract of `kneighbors`.

    Examples
    --------
    >>> retriever = TfidfRetriever().fit(["The museum opens at nine.", "A ticket costs 14 euros."])
    >>> distances, indices = retriever.kneighbors(["What do tickets cost?"], n_neighbors=1)
    >>> int(indices[0, 0])
    1
    """

    def __init__(
        self,
        *,
        k1: float = DEFAULTS.k1,
        b: float = DEFAULTS.b,
        function_weight: float = DEFAULTS.function_weight,
        pair_weight: float = DEFAULTS.pair_weight,
        foreign_weight: float = DEFAULTS.foreign_weight,
        synonym_weight: float = DEFAULTS.synonym_weight,
        n_candidates: int = DEFAULTS.n_candidates,
        n_neighbors: int = 5,
    ) -> None:
        self.k1 = k1
        self.b = b
        self.function_weight = function_weight
        self.pair_weight = pair_weight
        self.foreign_weight = foreign_weight
        self.synonym_weight = synonym_weight
        self.n_candidates = n_candidates
        self.n_neighbors = n_neighbors

    def fit(self, raw_documents: Sequence[str], y: object = None, *, languages: Sequence[str] | None = None) -> Self:
        """Learn the vocabulary and the weights of `raw_documents`, and forget those of an earlier call.

        Parameters
        ----------
        raw_documents : sequence of str of length n_passages
            May be empty, or hold no word; then nothing is ever found.
        y : ignored
        languages : sequence of str of length n_passages, default=None
            Code of each passage's language; by default all are in English.

        Returns
        -------
        self
        """
        if isinstance(raw_documents, str):
            raise InvalidOption("fit() was given one text; it needs a sequence of them. Put the text in a list.")
        codes = [DEFAULT_LANGUAGE] * len(raw_documents) if languages is None else list(languages)
        if len(codes) != len(raw_documents):
            raise InvalidOption(
                f"fit() was given {len(raw_documents)} texts and {len(codes)} languages: give a language for each text."
            )
        return self.fit_terms(Vocabulary().read(zip(codes, raw_documents, strict=True)), codes)

    def fit_terms(self, terms: Terms, languages: Sequence[str]) -> Self:
        """Learn passages whose terms were read before, as a library keeps them; else as `fit` does.

        Parameters
        ----------
        terms : Terms
            Words and pairs of n_passages passages.
        languages : sequence of str of length n_passages

        Returns
        -------
        self
        """
        self._validate()
        self._learn(terms, languages)
        return self

    def transform(self, raw_documents: Sequence[str]) -> sp.csr_array:
        """Return the weights of the words of questions.

        Parameters
        ----------
        raw_documents : sequence of str of length n_questions

        Returns
        -------
        Q : CSR array of shape (n_questions, n_terms)
            In the language that knows most of the question, rows sum to 1. A question without any known term has a
            row of 0.
        """
        check_is_fitted(self)
        rows = [self._question_weights(text) for text in raw_documents]
        indptr = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        indices = np.concatenate([columns for columns, _ in rows]) if rows else np.empty(0, dtype=np.intp)
        data = np.concatenate([weights for _, weights in rows]) if rows else np.empty(0)
        Q = sp.csr_array((data, indices, indptr), shape=(len(rows), len(self.vocabulary_)))
        Q.sort_indices()
        return Q

    def scores(self, question: str) -> Floats:
        """Return the score of every passage by words alone: ndarray of shape (n_passages,), in [0, 1]."""
        check_is_fitted(self)
        return self._scores(*self._question_weights(question))

    def _scores(self, columns: Ints, weights: Floats) -> Floats:
        total = np.zeros(self.n_passages_)
        X = self.weights_
        for column, weight in zip(columns, weights, strict=True):
            postings = slice(X.indptr[column], X.indptr[column + 1])
            total[X.indices[postings]] += weight * X.data[postings]
        return np.minimum(total, 1.0)

    def nearest(
        self,
        question: str,
        k: int,
        among: Bools | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> tuple[Ints, Floats]:
        """Return the rows of the `k` best passages, best first, ties by row, and their scores by words and pairs.

        Scores are in [0, 1], 0 for a passage that shares no word; all passages when there are fewer than `k`.
        among: of shape (n_passages,), which passages may have a score; None for all.
        carried: words of the question that are from earlier in a conversation, to what they count for, in (0, 1].
        """
        self._require_fitted()
        names, weights = question_weights(question, self, self, carried)
        by_words = self._scores(self._columns(names), weights)
        if among is not None:
            by_words = np.where(among, by_words, 0.0)
        rows = top(by_words, max(k, self.n_candidates))
        asked = dict(zip(names, weights.tolist(), strict=True))
        pairs, most = question_pairs(question, self.languages_, asked, self)
        known = {(self.vocabulary_[a], self.vocabulary_[b]): gain for (a, b), gain in pairs.items()}
        scores = with_pairs(by_words[rows], pair_gains(known, rows, self.words_, self.word_starts_), most)
        best = np.lexsort((rows, -scores))[:k]
        return rows[best], scores[best]

    @overload
    def kneighbors(
        self, raw_documents: Sequence[str], n_neighbors: int | None = ..., *, return_distance: Literal[True] = ...
    ) -> tuple[Floats, Ints]: ...

    @overload
    def kneighbors(
        self, raw_documents: Sequence[str], n_neighbors: int | None = ..., *, return_distance: Literal[False]
    ) -> Ints: ...

    @overload
    def kneighbors(
        self, raw_documents: Sequence[str], n_neighbors: int | None = ..., *, return_distance: bool
    ) -> tuple[Floats, Ints] | Ints: ...

    def kneighbors(
        self, raw_documents: Sequence[str], n_neighbors: int | None = None, *, return_distance: bool = True
    ) -> tuple[Floats, Ints] | Ints:
        """Return the nearest passages of each question, nearest first; ties by the passage's index.

        Parameters
        ----------
        raw_documents : sequence of str of length n_questions
        n_neighbors : int, default=None
            By default the parameter of that name. When there are fewer passages, all of them are returned.
        return_distance : bool, default=True

        Returns
        -------
        distances : ndarray of shape (n_questions, n_neighbors)
            1 - score, ascending, in [0, 1]; 1 for a passage that shares no term. Only if `return_distance`.
        indices : ndarray of shape (n_questions, n_neighbors)
            Rows of what was given to `fit`.
        """
        check_is_fitted(self)
        asked = self.n_neighbors if n_neighbors is None else n_neighbors
        if asked < 1:
            raise InvalidOption(f"n_neighbors is {asked}: ask for at least 1.")
        k = min(asked, self.n_passages_)
        distances, indices = np.empty((len(raw_documents), k)), np.empty((len(raw_documents), k), dtype=np.intp)
        for row, question in enumerate(raw_documents):
            indices[row], scores = self.nearest(question, k)
            distances[row] = 1.0 - scores
        return (distances, indices) if return_distance else indices

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def _validate(self) -> None:
        if self.k1 < 0:
            raise InvalidOption(f"k1 is {self.k1}: it must not be negative.")
        if self.n_candidates < 1:
            raise InvalidOption(f"n_candidates is {self.n_candidates}: it must be at least 1.")
        for name in ("b", "function_weight", "pair_weight", "foreign_weight", "synonym_weight"):
            if not 0 <= getattr(self, name) <= 1:
                raise InvalidOption(f"{name} is {getattr(self, name)}: it must be in [0, 1].")

    def _question_weights(self, question: str) -> tuple[Ints, Floats]:
        """Return the columns of the question's known terms, heaviest first, and their weights."""
        names, weights = question_weights(question, self, self)
        return self._columns(names), weights
