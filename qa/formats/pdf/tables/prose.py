"""What stands in columns but is no table: prose, a table of contents, addresses side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from qa.formats.pdf.tables.pieces import LinePiece
from qa.formats.pdf.tables.visual import TIGHT, ends_early, is_figure, pitch_of

__all__ = ["are_addresses", "are_contents", "are_labels", "find_stories", "is_prose"]

_LINES = 5  # that run on, one in the next
_CHARACTERS = 22  # of a line of prose, on average
_MOST = 0.6
_ENDS = (".", ",", ";", "。", "、", "，")  # of a text's lines, not of labels
_FAR = 3  # lines drawn between two pieces: others than those of a cell that wraps
_MIN_CONTENTS = 4  # entries
_PAGE = regex.compile(r"\d{1,4}|[ivxlc]{1,6}")


def is_prose(pieces: Sequence[LinePiece]) -> bool:
    """Tell whether the pieces of a column, from top to bottom, are lines that run on, one in the next."""
    if len(pieces) < 4 or sum(len(piece.text) for piece in pieces) < _CHARACTERS * len(pieces):
        return False
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    run = longest = n_wrapped = n_pairs = 0
    for above, below in pairwise(pieces):
        near = 0 < pitch_of([above], [below]) <= 1.3 * TIGHT * above.line.size
        wrapped = near and not ends_early(above, below, 0.97 * width) and not is_figure(below.text)
        n_pairs += near
        n_wrapped += wrapped
        run = run + 1 if wrapped else 0
        longest = max(longest, run)
    return longest >= _LINES - 1 or (longest >= 2 and n_wrapped >= _MOST * len(pieces))


def find_stories(rows: Sequence[Sequence[LinePiece]], columns: Sequence[tuple[float, float]]) -> float | None:
    """Return where what stands beside one another is drawn one after the other, though each side draws its own rows
    as such: a table beside a text, or two tables; None where nothing does."""
    sides = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    joined, torn = [0] * len(sides), [0] * len(sides)
    for row in rows:
        for one, other in pairwise(row):
            for number, side in enumerate(sides):
                if one.right <= side <= other.left:
                    joined[number] += abs(other.number - one.number) <= 1
                    torn[number] += abs(other.number - one.number) > _FAR
    if len(sides) < 2:
        return None
    number = max(range(len(sides)), key=lambda each: torn[each] - joined[each])
    others = [joined[each] > torn[each] for each in range(len(sides)) if each != number]
    return sides[number] if torn[number] > 2 and not joined[number] and any(others) else None


def are_contents(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are entries with the numbers of their pages, which grow."""
    pages = [row[-1] for row in texts if len(row) > 1 and _PAGE.fullmatch(row[-1])]
    if len(pages) < _MIN_CONTENTS or len(pages) < 0.7 * len(texts):
        return False
    if not all(any(map(str.isalpha, row[-2])) for row in texts if len(row) > 1):
        return False
    numbers = [int(page) for page in pages if page.isdecimal()]
    return all(one <= other for one, other in pairwise(numbers)) and (not numbers or numbers[0] < 100)


def are_addresses(
    rows: Sequence[Sequence[LinePiece]], texts: Sequence[Sequence[str]], columns: Sequence[tuple[float, float]]
) -> bool:
    """Tell whether rows are blocks of lines side by side, each read by itself: drawn one after the other.

    A list of labels that is drawn column by column is not: its values are figures, or each label ends with a colon.
    """
    across = down = 0
    for row in rows:
        numbers = sorted(piece.number for piece in row)
        across += sum(other - one <= 1 for one, other in pairwise(numbers))
        down += sum(other - one > 1 for one, other in pairwise(numbers))
    lengths = sorted(len(text) for row in texts for text in row)
    if down > across and lengths[len(lengths) // 2] > _CHARACTERS:
        return True  # columns of prose
    labels = [row[0] for row in texts]
    values = [text for row in texts for text in row[1:]]
    colons = sum(label.rstrip().endswith(":") for label in labels)
    figures = sum(any(map(str.isdigit, value)) for value in values)
    plain = sum(not any(map(str.isdigit, label)) for label in labels)
    if 2 * colons > len(labels) or (len(columns) == 2 and plain == len(labels) and 2 * figures >= len(values)):
        return False
    if len(columns) > 2 and sum(map(is_figure, values)) * 3 >= len(values):
        return False
    if len(columns) == 2 and across >= down:
        return True  # rows that are drawn as rows are read as such, with tabs
    if len(columns) == 2:
        return not are_labels(rows)
    return down > across


def are_labels(rows: Sequence[Sequence[LinePiece]]) -> bool:
    """Tell whether rows of two pieces are labels without figures and values, all labels drawn before all values, and
    each pair well apart from the next."""
    if len(rows) < 3 or any(len(row) != 2 or any(map(str.isdigit, row[0].text)) for row in rows):
        return False
    if any(row[0].text.endswith(_ENDS) for row in rows):
        return False
    drawn = max(row[0].number for row in rows) < min(row[1].number for row in rows)
    return drawn and min(pitch_of(one, other) for one, other in pairwise(rows)) > TIGHT * rows[0][0].line.size
