"""The terms of passages as numbers, for whatever ranks them.

A text is parted at its spaces, and what stands between two of them is looked up: its terms are those that it had
before, whatever stands beside it, so that each is found by a search for words once and not each time. Left out: where a
word stands, which `text.places` finds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qa.arrays import starts_of
from qa.ranking.formulas import column_name
from qa.text.identifiers.compounds import find_compounds
from qa.text.terms import terms
from qa.text.words import SYLLABIC, is_character

__all__ = ["Terms", "Vocabulary", "join_terms", "read_terms"]

_REMEMBERED = 1 << 18  # runs without a space: some 40 MB
_LONGEST = 64  # characters of a run that is remembered
_BYTES = 4  # of a number
_COMPOUND = 1 << 31  # added to the number of a hyphened word, which is no word at a place

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What several passages hold.

    names: columns that occur, and perhaps others, each once. words: the terms of one passage after another in reading
    order, as places in `names`. lengths: how many terms each passage has. pairs: the pairs of neighbours that are terms
    themselves and the hyphened words as one, as often as they occur, as places in `names`, and pair_rows: the passage
    of each, counted from 0.
    """

    names: Sequence[str]
    words: Numbers
    lengths: Numbers
    pairs: Numbers
    pair_rows: Numbers

    def cut(self, sizes: Sequence[int]) -> Iterator[Terms]:
        """Yield those of the first `sizes[0]` passages, of the next `sizes[1]`, and so on to the last."""
        rows = starts_of(np.array(sizes, dtype=np.int64))
        words = starts_of(self.lengths)[rows].tolist()
        pairs = np.searchsorted(self.pair_rows, rows.astype(np.uint32)).tolist()
        bounds = rows.tolist()
        for place, start in enumerate(bounds[:-1]):
            own = slice(pairs[place], pairs[place + 1])
            yield Terms(
                self.names,
                self.words[words[place] : words[place + 1]],
                self.lengths[start : bounds[place + 1]],
                self.pairs[own],
                self.pair_rows[own] - np.uint32(start),
            )


