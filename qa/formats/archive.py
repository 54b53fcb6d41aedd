"""Zip archives and the XML in them, as Word, PowerPoint, Excel and EPUB files are made: opened with every size bounded.

The sizes that the archive states are checked before anything is decompressed, and no more than what it states is ever
decompressed. XML is read without its entities, without a network, and not nested deeper than 256 elements.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from qa.errors import FileDamaged, FileTooLarge, PasswordNeeded, UnsupportedFormat
from qa.formats.media import is_encrypted, is_old_office

__all__ = ["Archive", "Element", "attribute", "child", "children", "local", "parse_xml"]

Element = Any  # lxml's, which has no types

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 500_000_000  # all members together, decompressed
MAX_MEMBER_BYTES = 60_000_000  # a member that is held in memory whole; a tree of XML takes ten times as much
MAX_RATIO, RATIO_FROM = 200, 10_000_000  # a member of so many bytes may be so many times larger than it is compressed

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_ANEW = "Open it in the program that wrote it, save it anew, and add that."


class Archive:
    """A zip archive in memory. Names are matched without regard to case.

    Raises PasswordNeeded for an encrypted one, UnsupportedFormat for a file of an older Office, FileTooLarge, and
    FileDamaged when it is no zip archive or a broken one.
    """

    def __init__(self, data: bytes) -> None:
        if is_old_office(data):
            if is_encrypted(data):
                raise PasswordNeeded("The file is encrypted. Save it without a password and add that.")
            raise UnsupportedFormat(
                "The file is in the format of an Office before 2007. Save it as .docx, .pptx or .xlsx and add that."
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as exc:
            raise _damaged("it is no whole zip archive", exc) from exc
        members = [member for member in self._zip.infolist() if not member.filename.endswith("/")]
        _check_sizes(members)
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a member. Raises FileDamaged when it is missing or broken, and FileTooLarge."""
        member = self._member(name)
        if member.file_size > MAX_MEMBER_BYTES:
            raise FileTooLarge(
                f"The part {name[:100]!r} of the file has {member.file_size:,} bytes; the limit is "
                f"{MAX_MEMBER_BYTES:,}. Split the file and add its parts."
            )
        try:
            return self._zip.read(member)
        except _BROKEN as exc:
            raise _damaged(f"its part {name[:100]!r} is broken", exc) from exc

    def xml(self, name: str) -> Element:
        """Return the root of a member that is XML. Raises FileDamaged when it is none, and as `read` does."""
        return parse_xml(self.read(name), name)

    def stream(self, name: str, *tags: str) -> Iterator[Element]:
        """Yield each element of a member whose local name is one of `tags`, when it ends; it is emptied after that.

        For parts that are too large to hold. Raises FileDamaged when the member is missing, broken or no XML.
        """
        member = self._member(name)
        try:
            with self._zip.open(member) as file:
                events = etree.iterparse(
                    file,
                    tag=[f"{{*}}{tag}" for tag in tags],
                    resolve_entities=False,
                    no_network=True,
                    remove_comments=True,
                    remove_pis=True,
                )
                for _, element in events:
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except (etree.LxmlError, *_BROKEN) as exc:
            raise _damaged(f"its part {name[:100]!r} is broken", exc) from exc

    def _member(self, name: str) -> zipfile.ZipInfo:
        member = self._members.get(name.lower())
        if member is None:
            raise FileDamaged(f"The file is damaged: its part {name[:100]!r} is missing. {_ANEW}")
        return member


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    """Raise the error that the stated sizes of the members, or their encryption, ask for."""
    if len(members) > MAX_MEMBERS:
        raise FileTooLarge(
            f"The file has {len(members):,} parts; the limit is {MAX_MEMBERS:,}. Split it and add its parts."
        )
    total = sum(member.file_size for member in members)
    if total > MAX_TOTAL_BYTES:
        raise FileTooLarge(
            f"The file has {total:,} bytes when it is decompressed; the limit is {MAX_TOTAL_BYTES:,}. "
            "Split it and add its parts."
        )
    for member in members:
        if member.flag_bits & 1:
            raise PasswordNeeded("The file is encrypted. Save it without a password and add that.")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others decompress unbounded
            raise FileDamaged(
                f"The file is damaged: its part {member.filename[:100]!r} is compressed in a way that its format does "
                f"not have. {_ANEW}"
            )
        if member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * member.compress_size:
            raise FileTooLarge(
                f"The part {member.filename[:100]!r} of the file is more than {MAX_RATIO} times larger than it is "
                "compressed, as only a made-up file's is. Save its text in another format and add that."
            )


def _damaged(why: str, exc: Exception) -> FileDamaged:
    return FileDamaged(f"The file is damaged: {why} ({str(exc)[:200] or type(exc).__name__}). {_ANEW}")


# -- XML ---------------------------------------------------------------------------------------------------------------


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the XML in `data`; `name` is what an error calls it. Raises FileDamaged when it is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as exc:
        raise _damaged(f"its part {name[:100]!r} is no XML", exc) from exc


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children with one of these local names, in order; none when there is no element."""
    return (below for below in (() if element is None else element) if local(below) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child at each step of `path`; None when there is none, or no element to begin with."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """Return the value of the attribute with this local name; `default` when there is none, or no element."""
    if element is not None:
        for key, value in element.items():
            if key.rpartition("}")[2] == name:
                return str(value)
    return default
