"""Bytes of a file to its content: the registry of readers, and what they have in common.

A reader is a function from bytes to `Content`, found by media type. It runs in a process of its own (`worker`), as no
library that reads files can be trusted with all of them. Left out: where the bytes come from and what becomes of the
text.
"""

from __future__ import annotations

from collections.abc import Callable

from qa.errors import EmptyDocument, ReadError, UnsupportedFormat
from qa.formats.compressed import unpack
from qa.formats.content import Content
from qa.formats.delimited import read_csv
from qa.formats.eml import read_eml
from qa.formats.epub import read_epub
from qa.formats.html import read_html
from qa.formats.markdown import read_markdown
from qa.formats.media import DOCX, EPUB, PPTX, SUFFIXES, XLSX, is_compressed, media_type_of
from qa.formats.office.docx import read_docx
from qa.formats.office.pptx import read_pptx
from qa.formats.office.xlsx import read_xlsx
from qa.formats.pdf.lines import read_pdf
from qa.formats.plain import read_plain

__all__ = ["READERS", "extract"]

READERS: dict[str, Callable[[bytes], Content]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "text/csv": read_csv,
    "text/tab-separated-values": read_csv,
    "application/pdf": read_pdf,
    DOCX: read_docx,
    PPTX: read_pptx,
    XLSX: read_xlsx,
    EPUB: read_epub,
    "message/rfc822": read_eml,
}


def extract(data: bytes, *, name: str, media_type: str | None) -> tuple[str, Content]:
    """Return the media type of a file, and what it holds.

    media_type: None to go by the content and the name. The type of a compressed file is that of the one inside.
    Raises ReadError, with the name of the file in its message.
    """
    if media_type is None and is_compressed(data):
        data = unpack(data, name)
    kind = media_type or media_type_of(data, name)
    reader = READERS.get(kind)
    if reader is None:
        raise UnsupportedFormat(
            f"{name!r} is {kind}; Quoth reads {', '.join(sorted(SUFFIXES))}. Save it as one of these and add that."
        )
    try:
        content = reader(data)
    except ReadError as exc:
        raise type(exc)(f"{name!r}: {exc}") from exc
    if not content.text.strip():
        raise EmptyDocument(f"{name!r} was read and holds no text. Check that it is the file you meant.")
    return kind, content
