"""Characters of a PDF's page that are raised above their line or lowered below it: found by size and base, and written
as what they are, so that they do not run into what stands before them.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium
import regex

from qa.formats.pdf.page import PageWord
from qa.formats.writing.raised import lower_text, raise_text

__all__ = ["LevelledWord", "may_have_inner", "may_have_levels", "read_levels", "set_levels"]

_SMALLER = 0.92  # of the size of the line: so small is what is raised or lowered at most
_SMALLEST = 0.35  # of it: what is smaller stands beside a letter that begins a chapter
_RISE = 0.1  # times the size of the line, of what is smaller
_DROP = 0.05
_FAR = 0.25  # times the size, of what is as large as its line
_FARTHEST = 0.85
_ALIKE = 0.03  # times the size: two heights that are one
_GLUED = 0.16  # times the size: no gap
_APART = 0.86  # of the size of the line: so small is a mark that stands by itself
_RISE_APART = 0.2
_RAISED = regex.compile(r"[\d+\-−–=(),;]*[\d=]\)?|[*†‡§¶#]{1,3}|\p{L}(?:,\p{L}){0,4}|\[\d{1,3}\]|TM|SM|[snr][tdh]|th")
_RAISED_APART = regex.compile(r"\d{1,2}\)?|[*†‡§¶]{1,3}|\[\d{1,3}\]")
_LOWERED = regex.compile(r"[\d+\-−–]{1,4}")
_AMOUNT = regex.compile(r"\d[.,]$")  # before raised cents
_INSIDE = re.compile(r"(?<=.)(?:[\d*†‡](?=.)|TM\W)")  # where a figure may be raised or lowered between others
_NUMBER = re.compile(r"[\d.,:/%+–\-]+")
_SLASH = regex.compile(r"[/⁄]")
_BELOW = regex.compile(r"[/⁄](\d{1,3})")
_UPRIGHT = 0.02  # quarter turns


class LevelledWord(NamedTuple):
    """A word as it is written, the size of its line, and the number of a character that stands on it."""

    text: str
    size: float
    on_line: int


@dataclass(slots=True)
class _LevelRun:
    """Characters of one size and base. first: the number of the first one."""

    text: str
    first: int
    size: float
    base: float


def may_have_levels(word: str, first: Sequence[float], last: Sequence[float], axis: int) -> bool:
    """Tell whether the characters of a word may be of several levels, by the boxes of the first and the last one.

    axis: of the coordinates of a box, the first in which characters are raised.
    """
    bottom, top = first[axis], first[axis + 2]
    if bottom != last[axis] or top != last[axis + 2]:
        near = _ALIKE * (top - bottom)
        if abs(bottom - last[axis]) > near or abs(top - last[axis + 2]) > near:
            return True
    return may_have_inner(word)


def may_have_inner(word: str) -> bool:
    """Tell whether figures or the like inside a word may be raised or lowered, by what it is."""
    return not word.isalpha() and _INSIDE.search(word) is not None and _NUMBER.fullmatch(word) is None


def read_levels(text: pdfium.FPDF_TEXTPAGE, word: str, start: int, turn: int) -> LevelledWord | None:
    """Return a word, which begins with character `start`, as it is written; None when it is all on one level.

    turn: quarter turns of most of the page.
    """
    runs: list[_LevelRun] = []
    for number, character in enumerate(word, start):
        size, base, level = _measure(text, number, turn)
        if not level:
            return None
        if runs and abs(size - runs[-1].size) <= _ALIKE * size and abs(base - runs[-1].base) <= _ALIKE * size:
            runs[-1].text += character
        else:
            runs.append(_LevelRun(character, number, size, base))
    line = max(runs, key=lambda run: run.size)
    levels = [_find_level(run.size, run.base, line.size, line.base) for run in runs]
    if not any(levels):
        return None
    return LevelledWord(_write(runs, levels), line.size, line.first)


def _measure(text: pdfium.FPDF_TEXTPAGE, number: int, turn: int) -> tuple[float, float, bool]:
    """Return a character's size, the height of its base, and whether it is upright, once the page is turned back."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, number, matrix)
    size = pdfium.FPDFText_GetFontSize(text, number) * math.hypot(matrix.c, matrix.d)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, number, x, y)
    base = (y.value, -x.value, -y.value, x.value)[turn]
    if not math.isfinite(size + base + matrix.a + matrix.b):
        return 0.0, 0.0, False
    angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2) - turn
    return size, base, abs(angle - 4 * round(angle / 4)) < _UPRIGHT


