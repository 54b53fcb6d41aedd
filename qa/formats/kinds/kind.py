"""A kind of file that nothing here reads, and the ways out that several of them share."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ARCHIVE", "DATABASE", "DRAWING", "EBOOK", "PICTURE", "PROGRAM", "RECORDING", "FileKind", "to_office"]


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is, with its article ("a picture"), and what to do to have it read, as a sentence or two."""

    what: str
    way_out: str
    is_locked: bool = False  # whether a password keeps it shut


PICTURE = (
    "Have its text recognised (OCR) and add that as .txt or .md; or print it to a .pdf and add that to a Quoth that is "
    "installed with quoth[ocr]."
)
RECORDING = "Have what is said in it written down, save that as .txt or .md, and add it."
ARCHIVE = "Unpack it and add the folder."
PROGRAM = "It holds no text to quote. Add the documents that belong to it."
EBOOK = "Convert it to .epub, for instance with calibre, and add that; one with copy protection cannot be converted."
DRAWING = "Open it in its program, export it as .pdf, and add that."
DATABASE = "Export the tables that matter as .csv or .xlsx and add those."


def to_office(suffix: str) -> str:
    """Return the way out for what Office and LibreOffice open.

    >>> to_office(".docx")
    'Open it in Microsoft Office or LibreOffice, save it as .docx, and add that.'
    """
    return f"Open it in Microsoft Office or LibreOffice, save it as {suffix}, and add that."
