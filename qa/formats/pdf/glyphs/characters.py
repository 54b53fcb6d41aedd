"""The characters of a PDF's page, and the places and sizes of many of them at once.

A page has thousands, and most of the time that it takes is that of calls to PDFium: so these are as few and as plain as
they can be. They keep the interpreter's lock, since each is over sooner than it is given back.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
import regex

from qa.arrays import Floats

__all__ = ["HYPHEN", "boxes_of", "characters_of", "make_finite", "sizes_of"]

HYPHEN = "\ufffe"  # stands for a hyphen at the end of a line, for which PDFium gives this code
_HYPHEN_CODE = 2
_UNSURE = regex.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffd\uffff]")  # may be others when asked for one by one
_ORDER = [0, 3, 2, 1]  # PDFium has left, top, right and bottom


def _address_of(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


_FILL = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_read_box = _FILL(_address_of(pdfium.FPDFText_GetLooseCharBox))
_read_matrix = _FILL(_address_of(pdfium.FPDFText_GetMatrix))
_read_size = ctypes.PYFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(_address_of(pdfium.FPDFText_GetFontSize))


def characters_of(text: pdfium.FPDF_TEXTPAGE) -> str:
    """Return all characters of a page, one for each number."""
    n_characters = max(0, pdfium.FPDFText_CountChars(text))
    codes = (ctypes.c_ushort * (n_characters + 1))()
    if pdfium.FPDFText_GetText(text, 0, n_characters, codes) == n_characters + 1:
        written = bytes(codes)[:-2].decode("utf-16-le", "replace")
        if len(written) == n_characters and not _UNSURE.search(written):
            return written
    return _read_one_by_one(text, n_characters)  # some are not in the text, or as others


def _read_one_by_one(text: pdfium.FPDF_TEXTPAGE, n_characters: int) -> str:
    code_of = pdfium.FPDFText_GetUnicode
    codes = [code_of(text, number) for number in range(n_characters)]
    if _HYPHEN_CODE in codes:
        is_hyphen = pdfium.FPDFText_IsHyphen
        codes = [
            ord(HYPHEN) if code == _HYPHEN_CODE and is_hyphen(text, number) == 1 else code
            for number, code in enumerate(codes)
        ]
    return "".join([chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes])


def boxes_of(text: pdfium.FPDF_TEXTPAGE, numbers: Sequence[int]) -> Floats:
    """Return left, bottom, right and top of characters, a row for each; zeros where a broken page has no numbers."""
    places = _read_rows(_read_box, text, numbers, 4)
    places[~np.isfinite(places).all(axis=1)] = 0.0
    return places[:, _ORDER]


def sizes_of(text: pdfium.FPDF_TEXTPAGE, numbers: Sequence[int]) -> tuple[list[int], list[float]]:
    """Return by how many quarters, anticlockwise, each of these characters is turned, and its size."""
    turns: list[int] = []
    sizes: list[float] = []
    last: list[float] = []
    turn, scale = 0, 0.0
    heights = map(_read_size, repeat(_address_of(text)), numbers)
    for matrix, height in zip(_read_rows(_read_matrix, text, numbers, 6)[:, :4].tolist(), heights, strict=True):
        if matrix != last:  # most are set as the one before
            last = matrix
            a, b, c, d = matrix
            turn, scale = round(make_finite(math.atan2(b, a)) / (math.pi / 2)) % 4, math.hypot(c, d)
        turns.append(turn)
        sizes.append(make_finite(height * scale))
    return turns, sizes


def make_finite(number: float) -> float:
    """Return `number`, or 0 for what a broken page has in its place."""
    return number if math.isfinite(number) else 0.0


def _read_rows(fill: Any, text: pdfium.FPDF_TEXTPAGE, numbers: Sequence[int], width: int) -> Floats:
    """Return a row of so many numbers for each character, as a function of PDFium fills them in."""
    rows = np.zeros((len(numbers), width), dtype=np.float32)
    start, step = rows.ctypes.data, rows.itemsize * width
    for _ in map(fill, repeat(_address_of(text)), numbers, range(start, start + step * len(numbers), step)):
        pass
    return rows.astype(np.float64)