def _find_level(size: float, base: float, line_size: float, line_base: float) -> int:
    """Return 1 for what is raised above a line, -1 for what is lowered below it, else 0."""
    rise = (base - line_base) / line_size if line_size else 0.0
    if abs(rise) > _FARTHEST or size < _SMALLEST * line_size:
        return 0
    small = size <= _SMALLER * line_size
    if rise >= (_RISE if small else _FAR):
        return 1
    return -1 if rise <= -(_DROP if small else _FAR) else 0


def _write(runs: Sequence[_LevelRun], levels: Sequence[int]) -> str:
    """Return runs of a word as they are written, a fraction such as 1/2 by plain figures."""
    text = ""
    for at, (run, level) in enumerate(zip(runs, levels, strict=True)):
        if level and _begins_fraction(text, runs[at:]):
            text += f" {run.text}" if text[-1:].isdigit() else run.text
        elif level == 1:
            text += _raise(run.text, text)
        elif level == -1 and text and not _SLASH.search(text[-1:]):
            text += lower_text(run.text)
        else:
            text += run.text
    return text


def _raise(text: str, before: str) -> str:
    """Return what is raised behind `before`; a word by itself there, and cents, are read on."""
    if text == "o":  # of degrees, as it may turn out
        return "ᵒ"
    if not before and not any(map(str.isdigit, text)):
        return text
    return text if text.isdecimal() and _AMOUNT.search(before) else raise_text(text, before)


def _begins_fraction(before: str, runs: Sequence[_LevelRun]) -> bool:
    """Tell whether a figure stands above a stroke, with a greater one below."""
    behind = _BELOW.match("".join(run.text for run in runs[1:3]))
    return (
        behind is not None
        and runs[0].text.isdecimal()
        and int(runs[0].text[:4]) < int(behind.group(1))
        and not before[-1:].isalpha()
    )


def set_levels(text: pdfium.FPDF_TEXTPAGE, words: list[PageWord], turn: int) -> list[PageWord]:
    """Return the words of a line with those that are raised or lowered as they are written, and what is close by."""
    sizes = {word.size for word in words}
    if len(sizes) == 1 or min(sizes) > _SMALLER * max(sizes):
        return words
    size = _find_size(words)
    on_line = next(word for word in words if word.size >= size * (1 - _ALIKE))
    base = _measure(text, on_line.first, turn)[1]
    written = list(words)
    levels = [0] * len(words)
    for at, word in enumerate(words):
        if word.size > _SMALLER * size or not (_RAISED.fullmatch(word.text) or _LOWERED.fullmatch(word.text)):
            continue
        before = written[at - 1] if at else None
        glued = before is not None and _is_close(before, word, size)
        place = _measure(text, word.first, turn)[1]
        level = _find_level(word.size, place, size, base)
        if level == 1 and (glued or _stands_apart(word, (place - base) / size, size)):
            raised = _raise(word.text, before.text if before is not None and glued else "")
            written[at], levels[at] = word._replace(text=raised, glued=glued), 1
        elif level == -1 and glued and _LOWERED.fullmatch(word.text):
            written[at], levels[at] = word._replace(text=lower_text(word.text), glued=True), -1
    for at, (level, next_level) in enumerate(pairwise(levels)):
        following = words[at + 1]
        if level and not next_level and _is_close(words[at], following, size):
            written[at + 1] = following._replace(glued=level == -1 or not following.text[0].isalnum())
    return written


def _stands_apart(word: PageWord, rise: float, size: float) -> bool:
    """Tell whether a raised word with a gap before it is a note's mark."""
    return word.size <= _APART * size and rise >= _RISE_APART and _RAISED_APART.fullmatch(word.text) is not None


def _find_size(words: Sequence[PageWord]) -> float:
    """Return the size of the character in the middle, were those of a line ordered by size."""
    sizes = sorted((word.size, len(word.text)) for word in words)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return sizes[-1][0]


def _is_close(word: PageWord, following: PageWord, size: float) -> bool:
    """Tell whether there is no gap between two words of a line."""
    gap = max(following.left - word.right, word.left - following.right)
    return -size < gap < _GLUED * size
