"""Lines below one another to paragraphs: where one ends, and where it runs on in another column or on another page.

A line that is shorter than it needed to be was ended on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from qa.formats.pdf.page import (
    BULLET,
    LARGE,
    NUMERAL,
    UNSPACED,
    PageLine,
    begins_item,
    breaks_word,
    differ_in_font,
    is_below,
    same_size,
)

__all__ = ["Paragraph", "cut_paragraphs", "join_columns", "runs_on"]

_WIDE_PITCH = 1.3  # times the usual distance of two lines: a new paragraph
_MAX_PITCH = 1.7  # times the size, where nothing else is known; double spacing has lines beside it
_INDENT = 0.8  # of the size
_RAGGED = 0.7  # of the width up to the margin: a line that is shorter was ended on purpose
_NARROW = 10.0  # times the size: too narrow for a line of prose
_TERMINAL = regex.compile(r"[.!?:;…。！？：；।۔؟؛][\p{Pe}\p{Pf}\p{Pi}\"'’”\d*†‡]{0,4}$")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one text."""

    lines: list[PageLine]
    tight: bool = False  # whether it follows the one before without an empty line
    heading: bool = False
    page: int = 0  # number of the page that it begins on
    turns: dict[int, int] = field(default_factory=dict)  # number of a line with which a page begins, and of that page
    pieces: tuple[str | tuple[PageLine, ...], ...] = ()  # of a table's row: what is written of it, lines of cells too

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def plain(self) -> str:
        return " ".join(line.text for line in self.lines)


def cut_paragraphs(block: list[PageLine], body: float) -> list[Paragraph]:
    """Return the paragraphs of a block of lines that stand below one another."""
    paragraphs = [Paragraph([block[0]])]
    for number in range(1, len(block)):
        line, following = block[number - 1 : number + 1]
        paragraph = paragraphs[-1]
        near = block[max(0, number - 3) : number + 3]
        pitch = _find_usual_pitch(block, number)
        if _flows(paragraph, following, near, pitch, body):
            paragraph.lines.append(following)
        else:
            apart = (
                line.bottom - following.bottom > _WIDE_PITCH * pitch
                or not same_size(line, following)
                or differ_in_font(line, following)
            )
            listed = following.row or line.row or begins_item(following.text) or begins_item(paragraph.plain)
            ended = _TERMINAL.search(line.text) is not None
            paragraphs.append(Paragraph([following], tight=not apart and (listed or not ended)))
    return paragraphs


def _find_usual_pitch(block: list[PageLine], number: int) -> float:
    """Return the distance of lines that is usual around line `number` of a block and the one before it."""
    size = block[number].size
    distances = [
        distance
        for at in (number - 1, number + 1)
        if 0 < at < len(block)
        and same_size(block[at - 1], block[at])
        and same_size(block[at], block[number])
        and (distance := block[at - 1].bottom - block[at].bottom) > 0.5 * size
    ]
    return min([*distances, _MAX_PITCH * size])


def _flows(paragraph: Paragraph, following: PageLine, near: list[PageLine], pitch: float, body: float) -> bool:
    """Tell whether a paragraph goes on in the line under it."""
    line = paragraph.lines[-1]
    if line.row or following.row or line.turned or not same_size(line, following):
        return False
    if breaks_word(line) or line.bottom - following.bottom > _WIDE_PITCH * pitch:
        return line.bottom - following.bottom <= _WIDE_PITCH * pitch
    if line.size >= LARGE * body:
        return (
            not differ_in_font(line, following) and not _TERMINAL.search(line.text) and not begins_item(following.text)
        )
    lower = following.text[:1].islower()
    fits = _fits(line, following, near)
    if _begins_another(paragraph, following, fits=fits, lower=lower):
        return False
    width = line.right - line.left
    if fits:
        margin = max(other.right for other in near)
        return lower and not _TERMINAL.search(line.text) and width > _RAGGED * (margin - line.left)
    return lower or width >= _NARROW * line.size


def _begins_another(paragraph: Paragraph, following: PageLine, *, fits: bool, lower: bool) -> bool:
    """Tell whether a line under a paragraph begins another by its mark, its font or its place."""
    line = paragraph.lines[-1]
    ended = _TERMINAL.search(line.text) is not None
    listed = begins_item(paragraph.plain)
    if BULLET.match(following.text) or (differ_in_font(line, following) and (fits or not lower)):
        return True
    if NUMERAL.match(following.text) and not lower and not line.text[-2:-1].isdigit():
        return (ended or fits or listed) and following.left < line.left + line.size
    indent = following.left - line.left
    if abs(line.left + line.right - following.left - following.right) < line.size:  # centred
        return False
    if len(paragraph.lines) == 1:
        return indent > _INDENT * line.size and not listed and (fits or ended)
    return indent > _INDENT * line.size or (indent < -_INDENT * line.size and (ended or not lower))


def _fits(line: PageLine, following: PageLine, near: list[PageLine]) -> bool:
    """Tell whether the next line's first word would have fitted on `line`, so that it was ended on purpose."""
    margin = max(other.right for other in near if same_size(line, other) and not other.row)
    width = min(following.first_width, line.size) if UNSPACED.match(following.text) else following.first_width
    return line.right + 0.3 * line.size + width <= margin


def join_columns(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a page with those made one that run on from a column to the next."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if joined and not is_below(joined[-1].lines[-1], paragraph.lines[0]) and runs_on(joined[-1], paragraph):
            joined[-1].lines += paragraph.lines
        else:
            joined.append(paragraph)
    return joined


def runs_on(paragraph: Paragraph, following: Paragraph) -> bool:
    """Tell whether a sentence runs on from the end of a column or page to the beginning of the next."""
    line, first = paragraph.lines[-1], following.lines[0]
    if (
        paragraph.pieces
        or following.pieces
        or paragraph.heading
        or following.heading
        or line.row
        or first.row
        or line.turned != first.turned
    ):
        return False
    if breaks_word(line):
        return same_size(line, first)
    if (
        not same_size(line, first)
        or _TERMINAL.search(line.text)
        or begins_item(first.text)
        or differ_in_font(line, first)
    ):
        return False
    widest = max(other.right for other in paragraph.lines)
    wide = widest - min(other.left for other in paragraph.lines) >= _NARROW * line.size
    full = line.right + 0.3 * line.size + first.first_width > widest and (len(paragraph.lines) > 1 or wide)
    return wide and (full or first.text[:1].islower())
