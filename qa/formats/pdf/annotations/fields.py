"""The fields of a PDF's form as they are filled, and the texts that somebody wrote on its pages.

A ticked box is ☒, one that is not ☐. Left out: buttons, signatures, passwords, what is hidden, and notes that a page
does not show but for a sign; these are counted.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

__all__ = ["PageNotes", "ShownText", "read_annotations"]

_MAX_ANNOTATIONS = 5_000  # of a page
_MAX_TEXT = 100_000  # bytes of a value
_MAX_OPTIONS = 1_000
_MIN_COMMENT = 3  # letters of a comment that says something
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD = 1 << 13
_SIZE = 10.0  # points: of letters that state none
_LEADING = 1.2  # times the size
_COMMENTS = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_CARET,
}


@dataclass(frozen=True, slots=True)
class ShownText:
    """A line that a field or a note shows, and its place on the page. filled: whether it is what fills a field."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float
    filled: bool


@dataclass(frozen=True, slots=True)
class PageNotes:
    """What fields and notes show on a page, and how many comments it has that it does not show."""

    shown: tuple[ShownText, ...] = ()
    n_comments: int = 0


def read_annotations(page: pdfium.FPDF_PAGE, form: pdfium.FPDF_FORMHANDLE | None) -> PageNotes:
    """Return what the fields and notes of a page show. form: what PDFium knows of the document's form."""
    shown: list[ShownText] = []
    n_comments = 0
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            if kind == pdfium.FPDF_ANNOT_WIDGET and form:
                shown += _read_field(annotation, form)
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                shown += _spread(annotation, _read_contents(annotation), _SIZE, filled=False)
            elif kind in _COMMENTS:
                n_comments += sum(map(str.isalnum, _read_contents(annotation))) >= _MIN_COMMENT
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return PageNotes(tuple(shown), n_comments)


def _read_field(annotation: pdfium.FPDF_ANNOTATION, form: pdfium.FPDF_FORMHANDLE) -> Iterator[ShownText]:
    """Yield the lines that a field shows."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        ticked = pdfium.FPDFAnnot_IsChecked(form, annotation)
        yield from _spread(annotation, "☒" if ticked else "☐", 0.0, filled=bool(ticked))
        return
    if kind == pdfium.FPDF_FORMFIELD_LISTBOX:
        text = ", ".join(_read_selected(annotation, form))
    elif kind in {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX}:
        if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD and pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
            return
        text = _text_of(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    else:
        return
    size = ctypes.c_float()
    pdfium.FPDFAnnot_GetFontSize(form, annotation, size)
    yield from _spread(annotation, text, size.value or _SIZE, filled=True)


def _read_selected(annotation: pdfium.FPDF_ANNOTATION, form: pdfium.FPDF_FORMHANDLE) -> Iterator[str]:
    """Yield the options of a list that are chosen."""
    for number in range(min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), _MAX_OPTIONS)):
        if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, number):
            yield _text_of(pdfium.FPDFAnnot_GetOptionLabel, form, annotation, number)


def _spread(annotation: pdfium.FPDF_ANNOTATION, text: str, size: float, *, filled: bool) -> Iterator[ShownText]:
    """Yield the lines of a text, spread over the place of what shows it."""
    box = pdfium.FS_RECTF()
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not pdfium.FPDFAnnot_GetRect(annotation, box):
        return
    left, right = min(box.left, box.right), max(box.left, box.right)
    bottom, top = min(box.bottom, box.top), max(box.bottom, box.top)
    if not math.isfinite(left + right + bottom + top):
        return
    if not 1.0 < size < top - bottom:
        size = max(1.0, min(_SIZE, 0.8 * (top - bottom)))
    pitch = min(_LEADING * size, (top - bottom) / len(lines))
    middle = (bottom + top) / 2 if len(lines) == 1 else top - pitch / 2
    for number, line in enumerate(lines):
        at = middle - number * pitch
        yield ShownText(line, size, left, at - size / 2, right, at + size / 2, filled)


def _read_contents(annotation: pdfium.FPDF_ANNOTATION) -> str:
    return _text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")


def _text_of(function: Callable[..., int], *arguments: object) -> str:
    """Return a text that PDFium writes to a buffer; empty when there is none. What is too long is cut."""
    size = min(function(*arguments, None, 0), _MAX_TEXT)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    if function(*arguments, buffer, size) > size:
        return ""
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0].replace("\r\n", "\n").replace("\r", "\n")
