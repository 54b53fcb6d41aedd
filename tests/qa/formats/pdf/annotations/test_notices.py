"""What is said of a PDF when it is added."""

from __future__ import annotations

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium

from tests.qa.pdfs import by_hand, drawn, lines, read


def test_garbled_text_is_said() -> None:
    to_unicode = "1 beginbfrange <20> <7E> <E020> endbfrange"
    data = by_hand("BT /F 12 Tf 72 700 Td (The bridge over the river stands.) Tj ET", to_unicode=to_unicode)
    assert read(data).notices == (
        "Page 1: the text looks garbled, as its font has no map from shapes to letters. Have it recognised (OCR), and "
        "add what that gives.",
    )


def test_an_xfa_form_is_said() -> None:
    data = by_hand("BT /F 12 Tf 72 700 Td (Please wait... Open this in Adobe Reader.) Tj ET")
    form = b"/Type /Catalog /NeedsRendering true /AcroForm << /Fields [] /XFA [] >>"
    (notice,) = read(data.replace(b"/Type /Catalog", form)).notices
    assert notice.startswith("The PDF is an XFA form, whose fields could not be read: open it in Adobe Reader")
    static = b"/Type /Catalog /AcroForm << /Fields [] /XFA [] >>"
    plain = by_hand("BT /F 12 Tf 72 700 Td (The bridge stands.) Tj ET")
    assert read(plain.replace(b"/Type /Catalog", static)).notices == ()


def test_attached_files_are_named() -> None:
    document = pypdfium2.PdfDocument(drawn(lambda canvas: lines(canvas, "See the files.")))
    for name in ("plan.xlsx", "letter.docx"):
        text = name.encode("utf-16-le") + b"\0\0"
        pdfium.FPDFDoc_AddAttachment(document, (ctypes.c_ushort * (len(text) // 2)).from_buffer_copy(text))
    stream = io.BytesIO()
    document.save(stream)
    assert read(stream.getvalue()).notices == (
        "2 attached files were not read: letter.docx, plan.xlsx. Save and add what matters.",
    )
