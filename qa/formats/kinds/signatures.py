"""Kinds of files that are told by the bytes that they begin with, or by how their text begins."""

from __future__ import annotations

import regex

from qa.formats.kinds.kind import (
    ARCHIVE,
    DATABASE,
    DRAWING,
    EBOOK,
    PICTURE,
    PROGRAM,
    RECORDING,
    FileKind,
    to_office,
)

__all__ = ["find_kind"]

_HEAD = 4_096  # bytes
_BINARY = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_PHOTO = FileKind("a picture", PICTURE)
_SOUND = FileKind("a sound recording", RECORDING)
_FILM = FileKind("a video", RECORDING)
_ARCHIVE = FileKind("an archive", ARCHIVE)
_PROGRAM = FileKind("a program", PROGRAM)
_ACCESS = FileKind("an Access database", DATABASE)
_PACKED = FileKind("a compressed file", "Unpack it and add what is in it.")
_TIFF = FileKind("a picture (TIFF)", PICTURE)

_SIGNATURES: tuple[tuple[int, bytes, FileKind], ...] = (
    # where it stands, what stands there, what that is
    (0, b"\x89PNG", _PHOTO),
    (0, b"\xff\xd8\xff", _PHOTO),
    (0, b"GIF87a", _PHOTO),
    (0, b"GIF89a", _PHOTO),
    (0, b"II*\0", _TIFF),
    (0, b"MM\0*", _TIFF),
    (0, b"\0\0\1\0", _PHOTO),
    (0, b"8BPS", FileKind("a Photoshop picture", PICTURE)),
    (0, b"\0\0\0\x0cjP  ", _PHOTO),
    (0, b"\0\0\0\x0cJXL ", _PHOTO),
    (8, b"WEBP", _PHOTO),
    (4, b"ftyphei", _PHOTO),
    (4, b"ftypmif1", _PHOTO),
    (4, b"ftypavif", _PHOTO),
    (4, b"ftypM4A", _SOUND),
    (4, b"ftyp", _FILM),
    (4, b"moov", _FILM),
    (0, b"ID3", _SOUND),
    (0, b"\xff\xfb", _SOUND),
    (0, b"\xff\xf3", _SOUND),
    (0, b"\xff\xf1", _SOUND),
    (0, b"OggS", _SOUND),
    (0, b"fLaC", _SOUND),
    (0, b"MThd", _SOUND),
    (0, b"#!AMR", _SOUND),
    (8, b"WAVE", _SOUND),
    (8, b"AIFF", _SOUND),
    (8, b"AVI ", _FILM),
    (0, b"\x1aE\xdf\xa3", _FILM),
    (0, b"FLV\1", _FILM),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _FILM),
    (0, b"\0\0\1\xba", _FILM),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"Rar!", _ARCHIVE),
    (257, b"ustar", _ARCHIVE),
    (0, b"MSCF", _ARCHIVE),
    (0, b"ITSF", FileKind("a Windows help file (.chm)", ARCHIVE)),
    (0, b"BZh", _PACKED),
    (0, b"\xfd7zXZ", _PACKED),
    (0, b"\x28\xb5\x2f\xfd", _PACKED),
    (0, b"\x04\x22\x4d\x18", _PACKED),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\xce\xfa\xed\xfe", _PROGRAM),
    (0, b"\0asm", _PROGRAM),
    (0, b"dex\n", _PROGRAM),
    (60, b"BOOKMOBI", FileKind("a Kindle or Mobipocket e-book", EBOOK)),
    (60, b"TEXtREAd", FileKind("a Palm e-book", EBOOK)),
    (0, b"TPZ", FileKind("a Kindle e-book", EBOOK)),
    (0, b"\xeaDRMION", FileKind("a Kindle e-book with copy protection", EBOOK)),
    (0, b"CONT\2\0", FileKind("a Kindle e-book", EBOOK)),
    (0, b"AT&TFORM", FileKind("a DjVu document", "Convert it to .pdf, for instance with DjView, and add that.")),
    (0, b"SQLite format 3\0", FileKind("an SQLite database", DATABASE)),
    (4, b"Standard Jet DB", _ACCESS),
    (4, b"Standard ACE DB", _ACCESS),
    (0, b"PAR1", FileKind("a Parquet table", DATABASE)),
    (0, b"\x89HDF", FileKind("an HDF5 file", DATABASE)),
    (
        0,
        b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3",
        FileKind("a OneNote section", "Open it in OneNote, export it as .docx or .pdf, and add that."),
    ),
    (0, b"!BDN", FileKind("an Outlook data file", "Save its messages as .eml, and add those.")),
    (0, b"\xffWPC", FileKind("a WordPerfect document", "Open it in LibreOffice, save it as .docx, and add that.")),
    (
        0,
        b"\x31\xbe\0\0",
        FileKind("a Write document", "Open it in LibreOffice, save it as .docx, and add that."),
    ),
    (0, b"\xc5\xd0\xd3\xc6", FileKind("a PostScript picture", "Convert it to .pdf and add that.")),
    (0, b"AC10", FileKind("an AutoCAD drawing", DRAWING)),
    (40, b" EMF", FileKind("a Windows metafile, a picture", DRAWING)),
    (0, b"\xd7\xcd\xc6\x9a", FileKind("a Windows metafile, a picture", DRAWING)),
    (0, b"L\0\0\0\1\x14\2\0", FileKind("a shortcut", "Add the file that it points to.")),
    (
        0,
        b"bplist00",
        FileKind("a property list or shortcut of Apple", "Add the document that it belongs to."),
    ),
    (0, b"wOFF", FileKind("a font", PROGRAM)),
    (0, b"wOF2", FileKind("a font", PROGRAM)),
    (0, b"OTTO", FileKind("a font", PROGRAM)),
    (0, b"\0\1\0\0\0", FileKind("a font", PROGRAM)),
    (0, b"\x93NUMPY", FileKind("an array of numbers", DATABASE)),
    (128, b"DICM", FileKind("a medical picture (DICOM)", PICTURE)),
)

