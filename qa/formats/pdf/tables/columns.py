"""The columns of rows of pieces: where, over their whole height, gaps stand that most rows have.

Words that stand near to one another count as one, so that the spaces of a text make no column.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import regex

from qa.formats.pdf.page import begins_item
from qa.formats.pdf.tables.pieces import LinePiece, cut_at

__all__ = ["column_of", "cut_columns", "find_columns"]

_NEAR = 0.6  # times the size: a gap between words of one text
_GAP = 0.5  # times the size: the least gap between columns
_STRAY = 0.1  # of the rows may stand in a gap
_FEW = 6  # rows of which none may
_SUPPORT = 0.4  # of the rows that stand on both sides of a gap have wide gaps there
_WIDE = 1.0  # times the size: a wide gap
_MANY = 7  # rows that all have a gap, however narrow it is
_SIGN = regex.compile(r"[\p{Sc}%‰]|[A-Z]{3}")
_SIGN_WIDTH = 3.0  # times the size
_MAX_WIDTH = 10_000  # points
_CORRIDOR = 0.85  # times the size: the least width of a gap that rows below one another have in common
_LEAST_ROWS = 3  # that have it
_APART = 3.2  # times the size: the widest distance of two of them
_MAX_GAPS = 40  # of a row that may have columns


def find_columns(rows: Sequence[Sequence[LinePiece]], size: float) -> list[tuple[float, float]]:
    """Return the left and right of each column of rows with several pieces, ascending; none where there is but one."""
    left = math.floor(min(row[0].left for row in rows))
    width = math.ceil(max(piece.right for row in rows for piece in row)) - left + 1
    if width > _MAX_WIDTH:
        return []
    chunks = [list(_chunks_of(row, size)) for row in rows]
    most = max(map(len, rows))
    full = [own for row, own in zip(rows, chunks, strict=True) if 2 * len(row) > most]
    changes = [0] * (width + 1)
    for own in full:
        for start, end in own:
            changes[max(0, math.floor(start) - left)] += 1
            changes[min(width, math.ceil(end) - left)] -= 1
    stray = 0 if len(full) < _FEW else int(_STRAY * len(full))
    columns: list[tuple[float, float]] = []
    begin: float | None = None
    gap_from = 0
    for place, n_rows in enumerate(accumulate(changes)):
        if n_rows > stray and begin is None:
            if columns and not _is_gap(rows, chunks, left + gap_from, left + place, size):
                begin = columns.pop()[0] - left
            else:
                begin = place
        elif n_rows <= stray and begin is not None:
            columns.append((left + begin, left + place))
            gap_from, begin = place, None
    columns = _join_signs(rows, columns, size)
    return columns if len(columns) > 1 else []


def cut_columns(rows: Sequence[Sequence[LinePiece]]) -> list[LinePiece]:
    """Return the pieces of rows, from the top, cut where rows below one another have the same gap.

    Such a gap parts columns though it is hardly wider than a space; within a text, gaps stand below one another by
    chance and seldom more than two.
    """
    places: list[list[float]] = [[] for _ in rows]
    active: list[tuple[float, float, list[int]]] = []
    for number, row in enumerate(rows):
        size = row[0].line.size
        if number and rows[number - 1][0].middle - row[0].middle > _APART * size:
            active = []
        gaps = _gaps_of(row, size)
        following: list[tuple[float, float, list[int]]] = []
        for start, end in gaps:
            shared = [
                (max(start, left), min(end, right), own)
                for left, right, own in active
                if min(end, right) - max(start, left) >= _CORRIDOR * size
            ]
            following += [(left, right, [*own, number]) for left, right, own in shared] or [(start, end, [number])]
        for left, right, own in following[:_MAX_GAPS]:
            for row_number in own if len(own) == _LEAST_ROWS else own[-1:] if len(own) > _LEAST_ROWS else ():
                places[row_number].append((left + right) / 2)
        active = [
            (left, right, own[-_LEAST_ROWS:] if len(own) > _LEAST_ROWS else own) for left, right, own in following
        ]
    return [
        cut
        for row, own in zip(rows, places, strict=True)
        for piece in row
        for cut in (cut_at(piece, sorted(own)) if own else (piece,))
    ]


def _gaps_of(row: Sequence[LinePiece], size: float) -> list[tuple[float, float]]:
    """Return the gaps between the words of a row that may part columns, none behind the mark of an item."""
    words = [
        (word, not number and begins_item(piece.text))
        for piece in row
        for number, word in enumerate(piece.line.parts[0].words)
    ]
    gaps = [
        (one.right, other.left)
        for (one, marks), (other, _) in pairwise(words)
        if other.left - one.right >= _CORRIDOR * size and not marks
    ]
    return gaps if len(gaps) <= _MAX_GAPS else []


def _join_signs(
    rows: Sequence[Sequence[LinePiece]], columns: list[tuple[float, float]], size: float
) -> list[tuple[float, float]]:
    """Return columns, those that hold nothing but the sign of a currency or a unit joined to that of its figures."""
    narrow = [number for number, (start, end) in enumerate(columns) if end - start < _SIGN_WIDTH * size]
    if not narrow or len(columns) < 2:
        return columns
    texts: list[set[str]] = [set() for _ in columns]
    words = [word for row in rows for piece in row for word in piece.line.parts[0].words]
    for number in narrow:
        start, end = columns[number]
        texts[number] = {word.text for word in words if start - 1 < word.left and word.right < end + 1}
    joined = columns[:1]
    signs = [bool(own) and len(own) < 3 and all(map(_SIGN.fullmatch, own)) for own in texts]
    for number in range(1, len(columns)):
        if signs[number - 1] or (signs[number] and texts[number] <= {"%", "‰"}):
            joined[-1] = (joined[-1][0], columns[number][1])
        else:
            joined.append(columns[number])
    return joined


def _chunks_of(row: Sequence[LinePiece], size: float) -> Iterator[tuple[float, float]]:
    """Yield where words stand near to one another."""
    for piece in row:
        start, end = math.inf, -math.inf
        for word in piece.line.parts[0].words or (piece,):
            if word.left - end > _NEAR * size and end > start:
                yield start, end
                start, end = word.left, word.right
            start, end = min(start, word.left), max(end, word.right)
        yield start, end


def _is_gap(
    rows: Sequence[Sequence[LinePiece]],
    chunks: Sequence[Sequence[tuple[float, float]]],
    left: float,
    right: float,
    size: float,
) -> bool:
    """Tell whether enough rows have a wide gap where this gap is."""
    if right - left < _GAP * size:
        return False
    middle = (left + right) / 2
    both = wide = clear = 0
    for own in chunks:
        before = [end for start, end in own if start < middle]
        behind = [start for start, end in own if end > middle]
        if before and behind:
            both += 1
            wide += min(behind) - max(before) >= _WIDE * size
            clear += not any(start < right - 1 and end > left + 1 for start, end in own)
    return wide >= max(2, _SUPPORT * both) or clear == both >= _MANY


def column_of(columns: Sequence[tuple[float, float]], left: float, right: float) -> tuple[int, int]:
    """Return the first and the last column in which something from `left` to `right` stands."""
    slack = min(2.0, (right - left) / 3)
    first = bisect_left([end for _, end in columns], left + slack)
    last = bisect_right([start for start, _ in columns], right - slack) - 1
    if first > last:  # within a gap: the nearer one
        first, last = sorted((min(first, len(columns) - 1), max(last, 0)))
        near = left - columns[first][1] < columns[last][0] - right
        return (first, first) if near else (last, last)
    return first, last
