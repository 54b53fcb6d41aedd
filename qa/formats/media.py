"""What kind of file some bytes are: by what they begin with, and among plain texts by the name's ending.

A wrong ending does no harm where the content says what it is. Left out: telling Markdown, tables and plain text apart
by what they hold.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

import regex

from qa.errors import FileDamaged, PasswordNeeded, UnsupportedFormat
from qa.formats.plain.wide import is_binary

__all__ = [
    "COMPRESSED",
    "DOCX",
    "EPUB",
    "PPTX",
    "SUFFIXES",
    "XLSX",
    "is_compressed",
    "is_encrypted",
    "is_old_office",
    "media_type_of",
    "suffix_of",
]

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = _OFFICE + "wordprocessingml.document"
PPTX = _OFFICE + "presentationml.presentation"
XLSX = _OFFICE + "spreadsheetml.sheet"
EPUB = "application/epub+zip"

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".docm": DOCX,
    ".pptx": PPTX,
    ".pptm": PPTX,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".epub": EPUB,
    ".eml": "message/rfc822",
}
COMPRESSED = ".gz"

_FOLDERS: Mapping[str, str] = {"word/": DOCX, "ppt/": PPTX, "xl/": XLSX}  # of a zip's members
_HEAD = 4_096  # bytes
_TEXT_START = 1_024  # bytes within which a PDF may begin
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = regex.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->|<\?xml[^>]{0,200}\?>)*+(?:<!doctype\s+html|<html[\s>])",
    regex.I,
)
_MAIL_FIELD = regex.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path)[ \t]*:", regex.I | regex.M
)
_UNREADABLE = (
    # what it begins with, what that is, the way out
    (b"{\\rtf", "a rich text file", "Save it as .docx or .txt and add that."),
    (b"%!PS", "a PostScript file", "Save it as .pdf and add that."),
    (b"\x89PNG", "a picture", "Have its text recognised (OCR), save that as .txt or .md, and add it."),
    (b"\xff\xd8\xff", "a picture", "Have its text recognised (OCR), save that as .txt or .md, and add it."),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "Unpack it and add its files."),
    (b"Rar!", "an archive", "Unpack it and add its files."),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def suffix_of(name: str) -> str:
    """Return the ending that tells the format, in lower case: that before `.gz`, where there is one.

    >>> suffix_of("a/Notes.MD"), suffix_of("notes.md.gz"), suffix_of("notes")
    ('.md', '.md', '')
    """
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == COMPRESSED else path.suffix


def is_compressed(data: bytes) -> bool:
    """Tell whether `data` begins as a gzip file does."""
    return data.startswith(b"\x1f\x8b\x08")


def is_old_office(data: bytes) -> bool:
    """Tell whether `data` is a container of the kind that Office wrote before 2007, and that encrypted files are in."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def is_encrypted(container: bytes) -> bool:
    """Tell whether such a container holds a newer file, encrypted."""
    return _ENCRYPTED in container


def media_type_of(data: bytes, name: str) -> str:
    """Return the media type of a file, which may be one that nothing here reads.

    Raises PasswordNeeded, FileDamaged, or UnsupportedFormat when neither content nor name tell.
    """
    stated = SUFFIXES.get(suffix_of(name))
    head = data[:_HEAD]
    if b"%PDF-" in head[:_TEXT_START]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _type_of_zip(data, name, stated)
    if is_old_office(data):
        raise _refuse_old_office(data, name)
    for start, what, way_out in _UNREADABLE:
        if head.startswith(start):
            raise UnsupportedFormat(f"{name!r} is {what}. {way_out}")
    if _HTML.match(head):
        return "text/html"
    if stated is None:
        if len({field.lower() for field in _MAIL_FIELD.findall(head)}) > 2 and _MAIL_FIELD.match(head):
            return "message/rfc822"
        raise UnsupportedFormat(
            f"{name!r} is of an unknown kind; Quoth reads {', '.join(sorted(SUFFIXES))}. Save it as one of these and "
            "add that."
        )
    if stated.startswith(("text/", "message/")):
        if b"\0" in head and stated != "text/html" and not head.startswith(_BYTE_ORDER_MARKS) and is_binary(head):
            raise UnsupportedFormat(f"{name!r} holds binary data, not text. Save it as text and add that.")
        return stated
    if _is_text(data):
        return "text/plain"
    raise FileDamaged(
        f"{name!r} does not begin as a {suffix_of(name)} file does. It may be damaged or cut off: open it in its own "
        "program, save it again, and add that."
    )


def _type_of_zip(data: bytes, name: str, stated: str | None) -> str:
    """Return the media type of a zip, as its members say."""
    if data[30:58] == b"mimetype" + EPUB.encode():
        return EPUB
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
    except Exception as exc:  # whatever zipfile raises over broken bytes
        raise FileDamaged(
            f"{name!r} is a broken zip, as which office files and e-books are kept: {exc}. It may be cut off: get it "
            "or save it again, and add that."
        ) from exc
    for folder, kind in _FOLDERS.items():
        if any(member.startswith(folder) for member in members):
            return kind
    if "META-INF/container.xml" in members:
        return EPUB
    if stated and not stated.startswith(("text/", "message/")):
        return stated
    raise UnsupportedFormat(f"{name!r} is a zip archive, not a document. Unpack it and add its files.")


def _refuse_old_office(data: bytes, name: str) -> PasswordNeeded | UnsupportedFormat:
    if is_encrypted(data):
        return PasswordNeeded(f"{name!r} is encrypted. Open it with its password, save it without one, and add that.")
    return UnsupportedFormat(
        f"{name!r} is in the format of Office before 2007. Save it as .docx, .pptx, .xlsx or .pdf and add that."
    )


def _is_text(data: bytes) -> bool:
    """Tell whether `data` is text in UTF-8 without control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(text) and not regex.search(r"[\x00-\x08\x0e-\x1f]", text)
