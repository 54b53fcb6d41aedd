"""The words of a PDF's page with their places, from PDFium, all turned as most of them need to be.

PDFium gives characters in the order in which the page draws them, right-to-left text in its logical order. A character
may be of any size and turned any way. Text that is drawn invisibly, as over a scan, counts like any other.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np
import pypdfium2.raw as pdfium
import regex

from qa.arrays import Floats
from qa.formats.pdf.glyphs.characters import HYPHEN, boxes_of, characters_of, make_finite, sizes_of
from qa.formats.pdf.levels import may_have_inner, may_have_levels, read_levels
from qa.formats.pdf.page import PageWord

__all__ = ["RTL", "font_of", "turn_back", "turn_of", "words_of"]

_MAX_FONT_NAME = 128  # bytes
RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_MIXED = regex.compile(
    r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]"
)  # its first or last may stand in between
_TALL = 1.7  # times the size: higher than a line
_DROP = 0.05  # times the size: what parts two characters of one line at most
_ALEFS = frozenset("اأإآٱ")
_LAM = "ل"
_Box = tuple[float, float, float, float]
_Place = TypeVar("_Place", float, Floats)
_WORD = regex.compile(r"([^\s\ufffe]+)([\s\ufffe]*)")


def words_of(text: pdfium.FPDF_TEXTPAGE) -> list[PageWord]:
    """Return the words of a page, all turned as most of them need to be."""
    characters = characters_of(text)
    matches = list(_WORD.finditer(characters))
    if not matches:
        return []
    starts = [match.start() for match in matches]
    turns, sizes = sizes_of(text, starts)
    most = Counter(turns).most_common(1)[0][0]
    pieces = [match.groups() for match in matches]
    lasts = [
        number + len(word) - 1 if HYPHEN not in behind else number + len(word) + behind.index(HYPHEN)
        for number, (word, behind) in zip(starts, pieces, strict=True)
    ]
    firsts, others = boxes_of(text, starts), boxes_of(text, lasts)
    reach = np.column_stack([np.minimum(firsts[:, :2], others[:, :2]), np.maximum(firsts[:, 2:], others[:, 2:])])
    level = 1 - most % 2  # of the coordinates of a box, the one in which lines follow one another
    uneven = reach[:, level + 2] - reach[:, level] > _TALL * np.array(sizes)
    uneven |= (firsts[:, level::2] != others[:, level::2]).any(axis=1)
    is_mixed = _MIXED.search(characters) is not None
    joints = {behind: _read_joint(behind) for behind in {behind for _, behind in pieces}}
    columns = turn_back(tuple(reach.T), most)
    words: list[PageWord] = []
    for (word, behind), number, turn, size, (left, bottom, right, top), is_uneven, match in zip(
        pieces, starts, turns, sizes, np.column_stack(columns).tolist(), uneven.tolist(), matches, strict=True
    ):
        if is_uneven or may_have_inner(word) or (is_mixed and _MIXED.search(word)):
            words += _read_parts(text, characters, match, turn=turn, size=size, most=most)
        else:
            words.append(PageWord(word, number, (turn - most) % 4, size, left, bottom, right, top, *joints[behind]))
    return words


def _read_parts(
    text: pdfium.FPDF_TEXTPAGE, characters: str, match: regex.Match[str], *, turn: int, size: float, most: int
) -> Iterator[PageWord]:
    """Yield the words that a run of characters makes which may be of several levels or lines, or runs leftward."""
    start, end = match.span(1)
    whole, one, other = _reach_of(text, characters, match, start, end)
    if turn == most and end - start > 1 and whole[3 - most % 2] - whole[1 - most % 2] > _TALL * size:
        cuts = [number for number in range(start + 1, end) if _drops(text, number - 1, number, size, most)]
    else:
        cuts = []
    for first, last in pairwise([start, *cuts, end]):
        if cuts:
            whole, one, other = _reach_of(text, characters, match, first, last)
        word, behind = characters[first:last], match.group(2) if last == end else "\n"
        reach = turn_back(whole, most)
        box, on_line, line_size = reach, first, size
        if turn == most and last - first > 1 and may_have_levels(word, one, other, 1 - most % 2):
            levelled = read_levels(text, word, first, most)
            if levelled is not None:
                word, line_size, on_line = levelled
                _, bottom, _, top = turn_back(_box_of(text, [on_line]), most)
                box = box[0], bottom, box[2], top
        yield PageWord(
            _reorder(text, word, first) if RTL.search(word) else word,
            on_line,
            (turn - most) % 4,
            line_size,
            *box,
            *_read_joint(behind),
            reach=None if box is reach else (reach[1], reach[3]),
        )


def _read_joint(behind: str) -> tuple[bool, bool, bool]:
    """Return whether what stands behind a word ends the line, whether it is a hyphen that breaks it, or a space."""
    is_hyphen = HYPHEN in behind
    return is_hyphen or "\n" in behind or "\r" in behind, is_hyphen, behind.startswith(" ")


def _box_of(text: pdfium.FPDF_TEXTPAGE, numbers: Sequence[int]) -> _Box:
    """Return left, bottom, right and top of characters, by their fonts; zeros where a broken page has no numbers."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, numbers[0], box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    for number in numbers[1:]:
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        left, bottom = min(left, box.left), min(bottom, box.bottom)
        right, top = max(right, box.right), max(top, box.top)
    return (left, bottom, right, top) if math.isfinite(left + bottom + right + top) else (0.0, 0.0, 0.0, 0.0)


