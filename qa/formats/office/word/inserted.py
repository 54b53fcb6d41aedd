"""Parts of a Word file that are files of another format (altChunk): read by their own format, or named."""

from __future__ import annotations

import email
import posixpath
from collections.abc import Callable
from itertools import islice

import regex

from qa.errors import ReadError
from qa.formats.office.package import Package
from qa.formats.office.rtf.document import read_rtf
from qa.formats.plain.charset import decode
from qa.formats.plain.text import read_plain
from qa.formats.web.html import read_html
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.xml import Element, attribute

__all__ = ["write_inserted"]

_HTML = regex.compile(rb"<(?:!doctype\s+html|html|body|p|div|table|h[1-6]|ul|ol|span|b|i)[\s>/]", regex.I)
_MAIL_HEAD = regex.compile(rb"\s*(?:mime-version|from|content-type|subject|date|x-[\w-]+):", regex.I)
_MAX_PARTS = 1_000
_HEAD = 4_000  # bytes that tell what a part is


def write_inserted(
    blocks: BlockWriter, package: Package, part: str, node: Element, read_word: Callable[[bytes], Content]
) -> None:
    """Write what an `altChunk` of a part takes in; a notice says what cannot be read. read_word: for a Word file."""
    target = package.find_target(part, attribute(node, "id"))
    if not target:
        blocks.notice("A part that the document takes in (altChunk) is not in the file: add it by itself.")
        return
    name = posixpath.basename(target)[:60]
    try:
        content = _read(package.archive.read(target), name, read_word)
    except (ReadError, RecursionError) as exc:
        content = None
        why = str(exc)[:200]
    else:
        why = "its format is not read here."
    if content is None:
        blocks.notice(f"The part {name!r} that the document takes in (altChunk) was not read: {why}")
        return
    blocks.append(content)


def _read(data: bytes, name: str, read_word: Callable[[bytes], Content]) -> Content | None:
    """Return what a part holds; None when no format here reads it."""
    head = data[:_HEAD]
    suffix = posixpath.splitext(name)[1].lower()
    if head.startswith(b"PK"):
        return read_word(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return read_rtf(data.lstrip())
    if suffix in (".mht", ".mhtml", ".eml") or (_MAIL_HEAD.match(head) and b"\n" in head):
        return _read_archive(data)
    if suffix in (".htm", ".html", ".xhtml") or _HTML.search(head):
        return _read_page(data)
    return read_plain(data) if suffix in (".txt", ".text", ".log") else None


def _read_archive(data: bytes) -> Content | None:
    """Return the page that a web archive (MHTML) holds, else its text."""
    try:
        parts = [part for part in islice(email.message_from_bytes(data).walk(), _MAX_PARTS) if not part.is_multipart()]
        for kind, read in (("text/html", _read_page), ("text/plain", read_plain)):
            for part in parts:
                payload = part.get_payload(decode=True)
                if part.get_content_type() == kind and isinstance(payload, bytes):
                    return read(decode(payload, declared=part.get_content_charset()).encode())
    except (ReadError, RecursionError):
        raise
    except Exception:  # on a broken message the parser of the standard library raises errors of many kinds
        return None
    return None


def _read_page(data: bytes) -> Content:
    return read_html(data, whole=True)
