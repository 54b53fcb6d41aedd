"""Several segments to one, without what was removed: arrays are renumbered and put together, no text is read again.

Which ones: a segment is merged with all smaller ones as soon as these are as large together, so each is larger than
all smaller ones together, their number is the logarithm of the size, and a passage is written again each time that what
it lies in has doubled. One of which a quarter was removed is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from qa.index.building import joined, languages_of, starts_of
from qa.index.live import Part
from qa.index.segment import DamagedSegment, Segment, SegmentWriter
from qa.ranking import runs

__all__ = ["chunks", "merge", "merged_in_memory", "plan"]

Ints = npt.NDArray[np.int64]

_SMALL = 1_000  # passages; segments below count as this large, so that they end in one
_REMOVED = 0.25  # share of removed passages from which on a segment is written anew
_CHUNK = 1 << 20  # postings or words that are renumbered at a time


def plan(parts: Sequence[Part], most: int | None = None) -> list[list[int]]:
    """Return which parts to merge into one each, by their places.

    most: how many live passages one merge may write; None for any number.

    >>> plan([])
    []
    """
    by_size = sorted(range(len(parts)), key=lambda place: (-parts[place].size, place))
    sizes = [parts[place].size for place in by_size]
    groups: list[list[int]] = []
    for first in range(len(by_size) - 1):
        smaller = sizes[first + 1 :]
        due = max(sizes[first], _SMALL) <= sum(max(size, _SMALL) for size in smaller)
        if due and (most is None or sizes[first] + sum(smaller) <= most):
            groups.append(by_size[first:])
            break
    taken = {place for group in groups for place in group}
    groups += [
        [place]
        for place in by_size
        if place not in taken
        and parts[place].size <= (1 - _REMOVED) * parts[place].segment.n_passages
        and (most is None or parts[place].size <= most)
    ]
    return groups


def merge(parts: Sequence[Part], file: BinaryIO, proceed: Callable[[], None] = lambda: None) -> str:
    """Write what is alive in `parts`, which is something, to `file` as one segment; return its checksum.

    proceed: called now and then; what it raises ends the work. Memory grows with documents, terms and passages, not
    with words. Raises DamagedSegment before anything is written when a part is not as it was written, or OSError.
    """
    for part in parts:
        proceed()
        if not part.segment.verified and (wrong := part.segment.damage()):
            raise DamagedSegment(part.segment.name, f"is damaged in {', '.join(wrong)}")
    return _Merge(parts, proceed).write(file)


def merged_in_memory(*parts: Part) -> Segment:
    """Return what is alive in `parts`, which is something, as one segment that is in no file."""
    file = BytesIO()
    checksum = merge(parts, file)
    segment = Segment(file.getvalue(), "memory", checksum)
    segment.verified = True
    return segment


class _Merge:
    """Where everything goes: documents and rows and terms of each part to those of the whole."""

    def __init__(self, parts: Sequence[Part], proceed: Callable[[], None]) -> None:
        self._segments = [part.segment for part in parts]
        self._proceed = proceed
        self._place_documents(parts)
        proceed()
        self._place_terms(parts)

    def _place_documents(self, parts: Sequence[Part]) -> None:
        kept = [np.flatnonzero(_kept(part)) for part in parts]
        owners = np.repeat(np.arange(len(parts)), [len(own) for own in kept])
        ids = [
            known[place]
            for part, own in zip(parts, kept, strict=True)
            for known in [part.segment.ids.all()]
            for place in own.tolist()
        ]
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
        self._ids = [ids[place] for place in order.tolist()]
        codes = sorted({found.code for part in parts for found in part.segment.languages})
        place_of = {code: place for place, code in enumerate(codes)}
        sizes, revisions, languages = [], [], []
        for part, own in zip(parts, kept, strict=True):
            known = np.array([place_of[found.code] for found in part.segment.languages], dtype=np.int64)
            sizes.append(np.diff(part.segment.first_rows)[own])
            revisions.append(part.segment.revisions[own])
            languages.append(known[part.segment.document_languages[own]])
        self._codes = codes
        self._revisions = np.concatenate(revisions)[order]
        self._languages = np.concatenate(languages)[order]
        self._first_rows = starts_of(np.concatenate(sizes)[order])
        begins = np.empty(len(order), dtype=np.int64)  # new first row, by old order
        begins[order] = self._first_rows[:-1]
        self._rows = []  # of each part: new row of each old one, or -1
        for place, (part, own) in enumerate(zip(parts, kept, strict=True)):
            rows = np.full(part.segment.n_passages, -1, dtype=np.int64)
            old = runs(part.segment.first_rows[own], np.diff(part.segment.first_rows)[own])
            rows[old] = runs(begins[owners == place], np.diff(part.segment.first_rows)[own])
            self._rows.append(rows)
        self._lengths = np.empty(int(self._first_rows[-1]), dtype=np.int64)
        for segment, rows in zip(self._segments, self._rows, strict=True):
            self._lengths[rows[rows >= 0]] = segment.lengths[rows >= 0]
        self._word_starts = starts_of(self._lengths)

    def _place_terms(self, parts: Sequence[Part]) -> None:
        names = [segment.terms.all() for segment in self._segments]
        union = sorted(set().union(*names))
        place_of = {name: place for place, name in enumerate(union)}
        self._terms = [np.array([place_of[name] for name in own], dtype=np.int64) for own in names]
        frequencies = np.zeros(len(union), dtype=np.int64)
        for part, terms in zip(parts, self._terms, strict=True):
            frequencies[terms] += _frequencies(part)
        self._names = [name for name, n in zip(union, frequencies.tolist(), strict=True) if n]
        self._frequencies = frequencies  # of the union: some may be 0, and have no column in the result
        self._column = np.cumsum(frequencies > 0) - 1

    def write(self, file: BinaryIO) -> str:
        term_text, term_starts = joined(self._names)
        id_text, id_starts = joined(self._ids)
        n_postings = int(self._frequencies.sum())
        whole = {
            "term_text": term_text,
            "term_starts": term_starts,
            "posting_starts": starts_of(self._frequencies[self._frequencies > 0]),
            "word_starts": self._word_starts,
            "lengths": self._lengths.astype(np.min_scalar_type(int(self._lengths.max(initial=0)))),
            "id_text": id_text,
            "id_starts": id_starts,
            "revisions": self._revisions,
            "document_languages": self._languages.astype(np.uint16),
            "first_rows": self._first_rows,
        }
        counts = np.result_type(*(segment.posting_counts.dtype for segment in self._segments))
        parts: dict[str, tuple[npt.DTypeLike, int]] = {
            "posting_rows": (np.uint32, n_postings),
            "posting_counts": (counts, n_postings),
            "words": (np.uint32, int(self._word_starts[-1])),
        }
        writer = SegmentWriter(file, parts | {name: (array.dtype, len(array)) for name, array in whole.items()})
        for name, array in whole.items():
            writer.write(name, array)
        for rows, own_counts in self._postings():
            writer.write("posting_rows", rows)
            writer.write("posting_counts", own_counts)
        for words in self._words():
            writer.write("words", words)
        return writer.finish(languages_of(self._codes, self._languages, self._first_rows, self._lengths))

    def _postings(self) -> Iterator[tuple[Ints, npt.NDArray[np.unsignedinteger]]]:
        """Yield rows and counts, by term and row."""
        for start, end in chunks(starts_of(self._frequencies)):
            self._proceed()
            keys, counts = [], []
            for segment, terms, new_rows in zip(self._segments, self._terms, self._rows, strict=True):
                low, high = np.searchsorted(terms, [start, end])
                starts = segment.posting_starts[low : high + 1]
                rows = new_rows[segment.posting_rows[starts[0] : starts[-1]]]
                of_terms = np.repeat(terms[low:high] - start, np.diff(starts))
                alive = rows >= 0
                keys.append((of_terms[alive] << 32) | rows[alive])
                counts.append(segment.posting_counts[starts[0] : starts[-1]][alive])
            together = np.concatenate(keys)
            order = np.argsort(together, kind="stable")  # each part's are in order already
            yield together[order] & 0xFFFFFFFF, np.concatenate(counts)[order]

    def _words(self) -> Iterator[npt.NDArray[np.uint32]]:
        """Yield the columns of words in the order of reading, by row."""
        old_rows = [np.flatnonzero(rows >= 0) for rows in self._rows]  # ascending, and so are their new ones
        for start, end in chunks(self._word_starts):
            self._proceed()
            words = np.empty(int(self._word_starts[end] - self._word_starts[start]), dtype=np.uint32)
            for segment, terms, rows, old in zip(self._segments, self._terms, self._rows, old_rows, strict=True):
                low, high = np.searchsorted(rows[old], [start, end])
                own = old[low:high]
                lengths = self._lengths[rows[own]]
                there = runs(self._word_starts[rows[own]] - self._word_starts[start], lengths)
                words[there] = self._column[terms[segment.words[runs(segment.word_starts[own], lengths)]]]
            yield words


def _kept(part: Part) -> npt.NDArray[np.bool_]:
    return np.ones(len(part.segment.revisions), dtype=bool) if part.kept is None else part.kept


def _frequencies(part: Part) -> Ints:
    """Return how many live passages hold each term of a part."""
    segment, alive = part.segment, part.alive
    if alive is None:
        return np.diff(segment.posting_starts)
    found = np.empty(len(segment.terms), dtype=np.int64)
    for start, end in chunks(segment.posting_starts):
        starts = segment.posting_starts[start : end + 1]
        counted = starts_of(alive[segment.posting_rows[starts[0] : starts[-1]]].astype(np.uint8))
        found[start:end] = np.diff(counted[starts - starts[0]])
    return found


def chunks(starts: Ints) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of runs that follow one another, each of about `_CHUNK` places, or of one longer run."""
    start, n = 0, len(starts) - 1
    while start < n:
        end = max(int(np.searchsorted(starts, starts[start] + _CHUNK, side="right")) - 1, start + 1)
        yield start, end
        start = end
