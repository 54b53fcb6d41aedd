"""One immutable piece of an index: which passages hold which terms, as arrays in one file that is mapped into memory.

Nothing is decoded at opening, no matter how large the file; terms and ids are looked up by bisection where they stand.
`layout` says what is in a file, `writing` writes one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.arrays import decode_numbers, runs, starts_of
from qa.index.segments import row_sets
from qa.index.segments.coding import LARGE_COUNT, decode_counts, decode_counts_at
from qa.index.segments.layout import (
    ALIGNMENT,
    FORMAT,
    HEAD,
    MAGIC,
    TYPES,
    Array,
    DamagedSegment,
    InLanguage,
    Numbers,
    Strings,
    checksum_of,
)
from qa.index.segments.lexicon import Lexicon

__all__ = ["Segment"]


class Segment:
    """A segment that can be read. Its arrays, all read-only, are attributes by the names that the module gives.

    name: for messages, and of its file. checksum: what the library says that it is; None takes it as it is.
    Opening reads the head and the description, and fails with DamagedSegment if they are not those of `checksum`, or if
    the arrays do not fit the file and each other. `damage` reads all of it.
    """

    def __init__(self, data: Any, name: str, checksum: str | None = None) -> None:
        self.name = name
        self.data = data
        self.verified = False  # whether the sums of all arrays are known to be right
        view = memoryview(data)
        if len(view) < ALIGNMENT:
            raise DamagedSegment(name, "is cut off")
        magic, version, _, start, length = HEAD.unpack_from(view)
        if magic != MAGIC or version != FORMAT:
            raise DamagedSegment(name, f"is no segment of format {FORMAT}")
        if start + length != len(view):
            raise DamagedSegment(name, "is cut off or has grown")
        self.checksum = checksum_of(bytes(view[:ALIGNMENT]), bytes(view[start:]))
        if checksum is not None and self.checksum != checksum:
            raise DamagedSegment(name, "is not the one that belongs here")
        try:
            about = json.loads(bytes(view[start:]))
            self.languages = tuple(InLanguage(*language) for language in about["languages"])
            self._sums = {key: int(array["crc32"]) for key, array in about["arrays"].items()}
            self._arrays = {key: _array(view[:start], key, about["arrays"][key]) for key in TYPES}
            self._assign()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
            raise DamagedSegment(name, f"has a description that does not fit ({exc})") from exc

    def _assign(self) -> None:
        a = self._arrays
        self.terms = Strings(a["term_text"], a["term_starts"])
        self.term_codes: Numbers = a["term_codes"]
        self.posting_starts: Numbers = a["posting_starts"]
        self.row_starts: Numbers = a["row_starts"]
        self.lengths: Numbers = a["lengths"]
        self.word_starts: Numbers = a["word_starts"]
        self.ids = Strings(a["id_text"], a["id_starts"])
        self.revisions: Numbers = a["revisions"]
        self.document_languages: Numbers = a["document_languages"]
        self.first_rows: Numbers = a["first_rows"]
        self.rows: npt.NDArray[np.uint16] = a["rows"]
        self.counts: npt.NDArray[np.uint8] = a["counts"]
        self.large_places: Numbers = a["large_places"]
        self.large_counts: Numbers = a["large_counts"]
        self.words: npt.NDArray[np.uint8] = a["words"]
        self.n_postings = int(self.posting_starts[-1])
        self.n_passages = len(self.lengths)
        for starts, n, end in [
            (a["term_starts"], len(self.term_codes), len(a["term_text"])),
            (self.posting_starts, len(self.term_codes), self.n_postings),
            (self.row_starts, len(self.term_codes), len(self.rows)),
            (self.word_starts, self.n_passages, len(self.words)),
            (a["id_starts"], len(self.revisions), len(a["id_text"])),
            (self.first_rows, len(self.revisions), self.n_passages),
            (self.first_rows, len(self.document_languages), self.n_passages),
        ]:
            if len(starts) != n + 1 or starts[0] != 0 or starts[-1] != end:
                raise ValueError("lengths differ")
        if len(self.counts) != -(-self.n_postings // 4) or len(self.large_places) != len(self.large_counts):
            raise ValueError("lengths differ")
        if sum(language.n_passages for language in self.languages) != self.n_passages:
            raise ValueError("languages differ")
        if any(language.longest > len(self.words) for language in self.languages):
            raise ValueError("a passage is longer than all")

    @cached_property
    def lexicon(self) -> Lexicon:
        """What finds terms near a word: made when it is first asked for, a tenth of a second for a million terms."""
        try:
            return Lexicon(self._arrays["term_text"], self._arrays["term_starts"])
        except (ValueError, IndexError) as exc:
            raise DamagedSegment(self.name, "has terms out of place") from exc

    def damage(self) -> list[str]:
        """Return the names of the arrays that are not as they were written. Reads all of the file."""
        wrong = [key for key, array in self._arrays.items() if zlib.crc32(array.data) != self._sums[key]]
        self.verified = not wrong
        return wrong

    def frequency(self, term: int) -> int:
        """Return how many passages hold a term, which is 1 at least."""
        start, end = self.posting_starts[term : term + 2].tolist()
        if not (start < end <= self.n_postings and end - start <= self.n_passages):
            raise DamagedSegment(self.name, "has terms that lead nowhere")
        return int(end - start)

    def postings(self, terms: npt.NDArray[np.integer]) -> tuple[npt.NDArray[np.intp], Numbers, npt.NDArray[np.int64]]:
        """Return the rows of the passages that hold each of some terms, ascending, with the counts, term by term.

        Returns also how many there are of each term. Terms that follow one another are read in one go.
        """
        starts, ends = (self.posting_starts[terms + place].astype(np.int64) for place in (0, 1))
        row_starts, row_ends = (self.row_starts[terms + place].astype(np.int64) for place in (0, 1))
        frequencies = ends - starts
        if not ((starts < ends) & (ends <= self.n_postings) & (row_starts <= row_ends)).all():
            raise DamagedSegment(self.name, "has terms that lead nowhere")
        if len(terms) and (terms[1:] == terms[:-1] + 1).all():
            units = self.rows[row_starts[0] : row_ends[-1]]
            counts = self._counts_between(int(starts[0]), int(ends[-1]))
        else:
            units = self.rows[runs(row_starts, row_ends - row_starts)]
            counts = self._counts_at(runs(starts, frequencies))
        try:
            rows = row_sets.decode_all(units, frequencies, self.n_passages)
        except (ValueError, IndexError) as exc:
            raise DamagedSegment(self.name, "has postings that cannot be read") from exc
        if rows.max(initial=0) >= self.n_passages:
            raise DamagedSegment(self.name, "has postings that lead nowhere")
        return rows, counts, frequencies

    def counts_at(self, term: int, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """Return how often a term occurs in each of the passages at `rows`."""
        frequency = self.frequency(term)
        try:
            units = self.rows[self.row_starts[term] : self.row_starts[term + 1]]
            held, places = row_sets.find(units, frequency, self.n_passages, rows)
        except (ValueError, IndexError) as exc:
            raise DamagedSegment(self.name, "has postings that cannot be read") from exc
        counts = np.zeros(len(rows))
        counts[held] = self._counts_at(places + int(self.posting_starts[term]))
        return counts

    def _counts_between(self, start: int, end: int) -> Numbers:
        """Return the counts of the postings from `start` to before `end`."""
        counts = decode_counts(self.counts, start, end)
        kind = self.large_places.dtype.type
        low, high = self.large_places.searchsorted(np.array([start, end], dtype=kind)).tolist()
        if low == high:
            return counts
        exact = counts.astype(self.large_counts.dtype)
        places = self.large_places[low:high].astype(np.int64) - start
        if (places >= len(exact)).any():
            raise DamagedSegment(self.name, "has counts out of order")
        exact[places] = self.large_counts[low:high]
        return exact

    def _counts_at(self, places: npt.NDArray[np.intp]) -> Numbers:
        """Return the counts of the postings at `places`."""
        counts = decode_counts_at(self.counts, places)
        large = np.flatnonzero(counts == LARGE_COUNT)
        if not len(large):
            return counts
        at = self.large_places.searchsorted(places[large].astype(self.large_places.dtype))
        if (at >= len(self.large_places)).any():
            raise DamagedSegment(self.name, "has counts out of order")
        exact = counts.astype(self.large_counts.dtype)
        exact[large] = self.large_counts[at]
        return exact

    def words_at(self, rows: npt.NDArray[np.integer]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the codes of the words of the passages at `rows`, in reading order, and where those of each begin.

        One more says where the last end.
        """
        starts, ends = self.word_starts[rows].astype(np.int64), self.word_starts[rows + 1].astype(np.int64)
        if not ((starts <= ends) & (ends <= len(self.words))).all():
            raise DamagedSegment(self.name, "has words that lead nowhere")
        try:
            words = decode_numbers(self.words[runs(starts, ends - starts)])
        except ValueError as exc:
            raise DamagedSegment(self.name, "has words that cannot be read") from exc
        begins = starts_of(self.lengths[rows])
        if begins[-1] != len(words):
            raise DamagedSegment(self.name, "has passages of another length")
        return words, begins

    def document_at(self, row: int) -> int:
        """Return the place of the document that a row belongs to."""
        return int(np.searchsorted(self.first_rows, self.first_rows.dtype.type(row), side="right")) - 1


def _array(view: memoryview, name: str, about: Mapping[str, Any]) -> Array:
    kind, start, length = str(about["type"]), int(about["start"]), int(about["length"])
    if kind not in TYPES[name] or start % ALIGNMENT or start < 0 or length < 0:
        raise ValueError(f"{name} is out of place")
    return np.frombuffer(view, dtype=kind, count=length, offset=start)  # ValueError when it reaches out of the file
