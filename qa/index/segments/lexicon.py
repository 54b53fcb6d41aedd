"""Terms that a word may be a slip of, among a million in a millisecond or two.

A slip changes few letters, so that terms are looked at by length, and only those that have nearly the same letters are
compared. A slip in an ending is none of the term, which has none: terms that the word begins with count as well. The
distance of two words is how many letters are left out, put in or changed, or neighbours put the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from qa.index.segments.layout import Array, Strings
from qa.ranking.formulas import column_name
from qa.text.stems import fold, term

__all__ = ["MOST_TERMS", "PASSAGES_EACH", "Lexicon", "NamedTerm", "select_nearest"]

MOST_TERMS = 4  # that are told as near to a word
PASSAGES_EACH = 6  # of those that hold such a term, to read how it is written

_LETTERS = np.uint32(31)  # of a byte: what tells letters apart
_CHANGED = (0, 2, 3)  # letters that one word has and the other has not, by distance
_MOST_COMPARED = 4_000  # terms, so that time is bounded
_BEGINNING = 4  # letters that a term has at least which a word is said to begin with
_LONGEST_ENDING = 6
_MOST_BEGINNING = 500  # terms that begin as a word does, and are looked at
_TAKEN = 2  # of those that a word begins with, the longest


class NamedTerm(NamedTuple):
    """A term by the name of its column; distance: from a word, more than `most` where that begins with it."""

    distance: int
    name: str


def select_nearest(named: Iterable[NamedTerm], counts: Mapping[str, int]) -> list[NamedTerm]:
    """Return the nearest terms that some passage holds, by distance, frequency and name. counts: of passages."""
    held = [each for each in set(named) if counts[each.name]]
    return sorted(held, key=lambda each: (each.distance, -counts[each.name], each.name))[:MOST_TERMS]


class Lexicon:
    """Finds terms in a list of them: sorted names of columns, one after another in UTF-8, and where each begins."""

    def __init__(self, text: Array, starts: npt.NDArray[np.unsignedinteger]) -> None:
        self._names = Strings(text, starts)
        begins = starts.astype(np.int64)
        self._text, self._begins = text, begins[:-1]
        lengths = np.diff(begins)
        self._order = np.argsort(lengths, kind="stable").astype(np.uint32)
        self._firsts = np.searchsorted(lengths[self._order], np.arange(int(lengths.max(initial=0)) + 2))
        masks = np.zeros(len(lengths), dtype=np.uint32)
        if len(text):
            bits = np.left_shift(np.uint32(1), text & _LETTERS, dtype=np.uint32)
            masks = np.bitwise_or.reduceat(bits, np.minimum(begins[:-1], len(text) - 1))
        self._masks = masks[self._order]  # of the letters of each term

    def find(self, word: str, language: str, most: int) -> list[NamedTerm]:
        """Return terms of a language that `word` may be a slip of, by distance, then by name.

        Some may be left out that have a letter of more bytes in UTF-8 than any of the word's.
        most: the greatest distance, 1 or 2.
        """
        stem, whole = (column_name(form, language) for form in (term(word, language), fold(word, language)))
        forms = {whole: 1, stem: most}  # a slip may look like an ending, or have another: focys, foci
        if whole.endswith("s"):
            forms.setdefault(whole[:-1], 1)
        distances: dict[str, int] = {}
        for form, furthest in forms.items():
            for distance, name in self._find_near(form, furthest):
                distances[name] = min(distance, distances.get(name, distance))
        for name in self._find_beginning(whole):
            distances.setdefault(name, most + 1)
        distances.pop(stem, None)
        return sorted(NamedTerm(distance, name) for name, distance in distances.items())

    def _find_near(self, stem: str, most: int) -> list[NamedTerm]:
        if not len(self._names):
            return []
        data = np.frombuffer(stem.encode(), dtype=np.uint8)
        widest = max(len(letter.encode()) for letter in stem)
        last = len(self._firsts) - 1
        low, high = (min(max(len(data) + by, 0), last) for by in (-most * widest, most * widest + 1))
        own = slice(int(self._firsts[low]), int(self._firsts[high]))
        mask = np.bitwise_or.reduce(np.left_shift(np.uint32(1), data & _LETTERS, dtype=np.uint32))
        changed = np.bitwise_count(self._masks[own] ^ mask)
        alike = np.flatnonzero(changed <= _CHANGED[most] * widest)
        if most > 1:  # two slips are in none of the first letters
            start = stem.find(":") + 1  # a language has one byte a letter
            begins = self._begins[self._order[own][alike]] + start
            same = self._text[np.minimum(begins, len(self._text) - 1)] == data[start]
            alike = alike[(changed[alike] <= _CHANGED[1] * widest) | same]
        language, colon, _ = stem.partition(":")
        prefix = f"{language}:" if colon else ""
        near = []
        for place in self._order[own][alike[:_MOST_COMPARED]].tolist():
            name = self._names[place].decode("utf-8", "replace")
            distance = OSA.distance(stem, name, score_cutoff=most)
            if 0 < distance <= most and (name.startswith(prefix) if prefix else ":" not in name):
                near.append(NamedTerm(distance, name))
        return near

    def _find_beginning(self, whole: str) -> list[str]:
        """Return the longest terms that a word, after its language, begins with but for an ending that is not read."""
        start = whole.find(":") + 1
        if len(whole) - start <= _BEGINNING:
            return []
        opening = whole[: start + _BEGINNING]
        first = self._names.place(opening)
        names = (
            self._names[place].decode("utf-8", "replace")
            for place in range(first, min(first + _MOST_BEGINNING, len(self._names)))
        )
        held = [
            name
            for name in takewhile(lambda name: name.startswith(opening), names)
            if 0 < len(whole) - len(name) <= _LONGEST_ENDING and whole.startswith(name)
        ]
        return sorted(held, key=len)[-_TAKEN:]
