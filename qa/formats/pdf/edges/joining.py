"""Where a sentence runs on from the end of a column or page to the beginning of the next.

It does where a word is broken, and from a line as wide as its column into a small letter. Into a capital or a figure,
and where it only passes a gap within the column, it does when the lines before prove that the text is wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.formats.pdf.page import PageLine, begins_item, breaks_word, differ_in_font, is_below, same_size
from qa.formats.pdf.paragraphs import INDENT, NARROW, RAGGED, TERMINAL, Paragraph, is_caseless, is_full

__all__ = ["join_columns", "runs_on"]

_OTHERS = 12  # lines before a paragraph that show where the margin of its column is
_OWN = 3  # lines of a paragraph that show it by themselves
_NEAR_MARGIN = 1.5  # times the size: lines that end so near to one another are wrapped at one margin
_ALONE = 30.0  # times the size: so wide is a line of prose that has none beside it
_NEXT = 2.0  # times the size: the next line, which may begin left of the end of an indented one
_WRAPPED = 3  # lines that end at a margin prove it


def join_columns(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a page with those made one that run on from a column to the next."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if joined and not is_below(joined[-1].lines[-1], paragraph.lines[0]) and runs_on(joined[-1], paragraph, joined):
            joined[-1].lines += paragraph.lines
        else:
            joined.append(paragraph)
    return joined


def runs_on(paragraph: Paragraph, following: Paragraph, before: Sequence[Paragraph] = ()) -> bool:
    """Tell whether a sentence runs on from the end of a column or page to the beginning of the next.

    before: the paragraphs of the column or page that ends, of which `paragraph` may be the last one.
    """
    line, first = paragraph.lines[-1], following.lines[0]
    if not _are_alike(paragraph, following) or breaks_word(line):
        return _are_alike(paragraph, following) and line.right - line.left >= NARROW / 2 * line.size
    if TERMINAL.search(line.text) or begins_item(first.text) or differ_in_font(line, first):
        return False
    column = _find_column(paragraph, before)
    margin, left = max(other.right for other in column), min(other.left for other in column)
    full = is_full(line, first, margin)
    if margin - left < (NARROW if len(column) > 1 else _ALONE) * line.size:
        return False
    if first.text[:1].islower():
        return full or line.right - line.left > RAGGED * (margin - line.left)
    drop = line.bottom - first.bottom
    return full and (
        (0 < drop <= _NEXT * line.size and is_caseless(first) and first.right <= line.left)
        or (
            not _is_below_in_column(line, first)
            and not _stands_alone(following)
            and (is_caseless(first) or _is_wrapped(paragraph, column, margin))
        )
    )


def _are_alike(paragraph: Paragraph, following: Paragraph) -> bool:
    """Tell whether two paragraphs are both plain text of one size."""
    line, first = paragraph.lines[-1], following.lines[0]
    plain = not (
        paragraph.heading or following.heading or paragraph.pieces or following.pieces or line.row or first.row
    )
    return plain and line.turned == first.turned and same_size(line, first)


def _find_column(paragraph: Paragraph, before: Sequence[Paragraph]) -> list[PageLine]:
    """Return lines that show how wide a paragraph's column is: its own, or those before it where it has few."""
    if len(paragraph.lines) >= _OWN:
        return paragraph.lines
    line = paragraph.lines[-1]
    column = list(paragraph.lines)
    for each in reversed(before):
        if each is not paragraph:
            column += [
                other
                for other in each.lines
                if not other.row
                and same_size(line, other)
                and min(line.right, other.right) > max(line.left, other.left)
            ]
        if len(column) >= _OTHERS:
            break
    return column


def _is_wrapped(paragraph: Paragraph, column: Sequence[PageLine], margin: float) -> bool:
    """Tell whether the line before the last one is full as well, or several lines of the column are."""
    line = paragraph.lines[-1]
    if line.right - line.left < NARROW * line.size:
        return False
    n_wrapped = sum(other.right >= margin - _NEAR_MARGIN * line.size for other in column)
    return n_wrapped >= _WRAPPED or (len(paragraph.lines) > 1 and is_full(paragraph.lines[-2], line, margin))


def _is_below_in_column(line: PageLine, first: PageLine) -> bool:
    """Tell whether a line stands under another in its column, however far below."""
    return first.top <= line.bottom and min(line.right, first.right) > max(line.left, first.left)


def _stands_alone(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins as one: its first line is indented, or all that it has, without a full stop."""
    first = paragraph.lines[0]
    if len(paragraph.lines) == 1:
        return not TERMINAL.search(first.text)
    return first.left - paragraph.lines[1].left > INDENT * first.size
