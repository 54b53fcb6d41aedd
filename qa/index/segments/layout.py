"""How a segment lies in its file: what is written where, in which types.

A file begins with 64 bytes that say where its description stands. The arrays follow, each at a multiple of 64 bytes,
and the description last: JSON that gives the type, place, length and CRC-32 of each. Nothing is decoded at opening, no
matter how large the file; terms and ids are looked up by bisection where they stand. Documents are sorted by id and
passages by place, so that the order of rows is the order in which ties are broken.

terms                             sorted, named as their columns are: `Strings`
term_codes                        what stands for each term among the words: its place by frequency, the first 0
posting_starts                    where the postings of each term begin; one more says where the last end
rows, row_starts                  the rows of the passages that hold a term (`row_sets`); where those of each begin
counts                            how often each of them does, by term and row (`coding`)
large_places, large_counts        which of the counts are large, ascending, and how large
lengths                           how many words each passage has
words, word_starts                the words of each passage in reading order (`coding`); where each passage begins
ids, revisions, document_languages, first_rows    of each document; its passages are rows from the first on

Numbers are little-endian, and have the smallest type that holds all of the segment.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError

__all__ = [
    "ALIGNMENT",
    "FORMAT",
    "HEAD",
    "MAGIC",
    "TYPES",
    "Array",
    "DamagedSegment",
    "InLanguage",
    "Numbers",
    "Strings",
    "checksum_of",
    "smallest",
    "smallest_of",
]

Array = npt.NDArray[Any]
Numbers = npt.NDArray[np.unsignedinteger]
Buffer = bytes | memoryview  # or a map, which behaves as one

MAGIC = b"QUOTHSEG"
FORMAT = 2
HEAD = struct.Struct("<8sIIQQ")  # magic, format, nothing, place and length of the description
ALIGNMENT = 64
_UNSIGNED = ("|u1", "<u2", "<u4", "<u8")
TYPES: Mapping[str, tuple[str, ...]] = {
    "term_text": ("|u1",),
    "term_starts": _UNSIGNED,
    "term_codes": _UNSIGNED,
    "posting_starts": _UNSIGNED,
    "rows": ("<u2",),
    "row_starts": _UNSIGNED,
    "counts": ("|u1",),
    "large_places": _UNSIGNED,
    "large_counts": _UNSIGNED,
    "lengths": _UNSIGNED,
    "words": ("|u1",),
    "word_starts": _UNSIGNED,
    "id_text": ("|u1",),
    "id_starts": _UNSIGNED,
    "revisions": _UNSIGNED,
    "document_languages": _UNSIGNED,
    "first_rows": _UNSIGNED,
}


class DamagedSegment(LibraryError):
    """A segment that is missing or not as it was written. name: which one."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"The index file {name!r} {reason}. Open the library once more; the index is made again from its documents."
        )
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class InLanguage:
    """What a segment holds in one language: passages, their words in all, and the words of the longest."""

    code: str
    n_passages: int
    n_words: int
    longest: int


class Strings:
    """Texts in UTF-8, sorted bytewise, which is by code point: `len`, `[place]`, `place` and `find`."""

    def __init__(self, text: Array, starts: Array) -> None:
        self._text = text.data
        self._starts = starts.data

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> bytes:
        return bytes(self._text[self._starts[place] : self._starts[place + 1]])

    def place(self, text: str) -> int:
        """Return the place of the first that does not sort before a text."""
        wanted = text.encode()
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, text: str) -> int | None:
        """Return the place of a text, or None."""
        place = self.place(text)
        return place if place < len(self) and self[place] == text.encode() else None

    def all(self) -> list[bytes]:
        """Return all of them."""
        starts = self._starts.tolist()
        whole = bytes(self._text)
        return [whole[start:end] for start, end in pairwise(starts)]


def smallest(most: int) -> npt.DTypeLike:
    """Return the smallest unsigned type that holds the numbers up to `most`."""
    return np.min_scalar_type(most)


def smallest_of(numbers: npt.NDArray[np.integer]) -> Numbers:
    """Return numbers, none below 0, in the smallest type that holds them."""
    return numbers.astype(smallest(int(numbers.max(initial=0))))


def checksum_of(head: bytes, description: bytes) -> str:
    return hashlib.sha256(head + description).hexdigest()
