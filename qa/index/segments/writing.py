"""Writes a segment to a file or to memory, as `layout` says."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from qa.index.segments.layout import ALIGNMENT, FORMAT, HEAD, MAGIC, TYPES, Array, InLanguage, checksum_of
from qa.index.segments.segment import Segment

__all__ = ["IN_MEMORY", "SegmentWriter", "in_memory"]

IN_MEMORY = "memory"
"""The name of a segment that is in no file."""


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
        at = ALIGNMENT
        for name in TYPES:
            self._begins[name] = at
            at += -(-self._types[name].itemsize * self._lengths[name] // ALIGNMENT) * ALIGNMENT
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
            for name in TYPES
        }
        known = [(language.code, language.n_passages, language.n_words, language.longest) for language in languages]
        description = json.dumps({"arrays": arrays, "languages": known}).encode()
        head = HEAD.pack(MAGIC, FORMAT, 0, self._end, len(description)).ljust(ALIGNMENT, b"\0")
        self._file.seek(self._end)
        self._file.write(description)
        self._file.seek(0)
        self._file.write(head)
        return checksum_of(head, description)


def in_memory(arrays: Mapping[str, Array], languages: Sequence[InLanguage]) -> Segment:
    """Return a segment that is in no file."""
    file = BytesIO()
    writer = SegmentWriter(file, {name: (array.dtype, len(array)) for name, array in arrays.items()})
    for name, array in arrays.items():
        writer.write(name, array)
    writer.finish(languages)
    segment = Segment(file.getvalue(), IN_MEMORY)
    segment.verified = True
    return segment
