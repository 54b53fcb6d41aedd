"""Archives, opened with every size bounded: zip, as Word, PowerPoint, Excel and EPUB files are, and gzip.

The sizes that a zip archive states are checked before anything is decompressed, and no more than what it states is ever
decompressed. A gzip file states none, and is unpacked only until it is too large, so that none can fill the memory.
"""

from __future__ import annotations

import gzip
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from qa.errors import FileDamaged, FileTooLarge, PasswordNeeded, UnsupportedFormat
from qa.formats.kinds.compound import find_kind_of_compound, is_compound
from qa.formats.xml import ADVICE, Element, explain_damage, parse_xml

__all__ = ["ZipArchive", "unpack"]

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 500_000_000  # all members together, decompressed
MAX_MEMBER_BYTES = 60_000_000  # a member that is held in memory whole; a tree of XML takes ten times as much
MAX_RATIO = 200  # times larger than it is compressed; text is 5 to 20 times larger, tables and logs 100 times
RATIO_FROM = 10_000_000  # bytes, up to which any ratio is fine
MAX_UNPACKED_BYTES = 100_000_000  # of a gzip file
_CHUNK = 1_000_000  # bytes

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


class ZipArchive:
    """A zip archive in memory. Names are matched without regard to case.

    Raises PasswordNeeded for an encrypted one, UnsupportedFormat for a file of an older Office, FileTooLarge, and
    FileDamaged when it is no zip archive or a broken one.
    """

    def __init__(self, data: bytes) -> None:
        if is_compound(data):
            kind = find_kind_of_compound(data)
            error = PasswordNeeded if kind.is_locked else UnsupportedFormat
            raise error(f"The file is {kind.what}. {kind.way_out}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as exc:
            raise explain_damage("it is no whole zip archive", exc) from exc
        members = [member for member in self._zip.infolist() if not member.filename.endswith("/")]
        _check_sizes(members)
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a member. Raises FileDamaged when it is missing or broken, and FileTooLarge."""
        member = self._find_member(name)
        if member.file_size > MAX_MEMBER_BYTES:
            raise FileTooLarge(
                f"The part {name[:100]!r} of the file has {member.file_size:,} bytes; the limit is "
                f"{MAX_MEMBER_BYTES:,}. Split the file and add its parts."
            )
        try:
            return self._zip.read(member)
        except _BROKEN as exc:
            raise explain_damage(f"its part {name[:100]!r} is broken", exc) from exc

    def read_xml(self, name: str) -> Element:
        """Return the root of a member that is XML. Raises FileDamaged when it is none, and as `read` does."""
        return parse_xml(self.read(name), name)

    def stream_xml(self, name: str, *tags: str) -> Iterator[Element]:
        """Yield each element of a member whose local name is one of `tags`, when it ends; it is emptied after that.

        For parts that are too large to hold. Raises FileDamaged when the member is missing, broken or no XML.
        """
        member = self._find_member(name)
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
            raise explain_damage(f"its part {name[:100]!r} is broken", exc) from exc

    def _find_member(self, name: str) -> zipfile.ZipInfo:
        member = self._members.get(name.lower())
        if member is None:
            raise FileDamaged(f"The file is damaged: its part {name[:100]!r} is missing. {ADVICE}")
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
                f"not have. {ADVICE}"
            )
        if member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * member.compress_size:
            raise FileTooLarge(
                f"The part {member.filename[:100]!r} of the file is more than {MAX_RATIO} times larger than it is "
                "compressed, as only a made-up file's is. Save its text in another format and add that."
            )


def unpack(data: bytes, name: str) -> bytes:
    """Return the bytes that the gzip file `data` holds. Raises FileTooLarge or FileDamaged."""
    parts: list[bytes] = []
    n_bytes = 0
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            while part := file.read(_CHUNK):
                parts.append(part)
                n_bytes += len(part)
                if n_bytes > MAX_UNPACKED_BYTES or n_bytes > max(RATIO_FROM, MAX_RATIO * len(data)):
                    raise FileTooLarge(
                        f"{name!r} has {len(data):,} bytes and unpacks to more than {n_bytes:,}; the limits are "
                        f"{MAX_UNPACKED_BYTES:,} bytes and {MAX_RATIO} times its size. Unpack it and add its parts."
                    )
    except (EOFError, OSError, zlib.error) as exc:
        raise FileDamaged(f"{name!r} cannot be unpacked: {exc}. Compress it again, or add it unpacked.") from exc
    return b"".join(parts)
