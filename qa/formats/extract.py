"""Bytes of a file to its content: the registry of formats, and what they have in common.

A format is a function from bytes to `Content`, found by media type. It runs in a worker process, which calls `answer`,
as no library that reads files can be trusted with all of them. Left out: where the bytes come from and what becomes of
the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from qa.errors import EmptyDocument, FileDamaged, FileTooLarge, ReadError, UnsupportedFormat
from qa.formats.archive import unpack
from qa.formats.mail.eml import read_eml, read_mbox, read_mhtml
from qa.formats.mail.invitation import read_ics
from qa.formats.mail.msg import read_msg
from qa.formats.media import (
    DOCX,
    EPUB,
    MSG,
    OPENDOCUMENT,
    PPTX,
    SUFFIXES,
    XLS,
    XLSB,
    XLSX,
    is_compressed,
    media_type_of,
)
from qa.formats.office.excel.binary_workbook import read_xlsb
from qa.formats.office.excel.old_workbook import read_xls
from qa.formats.office.excel.workbook import read_xlsx
from qa.formats.office.rtf.document import read_rtf
from qa.formats.office.slides.presentation import read_pptx
from qa.formats.office.word.document import read_docx
from qa.formats.opendocument.document import read_opendocument
from qa.formats.pdf.document import read_pdf
from qa.formats.plain.delimited import read_csv
from qa.formats.plain.text import read_plain
from qa.formats.web.epub import read_epub
from qa.formats.web.html import read_html
from qa.formats.web.markdown.document import read_markdown
from qa.formats.wire import pack, pack_error
from qa.formats.writing.content import Content
from qa.processes.worker import MAX_ANSWER_BYTES
from qa.text.detect import detect

__all__ = ["FORMATS", "answer", "extract"]

FORMATS: dict[str, Callable[[bytes], Content]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "text/csv": read_csv,
    "text/tab-separated-values": read_csv,
    "application/pdf": read_pdf,
    DOCX: read_docx,
    PPTX: read_pptx,
    XLSX: read_xlsx,
    XLSB: read_xlsb,
    XLS: read_xls,
    **dict.fromkeys(OPENDOCUMENT, read_opendocument),
    EPUB: read_epub,
    "application/rtf": read_rtf,
    MSG: read_msg,
    "message/rfc822": read_eml,
    "text/calendar": read_ics,
    "application/mbox": read_mbox,
    "application/x-mimearchive": read_mhtml,
}


def extract(data: bytes, *, name: str, media_type: str | None) -> tuple[str, Content]:
    """Return the media type of a file, and what it holds.

    media_type: None to go by the content and the name. The type of a compressed file is that of the one inside.
    Raises ReadError, with the name of the file in its message.
    """
    if media_type is None and is_compressed(data):
        data = unpack(data, name)
    kind = media_type or media_type_of(data, name)
    read = FORMATS.get(kind)
    if read is None:
        raise UnsupportedFormat(
            f"{name!r} is {kind}; Quoth reads {', '.join(sorted(SUFFIXES))}. Save it as one of these and add that."
        )
    try:
        content = read(data)
    except ReadError as exc:
        raise type(exc)(f"{name!r}: {exc}") from exc
    if not content.text.strip() and not content.scanned:
        raise EmptyDocument(f"{name!r} was read and holds no text. Check that it is the file you meant.")
    return kind, content


def answer(data: bytes, options: Mapping[str, str | None]) -> bytes:
    """Return as bytes the media type and content of a file, or the error that reading it ends with.

    options: name and media_type, as for `extract`. The language is the one that the file states, else detected.
    """
    name = str(options["name"])
    try:
        media_type, content = extract(data, name=name, media_type=options["media_type"])
    except ReadError as exc:
        return pack_error(exc)
    except MemoryError:
        return pack_error(FileTooLarge(f"{name!r} takes more memory to read than is allowed. Split it."))
    except BaseException as exc:  # whatever a library does over a hostile file, panics included
        return pack_error(
            FileDamaged(
                f"{name!r} cannot be read: its reader failed with {type(exc).__name__}. The file may be damaged: open "
                "it in its own program, save it again, and add that."
            )
        )
    del data  # before as much again is made of the text
    language = content.language or detect(content.text.encode("utf-8", "replace").decode())
    packed = pack(media_type, replace(content, language=language))
    if len(packed) > MAX_ANSWER_BYTES:
        return pack_error(
            FileTooLarge(f"{name!r} holds more text than can be read at once. Split it and add its parts.")
        )
    return packed
