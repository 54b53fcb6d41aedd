"""Numbers of lines in the margin of a page, as pleadings, manuscripts and editions have them, taken out of its lines.

They count on from the top downward, one a line or every fifth, at one place and with nothing else above or below them,
beside lines of prose. A list's numbers are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.formats.pdf.lines import make_part
from qa.formats.pdf.page import Page, PageLine, PageWord

__all__ = ["leave_out_line_numbers"]

_SLACK = 3.0  # points by which the numbers may stand apart
_MOST = 50  # places that are compared
_MIN_EACH, _MIN_FIFTH = 6, 3  # numbers of a page, where each line or only some have one
_FIVE, _MIN_FIVE = 5, 2  # numbers that are 5 and 10
_MAX_DIGITS = 4
_UNEVEN = 0.35  # of the distance of two numbers
_PROSE = 30  # characters of a line beside them, on average
_RUNNING = 0.25  # of the lines beside them begin within a sentence
_MANY, _RUNNING_OF_MANY, _PROSE_OF_MANY = 15, 0.1, 20
_FEW_OTHERS = 0.1  # of the numbers: words that stand above or below them


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number at the beginning or the end of a line, alone on it or not."""

    number: int  # of the line
    value: int
    word: PageWord
    first: bool


def leave_out_line_numbers(pages: Sequence[Page]) -> list[Page]:
    """Return pages without the numbers of their lines. A page with few is told by another that has them there."""
    columns = [_find_columns(page.lines) for page in pages]
    places = [
        _reach_of(marks)
        for page, groups in zip(pages, columns, strict=True)
        for marks in groups
        if _count_lines(page.lines, marks)
    ]
    if not places:
        return list(pages)
    cleaned = []
    for page, groups in zip(pages, columns, strict=True):
        near = [mark for marks in groups if _is_counting(marks) and _is_at(marks, places) for mark in marks]
        cleaned.append(replace(page, lines=_take_out(page.lines, near)) if near else page)
    return cleaned


def _find_columns(lines: Sequence[PageLine]) -> list[list[_Mark]]:
    """Return the numbers that begin lines, and those that end lines, that stand above one another, from the top."""
    marks = []
    for number, line in enumerate(lines):
        words = [word for part in line.parts for word in part.words]
        if line.turned or not words:
            continue
        for word, first in ((words[0], True), (words[-1], False)):
            if word.text.isascii() and word.text.isdigit() and len(word.text) <= _MAX_DIGITS:
                marks.append(_Mark(number, int(word.text), word, first))
    columns: list[list[_Mark]] = []
    end = 0.0
    for mark in sorted(marks, key=lambda mark: (mark.first, mark.word.left)):
        if columns and columns[-1][-1].first == mark.first and mark.word.left < end:
            columns[-1].append(mark)
            end = max(end, mark.word.right)
        else:
            columns.append([mark])
            end = mark.word.right
    return [sorted(column, key=lambda mark: -mark.word.bottom) for column in columns]


def _reach_of(marks: Sequence[_Mark]) -> tuple[bool, float, float]:
    return marks[0].first, min(mark.word.left for mark in marks), max(mark.word.right for mark in marks)


def _is_at(marks: Sequence[_Mark], places: Sequence[tuple[bool, float, float]]) -> bool:
    """Tell whether numbers stand at one of the places."""
    first, left, right = _reach_of(marks)
    return any(
        side == first and start - _SLACK <= left and right <= end + _SLACK for side, start, end in places[:_MOST]
    )


def _is_counting(marks: Sequence[_Mark]) -> bool:
    """Tell whether numbers count on evenly from the top downward."""
    steps = {other.value - one.value for one, other in pairwise(marks)}
    drops = [one.word.bottom - other.word.bottom for one, other in pairwise(marks)]
    if len(steps) > 1 or (steps and min(steps) < 1):
        return False
    if not drops:
        return True
    usual = sorted(drops)[len(drops) // 2]
    even = sum(abs(drop - usual) <= _UNEVEN * usual for drop in drops)
    return usual > 0 and even >= 0.8 * len(drops)


def _count_lines(lines: Sequence[PageLine], marks: Sequence[_Mark]) -> bool:
    """Tell whether numbers are plainly those of lines of prose."""
    if len(marks) < _MIN_FIVE or not _is_counting(marks):
        return False
    step = marks[1].value - marks[0].value
    by_fives = step == marks[0].value == _FIVE
    if len(marks) < (_MIN_EACH if step == 1 else _MIN_FIVE if by_fives else _MIN_FIFTH):
        return False
    left, right = min(mark.word.left for mark in marks), max(mark.word.right for mark in marks)
    top, bottom = marks[0].word.top, marks[-1].word.bottom
    own = {id(mark.word) for mark in marks}
    beside = others = running = length = 0
    for line in lines:
        if line.turned or not bottom <= (line.bottom + line.top) / 2 <= top:
            continue
        words = [word for part in line.parts for word in part.words if id(word) not in own]
        if not words:
            continue
        beside += 1
        others += any(word.left < right and word.right > left for word in words)
        running += words[0].text[:1].islower()
        length += sum(len(word.text) + 1 for word in words)
    return (
        beside > 0
        and others <= _FEW_OTHERS * beside
        and length >= (_PROSE if len(marks) < _MANY else _PROSE_OF_MANY) * beside
        and running >= (_RUNNING if len(marks) < _MANY else _RUNNING_OF_MANY) * beside
        and beside <= 1.2 * step * (len(marks) + 1)
        and sum(len(line.parts) > 2 for line in lines) <= beside / 2
    )


def _take_out(lines: Sequence[PageLine], marks: Sequence[_Mark]) -> list[PageLine]:
    """Return lines without numbers at their beginnings and ends."""
    gone: defaultdict[int, set[int]] = defaultdict(set)
    for mark in marks:
        gone[mark.number].add(id(mark.word))
    kept = []
    for number, line in enumerate(lines):
        if number not in gone:
            kept.append(line)
            continue
        rest = [[word for word in part.words if id(word) not in gone[number]] for part in line.parts]
        parts = [
            part if len(words) == len(part.words) else make_part(words)
            for part, words in zip(line.parts, rest, strict=True)
            if words
        ]
        if parts:
            words = [word for own in rest for word in own]
            kept.append(
                replace(
                    line,
                    parts=tuple(parts),
                    bottom=min(word.bottom for word in words),
                    top=max(word.top for word in words),
                    first_width=words[0].right - words[0].left,
                )
            )
    return kept