_WEB_SHORTCUT = FileKind("a shortcut to a web page", "Save the page itself as .html or .pdf and add that.")
_DRIVE_SHORTCUT = FileKind(
    "a shortcut to a document in Google Drive", "Download the document as .docx, .xlsx, .pptx or .pdf, and add that."
)
_WORD_XML = FileKind("a Word 2003 XML document", to_office(".docx"))
_PROLOGUE = r"(?:<[?!][^>]{1,1000}>\s*){0,6}"
_TEXTS: tuple[tuple[str, FileKind], ...] = (
    # how the text begins, what that is
    (r"\[InternetShortcut\]", _WEB_SHORTCUT),
    (rf"{_PROLOGUE}<plist[^>]*>\s*<dict>\s*<key>URL</key>", _WEB_SHORTCUT),
    (r"\{[^{}]{0,500}(?:docs\.google\.com|\"resource_id\"|\"doc_id\")", _DRIVE_SHORTCUT),
    (rf"{_PROLOGUE}<(?:\w+:)?wordDocument\b", _WORD_XML),
    (rf"{_PROLOGUE}<pkg:package\b", FileKind("a Word document in one piece of XML", to_office(".docx"))),
    (rf"{_PROLOGUE}<(?:svg:)?svg\b", FileKind("a drawing (SVG)", DRAWING)),
    (
        rf"{_PROLOGUE}<FictionBook\b",
        FileKind("a FictionBook e-book", "Convert it to .epub, for instance with calibre, and add that."),
    ),
    ("%!PS", FileKind("a PostScript file", "Convert it to .pdf, for instance with ps2pdf, and add that.")),
    (
        "-----BEGIN PGP MESSAGE",
        FileKind("an encrypted message", "Decrypt it, and add what is in it.", is_locked=True),
    ),
)
_PATTERNS = tuple((regex.compile(pattern, regex.I | regex.S), kind) for pattern, kind in _TEXTS)


def find_kind(data: bytes) -> FileKind | None:
    """Return what `data` is by its beginning; None where that tells nothing."""
    head = data[:_HEAD]
    if _BINARY.search(head) or head[:1] >= b"\x80":  # a text may begin with the same letters
        for place, mark, kind in _SIGNATURES:
            if head.startswith(mark, place):
                return kind
        if head.startswith(b"MZ"):
            return _PROGRAM
        if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
            return _PHOTO
    text = _decode(head)
    return next((kind for pattern, kind in _PATTERNS if pattern.match(text)), None)


def _decode(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").lstrip()
    return head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
