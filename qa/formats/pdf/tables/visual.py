"""What stands beside one another on a page, whichever order it is drawn in; and how pieces below one another go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from qa.formats.pdf.page import UNSPACED, begins_item, breaks_word
from qa.formats.pdf.tables.pieces import LinePiece

__all__ = ["TIGHT", "ends_early", "goes_on", "is_figure", "line_up", "pitch_of"]

_BESIDE = 0.5  # of the height of the lower piece: so much of it stands beside the other
TIGHT = 1.45  # times the size: the widest pitch of lines that are one text
_SPACE = 0.3  # times the size
_FIGURE = regex.compile(
    r"(?:(?:EUR|USD|GBP|CHF|JPY|CNY|PLN|SEK|NOK|DKK|CZK|HUF|CAD|AUD|INR|BRL|RUB|TRY|AED)\s?|R\$|[Kk]r\.?\s?|Rs\.?\s?|zł\s?)?[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3}[²³.]?[^\p{L}]*)?"
    r"|[-–—−.…*]{1,3}|[nkNK]\.?/?[abAB]\.?"
)
_TERMINAL = regex.compile(r"[.!?:;。！？：；।؟]$")


def line_up(pieces: Iterable[LinePiece]) -> list[list[LinePiece]]:
    """Return the pieces that stand beside one another, from the top, each row from the left."""
    rows: list[list[LinePiece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if rows and _is_beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return rows


def _is_beside(one: LinePiece, other: LinePiece) -> bool:
    overlap = min(one.line.top, other.line.top) - max(one.line.bottom, other.line.bottom)
    return overlap > _BESIDE * min(one.line.top - one.line.bottom, other.line.top - other.line.bottom)


def pitch_of(above: Sequence[LinePiece], below: Sequence[LinePiece]) -> float:
    """Return the distance of two rows, by the least of what their pieces have."""
    return min(piece.line.bottom for piece in above) - min(piece.line.bottom for piece in below)


def ends_early(above: LinePiece, below: LinePiece, width: float) -> bool:
    """Tell whether the first word of `below` would have fitted behind `above` in a column, so that it was ended on
    purpose."""
    size = above.line.size
    first = min(below.line.first_width, size) if UNSPACED.match(below.text) else below.line.first_width
    return above.right - above.left + _SPACE * size + first <= width


def goes_on(above: LinePiece, below: LinePiece, width: float) -> bool:
    """Tell whether a piece runs on in the one under it in a column of this width."""
    if breaks_word(above.line) or below.text[:1].islower():
        return True
    if begins_item(below.text) or _TERMINAL.search(above.text):
        return False
    return not ends_early(above, below, width)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a number with no more than a unit, or a sign for none.

    >>> [is_figure(text) for text in ("1 250 000", "EUR 5.00", "42 kg", "–", "2,200 W", "five", "Q1")]
    [True, True, True, True, True, False, False]
    """
    return _FIGURE.fullmatch(text.strip()) is not None
