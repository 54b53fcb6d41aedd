"""Several segments to one, without what was removed: arrays are renumbered and put together, no text is read again.

Which ones: a segment is merged with all smaller ones as soon as these are as large together, so each is larger than
all smaller ones together, their number is the logarithm of the size, and a passage is written again each time that what
it lies in has doubled. One of which a quarter was removed is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Int64s, encode_numbers, n_bytes, runs, starts_of
from qa.index.segments import row_sets
from qa.index.segments.building import codes_of, joined, languages_of
from qa.index.segments.coding import LARGE_COUNT, encode_counts
from qa.index.segments.layout import DamagedSegment, Numbers, smallest, smallest_of
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part
from qa.index.segments.writing import SegmentWriter

__all__ = ["chunks", "merge", "merged_in_memory", "plan"]


_SMALL = 1_000  # passages; segments below count as this large, so that they end in one
_REMOVED = 0.25  # share of removed passages from which on a segment is written again
_CHUNK = 1 << 20  # postings or words that are renumbered at a time


def plan(parts: Sequence[Part], most: int | None = None, *, share: float = 1.0) -> list[list[int]]:
    """Return which parts to merge into one each, by their places.

    most: how many live passages one merge may write; None for any number. share: of a part, from which on the smaller
    ones together are merged with it; the less, the fewer parts there are, and the more often each passage is written.

    >>> plan([])
    []
    """
    by_size = sorted(range(len(parts)), key=lambda place: (-parts[place].size, place))
    sizes = [parts[place].size for place in by_size]
    groups: list[list[int]] = []
    for first in range(len(by_size) - 1):
        smaller = sizes[first + 1 :]
        due = share * max(sizes[first], _SMALL) <= sum(max(size, _SMALL) for size in smaller)
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
    """Return one segment, in no file, of all that is alive in `parts`, which is something."""
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
        codes = sorted({language.code for part in parts for language in part.segment.languages})
        place_of = {code: place for place, code in enumerate(codes)}
        sizes: list[Int64s] = []
        revisions, languages = [], []
        for part, own in zip(parts, kept, strict=True):
            known = np.array([place_of[language.code] for language in part.segment.languages], dtype=np.int64)
            firsts: Int64s = part.segment.first_rows.astype(np.int64)
            sizes.append((firsts[1:] - firsts[:-1])[own])
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
            firsts = part.segment.first_rows.astype(np.int64)
            own_sizes = (firsts[1:] - firsts[:-1])[own]
            rows[runs(firsts[:-1][own], own_sizes)] = runs(begins[owners == place], own_sizes)
            self._rows.append(rows)
        self._lengths = np.empty(int(self._first_rows[-1]), dtype=np.int64)
        for segment, rows in zip(self._segments, self._rows, strict=True):
            self._lengths[rows[rows >= 0]] = segment.lengths[rows >= 0]

    def _place_terms(self, parts: Sequence[Part]) -> None:
        names = [segment.terms.all() for segment in self._segments]
        union = sorted(set().union(*names))
        place_of = {name: place for place, name in enumerate(union)}
        self._terms = [np.array([place_of[name] for name in own], dtype=np.int64) for own in names]
        frequencies, totals = np.zeros((2, len(union)), dtype=np.int64)
        large: list[Numbers] = []
        for part, terms in zip(parts, self._terms, strict=True):
            for (start, end), own, counts, largest in _alive_postings(part):
                frequencies[terms[start:end]] += own
                totals[terms[start:end]] += counts
                large.append(largest)
        self._n_large = sum(map(len, large))
        self._largest = max((int(counts.max(initial=0)) for counts in large), default=0)
        self._names = [name for name, n in zip(union, frequencies.tolist(), strict=True) if n]
        self._frequencies = frequencies  # of the union: some may be 0, and have no column in the result
        self._codes_of_terms = np.full(len(union), -1, dtype=np.int64)
        self._codes_of_terms[frequencies > 0] = codes_of(totals[frequencies > 0])

    def write(self, file: BinaryIO) -> str:
        n_word_bytes = sum(int(n_bytes(words).sum()) for words, _ in self._words())  # pairs and compounds are none
        term_text, term_starts = joined(self._names)
        id_text, id_starts = joined(self._ids)
        frequencies = self._frequencies[self._frequencies > 0]
        units = row_sets.n_units(frequencies, len(self._lengths))
        n_postings = int(frequencies.sum())
        whole: dict[str, npt.NDArray[Any]] = {
            "term_text": term_text,
            "term_starts": term_starts,
            "term_codes": smallest_of(self._codes_of_terms[self._frequencies > 0]),
            "posting_starts": smallest_of(starts_of(frequencies)),
            "row_starts": smallest_of(starts_of(units)),
            "lengths": smallest_of(self._lengths),
            "id_text": id_text,
            "id_starts": id_starts,
            "revisions": smallest_of(self._revisions),
            "document_languages": smallest_of(self._languages),
            "first_rows": smallest_of(self._first_rows),
        }
        parts: dict[str, tuple[npt.DTypeLike, int]] = {
            "rows": (np.uint16, int(units.sum())),
            "counts": (np.uint8, -(-n_postings // 4)),
            "large_places": (smallest(n_postings), self._n_large),
            "large_counts": (smallest(self._largest), self._n_large),
            "words": (np.uint8, n_word_bytes),
            "word_starts": (smallest(n_word_bytes), len(self._lengths) + 1),
        }
        writer = SegmentWriter(file, parts | {name: (array.dtype, len(array)) for name, array in whole.items()})
        for name, array in whole.items():
            writer.write(name, array)
        self._write_postings(writer)
        at = np.zeros(1, dtype=np.int64)
        writer.write("word_starts", at)
        for words, lengths in self._words():
            encoded, sizes = encode_numbers(words)
            writer.write("words", encoded)
            ends = at + starts_of(sizes)[starts_of(lengths)[1:]]
            writer.write("word_starts", ends)
            at = ends[-1:]
        return writer.finish(languages_of(self._codes, self._languages, self._first_rows, self._lengths))

    def _write_postings(self, writer: SegmentWriter) -> None:
        n_written, rest = 0, np.empty(0, dtype=np.uint8)
        for units, counts in self._postings():
            writer.write("rows", units)
            large = np.flatnonzero(counts >= LARGE_COUNT)
            writer.write("large_places", n_written + large)
            writer.write("large_counts", counts[large])
            n_written += len(counts)
            waiting = np.concatenate([rest, np.minimum(counts, LARGE_COUNT)])
            whole = len(waiting) // 4 * 4  # four to a byte
            writer.write("counts", encode_counts(waiting[:whole]))
            rest = waiting[whole:]
        writer.write("counts", encode_counts(rest))

    def _postings(self) -> Iterator[tuple[npt.NDArray[np.uint16], Numbers]]:
        """Yield rows, as they are written down, and counts, by term and row."""
        for start, end in chunks(starts_of(self._frequencies)):
            self._proceed()
            keys, counts = [], []
            for segment, terms, new_rows in zip(self._segments, self._terms, self._rows, strict=True):
                low, high = np.searchsorted(terms, [start, end])
                rows, own_counts, frequencies = segment.postings(np.arange(low, high))
                of_terms = np.repeat(terms[low:high] - start, frequencies)
                rows = new_rows[rows]
                alive = rows >= 0
                keys.append((of_terms[alive] << 32) | rows[alive])
                counts.append(own_counts[alive])
            together = np.concatenate(keys)
            order = np.argsort(together, kind="stable")  # each part's are in order already
            frequencies = self._frequencies[start:end]
            units = row_sets.encode_all(together[order] & 0xFFFFFFFF, frequencies[frequencies > 0], len(self._lengths))
            yield units, np.concatenate(counts)[order]

    def _words(self) -> Iterator[tuple[Int64s, Int64s]]:
        """Yield the codes of words in reading order, and how many each passage has, by row."""
        old_rows = [np.flatnonzero(rows >= 0) for rows in self._rows]  # ascending, and so are their new ones
        recoded = []  # of each part: new code of each old one
        for segment, terms in zip(self._segments, self._terms, strict=True):
            codes = np.empty(len(terms), dtype=np.int64)
            codes[segment.term_codes] = self._codes_of_terms[terms]
            recoded.append(codes)
        word_starts = starts_of(self._lengths)
        for start, end in chunks(word_starts):
            self._proceed()
            words = np.empty(int(word_starts[end] - word_starts[start]), dtype=np.int64)
            for segment, codes, rows, old in zip(self._segments, recoded, self._rows, old_rows, strict=True):
                low, high = np.searchsorted(rows[old], [start, end])
                own = old[low:high]
                numbers, _ = segment.words_at(own)
                words[runs(word_starts[rows[own]] - word_starts[start], self._lengths[rows[own]])] = codes[numbers]
            yield words, self._lengths[start:end]


def _kept(part: Part) -> Bools:
    return np.ones(len(part.segment.revisions), dtype=bool) if part.kept is None else part.kept


def _alive_postings(part: Part) -> Iterator[tuple[tuple[int, int], Int64s, Int64s, Numbers]]:
    """Yield ranges of terms; how many live passages hold each, and how often all of them do; which counts are large."""
    segment, alive = part.segment, part.alive
    for start, end in chunks(segment.posting_starts):
        rows, counts, frequencies = segment.postings(np.arange(start, end))
        begins = starts_of(frequencies)[:-1]
        held = np.ones(len(rows), dtype=bool) if alive is None else alive[rows]
        totals = np.add.reduceat(np.where(held, counts, 0), begins, dtype=np.int64)
        yield (
            (start, end),
            np.add.reduceat(held, begins, dtype=np.int64),
            totals,
            counts[held & (counts >= LARGE_COUNT)],
        )


def chunks(starts: npt.NDArray[np.integer]) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of runs that follow one another, each of about `_CHUNK` places, or of one longer run."""
    start, n = 0, len(starts) - 1
    while start < n:
        last = min(int(starts[start]) + _CHUNK, int(starts[-1]))
        end = max(int(np.searchsorted(starts, starts.dtype.type(last), side="right")) - 1, start + 1)
        yield start, end
        start = end