class Vocabulary:
    """Reads passages into terms, the quicker the more it has read. What it remembers is bounded. It is of one thread.

    What it has read before makes no difference to the terms, only to the order of their names.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._names: list[str] = []
        self._runs: dict[str, _Runs] = {}  # by language
        self._singles: list[int] = []  # numbers of terms that are parts of words: single characters and syllables
        self._pairs: dict[str, int] = {}

    def read(self, passages: Iterable[tuple[str, str]]) -> Terms:
        """Return the terms of passages, each given as its language and its text."""
        if sum(map(len, self._runs.values())) + len(self._pairs) >= _REMEMBERED:
            self._forget()
        coded = []
        for language, text in passages:
            if language not in self._runs:
                self._runs[language] = _Runs(language, self._names, self._singles)
            coded.append(b"".join(map(self._runs[language].__getitem__, text.split())))
        lengths = np.array([len(numbers) // _BYTES for numbers in coded], dtype=np.uint32)
        words, lengths, compounds, rows = _part(np.frombuffer(b"".join(coded), dtype=np.uint32), lengths)
        pairs, pair_rows = self._paired(words, lengths) if self._singles else (words[:0], words[:0])
        if len(compounds):
            pairs, pair_rows = np.concatenate([pairs, compounds]), np.concatenate([pair_rows, rows])
            order = np.argsort(pair_rows, kind="stable")
            pairs, pair_rows = pairs[order], pair_rows[order]
        held = np.zeros(len(self._names), dtype=np.bool_)
        held[words] = held[pairs] = True
        places = (np.cumsum(held) - 1).astype(np.uint32)
        names = [self._names[number] for number in np.flatnonzero(held).tolist()]
        return Terms(names, places[words], lengths, places[pairs], pair_rows)

    def _paired(self, words: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
        """Return the pairs of parts of words that follow one another in a passage, and the passage of each."""
        is_single = np.zeros(len(self._names), dtype=np.bool_)
        is_single[self._singles] = True
        at = np.flatnonzero(is_single[words])
        rows = (np.searchsorted(starts_of(lengths), at, side="right") - 1).astype(np.uint32)
        neighbours = np.flatnonzero((at[1:] == at[:-1] + 1) & (rows[1:] == rows[:-1]))
        left, right = words[at[neighbours]].astype(np.int64), words[at[neighbours] + 1].astype(np.int64)
        different, which = np.unique(left << 32 | right, return_inverse=True)
        numbers = [self._number(pair >> 32, pair & 0xFFFFFFFF) for pair in different.tolist()]
        return np.array(numbers, dtype=np.uint32)[which], rows[neighbours]

    def _number(self, left: int, right: int) -> int:
        """Return the number of a pair."""
        name = f"{self._names[left]} {self._names[right].rpartition(':')[2]}"  # without its language
        if name not in self._pairs:
            self._pairs[name] = len(self._names)
            self._names.append(name)
        return self._pairs[name]


class _Runs(dict[str, bytes]):
    """What stands between two spaces, in one language, to the numbers of its terms, one after another.

    Those of hyphened words come after those of its words.

    names, singles: gain what is new.
    """

    def __init__(self, language: str, names: list[str], singles: list[int]) -> None:
        super().__init__()
        self._language, self._names, self._singles = language, names, singles
        self._numbers: dict[str, bytes] = {}

    def __missing__(self, run: str) -> bytes:
        numbers = b"".join([self._numbers.get(word) or self._new(word) for word in terms(run, self._language)])
        for word in find_compounds(run, self._language):
            number = int.from_bytes(self._numbers.get(word) or self._new(word), sys.byteorder)
            numbers += (number | _COMPOUND).to_bytes(_BYTES, sys.byteorder)
        if len(run) <= _LONGEST and len(self) < _REMEMBERED:
            self[run] = numbers
        return numbers

    def _new(self, word: str) -> bytes:
        number = len(self._names)
        self._names.append(column_name(word, self._language))
        if is_character(word) or self._language in SYLLABIC:
            self._singles.append(number)
        self._numbers[word] = number.to_bytes(_BYTES, sys.byteorder)
        return self._numbers[word]


def _part(numbers: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the words of passages and how many each has, then the hyphened words, and the passage of each."""
    at = np.flatnonzero(numbers >= _COMPOUND)
    if not len(at):
        return numbers, lengths, numbers[:0], numbers[:0]
    rows = (np.searchsorted(starts_of(lengths), at, side="right") - 1).astype(np.uint32)
    own = lengths - np.bincount(rows, minlength=len(lengths)).astype(np.uint32)
    return np.delete(numbers, at), own, numbers[at] & np.uint32(_COMPOUND - 1), rows


def join_terms(terms: Sequence[Terms]) -> Terms:
    """Return the terms of passages one after another, with the names of all, in the order in which they are met."""
    names: dict[str, int] = {}
    places: dict[int, Numbers] = {}  # of the names that several share, by what holds them
    for one in terms:
        if id(one.names) not in places:
            places[id(one.names)] = np.array(
                [names.setdefault(name, len(names)) for name in one.names], dtype=np.uint32
            )
    firsts = starts_of(np.array([len(one.lengths) for one in terms], dtype=np.int64)).astype(np.uint32)
    empty = np.empty(0, dtype=np.uint32)
    return Terms(
        [*names],
        np.concatenate([empty, *(places[id(one.names)][one.words] for one in terms)]),
        np.concatenate([empty, *(one.lengths for one in terms)]),
        np.concatenate([empty, *(places[id(one.names)][one.pairs] for one in terms)]),
        np.concatenate([empty, *(one.pair_rows + first for one, first in zip(terms, firsts, strict=False))]),
    )


def read_terms(language: str, texts: Iterable[str]) -> Terms:
    """Return the terms of passages of one language.

    >>> terms = read_terms("en", ["A ticket, a TICKET", ""])
    >>> terms.names, terms.words.tolist(), terms.lengths.tolist()
    (['a', 'ticket'], [0, 1, 0, 1], [4, 0])
    """
    return Vocabulary().read((language, text) for text in texts)
