"""Lines below one another to paragraphs: where one ends.

A line that is shorter than it needed to be was ended on purpose. One that is as wide as it may be flows on into a word
with a small letter, and into one with a capital or a figure where other lines prove that the text is wrapped there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from qa.formats.pdf.page import (
    BULLET,
    LARGE,
    NUMERAL,
    RAISED_MARK,
    UNSPACED,
    PageLine,
    begins_item,
    breaks_word,
    differ_in_font,
    same_size,
)

__all__ = [
    "INDENT",
    "NARROW",
    "RAGGED",
    "TERMINAL",
    "Paragraph",
    "cut_paragraphs",
    "is_caseless",
    "is_full",
]

_WIDE_PITCH = 1.3  # times the usual distance of two lines: a new paragraph
_MAX_PITCH = 1.7  # times the size, where nothing else is known
_CLOSE = 1.9  # times the size: what is farther apart has an empty line between, or is double-spaced
_SHORT = 40  # characters: no shorter lines look like wrapped text
_LEANS_ON = tuple(",;:-‐–—(/&")  # at the end of a line that goes on
_MAX_DOUBLE = 2.6  # times the size, of double spacing
_EVEN = 1.1  # times the usual distance: so even are the lines of double spacing
_LIKE_SIZE = 1.05  # sizes of a line alone and of the text under it that differ by more are two
_NEAR_MARGIN = 1.5  # times the size: lines that end so near to one another are wrapped at one margin
_WRAPPED_APART = 3  # other lines that end at the margin and prove it where lines stand far apart
_COLUMN_LINES = 12  # before and behind a line that show where the margin of its column is
_LONG = 30.0  # times the size: a line that is wrapped, whatever is beside it
INDENT = 0.8  # of the size
RAGGED = 0.7  # of the width up to the margin: a line that is shorter was ended on purpose
NARROW = 10.0  # times the size: too narrow for a line of prose
_LETTER_OR_FIGURE = regex.compile(r"[\p{L}\p{N}]")
TERMINAL = regex.compile(r"[.!?:;…。！？：；।۔؟؛][\p{Pe}\p{Pf}\p{Pi}\"'’”\d⁰¹²³⁴-⁹*†‡]{0,4}$")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one text."""

    lines: list[PageLine]
    tight: bool = False  # whether it follows the one before without an empty line
    heading: bool = False
    level: int = 1
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
        if _flows(paragraph, following, block, number, body):
            paragraph.lines.append(following)
        else:
            apart = (
                line.bottom - following.bottom > _WIDE_PITCH * _find_usual_pitch(block, number)
                or not same_size(line, following)
                or differ_in_font(line, following)
            )
            listed = following.row or line.row or begins_item(following.text) or begins_item(paragraph.plain)
            paragraphs.append(
                Paragraph([following], tight=not apart and (listed or _stands_by_line_end(paragraphs, following)))
            )
    return paragraphs


def _stands_by_line_end(paragraphs: list[Paragraph], following: PageLine) -> bool:
    """Tell whether a line end is enough to part the next line from the last one, which then does not look wrapped."""
    line = paragraphs[-1].lines[-1]
    if line.bottom - following.bottom > _CLOSE * following.size or TERMINAL.search(line.text):
        return False
    if following.text[:1].islower() or line.text.endswith(_LEANS_ON):
        return False
    width = len(following.text)
    for paragraph in reversed(paragraphs):
        width = max(width, len(paragraph.plain))
        if not paragraph.tight:
            break
    return width < _SHORT or len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) <= width


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
    own = block[number - 1].bottom - block[number].bottom
    usual = min([*distances, (_MAX_DOUBLE if distances else _MAX_PITCH) * size])
    return usual if own <= _EVEN * usual else min(usual, _MAX_PITCH * size)


def _flows(paragraph: Paragraph, following: PageLine, block: list[PageLine], number: int, body: float) -> bool:
    """Tell whether a paragraph goes on in line `number` of a block, the one under it."""
    line = paragraph.lines[-1]
    drop = line.bottom - following.bottom
    far = drop > _WIDE_PITCH * _find_usual_pitch(block, number)
    if line.row or following.row or line.turned or not same_size(line, following) or far or breaks_word(line):
        return breaks_word(line) and not (line.row or following.row or line.turned or far)
    ended = TERMINAL.search(line.text) is not None
    close = drop <= _CLOSE * line.size
    if line.size >= LARGE * body:
        return close and not (ended or differ_in_font(line, following) or begins_item(following.text))
    near = block[max(0, number - 3) : number + 3]
    lower = following.text[:1].islower()
    fits = _fits(line, following, near)
    if _begins_another(paragraph, following, fits=fits, lower=lower):
        return False
    width = line.right - line.left
    if fits:
        margin = max(other.right for other in near)
        return lower and not ended and width > RAGGED * (margin - line.left)
    return lower or (width >= NARROW * line.size and _is_wrapped(line, following, block, number, close=close))


def _is_wrapped(line: PageLine, following: PageLine, block: list[PageLine], number: int, *, close: bool) -> bool:
    """Tell whether a full line was wrapped, so that it goes on whatever is under it: it is long, or others prove it."""
    if not close and following.left > line.left + line.size:
        return False
    if line.right - line.left >= _LONG * line.size or (close and is_caseless(following)):
        return True
    column = block[max(0, number - _COLUMN_LINES) : number + _COLUMN_LINES]
    n_wrapped = sum(
        other.right >= line.right - _NEAR_MARGIN * line.size
        for other in column
        if other is not line and not other.row and other.turned == line.turned
    )
    return n_wrapped >= (1 if close else _WRAPPED_APART)


def _begins_another(paragraph: Paragraph, following: PageLine, *, fits: bool, lower: bool) -> bool:
    """Tell whether a line under a paragraph begins another by its mark, its font or its place."""
    line = paragraph.lines[-1]
    ended = TERMINAL.search(line.text) is not None
    listed = begins_item(paragraph.plain)
    if (
        BULLET.match(following.text)
        or RAISED_MARK.match(following.text)
        or (differ_in_font(line, following) and (fits or not lower))
    ):
        return True
    alike = max(line.size, following.size) <= _LIKE_SIZE * min(line.size, following.size)
    if not alike and not ended and not lower and len(paragraph.lines) == 1:
        return True
    if NUMERAL.match(following.text) and not lower and not line.text[-2:-1].isdigit():
        return (ended or fits or listed) and following.left < line.left + line.size
    indent = following.left - line.left
    if abs(line.left + line.right - following.left - following.right) < line.size:  # centred
        return False
    if len(paragraph.lines) == 1:
        return indent > INDENT * line.size and not listed and (fits or ended)
    return indent > INDENT * line.size or (indent < -INDENT * line.size and (ended or not lower))


def _fits(line: PageLine, following: PageLine, near: list[PageLine]) -> bool:
    """Tell whether the next line's first word would have fitted on `line`, so that it was ended on purpose."""
    margin = max(other.right for other in near if same_size(line, other) and not other.row)
    return not is_full(line, following, margin)


def is_full(line: PageLine, following: PageLine, margin: float) -> bool:
    """Tell whether `line` leaves no room for the first word of the next one before `margin`."""
    width = min(following.first_width, line.size) if UNSPACED.match(following.text) else following.first_width
    return line.right + 0.3 * line.size + width > margin


def is_caseless(line: PageLine) -> bool:
    """Tell whether a line begins in a script without capitals, so that its first letter says nothing."""
    first = _LETTER_OR_FIGURE.search(line.text)
    return first is not None and first.group().isalpha() and first.group().upper() == first.group().lower()
