"""Chinese and Japanese that runs downward in columns from right to left: turned so that its columns are lines."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float

import pypdfium2.raw as pdfium

from qa.formats.pdf.page import UNSPACED, PageWord
from qa.formats.pdf.words import turn_back

__all__ = ["DOWNWARD", "is_vertical", "turn_vertical", "widen_columns"]

DOWNWARD = 3  # quarters by which a page is turned so that what runs downward runs to the right
_MOST = 0.5  # of the letters of a page
_STACKED = 0.7  # times the size: the least height of each letter of a column
_MAX_OBJECTS = 50_000  # of a page
_NO_WIDTH, _WIDTH = 0.01, 0.05  # points
_WIDE = 2.3  # times the size: the widest column


def is_vertical(words: Sequence[PageWord]) -> bool:
    """Tell whether most of the letters of a page stand below one another."""
    stacked = sum(len(word.text) for word in words if _is_stacked(word))
    return stacked > 1 and stacked > _MOST * sum(len(word.text) for word in words)


def turn_vertical(words: Sequence[PageWord]) -> list[PageWord]:
    """Return the words of a page that runs downward, turned by `DOWNWARD` quarters."""
    turned = []
    for word in words:
        stacked = _is_stacked(word) or (len(word.text) == 1 and UNSPACED.match(word.text) is not None)
        right = min(word.right, word.left + word.size) if stacked else word.right
        left, bottom, right, top = turn_back((word.left, word.bottom, right, word.top), DOWNWARD)
        turn = word.turn if stacked else (word.turn - DOWNWARD) % 4
        turned.append(word._replace(turn=turn, left=left, bottom=bottom, right=right, top=top))
    return turned


def widen_columns(page: pdfium.FPDF_PAGE) -> bool:
    """Give columns without a width, of a font that is not at hand, a little of one: PDFium leaves them out otherwise.

    Tell whether there are any.
    """
    some = False
    left, bottom, right, top = (c_float() for _ in range(4))
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        each = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetBounds(each, byref(left), byref(bottom), byref(right), byref(top))
        height = top.value - bottom.value
        if height > 1 and right.value - left.value < _NO_WIDTH:
            slant = _WIDTH / height
            pdfium.FPDFPageObj_Transform(each, 1, 0, slant, 1, -slant * bottom.value, 0)
            some = True
    return some


def _is_stacked(word: PageWord) -> bool:
    """Tell whether the letters of a word stand below one another."""
    n_letters = len(word.text)
    return (
        n_letters > 1
        and word.top - word.bottom >= _STACKED * n_letters * word.size
        and UNSPACED.search(word.text) is not None
        and word.right - word.left < min(_WIDE, _STACKED * n_letters + 1) * word.size
        and word.top - word.bottom > word.right - word.left - 0.1 * word.size
        and not word.turn
    )
