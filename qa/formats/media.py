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

from qa.errors import EmptyDocument, FileDamaged, PasswordNeeded, ReadError, UnsupportedFormat
from qa.formats.kinds.compound import find_kind_of_compound, find_streams, is_compound
from qa.formats.kinds.kind import FileKind
from qa.formats.kinds.signatures import find_kind
from qa.formats.kinds.zipped import find_kind_of_zip
from qa.formats.plain.wide import is_binary

__all__ = [
    "COMPRESSED",
    "DOCX",
    "EPUB",
    "MSG",
    "OPENDOCUMENT",
    "PPTX",
    "SUFFIXES",
    "XLS",
    "XLSB",
    "XLSX",
    "is_compressed",
    "media_type_of",
    "refuse_compound",
    "suffix_of",
]

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = _OFFICE + "wordprocessingml.document"
PPTX = _OFFICE + "presentationml.presentation"
XLSX = _OFFICE + "spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
EPUB = "application/epub+zip"
MSG = "application/vnd.ms-outlook"
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
OPENDOCUMENT = tuple(_OPENDOCUMENT + kind for kind in ("text", "spreadsheet", "presentation", "graphics"))

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
    ".xlsb": XLSB,
    ".xls": XLS,
    ".xlt": XLS,
    ".odt": OPENDOCUMENT[0],
    ".ott": OPENDOCUMENT[0],
    ".fodt": OPENDOCUMENT[0],
    ".ods": OPENDOCUMENT[1],
    ".ots": OPENDOCUMENT[1],
    ".fods": OPENDOCUMENT[1],
    ".odp": OPENDOCUMENT[2],
    ".otp": OPENDOCUMENT[2],
    ".fodp": OPENDOCUMENT[2],
    ".odg": OPENDOCUMENT[3],
    ".epub": EPUB,
    ".rtf": "application/rtf",
    ".msg": MSG,
    ".eml": "message/rfc822",
    ".ics": "text/calendar",
    ".mbox": "application/mbox",
    ".mht": "application/x-mimearchive",
    ".mhtml": "application/x-mimearchive",
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
_FIELDS_OF_MESSAGE = "__properties_version1.0"  # the stream that every item of Outlook has
_MESSAGES = frozenset({"application/mbox", "application/x-mimearchive"})
_MAILBOX = regex.compile(rb"From \S[^\n]*\d{4}\r?\n[A-Za-z-]+:")
_RICH_TEXT = regex.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rt")
_SAVED_PAGE = regex.compile(  # by a browser or by Word, with its pictures
    rb"^(?:Snapshot-Content-Location:|From:[ \t]*<?Saved by|X-MAF-)|^Content-Type:[ \t]*multipart/related;[^:]{0,200}?"
    rb"type=\"?text/html",
    regex.I | regex.M,
)
_FRAGMENT = regex.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:table|meta|head|body|div|style|center|font|p)\b", regex.I)
_FLAT = regex.compile(rb"<office:document\b[^>]{0,20000}?office:mimetype=[\"']([a-z.+/-]{10,100})[\"']")
_NAMES_OF_TABLES = frozenset({".xls", ".xlsx", ".ods"})
_PROGRAMS_OF_TABLES = frozenset({".xls", ".doc"})  # whose names programs give to web pages, so that Office opens them
_FEWEST_ZEROS = 16
_SHEETS = frozenset({"workbook", "book"})  # streams of an old Excel file
_XML_WORKBOOK = regex.compile(rb"<(?:\w+:)?Workbook\b[^>]{0,2000}urn:schemas-microsoft-com:office:spreadsheet")
_LONGEST_MIMETYPE = 200
_FLAT_HEAD = 30_000  # bytes


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


def media_type_of(data: bytes, name: str) -> str:
    """Return the media type of a file, which may be one that nothing here reads.

    Raises EmptyDocument, PasswordNeeded, FileDamaged, or UnsupportedFormat for what nothing here reads.
    """
    stated = SUFFIXES.get(suffix_of(name))
    head = data[:_HEAD]
    if not data or (len(data) >= _FEWEST_ZEROS and not data.strip(b"\0")):
        raise _refuse_nothing(data, name)
    if b"%PDF-" in head[:_TEXT_START]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _type_of_zip(data, name, stated)
    if is_compound(data):
        return _type_of_compound(data, name)
    if _RICH_TEXT.match(head):
        return "application/rtf"
    return _type_of_single(data, name, stated)


def _type_of_compound(data: bytes, name: str) -> str:
    """Return the media type of a compound file, as its streams say."""
    streams = {stream.lower() for stream in find_streams(data)}
    if _FIELDS_OF_MESSAGE in streams:
        return MSG
    if "encryptedpackage" in streams or not streams & _SHEETS:
        raise refuse_compound(data, name)
    return XLS


