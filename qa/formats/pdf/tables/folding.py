"""Rows of text to rows of a table: what runs on under a cell belongs to it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from qa.formats.pdf.page import breaks_word
from qa.formats.pdf.tables.pieces import LinePiece
from qa.formats.pdf.tables.visual import TIGHT, goes_on, is_figure, pitch_of

__all__ = ["fold_rows"]

_Spot = tuple[int, int]  # first and last column
_Row = dict[_Spot, list[LinePiece]]

_TIGHTER = 0.85  # times the usual pitch of rows: lines of one row


def fold_rows(rows: Sequence[_Row], columns: Sequence[tuple[float, float]], flats: Sequence[float]) -> list[_Row]:
    """Return rows with those made one that are lines of one.

    flats: heights of level lines across the table. Where they part all rows, they alone tell.
    """
    heights = sorted(flats)
    bands = [bisect_left(heights, _middle_of(row)) for row in rows]
    inner = len(set(bands))
    by_rules = inner >= 4 and 2 * inner >= len(rows)
    usual = _find_usual_pitch(rows)
    folded: list[_Row] = []
    last: _Row = {}
    for number, row in enumerate(rows):
        if folded and (
            bands[number] == bands[number - 1] and not _is_whole(folded[-1], row)
            if by_rules and 0 < bands[number] < len(heights)
            else bands[number] == bands[number - 1] and _runs_on(folded[-1], last, row, columns, usual)
        ):
            for spot, own in row.items():
                _add(folded[-1], spot, own)
        else:
            folded.append({spot: list(own) for spot, own in row.items()})
        last = row
    return folded


def _is_whole(row: _Row, following: _Row) -> bool:
    """Tell whether a row has all that the row above it has, figures among it."""
    return set(row) <= set(following) and any(is_figure(own[0].text) for own in following.values())


def _add(row: _Row, spot: _Spot, own: list[LinePiece]) -> None:
    """Add pieces to the cell of a row at their place, or to the one that covers it."""
    for first, last in row:
        if first <= spot[1] and spot[0] <= last:
            row[first, last] += own
            return
    row[spot] = list(own)


def _middle_of(row: _Row) -> float:
    middles = [piece.middle for own in row.values() for piece in own]
    return sum(middles) / len(middles)


def _pieces(row: _Row) -> list[LinePiece]:
    return [piece for own in row.values() for piece in own]


def _find_usual_pitch(rows: Sequence[_Row]) -> float:
    """Return the usual distance of a row with a cell in the first column and the row before it."""
    pitches = sorted(
        pitch_of(_pieces(above), _pieces(below))
        for above, below in itertools.pairwise(rows)
        if len(below) > 1 and any(first == 0 for first, _ in below)
    )
    return pitches[len(pitches) // 2] if pitches else 0.0


def _runs_on(row: _Row, last: _Row, following: _Row, columns: Sequence[tuple[float, float]], usual: float) -> bool:
    """Tell whether `following` is a further line of a row whose last line is `last`."""
    pieces = _pieces(following)
    size = max(piece.line.size for piece in pieces)
    pitch = pitch_of(_pieces(last), pieces)
    if pitch > TIGHT * size or any(is_figure(piece.text) for piece in pieces):
        return False
    tighter = pitch < _TIGHTER * usual
    whole = len(following) >= len(columns) or (len(following) > 1 and any(first == 0 for first, _ in following))
    return (tighter or not whole) and all(
        _cell_runs_on(row, spot, own, columns, tighter=tighter, alone=len(following) == 1)
        for spot, own in following.items()
    )


def _cell_runs_on(
    row: _Row, spot: _Spot, own: list[LinePiece], columns: Sequence[tuple[float, float]], *, tighter: bool, alone: bool
) -> bool:
    """Tell whether pieces are a further line of the cell of a row that stands above them."""
    above = next((cells for (first, end), cells in row.items() if first <= spot[1] and spot[0] <= end), None)
    if above is None:
        return False
    if spot[0] == 0 and alone:
        width = 0.97 * (columns[spot[1]][1] - columns[0][0])
        return (
            own[0].text[:1].islower() or breaks_word(above[-1].line) or (tighter and goes_on(above[-1], own[0], width))
        )
    return tighter or goes_on(above[-1], own[0], 0.97 * (columns[spot[1]][1] - columns[spot[0]][0]))
