"""Zip archives that are no document that is read here, told by the names of their members."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from qa.formats.kinds.kind import ARCHIVE, DRAWING, PROGRAM, FileKind

__all__ = ["find_kind_of_zip"]

_PAGES = FileKind("a Pages document of Apple", "Open it in Pages, export it as .docx, and add that.")
_NUMBERS = FileKind("a Numbers table of Apple", "Open it in Numbers, export it as .xlsx, and add that.")
_KEYNOTE = FileKind("a Keynote presentation of Apple", "Open it in Keynote, export it as .pptx, and add that.")
_APPLE = {".pages": _PAGES, ".numbers": _NUMBERS, ".key": _KEYNOTE}
_XPS = FileKind("an XPS document", "Open it in an XPS viewer, print it to .pdf, and add that.")
_MEMBERS: tuple[tuple[str, FileKind], ...] = (
    # how the name of a member begins, what has such
    ("visio/", FileKind("a Visio drawing", DRAWING)),
    ("FixedDocSeq", _XPS),
    ("FixedDocumentSequence", _XPS),
    ("AndroidManifest.xml", FileKind("an Android program", PROGRAM)),
    ("META-INF/MANIFEST.MF", FileKind("a Java program", PROGRAM)),
    ("doc.kml", FileKind("a map of Google Earth", DRAWING)),
    ("mimetype", FileKind("a document of a program that is not known here", DRAWING)),
)


def find_kind_of_zip(members: Collection[str], name: str) -> FileKind:
    """Return what a zip archive with these members is; name: of the file, which tells Apple's programs apart."""
    if any(member.endswith(".iwa") or member in ("index.apxl", "Index.zip") for member in members):
        if (suffix := PurePath(name.lower()).suffix) in _APPLE:
            return _APPLE[suffix]
        if any(member.startswith("Index/Slide") or member == "index.apxl" for member in members):
            return _KEYNOTE
        return _NUMBERS if any(member.startswith("Index/Tables/") for member in members) else _PAGES
    if PurePath(name.lower()).suffix in _APPLE:
        return _APPLE[PurePath(name.lower()).suffix]
    for start, kind in _MEMBERS:
        if any(member.startswith(start) for member in members):
            return kind
    n_files = sum(not member.endswith("/") for member in members)

    return FileKind(f"a zip archive, not a document; {n_files:,} file{'s' * (n_files != 1)} in it", ARCHIVE)
