"""The words of lines found again in the text that was written of them, each with its box on the page.

A line is written word by word, but for ligatures, hyphens and the like: what stands between two words that are in the
text as they are is of those between them on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple, Protocol

import numpy as np
import regex

from qa.arrays import Bools, Floats, Int64s
from qa.boxes.box import DOWN, LEFT, RIGHT
from qa.boxes.frame import Frame, show
from qa.boxes.word_boxes import WordBoxes

__all__ = ["SeenWord", "WrittenLine", "place_words"]

_RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff00-\uff60]+")
_RUNS = regex.compile(rf"{_WIDE.pattern}|(?:(?!{_WIDE.pattern[:-1]}).)+", regex.DOTALL)
_NARROW = 0.55  # times as wide as a wide letter
_AHEAD = 200  # characters in which a word is looked for
_HIGHER = 1.8  # times as high as most of a line: a letter that begins a chapter, or the like
_TALL = 1.6  # times as high as it is wide, with several letters: they stand below one another

_Extent = tuple[float, float, float, float]  # left, bottom, right and top
_Piece = tuple[int, int, _Extent]  # start and end in the text


class SeenWord(Protocol):
    """A word with its place, as a `Frame` takes it. turn: quarter turns, anticlockwise, beside most of its page.

    reach: bottom and top with what is raised or lowered of it; None where these are the same.
    """

    @property
    def text(self) -> str: ...
    @property
    def turn(self) -> int: ...
    @property
    def left(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def reach(self) -> tuple[float, float] | None: ...


class WrittenLine(NamedTuple):
    """Words of a line that was written at `[start, end)` of the text. page: from 1."""

    start: int
    end: int
    page: int
    frame: Frame
    words: Sequence[SeenWord]


def place_words(text: str, lines: Iterable[WrittenLine]) -> WordBoxes:
    """Return the words of lines, which are in the order of the text, with their places in it and on their pages."""
    pieces: list[_Piece] = []
    about: list[tuple[int, int, int, int, int]] = []  # of each line: turn, page, direction, frame, number of pieces
    frames: list[Frame] = []
    has_rtl = _RTL.search(text) is not None
    for line in lines:
        own = _align(text, line)
        if not own:
            continue
        if not frames or frames[-1] is not line.frame:
            frames.append(line.frame)
        direction = _find_direction(text[line.start : line.end], line, own, has_rtl=has_rtl)
        about.append((line.words[0].turn, line.page, direction, len(frames) - 1, len(own)))
        pieces += own
    if not pieces:
        return WordBoxes.of_words([])
    starts, ends, extents = zip(*pieces, strict=True)
    places = np.fromiter(chain.from_iterable(extents), np.float64, 4 * len(pieces)).reshape(-1, 4)
    turns, pages, directions, of_frames, counts = np.array(about, dtype=np.int64).T
    line_of = np.repeat(np.arange(len(counts)), counts)
    tall = _find_tall(places, turns[line_of] % 2 == 0, np.cumsum(counts) - counts, line_of)
    numbers = line_of + 2 * np.cumsum(tall) - tall  # what is tall is a line by itself
    rows = [np.array(starts), np.array(ends), numbers, pages[line_of], directions[line_of]]
    return WordBoxes.of_arrays(np.column_stack(rows), show(frames, of_frames[line_of], places))


def _find_tall(places: Floats, upright: Bools, firsts: Int64s, line_of: Int64s) -> Int64s:
    """Return 1 for each piece that is much higher than most of its line, else 0. firsts: the first piece of each line.

    line_of: the number of the line of each piece.
    """
    heights = np.where(upright, places[:, 3] - places[:, 1], places[:, 2] - places[:, 0])
    most = np.maximum.reduceat(heights, firsts)
    edges = np.append(firsts, len(heights))
    for number in np.flatnonzero(most > _HIGHER * np.minimum.reduceat(heights, firsts)):
        most[number] = _HIGHER * median(heights[edges[number] : edges[number + 1]].tolist())
    return np.asarray(heights > most[line_of], dtype=np.int64)


def _align(text: str, line: WrittenLine) -> list[_Piece]:
    """Return pieces of a line's text, each with the place of the words that it is written of."""
    pieces: list[_Piece] = []
    at, end = line.start, min(line.end, len(text))
    waiting: list[_Extent] = []
    for word in line.words:
        written = word.text
        if not text.startswith(written, at, end):
            while at < end and text[at].isspace():
                at += 1
            place = at if text.startswith(written, at, end) else _find(text, written, at, end)
            if place < 0:
                waiting.append(_find_extent(word))
                continue
            if waiting:
                pieces += _share(text, at, place, waiting)
            at = place
        elif waiting:
            pieces += _share(text, at, at, waiting)
        waiting = []
        if written:
            extent = _find_extent(word)
            if written.isascii() or word.turn:
                pieces.append((at, at + len(written), extent))
            else:
                pieces += _split(written, at, extent)
            at += len(written)
            if text.startswith(" ", at):
                at += 1
    if waiting:
        pieces += _share(text, at, end, waiting)
    return pieces