def _type_of_single(data: bytes, name: str, stated: str | None) -> str:
    """Return the media type of a file that is no container of others."""
    head = data[:_HEAD]
    if kind := _type_of_xml(data[:_FLAT_HEAD]):
        return kind
    if _HTML.match(head) or (suffix_of(name) in _PROGRAMS_OF_TABLES and _FRAGMENT.match(head)):
        return "text/html"
    other = find_kind(data)
    if other is not None:
        raise _refuse(other, name)
    if stated is None:
        return _type_of_unnamed(data, name)
    if stated in _MESSAGES and (_MAIL_FIELD.match(head) or head.startswith((b"From ", b"\xef\xbb\xbf"))):
        return stated
    if stated.startswith(("text/", "message/")):
        if b"\0" in head and stated != "text/html" and not head.startswith(_BYTE_ORDER_MARKS) and is_binary(head):
            raise UnsupportedFormat(f"{name!r} holds binary data, not text. Save it as text and add that.")
        return stated
    if _is_text(data):
        is_table = suffix_of(name) in _NAMES_OF_TABLES and regex.search(rb"[\t;,]", head.partition(b"\n")[0])
        return "text/csv" if is_table else "text/plain"
    raise FileDamaged(
        f"{name!r} does not begin as a {suffix_of(name)} file does. It may be damaged or cut off: open it in its own "
        "program, save it again, and add that."
    )


def _type_of_xml(head: bytes) -> str:
    """Return the media type of an office file in one piece of XML; empty for another."""
    if flat := _FLAT.search(head):
        return flat[1].decode().removesuffix("-flat-xml").removesuffix("-template")
    return XLS if _XML_WORKBOOK.search(head) else ""


def _type_of_unnamed(data: bytes, name: str) -> str:
    """Return the media type of a file whose name tells none."""
    head = data[:_HEAD]
    fields = {field.lower() for field in _MAIL_FIELD.findall(head)}
    if _MAIL_FIELD.match(head) and _SAVED_PAGE.search(head):
        return "application/x-mimearchive"
    if _MAIL_FIELD.match(head) and len(fields) > 2:
        return "message/rfc822"
    if _MAILBOX.match(head) and len(fields) > 1:
        return "application/mbox"
    readable = ", ".join(sorted(SUFFIXES))
    if _is_text(data):
        raise UnsupportedFormat(
            f"{name!r} is of an unknown kind, which holds text; Quoth reads {readable}. Give it a name that ends "
            "in .txt and add that."
        )
    raise UnsupportedFormat(
        f"{name!r} is of an unknown kind; Quoth reads {readable}. Save it as one of these and add that."
    )


def _type_of_zip(data: bytes, name: str, stated: str | None) -> str:
    """Return the media type of a zip, as its members say."""
    if data[30:58] == b"mimetype" + EPUB.encode():
        return EPUB
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
            mimetype = _read_mimetype(archive)
    except Exception as exc:  # whatever zipfile raises over broken bytes
        raise FileDamaged(
            f"{name!r} is a broken zip, as which office files and e-books are kept: {exc}. It may be cut off: get it "
            "or save it again, and add that."
        ) from exc
    if kind := _type_by_members(members, mimetype):
        return kind
    if stated in OPENDOCUMENT and "content.xml" in members:
        return stated
    other = find_kind_of_zip(members, name)
    if stated and not stated.startswith(("text/", "message/")) and "a zip archive" in other.what:
        return stated
    raise _refuse(other, name)


def _type_by_members(members: list[str], mimetype: str) -> str:
    """Return the media type of a zip with these members, which may state one; empty when they tell none."""
    if mimetype in (EPUB, *OPENDOCUMENT):
        return mimetype
    if "xl/workbook.bin" in members:
        return XLSB
    for folder, kind in _FOLDERS.items():
        if any(member.startswith(folder) for member in members):
            return kind
    return EPUB if "META-INF/container.xml" in members else ""


def _read_mimetype(archive: zipfile.ZipFile) -> str:
    """Return the media type that an archive states in a part of its own; empty when it states none."""
    if "mimetype" not in archive.namelist() or archive.getinfo("mimetype").file_size > _LONGEST_MIMETYPE:
        return ""
    return archive.read("mimetype").decode("ascii", "replace").strip().removesuffix("-template")


def refuse_compound(data: bytes, name: str) -> ReadError:
    """Return the error of a file of Office before 2007, or of an encrypted one, with what it truly is."""
    return _refuse(find_kind_of_compound(data), name)


def _refuse(kind: FileKind, name: str) -> ReadError:
    error = PasswordNeeded if kind.is_locked else UnsupportedFormat
    return error(f"{name!r} is {kind.what}. {kind.way_out}")


def _refuse_nothing(data: bytes, name: str) -> ReadError:
    if data:
        return FileDamaged(
            f"{name!r} holds nothing but zeros, {len(data):,} of them: it was not copied or downloaded whole. Get it "
            "again, and add that."
        )
    return EmptyDocument(f"{name!r} is empty: it holds no text, not one byte. Check that it was saved or loaded whole.")


def _is_text(data: bytes) -> bool:
    """Tell whether `data` is text in UTF-8 without control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(text) and not regex.search(r"[\x00-\x08\x0e-\x1f]", text)