def _reach_of(
    text: pdfium.FPDF_TEXTPAGE, characters: str, match: regex.Match[str], start: int, end: int
) -> tuple[_Box, _Box, _Box]:
    """Return the box of the characters of a word from `start` to `end`, with the hyphen that breaks it.

    Behind it stand the boxes of the first and the last of them, where they are written from left to right.
    """
    if _MIXED.search(characters, start, end):
        box = _box_of(text, range(start, end))
        return box, box, box
    behind = match.group(2) if end == match.end(1) else ""
    at = match.start(2) + behind.index(HYPHEN) if HYPHEN in behind else end - 1
    first = _box_of(text, (start,))
    if at == start:
        return first, first, first
    last = _box_of(text, (at,))
    left, bottom, right, top = first
    other_left, other_bottom, other_right, other_top = last  # these two reach as far as all of them
    box = (
        left if left < other_left else other_left,
        bottom if bottom < other_bottom else other_bottom,
        right if right > other_right else other_right,
        top if top > other_top else other_top,
    )
    return box, first, last


def _drops(text: pdfium.FPDF_TEXTPAGE, one: int, other: int, size: float, turn: int) -> bool:
    """Tell whether a gap between lines parts two characters."""
    level = 1 - turn % 2  # of the coordinates of a box, the one in which lines follow one another
    first, last = _box_of(text, [one]), _box_of(text, [other])
    return max(first[level] - last[level + 2], last[level] - first[level + 2]) > _DROP * size


def turn_of(text: pdfium.FPDF_TEXTPAGE, words: Sequence[PageWord]) -> int:
    """Return by how many quarters, clockwise, the words of a page were turned; 0 when there are none."""
    if not words:
        return 0
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, words[0].first, matrix)
    return (round(make_finite(math.atan2(matrix.b, matrix.a)) / (math.pi / 2)) - words[0].turn) % 4


def turn_back(box: tuple[_Place, _Place, _Place, _Place], turn: int) -> tuple[_Place, _Place, _Place, _Place]:
    """Return a box, or the columns of several, as it is once the page is turned back by `turn` quarters."""
    left, bottom, right, top = box
    if turn == 1:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if turn == 3 else box


def _reorder(text: pdfium.FPDF_TEXTPAGE, word: str, first: int) -> str:
    """Return a word with lam before alef where one glyph stands for both: PDFium turns them with the rest."""
    letters = list(word)
    for i, (one, next_one) in enumerate(pairwise(word)):
        if next_one == _LAM and one in _ALEFS and _box_of(text, [first + i]) == _box_of(text, [first + i + 1]):
            letters[i], letters[i + 1] = next_one, one
    return "".join(letters)


def font_of(text: pdfium.FPDF_TEXTPAGE, number: int) -> bytes:
    """Return the name of a character's font, empty when it has none."""
    name = ctypes.create_string_buffer(_MAX_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(text, number, name, _MAX_FONT_NAME, None)
    return name.value