def _split(word: str, start: int, place: _Extent) -> Iterator[_Piece]:
    """Yield the pieces of a word of wide and narrow letters, since a sentence may end between them."""
    runs = _RUNS.findall(word)
    if len(runs) == 1 or _RTL.search(word):
        yield start, start + len(word), place
        return
    left, bottom, right, top = place
    sizes = [len(run) * (1.0 if _WIDE.match(run) else _NARROW) for run in runs]
    whole = sum(sizes)
    for run, size in zip(runs, sizes, strict=True):
        end = left + (right - place[0]) * size / whole
        yield start, start + len(run), (left, bottom, end, top)
        start, left = start + len(run), end


def _find_extent(word: SeenWord) -> _Extent:
    bottom, top = word.reach or (word.bottom, word.top)
    return word.left, bottom, word.right, top


def _find(text: str, word: str, start: int, end: int) -> int:
    """Return where a word stands next, with nothing of another word around it; -1 where it does not."""
    limit = min(end, start + _AHEAD + len(word))
    place = text.find(word, start, limit)
    while place >= 0:
        behind = place + len(word)
        if (place == start or not text[place - 1].isalnum()) and (behind >= end or not text[behind].isalnum()):
            return place
        place = text.find(word, place + 1, limit)
    return -1


def _share(text: str, start: int, end: int, places: Sequence[_Extent]) -> Iterator[_Piece]:
    """Yield the pieces of a text that are written of the words at some places: one each, or all together."""
    pieces = text[start:end].split()
    if len(pieces) != len(places):
        pieces, places = [text[start:end].strip()], [_unite(places)]
    for piece, place in zip(pieces, places, strict=True):
        if piece:
            start = text.index(piece, start)
            yield start, start + len(piece), place
            start += len(piece)


def _find_direction(text: str, line: WrittenLine, pieces: Sequence[_Piece], *, has_rtl: bool) -> int:
    """Return the direction in which a line runs on the page as it is shown. has_rtl: whether any line may run left."""
    quarters = (line.frame.quarters - line.words[0].turn) % 4
    if not line.words[0].turn and _runs_down(pieces, len(text)):
        return (quarters + DOWN) % 4
    if (
        has_rtl
        and _RTL.search(text)
        and 2 * sum(bool(_RTL.search(word.text)) for word in line.words) >= len(line.words)
    ):
        return (quarters + LEFT) % 4
    return (quarters + RIGHT) % 4


def _runs_down(pieces: Sequence[_Piece], n_characters: int) -> bool:
    """Tell whether upright letters stand below one another."""
    first, last = pieces[0][2], pieces[-1][2]
    width, height = max(first[2], last[2]) - min(first[0], last[0]), max(first[3], last[3]) - min(first[1], last[1])
    if n_characters < 3 or height < _TALL * width:
        return False
    return all(below[1] < above[1] for (*_, above), (*_, below) in pairwise(pieces))


def _unite(places: Iterable[_Extent]) -> _Extent:
    lefts, bottoms, rights, tops = zip(*places, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
