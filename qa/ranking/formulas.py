"""The formulas of ranking, shared by the estimator and by the index of a library.

What they need to know of a collection is a `Statistics`; what a term is called there is its column's name. Numbers are
added in the order of the names, so that whoever computes with the same counts gets the same bits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from qa.arrays import Floats, Ints, distinct, nth_best, runs, starts_of, top
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.words import FIRST_CHARACTER, SYLLABIC, is_character

__all__ = [
    "DEFAULTS",
    "Options",
    "Statistics",
    "by_size",
    "column_language",
    "column_name",
    "column_term",
    "hold_back",
    "idf",
    "indexed",
    "is_indexed",
    "nth_best",
    "pair_gains",
    "runs",
    "starts_of",
    "top",
    "with_pairs",
]


class Options(Protocol):
    """The numbers that a ranking may be tuned by; `TfidfRetriever` says what each does."""

    @property
    def k1(self) -> float: ...
    @property
    def b(self) -> float: ...
    @property
    def function_weight(self) -> float: ...
    @property
    def pair_weight(self) -> float: ...
    @property
    def foreign_weight(self) -> float: ...
    @property
    def synonym_weight(self) -> float: ...
    @property
    def n_candidates(self) -> int: ...


class Defaults(NamedTuple):
    """The options that are not told otherwise, of an estimator and of every library."""

    k1: float = 0.9
    b: float = 0.75
    function_weight: float = 0.2
    pair_weight: float = 0.2
    foreign_weight: float = 0.8
    synonym_weight: float = 0.3
    n_candidates: int = 100


DEFAULTS = Defaults()


class Statistics(Protocol):
    """What is counted over a collection of passages."""

    @property
    def languages(self) -> Mapping[str, int]:
        """Code of each language to how many passages are in it, as `by_size` orders them."""
        ...

    def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return how many passages hold each term, by the name of its column; 0 for an unknown one."""
        ...


def indexed(words: Sequence[str], compounds: Sequence[str] = (), language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the terms that the index holds of `words`: themselves, then the pairs of neighbours that are parts of
    words, then `compounds`, what it holds of hyphened words.

    Parts are single characters, and the syllables of a language that writes each apart.

    >>> indexed(["多", "少", "euro"]), indexed(["wi", "fi"], ["wifi"]), indexed(["bảo", "tàng"], language="vi")
    (['多', '少', 'euro', '多 少'], ['wi', 'fi', 'wifi'], ['bảo', 'tàng', 'bảo tàng'])
    """
    if not words or (language not in SYLLABIC and max(words) < FIRST_CHARACTER):  # as nearly all are
        return [*words, *compounds]
    return [*words, *(f"{a} {b}" for a, b in pairwise(words) if is_indexed(a, b, language)), *compounds]


def is_indexed(left: str, right: str, language: str) -> bool:
    """Tell whether a pair of neighbours is a term of the index itself."""
    return language in SYLLABIC or (is_character(left) and is_character(right))


def column_name(name: str, language: str) -> str:
    """Return the name of a term's column: the term, after its language unless that is English.

    >>> column_name("haus", "de"), column_name("hous", "en")
    ('de:haus', 'hous')
    """
    return name if language == DEFAULT_LANGUAGE else f"{language}:{name}"


def column_language(name: str) -> str:
    """Return the language of a column.

    >>> column_language("de:haus"), column_language("hous")
    ('de', 'en')
    """
    language, colon, _ = name.partition(":")
    return language if colon else DEFAULT_LANGUAGE


def column_term(name: str) -> str:
    """Return the term of a column.

    >>> column_term("de:haus"), column_term("hous")
    ('haus', 'hous')
    """
    return name.rpartition(":")[2]


def by_size(languages: Mapping[str, int]) -> dict[str, int]:
    """Return the languages that have passages, the most frequent first, then by code.

    >>> by_size({"en": 1, "fr": 0, "de": 1, "es": 2})
    {'es': 2, 'de': 1, 'en': 1}
    """
    return {code: n for code, n in sorted(languages.items(), key=lambda item: (-item[1], item[0])) if n}


def idf(document_frequencies: npt.NDArray[np.int64], n_passages: npt.NDArray[np.int64] | int) -> Floats:
    """Return the weight of terms by their rarity among `n_passages`."""
    return np.asarray(np.log1p((n_passages - document_frequencies + 0.5) / (document_frequencies + 0.5)))


def hold_back(relative_lengths: Floats, options: Options) -> Floats:
    """Return what is added below the fraction of a term's weight in passages, given their length over the mean."""
    return np.asarray(options.k1 * (1.0 - options.b + options.b * relative_lengths))


def pair_gains(
    pairs: Mapping[tuple[int, int], float],
    rows: Ints,
    words: npt.NDArray[np.integer],
    word_starts: npt.NDArray[np.int64],
) -> Floats:
    """Return the gains that the pairs of a question add to the passages at `rows`; each counts once in a passage.

    pairs: by the two columns, in the order of the question, so that a sum is the same whatever number a column has.
    words, word_starts: the columns of the words of all passages, as an estimator keeps them.
    """
    if not pairs:
        return np.zeros(len(rows))
    starts = word_starts[rows]
    counts = word_starts[rows + 1] - starts
    owner = np.repeat(np.arange(len(rows)), counts)  # which of the rows each of their words stands in
    read = words[runs(starts, counts)].astype(np.int64)
    codes = read[:-1] << 32 | read[1:]
    gain = {a << 32 | b: value for (a, b), value in pairs.items()}
    given = np.array([*gain])  # in the order of the question, in which gains are added up
    order = np.argsort(given)
    asked = given[order]
    at = np.minimum(np.searchsorted(asked, codes), len(asked) - 1)
    shared = np.flatnonzero((asked[at] == codes) & (owner[:-1] == owner[1:]))
    once = distinct(owner[shared] * len(asked) + order[at[shared]])
    values = np.array([*gain.values()])
    return np.bincount(once // len(asked), weights=values[once % len(asked)], minlength=len(rows)).astype(np.float64)


def with_pairs(by_words: Floats, gains: Floats, most: float) -> Floats:
    """Return the scores by words and pairs, in [0, 1]. most: what all pairs of the question may add."""
    return np.where(by_words > 0.0, np.minimum((by_words + gains) / (1.0 + most), 1.0), 0.0)
