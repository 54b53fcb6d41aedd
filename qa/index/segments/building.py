"""Terms of documents to a segment: they are gathered as numbers, then all is sorted at once by NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from qa.arrays import encode_numbers, runs, starts_of
from qa.index.segments import row_sets
from qa.index.segments.coding import LARGE_COUNT, encode_counts
from qa.index.segments.layout import Array, InLanguage, Numbers, smallest, smallest_of
from qa.index.segments.segment import Segment
from qa.index.segments.writing import in_memory
from qa.ranking.vocabulary import Terms

__all__ = ["Builder", "codes_of", "joined", "languages_of"]


class _Numbers(dict[str, int]):
    """The number of each name; a new one gets the next."""

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self)
        return number


class Builder:
    """Gathers the terms of documents and makes a segment of them.

    n_characters: how much text was gathered. Memory grows with it, by some ten bytes a character.
    """

    def __init__(self) -> None:
        self.n_characters = 0
        self._numbers = _Numbers()
        self._last: Sequence[str] = ()  # names that were met last, and the number of each
        self._places: npt.NDArray[np.uint32] = np.empty(0, dtype=np.uint32)
        self._documents: list[tuple[str, int, str, int]] = []  # id, revision, language, passages
        self._n_passages = 0
        self._run: list[npt.NDArray[np.uint32]] = []  # words by the places of the last names, not yet by their numbers
        self._words = [self._places]
        self._lengths = [self._places]
        self._pairs = [self._places]
        self._pair_rows = [self._places]

    def add(self, document_id: str, revision: int, language: str, terms: Terms, *, n_characters: int = 0) -> None:
        """Take in the terms of the passages of a document; one without passages is left out."""
        if not len(terms.lengths):
            return
        if terms.names is not self._last:
            self._end_run()
            numbers = list(map(self._numbers.__getitem__, terms.names))
            self._last, self._places = terms.names, np.array(numbers, dtype=np.uint32)
        self._run.append(terms.words)
        self._lengths.append(terms.lengths)
        if len(terms.pairs):
            self._pairs.append(self._places[terms.pairs])
            self._pair_rows.append(terms.pair_rows + np.uint32(self._n_passages))
        self._documents.append((document_id, revision, language, len(terms.lengths)))
        self._n_passages += len(terms.lengths)
        self.n_characters += n_characters

    def _end_run(self) -> None:
        """Take in the words of what had the same names, in one go."""
        if self._run:
            self._words.append(self._places[np.concatenate(self._run)])
            self._run = []

    def build(self) -> Segment | None:
        """Return the segment, in memory; None when there is no passage."""
        if not self._documents:
            return None
        self._end_run()
        all_words, all_pairs = np.concatenate(self._words), np.concatenate(self._pairs)
        held = np.zeros(len(self._numbers), dtype=np.bool_)
        held[all_words] = held[all_pairs] = True
        names = sorted(compress(self._numbers, held.tolist()))
        number = np.empty(len(held), dtype=np.int64)
        number[[self._numbers[name] for name in names]] = np.arange(len(names))

        by_id = sorted(range(len(self._documents)), key=lambda place: self._documents[place][0])
        ids, revisions, codes_of_languages, sizes = zip(*(self._documents[place] for place in by_id), strict=True)
        passages = np.array([size for *_, size in self._documents], dtype=np.int64)
        old_rows = runs((np.cumsum(passages) - passages)[by_id], passages[by_id])  # of each new row
        new_rows = np.empty_like(old_rows)
        new_rows[old_rows] = np.arange(len(old_rows))
        old_lengths = np.concatenate(self._lengths).astype(np.int64)
        lengths = old_lengths[old_rows]
        words = number[all_words][runs((np.cumsum(old_lengths) - old_lengths)[old_rows], lengths)]

        n = len(lengths)
        pair_rows, pairs = new_rows[np.concatenate(self._pair_rows)], number[all_pairs]
        keys = np.concatenate([words * n + np.repeat(np.arange(n), lengths), pairs * n + pair_rows])
        postings, counts = np.unique(keys, return_counts=True)
        frequencies = np.bincount(postings // n, minlength=len(names))
        codes = codes_of(np.bincount(words, minlength=len(names)) + np.bincount(pairs, minlength=len(names)))
        large = np.flatnonzero(counts >= LARGE_COUNT)
        encoded, sizes_of_words = encode_numbers(codes[words])
        first_rows = starts_of(np.array(sizes))
        known = sorted(set(codes_of_languages))
        languages = np.array([known.index(code) for code in codes_of_languages])
        term_text, term_starts = joined([name.encode() for name in names])
        id_text, id_starts = joined([document_id.encode() for document_id in ids])
        arrays: dict[str, Array] = {
            "term_text": term_text,
            "term_starts": term_starts,
            "term_codes": smallest_of(codes),
            "posting_starts": smallest_of(starts_of(frequencies)),
            "rows": row_sets.encode_all(postings % n, frequencies, n),
            "row_starts": smallest_of(starts_of(row_sets.n_units(frequencies, n))),
            "counts": encode_counts(counts),
            "large_places": large.astype(smallest(len(counts))),
            "large_counts": smallest_of(counts[large]),
            "lengths": smallest_of(lengths),
            "words": encoded,
            "word_starts": smallest_of(starts_of(sizes_of_words)[starts_of(lengths)]),
            "id_text": id_text,
            "id_starts": id_starts,
            "revisions": smallest_of(np.array(revisions, dtype=np.int64)),
            "document_languages": smallest_of(languages),
            "first_rows": smallest_of(first_rows),
        }
        return in_memory(arrays, languages_of(known, languages, first_rows, lengths))


def languages_of(
    known: Sequence[str], languages: npt.NDArray[np.integer], first_rows: npt.NDArray[np.int64], lengths: Array
) -> list[InLanguage]:
    """Return the sums of each of the `known` languages. languages: the place there of that of each document."""
    of_passages = np.repeat(languages, np.diff(first_rows))
    return [
        InLanguage(code, len(own), int(own.sum(dtype=np.int64)), int(own.max(initial=0)))
        for place, code in enumerate(known)
        for own in [lengths[of_passages == place]]
    ]


def codes_of(counts: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return the code of each term among words: its place by how often it occurs, ties by name.

    counts: by name.

    >>> codes_of(np.array([1, 5, 5])).tolist()
    [2, 0, 1]
    """
    codes = np.empty(len(counts), dtype=np.int64)
    codes[np.argsort(-counts, kind="stable")] = np.arange(len(counts))
    return codes


def joined(texts: Sequence[bytes]) -> tuple[Array, Numbers]:
    """Return texts as one array of bytes, and where each begins."""
    starts = starts_of(np.array([len(text) for text in texts], np.int64))
    return np.frombuffer(b"".join(texts), dtype=np.uint8), smallest_of(starts)
