"""Turn the bytes of a file into a Document. One reader a format, found by media type.

A reader is a function from bytes to `Content`. Its text is what is searched and quoted from then on. Left out: any
access to the network, and formats that need more than text libraries.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePath

from qa.errors import EmptyDocument, FileTooLarge, FileUnreadable, UnsupportedFormat
from qa.language import primary_code
from qa.readers.content import Content
from qa.readers.files import find_files
from qa.readers.html import read_html
from qa.readers.markdown import read_markdown
from qa.readers.plain import read_plain
from qa.text import without_surrogates
from qa.types import Document, short_hash

__all__ = ["MAX_FILE_BYTES", "READERS", "SUFFIXES", "find_files", "read", "read_file"]

MAX_FILE_BYTES = 100_000_000
MAX_TITLE = 300  # characters; of a source as well as of a title

READERS: dict[str, Callable[[bytes], Content]] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
}
SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}


def read(data: bytes, *, name: str, media_type: str | None = None, language: str = "") -> Document:
    """Return the document that `data` holds.

    name: the file's path or name; it becomes the document's source, from which its id is made, and its suffix tells
    the format unless `media_type` does. The title is the one that the file gives, else the name without folders.
    language: BCP 47 tag of the text's language; by default what the file says, else detected.

    Raises FileTooLarge, UnsupportedFormat or EmptyDocument, or InvalidDocument when `language` is no tag.
    """
    _check_size(name, len(data))
    kind = media_type or SUFFIXES.get(PurePath(name).suffix.lower())
    reader = READERS.get(kind or "")
    if reader is None:
        raise UnsupportedFormat(
            f"{name!r} is {kind or 'of an unknown kind'}; Quoth reads {', '.join(sorted(SUFFIXES))}. "
            "Save it as one of these and add that."
        )
    if kind != "text/html" and b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedFormat(f"{name!r} holds binary data, not text. Save it as text and add that.")
    content = reader(data)
    if not content.text.strip():
        raise EmptyDocument(f"{name!r} was read and holds no text. Check that it is the file you meant.")
    return Document(
        text=content.text,
        title=_label(content.title) or without_surrogates(PurePath(name).name),
        source=_label(content.source) or without_surrogates(name),
        id=short_hash(name),
        media_type=kind or "text/plain",
        page_starts=content.page_starts,
        headings=content.headings,
        language=language or primary_code(content.language),
    )


def _check_size(name: str, n_bytes: int) -> None:
    if n_bytes > MAX_FILE_BYTES:
        raise FileTooLarge(
            f"{name!r} has {n_bytes:,} bytes; the limit is {MAX_FILE_BYTES:,}. Split the file and add its parts."
        )


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "it is a folder" if os.access(path, os.R_OK | os.X_OK) else "it is a folder that you may not list"
    return "it is not a file" if path.exists() else "it does not exist"


def _label(text: str) -> str:
    """Return what a file says of itself, on one line and not too long."""
    return " ".join(without_surrogates(text[:MAX_TITLE]).split())


def read_file(path: str | Path, *, language: str = "") -> Document:
    """Return the document in the file at `path`; its name is the path as given, `language` as for `read`.

    Raises FileUnreadable besides what `read` raises.
    """
    file = Path(path)
    try:
        if not file.is_file():
            raise FileUnreadable(f"{str(path)!r} cannot be read: {_why_no_file(file)}. Check the path.")
        _check_size(str(path), file.stat().st_size)
        data = file.read_bytes()
    except OSError as exc:
        raise FileUnreadable(f"{str(path)!r} cannot be read: {exc.strerror}. Check the path and its rights.") from exc
    except ValueError as exc:  # a NUL in the path
        raise FileUnreadable(f"{str(path)!r} cannot be read: {exc}. Check the path.") from exc
    return read(data, name=str(path), language=language)
