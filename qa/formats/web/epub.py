"""E-books (.epub): the chapters in reading order, each read as the web page that it is.

Title and language are those that the book states. Left out: cover and table of contents, where a file holds nothing
else, and pages, since the numbers of a printed edition's need not begin at one, nor be numbers. A chapter that the book
lists and does not hold is named.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

import regex

from qa.errors import FileDamaged, PasswordNeeded
from qa.formats.archive import ZipArchive
from qa.formats.plain.charset import decode
from qa.formats.web.html import measure_page, read_html
from qa.formats.writing.blocks import BlockWriter, tidy
from qa.formats.writing.content import Content
from qa.formats.xml import Element, attribute, child, children

__all__ = ["read_epub"]

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "image/svg+xml", ""})
_LEFT_OUT = frozenset({"cover", "toc"})
_MAX_COVER = 200  # characters of a page without a sentence that is a cover
_MAX_PROSE, _LINKED = 100, 0.5  # characters of sentences in a list of contents, and the least share of links
_MAX_FALLBACKS = 5  # of one another
_MAX_NAMED = 10  # chapters that are missing and named
_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SELF_CLOSED = regex.compile(r"<([A-Za-z][\w:.-]{0,40})((?:\s[^<>]{0,2000})?)/>")
_DECLARED = regex.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_CDATA = regex.compile(r"<!\[CDATA\[((?:[^\]]++|\](?!\]>))*+)\]\]>")
_ESCAPED = regex.compile(rb"%([0-9A-Fa-f]{2})")


def read_epub(data: bytes) -> Content:
    """Read an e-book. Raises FileTooLarge, FileDamaged, and PasswordNeeded for one that is protected."""
    archive = ZipArchive(data)
    path, package = _find_package(archive)
    chapters = dict.fromkeys(_list_chapters(path, package))
    left_out = _find_left_out(path, package)
    locked = _find_locked(archive)
    blocks = BlockWriter()
    n_missing = 0
    for chapter in chapters:
        if chapter in locked:
            raise PasswordNeeded("The book is protected by its seller. Add an edition without protection.")
        if chapter not in archive:
            n_missing += 1
            if n_missing <= _MAX_NAMED:
                blocks.notice(f"The book lists a chapter that it does not hold: {chapter[:100]!r}.")
            continue
        page = _rewrite(archive.read(chapter))
        if chapter not in left_out or _holds_more(page):
            blocks.append(read_html(page, whole=True))
    if n_missing and not blocks.builder.length:
        raise FileDamaged(
            f"The file is damaged: {n_missing:,} of its chapters are missing, and the others hold no text. Get the "
            "book again."
        )
    metadata = child(package, "metadata")
    return blocks.build(title=_read_stated(metadata, "title"), language=_read_stated(metadata, "language"))


def _holds_more(page: bytes) -> bool:
    """Tell whether a page that is said to be the cover or the list of contents is more than that."""
    body = measure_page(page)
    if body.n_characters <= _MAX_COVER and not body.n_prose:
        return False
    return body.n_prose > _MAX_PROSE or body.n_linked < _LINKED * body.n_characters


def _find_package(archive: ZipArchive) -> tuple[str, Element]:
    """Return the name and the root of the part that lists all others."""
    roots = children(child(archive.read_xml(_CONTAINER), "rootfiles"), "rootfile")
    path = next((attribute(node, "full-path") for node in roots), "")
    return path, archive.read_xml(path)


def _list_chapters(path: str, package: Element) -> Iterator[str]:
    """Yield the names of the chapters in reading order."""
    folder = posixpath.dirname(path)
    items = {attribute(node, "id"): node for node in children(child(package, "manifest"), "item")}
    for reference in children(child(package, "spine"), "itemref"):
        name = attribute(reference, "idref")
        item = items.get(name)
        for _ in range(_MAX_FALLBACKS):
            if item is None or attribute(item, "media-type") in _PAGES:
                break
            item = items.get(attribute(item, "fallback"))
        if item is not None and attribute(item, "media-type") in _PAGES:
            yield _resolve(folder, attribute(item, "href"))
        elif name not in items:
            yield f"{name} (a name without a file)"


def _find_left_out(path: str, package: Element) -> frozenset[str]:
    """Return the names of the parts that are said to be the cover or a list of contents."""
    folder = posixpath.dirname(path)
    said = [
        node for node in children(child(package, "guide"), "reference") if attribute(node, "type").lower() in _LEFT_OUT
    ]
    said += [
        node for node in children(child(package, "manifest"), "item") if "nav" in attribute(node, "properties").split()
    ]
    return frozenset(_resolve(folder, attribute(node, "href")) for node in said)


def _resolve(folder: str, address: str) -> str:
    """Return the name of the part that an address in a file of `folder` stands for."""
    plain = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), address.partition("#")[0].encode())
    return posixpath.normpath(posixpath.join("/", folder, plain.decode("utf-8", "replace"))).lstrip("/")


def _find_locked(archive: ZipArchive) -> frozenset[str]:
    """Return the names of the parts that are encrypted, but for fonts."""
    if _ENCRYPTION not in archive:
        return frozenset()
    names = set()
    for node in archive.read_xml(_ENCRYPTION).iter("{*}EncryptedData"):
        if attribute(child(node, "EncryptionMethod"), "Algorithm") not in _FONTS_ONLY:
            names.add(_resolve("", attribute(child(node, "CipherData", "CipherReference"), "URI")))
    return frozenset(names)


def _rewrite(data: bytes) -> bytes:
    """Return a chapter as HTML has it: in UTF-8, and without elements closed in their own tag, such as `<title/>`."""
    declared = _DECLARED.match(data)
    text = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if "<![CDATA[" in text:
        text = _CDATA.sub(lambda match: escape(match[1], quote=False), text)
    return _SELF_CLOSED.sub(_close_apart, text).encode()


def _close_apart(match: regex.Match[str]) -> str:
    name, attributes = match.groups()
    return match[0] if name.lower() in _VOID else f"<{name}{attributes}></{name}>"


def _read_stated(metadata: Element | None, name: str) -> str:
    node = child(metadata, name)
    return " ".join(tidy("".join(node.itertext())).split()) if node is not None else ""
