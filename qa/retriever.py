"""TF-IDF retrieval as a scikit-learn estimator: passages in, the nearest ones to a question out, in two stages.

The weight of a term is split: what depends on the passage (how often, how long) is stored with the passage, what
depends on the collection (how rare) is applied to the question.

words   passage: f / (f + k1 (1 - b + b l / mean l)); question: f ln(1 + (N - n + 1/2) / (n + 1/2)), divided by its sum.
        The order of passages is that of BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework",
        eq. 3.15), and the score is the share of the question's weight that the passage holds, saturated.
pairs   For the best passages by words alone: a pair of neighbours in the question that are neighbours in the passage
        too adds a share of what the two words weigh. So the index holds words only, half as much as with their pairs.

f: how often the term occurs; l: length in words; N: number of passages; n: passages that hold the term. Terms are
stems; of a script without spaces, where a term is one character, pairs of them are terms of the index too. In a
question, function words and pairs count for less than words of matter: they say how it is asked, and "what" is rare in
documents without being telling.

Each passage has a language, and its terms are those of that language: the columns of two languages are apart, and N, n
and the mean length are counted within one. A question is read in every language that there are passages in, so that
each passage is found as it would be among passages of its own language, and names are found in all; passages in another
language than the question's, and in one that knows less of its words, score less. Left out: updating in place; `fit`
learns anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal, Self, overload

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted

from qa.errors import InvalidOption
from qa.language import DEFAULT_LANGUAGE, detect
from qa.text import is_character, light_terms, terms

__all__ = ["TfidfRetriever", "column_name", "indexed"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]


def indexed(words: Sequence[str]) -> list[str]:
    """Return the terms that the index holds of `words`: themselves, then the pairs of neighbouring single characters.

    >>> indexed(["多", "少", "euro"])
    ['多', '少', 'euro', '多 少']
    """
    return [*words, *(f"{a} {b}" for a, b in pairwise(words) if _is_indexed(a, b))]


def _is_indexed(left: str, right: str) -> bool:
    """Tell whether a pair of neighbours is a term of the index itself."""
    return is_character(left) and is_character(right)


def column_name(name: str, language: str) -> str:
    """Return what the column of a term is called: the term, after its language unless that is English.

    >>> column_name("haus", "de"), column_name("hous", "en")
    ('de:haus', 'hous')
    """
    return name if language == DEFAULT_LANGUAGE else f"{language}:{name}"


class TfidfRetriever(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Rank passages for questions by the TF-IDF weight of the terms that they share.

    Parameters
    ----------
    k1 : float, default=0.9
        How soon repeating a term stops to count. At 0 a term counts once.
    b : float in [0, 1], default=0.75
        How much a long passage is held back.
    function_weight : float in [0, 1], default=0.2
        What a function word of a question counts for, beside a word of matter.
    pair_weight : float in [0, 1], default=0.2
        What a pair of neighbours that the question and a passage share counts for, beside its two words.
    foreign_weight : float in [0, 1], default=0.8
        What a match counts for in a passage that is not in the question's language, beside one that is. Without it (1)
        one question in fifty over documents and their translations finds a translation first; with 0.8 none does.
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
        k1: float = 0.9,
        b: float = 0.75,
        function_weight: float = 0.2,
        pair_weight: float = 0.2,
        foreign_weight: float = 0.8,
        n_candidates: int = 100,
        n_neighbors: int = 5,
    ) -> None:
        self.k1 = k1
        self.b = b
        self.function_weight = function_weight
        self.pair_weight = pair_weight
        self.foreign_weight = foreign_weight
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
        self._validate()
        if isinstance(raw_documents, str):
            raise InvalidOption("fit() was given one text; it needs a sequence of them. Put the text in a list.")
        codes = [DEFAULT_LANGUAGE] * len(raw_documents) if languages is None else list(languages)
        if len(codes) != len(raw_documents):
            raise InvalidOption(
                f"fit() was given {len(raw_documents)} texts and {len(codes)} languages: give a language for each text."
            )
        analyzed = [(terms(text, language), language) for text, language in zip(raw_documents, codes, strict=True)]
        counter = CountVectorizer(analyzer=_columns_of, dtype=np.int64)
        if any(words for words, _ in analyzed):
            counts = sp.csr_array(counter.fit_transform(analyzed))
            vocabulary = {name: int(column) for name, column in counter.vocabulary_.items()}
        else:
            counts = sp.csr_array((len(analyzed), 0), dtype=np.int64)
            vocabulary = {}
        n_words = [len(words) for words, _ in analyzed]
        columns = (vocabulary[column_name(word, language)] for words, language in analyzed for word in words)
        return self.restore(
            vocabulary=vocabulary,
            document_frequency=np.bincount(counts.indices, minlength=counts.shape[1]),
            weights=sp.csc_array(self._passage_weights(counts, _relative_lengths(n_words, codes))),
            words=np.fromiter(columns, dtype=np.int32, count=sum(n_words)),
            word_starts=np.cumsum([0, *n_words]),
            languages=Counter(codes),
        )

    def restore(
        self,
        *,
        vocabulary: dict[str, int],
        document_frequency: npt.NDArray[np.int64],
        weights: sp.csc_array,
        words: npt.NDArray[np.int32],
        word_starts: npt.NDArray[np.int64],
        languages: Mapping[str, int],
    ) -> Self:
        """Take over what an earlier `fit` learned, as it was saved."""
        self.vocabulary_ = vocabulary
        self.document_frequency_ = document_frequency
        self.weights_ = weights
        self.words_ = words
        self.word_starts_ = word_starts
        self.n_passages_ = int(weights.shape[0])
        self.languages_ = dict(sorted(languages.items(), key=lambda item: (-item[1], item[0])))
        return self

    @property
    def idf_(self) -> Floats:
        """Weight of each term on the question's side, by its rarity."""
        check_is_fitted(self)
        sizes = [self._n_passages_beside(name) for name in self.get_feature_names_out()]
        return _idf(self.document_frequency_, np.array(sizes, dtype=np.int64))

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
        return sp.csr_array((data, indices, indptr), shape=(len(rows), len(self.vocabulary_)))

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

    def nearest(self, question: str, k: int, among: npt.NDArray[np.bool_] | None = None) -> tuple[Ints, Floats]:
        """Return the rows of the `k` best passages, best first, ties by row, and their scores by words and pairs.

        Scores are in [0, 1], 0 for a passage that shares no word; all passages when there are fewer than `k`.
        among: of shape (n_passages,), which passages may have a score; None for all.
        """
        check_is_fitted(self)
        columns, weights = self._question_weights(question)
        by_words = self._scores(columns, weights)
        if among is not None:
            by_words = np.where(among, by_words, 0.0)
        rows = top(by_words, max(k, self.n_candidates))
        scores = self._with_pairs(question, rows, by_words[rows], dict(zip(columns.tolist(), weights, strict=True)))
        best = np.lexsort((rows, -scores))[:k]
        return rows[best], scores[best]

    def _with_pairs(self, question: str, rows: Ints, by_words: Floats, weights: Mapping[int, float]) -> Floats:
        """Return the scores of the passages at `rows` by words and pairs. weights: of the question, by column."""
        pairs, most = self._question_pairs(question, weights)
        if not pairs:
            return by_words
        counts = np.diff(self.word_starts_)[rows]
        owner = np.repeat(np.arange(len(rows)), counts)  # which of the rows each of their words stands in
        first = np.cumsum(counts) - counts
        words = self.words_[np.arange(len(owner)) + (self.word_starts_[rows] - first)[owner]]
        codes = words[:-1].astype(np.int64) << 32 | words[1:]
        asked = np.array(sorted(pairs))
        at = np.minimum(np.searchsorted(asked, codes), len(asked) - 1)
        shared = np.flatnonzero((asked[at] == codes) & (owner[:-1] == owner[1:]))
        once = np.unique(owner[shared] * len(asked) + at[shared])  # a pair counts once in a passage
        gain = np.array([pairs[code] for code in asked.tolist()])
        added = np.bincount(once // len(asked), weights=gain[once % len(asked)], minlength=len(rows))
        return np.where(by_words > 0.0, np.minimum((by_words + added) / (1.0 + most), 1.0), 0.0)

    def _question_pairs(self, question: str, weights: Mapping[int, float]) -> tuple[dict[int, float], float]:
        """Return what each pair of the question adds, by its code, and the most that they add up to in one language.

        The code of a pair is its columns, the first in the upper 32 bits.
        """
        pairs: dict[int, float] = {}
        most = 0.0
        for language in self.languages_:
            known = [(word, self.vocabulary_.get(column_name(word, language))) for word in terms(question, language)]
            own = {
                a << 32 | b: self.pair_weight * float(weights[a] + weights[b])
                for (left, a), (right, b) in pairwise(known)
                if a is not None and b is not None and not _is_indexed(left, right)
            }
            pairs |= own
            most = max(most, sum(own.values()))
        return pairs, most

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

    def get_feature_names_out(self, input_features: object = None) -> npt.NDArray[np.object_]:
        """Return the term of each column: ndarray of shape (n_terms,)."""
        check_is_fitted(self)
        return np.array(sorted(self.vocabulary_, key=self.vocabulary_.__getitem__), dtype=object)

    def idf_of(self, names: Sequence[str]) -> Floats:
        """Return the idf of each term, named as its column is: ndarray of shape (len(names),).

        An unknown one has that of no passage.
        """
        check_is_fitted(self)
        counts = [self.document_frequency_[self.vocabulary_[name]] if name in self.vocabulary_ else 0 for name in names]
        sizes = [self._n_passages_beside(name) for name in names]
        return _idf(np.array(counts, dtype=np.int64), np.array(sizes, dtype=np.int64))

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
        for name in ("b", "function_weight", "pair_weight", "foreign_weight"):
            if not 0 <= getattr(self, name) <= 1:
                raise InvalidOption(f"{name} is {getattr(self, name)}: it must be in [0, 1].")

    def _n_passages_beside(self, name: str) -> int:
        """Return how many passages are in the language of a column."""
        language, colon, _ = name.partition(":")
        return self.languages_.get(language if colon else DEFAULT_LANGUAGE, 0)

    def _passage_weights(self, counts: sp.csr_array, lengths: Floats) -> sp.csr_array:
        frequency = counts.data.astype(np.float64)
        row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        weights = frequency / (frequency + self.k1 * (1.0 - self.b + self.b * lengths[row]))
        return sp.csr_array((weights, counts.indices, counts.indptr), shape=counts.shape)

    def _question_weights(self, question: str) -> tuple[Ints, Floats]:
        """Return the columns of the question's known terms, ascending, and their weights."""
        asked_in = detect(question, among=list(self.languages_)) if self.languages_ else DEFAULT_LANGUAGE
        parts = [self._weights_in(language, question, asked_in) for language in self.languages_]
        if not parts:
            return np.empty(0, dtype=np.intp), np.empty(0)
        columns = np.concatenate([part for part, _ in parts])
        weights = np.concatenate(
            [
                part if language == asked_in else self.foreign_weight * part
                for language, (_, part) in zip(self.languages_, parts, strict=True)
            ]
        )
        norm = max(part.sum() for _, part in parts)
        order = np.argsort(columns)
        return columns[order], weights[order] / (norm or 1.0)

    def _weights_in(self, language: str, question: str, asked_in: str) -> tuple[Ints, Floats]:
        """Return the columns of the question's known terms in one language, and their weights before any norm."""
        light = light_terms(question, language, asked_in)
        counts = Counter(indexed(terms(question, language)))
        found = [(name, self.vocabulary_.get(column_name(name, language))) for name in counts]
        known = [(name, column) for name, column in found if column is not None]
        columns = np.array([column for _, column in known], dtype=np.intp)
        frequency = np.array([counts[name] for name, _ in known], dtype=np.float64)
        emphasis = np.array([self._emphasis(name, light) for name, _ in known], dtype=np.float64)
        return columns, emphasis * frequency * _idf(self.document_frequency_[columns], self.languages_[language])

    def _emphasis(self, name: str, light: Set[str]) -> float:
        """Return what a term of a question counts for by its kind, before its rarity."""
        if " " in name:
            return self.pair_weight
        return self.function_weight if name in light else 1.0


def _columns_of(analyzed: tuple[list[str], str]) -> list[str]:
    """Return the names of the columns of a passage's words, given with their language."""
    words, language = analyzed
    names = indexed(words)
    return names if language == DEFAULT_LANGUAGE else [column_name(name, language) for name in names]


def _idf(document_frequency: npt.NDArray[np.int64], n_passages: npt.NDArray[np.int64] | int) -> Floats:
    return np.asarray(np.log1p((n_passages - document_frequency + 0.5) / (document_frequency + 0.5)))


def _relative_lengths(lengths: Sequence[int], languages: Sequence[str]) -> Floats:
    """Return the length of each passage over the mean of those in its language: ndarray of shape (n_passages,)."""
    found = np.array(lengths, dtype=np.float64)
    codes = np.array(languages, dtype=object)
    for language in set(languages):
        own = codes == language
        found[own] /= found[own].mean() or 1.0
    return found


def top(scores: Floats, k: int) -> Ints:
    """Return the indices of the `k` highest scores, best first, ties by index; all of them when there are fewer.

    >>> top(np.array([0.1, 0.5, 0.5, 0.2]), 3).tolist()
    [1, 2, 3]
    """
    if k < len(scores):
        least = np.partition(scores, len(scores) - k)[len(scores) - k]
        candidates = np.flatnonzero(scores >= least)
    else:
        candidates = np.arange(len(scores))
    return candidates[np.argsort(-scores[candidates], kind="stable")][:k]
