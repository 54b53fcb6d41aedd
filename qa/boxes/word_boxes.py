"""The places of words on pages: gathered in lines, packed into few bytes, cut to a part of the text, and put as boxes.

A page is as it is shown, turned and cropped, with its origin at the top left; places are in tenths of a point. Words
stand in lines, and a line runs right, down, left or up. Along it, a word reaches from `near` to `far`, which grow in
the direction of reading; across it, from `low` to `high`, which grow to the right or downward, and are its line's.

Packed, there are two counts, then column after column of numbers: of lines and of words, how each differs from the one
before. Two parts of a line, or of a word, that were packed apart are one again once they are joined, so that the places
of a text are the same bytes whichever parts it was kept in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from qa.arrays import Floats, Int64s, decode_numbers, encode_numbers, starts_of
from qa.boxes.box import DOWN, LEFT, TENTHS, UP, Box, make_boxes

__all__ = ["PlacedWord", "WordBoxes", "find_boxes", "join", "part"]

MAX_PLACE = 10_000_000  # tenths of a point; pages are 144,000 wide at the most
MAX_PAGE = 1_000_000
_LINE_COLUMNS, _WORD_COLUMNS = 5, 4
_REACHING = 0.5  # of the height of the lower of two lines, up to which one reaches into the other by its font alone
_GIVEN_WAY = 0.75  # of what two lines have in common goes to the upper: fonts keep more room above letters than below


class PlacedWord(NamedTuple):
    """A piece of the text, `[start, end)`, and its box. line: a number that all words of a line have, and no other."""

    start: int
    end: int
    line: int
    page: int
    direction: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, eq=False)
class WordBoxes:
    """Words of a text with their places, in the order of the text.

    lines: of each page, direction, low and high. firsts: the first word of each, and at last how many words there are.
    words: of each start and end in the text, near and far.
    """

    lines: Int64s
    firsts: Int64s
    words: Int64s

    @classmethod
    def of_words(cls, words: Sequence[PlacedWord]) -> WordBoxes:
        """Return words with their places. Raises ValueError unless they are ascending and apart in the text."""
        if not words:
            return _NONE
        numbers = np.array([word[:5] for word in words], dtype=np.int64)
        return cls.of_arrays(numbers, np.array([word[5:] for word in words]))

    @classmethod
    def of_arrays(cls, numbers: Int64s, places: Floats) -> WordBoxes:
        """Return words, given as rows of their first five fields and of the other four; see `of_words`."""
        places = np.where(np.isfinite(places), places, 0.0)
        if (numbers[:, 1] <= numbers[:, 0]).any() or (numbers[1:, 0] < numbers[:-1, 1]).any():
            raise ValueError("words with boxes are out of order")
        limit = MAX_PLACE - 1
        least = np.clip(np.floor(places[:, :2] * TENTHS), -limit, limit).astype(np.int64)  # left and top
        most = np.clip(np.ceil(places[:, 2:] * TENTHS), -limit, limit).astype(np.int64)
        most = np.maximum(least, most)
        direction = numbers[:, 4]
        upright = (direction == DOWN) | (direction == UP)
        near = np.where(upright, least[:, 1], least[:, 0])
        far = np.where(upright, most[:, 1], most[:, 0])
        back = (direction == LEFT) | (direction == UP)
        near, far = np.where(back, -far, near), np.where(back, -near, far)
        line = numbers[:, 2]
        touch = (numbers[1:, 0] == numbers[:-1, 1]) & (near[1:] == far[:-1]) & (line[1:] == line[:-1])
        near[1:][touch] += 1  # or they would be taken for the two parts of a word that was cut
        far = np.maximum(near, far)
        firsts = np.flatnonzero(np.diff(line, prepend=line[0] - 1))
        low = np.minimum.reduceat(np.where(upright, least[:, 0], least[:, 1]), firsts)
        high = np.maximum.reduceat(np.where(upright, most[:, 0], most[:, 1]), firsts)
        lines = np.stack([numbers[firsts, 3], direction[firsts], low, high], axis=1)
        _part_lines(lines)
        return _tidy(
            lines, np.append(firsts, len(numbers)), np.stack([numbers[:, 0], numbers[:, 1], near, far], axis=1)
        )

    @classmethod
    def unpack(cls, data: bytes, n_characters: int) -> WordBoxes:
        """Return the words that were packed, of a text of so many characters. Raises ValueError for any other bytes."""
        if not data:
            return _NONE
        numbers = decode_numbers(np.frombuffer(data, dtype=np.uint8))
        n_lines, n_words = numbers[:2].tolist() if len(numbers) > 1 else (0, 0)
        if not 0 < n_lines <= n_words <= n_characters or (
            len(numbers) != 2 + _LINE_COLUMNS * n_lines + _WORD_COLUMNS * n_words
        ):
            raise ValueError("boxes of words have other counts than numbers")
        about = numbers[2 : 2 + _LINE_COLUMNS * n_lines].reshape(_LINE_COLUMNS, n_lines)
        gaps, lengths, steps, extents = numbers[2 + _LINE_COLUMNS * n_lines :].reshape(_WORD_COLUMNS, n_words)
        page = np.cumsum(_from_natural(about[0]))
        low = np.cumsum(_from_natural(about[2]))
        firsts = starts_of(about[4])
        if (about[4] < 1).any() or firsts[-1] != n_words:
            raise ValueError("boxes of words have lines without words")
        ends = np.cumsum(gaps + lengths + 1)
        far = np.cumsum(_from_natural(steps) + extents)  # along all lines, as if they were one
        before = far - _from_natural(steps) - extents  # where the step of each word begins
        begun = np.zeros(n_lines, dtype=np.int64)  # what a line's first word steps from: where the line before begins
        begun[1:] = np.cumsum(_from_natural(steps)[firsts[:-2]])
        far += np.repeat(begun - before[firsts[:-1]], about[4])
        lines = np.stack([page, about[1], low, low + about[3]], axis=1)
        words = np.stack([ends - lengths - 1, ends, far - extents, far], axis=1)
        if (
            ends[-1] > n_characters
            or (lines[:, 0] < 1).any()
            or (lines[:, 0] > MAX_PAGE).any()
            or (lines[:, 1] > UP).any()
            or (np.abs(lines[:, 2:]) > MAX_PLACE).any()
            or (np.abs(words[:, 2:]) > MAX_PLACE).any()
        ):
            raise ValueError("boxes of words lie outside the text or its pages")
        return cls(lines, firsts, words)

    @classmethod
    def joined(cls, parts: Iterable[tuple[int, WordBoxes]]) -> WordBoxes:
        """Return the words of parts of a text as one. parts: where each begins, and its words; by place.

        Raises ValueError where parts lie on one another.
        """
        some = [(start, each) for start, each in parts if len(each.words)]
        if not some:
            return _NONE
        words = np.concatenate([each.words + np.array([start, start, 0, 0]) for start, each in some])
        counts = np.concatenate([np.diff(each.firsts) for _, each in some])
        if (words[1:, 0] < words[:-1, 1]).any():
            raise ValueError("boxes of words lie on one another")
        return _tidy(np.concatenate([each.lines for _, each in some]), starts_of(counts), words)

    def on_page(self, page: int) -> WordBoxes:
        """Return the words as they stand on another page, all on this one. page: from 1."""
        lines = self.lines.copy()
        lines[:, 0] = page
        return WordBoxes(lines, self.firsts, self.words)

    def pack(self) -> bytes:
        """Return the words as bytes, as `unpack` takes them; none for none."""
        if not len(self.words):
            return b""
        start, end, near, far = self.words.T
        page, direction, low, high = self.lines.T
        begin = self.firsts[:-1]
        before = np.concatenate([[0], far[:-1]])
        before[begin] = np.concatenate([[0], near[begin[:-1]]])
        columns = (
            np.array([len(page), len(start)]),
            _to_natural(np.diff(page, prepend=0)),
            direction,
            _to_natural(np.diff(low, prepend=0)),
            high - low,
            np.diff(self.firsts),
            start - np.concatenate([[0], end[:-1]]),
            end - start - 1,
            _to_natural(near - before),
            far - near,
        )
        return encode_numbers(np.concatenate(columns))[0].tobytes()

    def cut(self, start: int, end: int) -> WordBoxes:
        """Return what stands at `[start, end)`, in offsets from `start`. A word that reaches over an edge is cut too:
        each of its characters is taken to be as wide as the others.
        """
        first = int(np.searchsorted(self.words[:, 1], start, side="right"))
        last = int(np.searchsorted(self.words[:, 0], end, side="left"))
        if first >= last or start >= end:
            return _NONE
        words = self.words[first:last].copy()
        for row, edge in ((0, start), (-1, end)):
            begin, close, near, far = words[row].tolist()
            if begin < edge < close:
                middle = near + (far - near) * (edge - begin) // (close - begin)
                words[row] = (edge, close, middle, far) if row == 0 else (begin, edge, near, middle)
        words[:, :2] -= start
        line = int(np.searchsorted(self.firsts, first, side="right")) - 1
        after = int(np.searchsorted(self.firsts, last, side="left"))
        return WordBoxes(self.lines[line:after], np.clip(self.firsts[line : after + 1], first, last) - first, words)

    def boxes(self) -> list[Box]:
        """Return the box of each line, in the order of the text. What stands beside one another is one line.

        What is not seen, as it lies beside the page, has none.
        """
        if not len(self.words):
            return []
        near = np.minimum.reduceat(self.words[:, 2], self.firsts[:-1])
        far = np.maximum.reduceat(self.words[:, 3], self.firsts[:-1])
        return make_boxes(np.column_stack([self.lines, near, far]).tolist())


_NONE = WordBoxes(np.empty((0, 4), dtype=np.int64), np.zeros(1, dtype=np.int64), np.empty((0, 4), dtype=np.int64))


def part(data: bytes, n_characters: int, edges: Sequence[int]) -> list[bytes]:
    """Return what is packed for each part of a text of so many characters. edges: where parts end, ascending from the
    first one's. Raises ValueError for bytes that are none.
    """
    if not data:
        return [b""] * len(edges)
    whole = WordBoxes.unpack(data, n_characters)
    return [whole.cut(start, end).pack() for start, end in zip([0, *edges], edges, strict=False)]


def find_boxes(parts: Iterable[tuple[int, int, bytes]], start: int, end: int) -> list[Box]:
    """Return the boxes of the lines at `[start, end)`, cut to its words at both ends.

    parts: where parts of the text begin and end, and what is packed for each; by place. Raises ValueError for bytes
    that are none.
    """
    cut = [
        (max(start, first), WordBoxes.unpack(data, last - first).cut(max(0, start - first), min(end, last) - first))
        for first, last, data in parts
    ]
    return WordBoxes.joined(cut).boxes()


def join(parts: Iterable[tuple[int, bytes]], n_characters: int) -> bytes:
    """Return as one what is packed for parts of a text. parts: where each begins, and its bytes; by place.

    Raises ValueError for bytes that are none.
    """
    return WordBoxes.joined(
        (start, WordBoxes.unpack(data, n_characters - start)) for start, data in parts if data
    ).pack()


def _tidy(lines: Int64s, firsts: Int64s, words: Int64s) -> WordBoxes:
    """Return what follows one another at one height as one line, and what touches in text and on the page as a word."""
    other = (np.diff(lines, axis=0, prepend=-1) != 0).any(axis=1)
    lines, begin = lines[other], firsts[:-1][other]
    apart = np.ones(len(words), dtype=np.bool_)
    apart[1:] = (words[1:, 0] != words[:-1, 1]) | (words[1:, 2] != words[:-1, 3])
    apart[begin] = True
    last = np.append(np.flatnonzero(apart)[1:], len(words)) - 1
    kept = words[apart]
    kept[:, 1], kept[:, 3] = words[last, 1], words[last, 3]
    places = np.cumsum(apart) - 1
    return WordBoxes(lines, np.append(places[begin], len(kept)), kept)


def _part_lines(lines: Int64s) -> None:
    """Part lines of which one reaches a little into the one above: a font has its height whatever the pitch is."""
    upper, lower = lines[:-1], lines[1:]
    common = upper[:, 3] - lower[:, 2]
    height = np.minimum(upper[:, 3] - upper[:, 2], lower[:, 3] - lower[:, 2])
    touch = (
        (upper[:, :2] == lower[:, :2]).all(axis=1)
        & (upper[:, 2] < lower[:, 2])
        & (upper[:, 3] < lower[:, 3])
        & (common > 0)
        & (common < _REACHING * height)
    )
    edge = lower[:, 2] + np.where(touch, _GIVEN_WAY * common, 0).astype(np.int64)
    upper[touch, 3] = edge[touch]
    lower[touch, 2] = edge[touch]


def _to_natural(numbers: Int64s) -> Int64s:
    """Return numbers without a sign, small for those near 0: 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4."""
    return np.asarray(numbers << 1 ^ numbers >> 63)


def _from_natural(numbers: Int64s) -> Int64s:
    return np.asarray(numbers >> 1 ^ -(numbers & 1))
