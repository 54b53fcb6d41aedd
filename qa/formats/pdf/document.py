"""PDF: a document opened with PDFium, its pages read one after the other, and what it says of itself.

`words` and `lines` read a page, `layout` makes the text. Left out: pictures of text and comments, which are said.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from qa.errors import EmptyDocument, FileDamaged, FileTooLarge, PasswordNeeded, UnsupportedFormat
from qa.formats.pdf.annotations.notices import notice_pdf
from qa.formats.pdf.layout import lay_out
from qa.formats.pdf.lines import read_page
from qa.formats.pdf.page import Page
from qa.formats.writing.content import Content

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES = 5_000
_MAX_BOOKMARKS = 10_000
_MAX_STATED = 10_000  # bytes of a title or a language
_JUNK_TITLE = regex.compile(
    r"^(?:untitled|unknown|title|\(?(?:anonymous|unspecified)\)?|\W*|(?:microsoft|powerpoint|word|excel)\b.*|.*\.(?:docx?|pptx?|xlsx?|indd|tex|dvi|qxd|pdf|rtf))$",
    regex.I,
)
_log = logging.getLogger("pypdfium2")


def read_pdf(data: bytes) -> Content:
    """Read a PDF, a page after the other. Its title is the one that it states, else the largest text of page one.

    Raises PasswordNeeded, FileDamaged, FileTooLarge when it has too many pages, EmptyDocument when it has no text.
    """
    _log.setLevel(logging.CRITICAL)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as exc:
        raise _refuse(exc) from exc
    with document:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        n_pages = len(document)
        if n_pages > MAX_PAGES:
            raise FileTooLarge(
                f"The PDF has {n_pages:,} pages; the limit is {MAX_PAGES:,}. Split it and add its parts."
            )
        pages = [read_page(document, number) for number in range(n_pages)]
        scanned = _find_scanned(document, pages)
        if not any(page.lines for page in pages) and not scanned:
            raise EmptyDocument("The PDF was read and holds no text. Check that it is the file you meant.")
        for page, titles in zip(pages, _bookmarks_of(document, n_pages), strict=True):
            page.bookmarks.update(titles)
        title = " ".join(_text_of(pdfium.FPDF_GetMetaText, document.raw, b"Title").split())
        language = _language_of(document)
        notices = tuple(notice_pdf(document, pages))
    content = lay_out(pages, title="" if _JUNK_TITLE.match(title) else title, language=language)
    return replace(content, scanned=scanned, notices=(*content.notices, *notices))


def _refuse(error: pypdfium2.PdfiumError) -> PasswordNeeded | UnsupportedFormat | FileDamaged:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return PasswordNeeded(
            "The PDF is encrypted. Open it with its password, print or export it to a PDF without one, and add that."
        )
    if error.err_code == pdfium.FPDF_ERR_SECURITY:
        return UnsupportedFormat(
            "The PDF is encrypted in a way that is not known here. Export it without, and add that."
        )
    return FileDamaged(
        "The PDF is broken or cut off. Get it again, or open it in its own program, save it again, and add that."
    )


def _find_scanned(document: pypdfium2.PdfDocument, pages: list[Page]) -> tuple[int, ...]:
    """Return the numbers of the pages that show pictures and hold no text."""
    return tuple(number for number, page in enumerate(pages) if not page.lines and _shows_picture(document, number))


def _shows_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    try:
        return next(document[number].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None
    except pypdfium2.PdfiumError:
        return False


def _bookmarks_of(document: pypdfium2.PdfDocument, n_pages: int) -> list[list[str]]:
    """Return the titles of the bookmarks that lead to each page."""
    titles: list[list[str]] = [[] for _ in range(n_pages)]
    try:
        for bookmark in islice(document.get_toc(), _MAX_BOOKMARKS):
            target = bookmark.get_dest()
            number = target.get_index() if target else None
            if number is not None and 0 <= number < n_pages:
                titles[number].append(_text_of(pdfium.FPDFBookmark_GetTitle, bookmark.raw))
    except (pypdfium2.PdfiumError, RecursionError):
        pass  # a broken table of contents: the text is not
    return titles


def _language_of(document: pypdfium2.PdfDocument) -> str:
    """Return the language that the catalogue states; English, which programs state by themselves, is left to detect."""
    stated = _text_of(pdfium.FPDFCatalog_GetLanguage, document.raw)
    return "" if stated.lower().startswith("en") else stated


def _text_of(function: Callable[..., int], *arguments: object) -> str:
    """Return a text that PDFium writes to a buffer; empty when there is none, or too much."""
    size = function(*arguments, None, 0)
    if not 2 < size <= _MAX_STATED:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    function(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
