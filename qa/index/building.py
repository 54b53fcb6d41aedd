"""Texts to a segment: each is read into terms once, then all is sorted at once by NumPy."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from qa.index import row_sets
from qa.index.coding import LARGE_COUNT, encode_counts, encode_words
from qa.index.segment import Array, InLanguage, Numbers, Segment, in_memory, smallest, smallest_of
from qa.ranking import column_name, indexed, runs, starts_of
from qa.text import terms

__all__ = ["Builder", "codes_of", "joined", "languages_of"]


class _Columns(dict[str, int]):
    """The number of each term of one language; a new term gets the next one, and its column's name is noted."""

    def __init__(self, language: str, names: list[str]) -> None:
        super().__init__()
        self._language = language
        self._names = names

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._names)
        self._names.append(column_name(word, self._language))
        return number


class Builder:
    """Gathers the passages of documents and makes a segment of them.

    n_characters: how much text was gathered. Memory grows with it, by some ten bytes a character.
    """

    def __init__(self) -> None:
        self.n_characters = 0
        self._names: list[str] = []
        self._columns: dict[str, _Columns] = {}
        self._documents: list[tuple[str, int, str, int]] = []  # id, revision, language, passages
        self._words = array("I")
        self._lengths = array("I")
        self._pairs = array("I")
        self._pair_rows = array("I")

    def add(self, document_id: str, revision: int, language: str, texts: Iterable[str]) -> None:
        """Take in the passages of a document; one without passages is left out."""
        columns = self._columns.setdefault(language, _Columns(language, self._names))
        n_before = len(self._lengths)
        for text in texts:
            words = terms(text, language)
            pairs = [columns[pair] for pair in indexed(words)[len(words) :]]
            self._pair_rows.extend([len(self._lengths)] * len(pairs))
            self._pairs.extend(pairs)
            self._words.extend([columns[word] for word in words])
            self._lengths.append(len(words))
            self.n_characters += len(text)
        if len(self._lengths) > n_before:
            self._documents.append((document_id, revision, language, len(self._lengths) - n_before))

    def build(self) -> Segment | None:
        """Return the segment, in memory; None when there is no passage."""
        if not self._documents:
            return None
        by_name = sorted(range(len(self._names)), key=self._names.__getitem__)
        number = np.empty(len(by_name), dtype=np.int64)
        number[by_name] = np.arange(len(by_name))

        by_id = sorted(range(len(self._documents)), key=lambda place: self._documents[place][0])
        ids, revisions, codes_of_languages, sizes = zip(*(self._documents[place] for place in by_id), strict=True)
        passages = np.array([size for *_, size in self._documents], dtype=np.int64)
        old_rows = runs((np.cumsum(passages) - passages)[by_id], passages[by_id])  # of each new row
        new_rows = np.empty_like(old_rows)
        new_rows[old_rows] = np.arange(len(old_rows))
        old_lengths = np.frombuffer(self._lengths, dtype=np.uint32).astype(np.int64)
        lengths = old_lengths[old_rows]
        heard = number[np.frombuffer(self._words, dtype=np.uint32)]
        words = heard[runs((np.cumsum(old_lengths) - old_lengths)[old_rows], lengths)]

        n = len(lengths)
        pair_rows = new_rows[np.frombuffer(self._pair_rows, dtype=np.uint32)]
        pairs = number[np.frombuffer(self._pairs, dtype=np.uint32)]
        keys = np.concatenate([words * n + np.repeat(np.arange(n), lengths), pairs * n + pair_rows])
        postings, counts = np.unique(keys, return_counts=True)
        frequencies = np.bincount(postings // n, minlength=len(by_name))
        codes = codes_of(np.bincount(words, minlength=len(by_name)) + np.bincount(pairs, minlength=len(by_name)))
        large = np.flatnonzero(counts >= LARGE_COUNT)
        encoded, sizes_of_words = encode_words(codes[words])
        first_rows = starts_of(np.array(sizes))
        known = sorted(set(codes_of_languages))
        languages = np.array([known.index(code) for code in codes_of_languages])
        term_text, term_starts = joined([self._names[place].encode() for place in by_name])
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
    """Return what there is in each of the `known` languages. languages: the place there of that of each document."""
    of_passages = np.repeat(languages, np.diff(first_rows))
    return [
        InLanguage(code, len(own), int(own.sum(dtype=np.int64)), int(own.max(initial=0)))
        for place, code in enumerate(known)
        for own in [lengths[of_passages == place]]
    ]


def codes_of(counts: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return what stands for each term among words: its place by how often it occurs, ties by name.

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
