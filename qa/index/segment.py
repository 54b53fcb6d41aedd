"""One immutable piece of an index: which passages hold which terms, as arrays in one file that is mapped into memory.

A file begins with 64 bytes that say where its description stands. The arrays follow, each at a multiple of 64 bytes,
and the description last: JSON that gives the type, place, length and CRC-32 of each. Nothing is decoded at opening, no
matter how large the file; terms and ids are looked up by bisection where they stand. Documents are sorted by id and
passages by place, so that the order of rows is the order in which ties are broken.

terms                             sorted, named as their columns are: `Strings`
posting_starts                    where the postings of each term begin; one more says where the last end
posting_rows, posting_counts      the passages that hold a term, ascending, and how often each does
words, word_starts                the terms of each passage in reading order; where each passage begins
lengths                           how many words each passage has
ids, revisions, document_languages, first_rows    of each document; its passages are rows from the first on

Numbers are little-endian. What varies in size (counts, lengths) has the smallest type that holds all of its segment.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError

__all__ = ["Array", "DamagedSegment", "InLanguage", "Segment", "SegmentWriter", "Strings", "in_memory", "smallest"]

Array = npt.NDArray[Any]
Buffer = bytes | memoryview  # or a map, which behaves as one

_MAGIC = b"QUOTHSEG"
_FORMAT = 1
_HEAD = struct.Struct("<8sIIQQ")  # magic, format, nothing, place and length of the description
_ALIGNMENT = 64
_UNSIGNED = ("<u4", "|u1", "<u2")
_TYPES: Mapping[str, tuple[str, ...]] = {
    "term_text": ("|u1",),
    "term_starts": ("<i8",),
    "posting_starts": ("<i8",),
    "posting_rows": ("<u4",),
    "posting_counts": _UNSIGNED,
    "words": ("<u4",),
    "word_starts": ("<i8",),
    "lengths": _UNSIGNED,
    "id_text": ("|u1",),
    "id_starts": ("<i8",),
    "revisions": ("<i8",),
    "document_languages": ("<u2",),
    "first_rows": ("<i8",),
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
    """Texts in UTF-8, sorted bytewise, which is by code point: `len`, `[place]`, and `find`."""

    def __init__(self, text: Array, starts: Array) -> None:
        self._text = text.data
        self._starts = starts.data

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> bytes:
        return bytes(self._text[self._starts[place] : self._starts[place + 1]])

    def find(self, text: str) -> int | None:
        """Return the place of a text, or None."""
        wanted = text.encode()
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self[low] == wanted else None

    def all(self) -> list[bytes]:
        """Return all of them."""
        starts = self._starts.tolist()
        whole = bytes(self._text)
        return [whole[start:end] for start, end in pairwise(starts)]


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
        if len(view) < _ALIGNMENT:
            raise DamagedSegment(name, "is cut off")
        magic, version, _, start, length = _HEAD.unpack_from(view)
        if magic != _MAGIC or version != _FORMAT:
            raise DamagedSegment(name, f"is no segment of format {_FORMAT}")
        if start + length != len(view):
            raise DamagedSegment(name, "is cut off or has grown")
        self.checksum = _checksum(bytes(view[:_ALIGNMENT]), bytes(view[start:]))
        if checksum is not None and self.checksum != checksum:
            raise DamagedSegment(name, "is not the one that belongs here")
        try:
            about = json.loads(bytes(view[start:]))
            self.languages = tuple(InLanguage(*found) for found in about["languages"])
            self._sums = {key: int(found["crc32"]) for key, found in about["arrays"].items()}
            self._arrays = {key: _array(view[:start], key, about["arrays"][key]) for key in _TYPES}
            self._assign()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
            raise DamagedSegment(name, f"has a description that does not fit ({exc})") from exc

    def _assign(self) -> None:
        a = self._arrays
        self.terms = Strings(a["term_text"], a["term_starts"])
        self.posting_starts: npt.NDArray[np.int64] = a["posting_starts"]
        self.posting_rows: npt.NDArray[np.uint32] = a["posting_rows"]
        self.posting_counts: npt.NDArray[np.unsignedinteger] = a["posting_counts"]
        self.words: npt.NDArray[np.uint32] = a["words"]
        self.word_starts: npt.NDArray[np.int64] = a["word_starts"]
        self.lengths: npt.NDArray[np.unsignedinteger] = a["lengths"]
        self.ids = Strings(a["id_text"], a["id_starts"])
        self.revisions: npt.NDArray[np.int64] = a["revisions"]
        self.document_languages: npt.NDArray[np.uint16] = a["document_languages"]
        self.first_rows: npt.NDArray[np.int64] = a["first_rows"]
        self.n_passages = len(self.lengths)
        for starts, n, end in [
            (a["term_starts"], len(self.posting_starts) - 1, len(a["term_text"])),
            (self.posting_starts, len(self.posting_starts) - 1, len(self.posting_rows)),
            (self.posting_starts, len(self.posting_starts) - 1, len(self.posting_counts)),
            (self.word_starts, self.n_passages, len(self.words)),
            (a["id_starts"], len(self.revisions), len(a["id_text"])),
            (self.first_rows, len(self.revisions), self.n_passages),
            (self.first_rows, len(self.document_languages), self.n_passages),
        ]:
            if len(starts) != n + 1 or starts[0] != 0 or starts[-1] != end:
                raise ValueError("lengths differ")
        if sum(language.n_passages for language in self.languages) != self.n_passages:
            raise ValueError("languages differ")
        if any(language.longest > len(self.words) for language in self.languages):
            raise ValueError("a passage is longer than all")

    def damage(self) -> list[str]:
        """Return the names of the arrays that are not as they were written. Reads all of the file."""
        wrong = [key for key, array in self._arrays.items() if zlib.crc32(array.data) != self._sums[key]]
        self.verified = not wrong
        return wrong

    def documents_at(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[np.intp]:
        """Return the place of the document that each of `rows` belongs to."""
        return np.searchsorted(self.first_rows, rows, side="right") - 1


class SegmentWriter:
    """Writes a segment array by array, each from its beginning on, several in turn if need be.

    sizes: type and length of each array. The file is written in places; OSError when there is no room.
    """

    def __init__(self, file: BinaryIO, sizes: Mapping[str, tuple[npt.DTypeLike, int]]) -> None:
        self._file = file
        self._types = {name: np.dtype(kind).newbyteorder("<") for name, (kind, _) in sizes.items()}
        self._lengths = {name: length for name, (_, length) in sizes.items()}
        self._sums = dict.fromkeys(sizes, 0)
        self._begins: dict[str, int] = {}
        at = _ALIGNMENT
        for name in _TYPES:
            self._begins[name] = at
            at += -(-self._types[name].itemsize * self._lengths[name] // _ALIGNMENT) * _ALIGNMENT
        self._cursors = dict(self._begins)
        self._end = at

    def write(self, name: str, values: Array) -> None:
        """Write the next values of an array."""
        data = np.ascontiguousarray(values, dtype=self._types[name]).view(np.uint8)
        self._file.seek(self._cursors[name])
        self._file.write(data.data)
        self._cursors[name] += len(data)
        self._sums[name] = zlib.crc32(data.data, self._sums[name])

    def finish(self, languages: Sequence[InLanguage]) -> str:
        """Write the description and the head; return the checksum of the segment."""
        arrays = {
            name: {
                "type": self._types[name].str,
                "start": self._begins[name],
                "length": self._lengths[name],
                "crc32": self._sums[name],
            }
            for name in _TYPES
        }
        known = [(language.code, language.n_passages, language.n_words, language.longest) for language in languages]
        description = json.dumps({"arrays": arrays, "languages": known}).encode()
        head = _HEAD.pack(_MAGIC, _FORMAT, 0, self._end, len(description)).ljust(_ALIGNMENT, b"\0")
        self._file.seek(self._end)
        self._file.write(description)
        self._file.seek(0)
        self._file.write(head)
        return _checksum(head, description)


def in_memory(arrays: Mapping[str, Array], languages: Sequence[InLanguage]) -> Segment:
    """Return a segment that is in no file."""
    file = BytesIO()
    writer = SegmentWriter(file, {name: (array.dtype, len(array)) for name, array in arrays.items()})
    for name, array in arrays.items():
        writer.write(name, array)
    writer.finish(languages)
    segment = Segment(file.getvalue(), "memory")
    segment.verified = True
    return segment


def smallest(most: int) -> npt.DTypeLike:
    """Return the smallest unsigned type that holds the numbers up to `most`."""
    return np.min_scalar_type(most)


def _array(view: memoryview, name: str, about: Mapping[str, Any]) -> Array:
    kind, start, length = str(about["type"]), int(about["start"]), int(about["length"])
    if kind not in _TYPES[name] or start % _ALIGNMENT or start < 0 or length < 0:
        raise ValueError(f"{name} is out of place")
    return np.frombuffer(view, dtype=kind, count=length, offset=start)  # ValueError when it reaches out of the file


def _checksum(head: bytes, description: bytes) -> str:
    return hashlib.sha256(head + description).hexdigest()
