"""What is said of a PDF when it is added: fields that were read, comments and files that were not, garbled text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from qa.formats.pdf.page import Page
from qa.formats.writing.pages import name_pages

__all__ = ["is_unreadable_form", "notice_pdf"]

_MAX_FILES = 1_000
_NAMED = 5  # files that a notice names
_MAX_NAME = 1_000  # bytes
_GARBLED = regex.compile(r"[\p{Co}\p{Cn}\ufffd\x00-\x08\x0e-\x1f]")
_MIN_LETTERS = 20  # of a page that may be garbled
_MOST_GARBLED = 0.3  # of its letters
_WAIT = regex.compile(r"please wait|adobe reader|acrobat", regex.I)


def notice_pdf(document: pypdfium2.PdfDocument, pages: Sequence[Page]) -> Iterator[str]:
    """Yield what could not be read of a document with these pages, or was read in another way, a sentence each."""
    n_fields = sum(page.n_fields for page in pages)
    if n_fields:
        yield f"{_count(n_fields, 'filled form field was', 'filled form fields were')} read where the pages show them."
    if is_unreadable_form(document, pages):
        yield (
            "The PDF is an XFA form, whose fields could not be read: open it in Adobe Reader, print it to PDF, and add "
            "that."
        )
    garbled = [number for number, page in enumerate(pages) if _is_garbled(page)]
    if garbled:
        yield (
            f"{name_pages(garbled)}: the text looks garbled, as its font has no map from shapes to letters. Have it "
            "recognised (OCR), and add what that gives."
        )
    commented = [number for number, page in enumerate(pages) if page.n_comments]
    if commented:
        n_comments = sum(page.n_comments for page in pages)
        where = name_pages(commented)
        yield f"{_count(n_comments, 'comment was', 'comments were')} left out ({where[:1].lower()}{where[1:]})."
    yield from _notice_files(document)


def is_unreadable_form(document: pypdfium2.PdfDocument, pages: Sequence[Page]) -> bool:
    """Tell whether a document is an XFA form of which no field was read, with pages that only ask to wait."""
    kind = document.get_formtype()
    if kind not in {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND} or any(page.n_fields for page in pages):
        return False
    text = " ".join(line.text for page in pages[:2] for line in page.lines)
    return kind == pdfium.FORMTYPE_XFA_FULL or not text or _WAIT.search(text) is not None


def _notice_files(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield what files are attached to a document."""
    n_files = min(pdfium.FPDFDoc_GetAttachmentCount(document), _MAX_FILES)
    if n_files <= 0:
        return
    names = [name for number in range(min(n_files, _NAMED)) if (name := _name_of(document, number))]
    more = ", …" if n_files > len(names) and names else ""
    named = f": {', '.join(names)}{more}" if names else ""
    yield f"{_count(n_files, 'attached file was', 'attached files were')} not read{named}. Save and add what matters."


def _name_of(document: pypdfium2.PdfDocument, number: int) -> str:
    file = pdfium.FPDFDoc_GetAttachment(document, number)
    size = pdfium.FPDFAttachment_GetName(file, None, 0) if file else 0
    if not 2 < size <= _MAX_NAME:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFAttachment_GetName(file, buffer, size)
    return " ".join(bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0].split())


def _is_garbled(page: Page) -> bool:
    """Tell whether a good part of a page's letters are none that a font should give."""
    text = "".join(line.text for line in page.lines)
    n_letters = len("".join(text.split()))
    return n_letters >= _MIN_LETTERS and len(_GARBLED.findall(text)) > _MOST_GARBLED * n_letters


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
