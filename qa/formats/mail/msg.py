"""Outlook's messages (.msg): sender, recipients, date and subject, then the text, then what is attached.

Meetings say when and where they are. Of a text in several formats the plain one is read, unless it is a stub; messages
and texts that are attached are read, other files are named.
"""

from __future__ import annotations

import email
from collections.abc import Callable
from datetime import datetime
from email import policy
from email.utils import format_datetime

from qa.errors import FileDamaged, PasswordNeeded, QuothError, UnsupportedFormat
from qa.formats.mail.bodies import is_stub
from qa.formats.mail.compound_file import CompoundFolder, open_compound
from qa.formats.mail.compressed_rtf import decompress_rtf
from qa.formats.mail.headers import read_field
from qa.formats.mail.message import ENCRYPTED, OPAQUE, MailReader, tell_attachments
from qa.formats.mail.properties import Properties
from qa.formats.office.rtf.document import read_rtf
from qa.formats.plain.charset import decode
from qa.formats.plain.delimited import read_csv
from qa.formats.web.html import read_html
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["read_msg"]

_MAX_FORWARDED = 20  # messages within each other
_MAX_RECIPIENTS = 500
_MAX_FIELD = 5_000  # characters
_KINDS = {1: "To", 2: "Cc"}  # of recipients
_CONTACT = (  # fields of a contact by their numbers
    ("Name", 0x3001),
    ("Company", 0x3A16),
    ("Job title", 0x3A17),
    ("Business phone", 0x3A08),
    ("Home phone", 0x3A09),
    ("Mobile phone", 0x3A1C),
    ("Business address", 0x3A27),
)
_TEXTS: dict[str, Callable[[bytes], Content]] = {
    ".txt": lambda data: Content(decode(data)),
    ".csv": read_csv,
    ".html": read_html,
    ".htm": read_html,
}


def read_msg(data: bytes) -> Content:
    """Read an Outlook message; its title is its subject.

    Raises FileDamaged, and PasswordNeeded or UnsupportedFormat for one that is wrapped by its encryption or signature.
    """
    blocks = BlockWriter()
    title = _OutlookReader(blocks).read(open_compound(data))
    return blocks.build(title=title)


class _OutlookReader:
    """Reads a message, with those within it, into one text."""

    def __init__(self, blocks: BlockWriter) -> None:
        self._blocks = blocks
        self._attached: list[str] = []
        self._unread: list[str] = []

    def read(self, folder: CompoundFolder) -> str:
        """Write a message; return its subject."""
        item = Properties(folder, n_header=32)
        subject = self._read_item(item, 0)
        for name in self._attached:
            self._blocks.add_line(f"Attachment: {name}")
        if self._unread:
            self._blocks.notice(tell_attachments(self._unread))
        return subject

    def _read_item(self, item: Properties, depth: int) -> str:
        kind = item.text(0x001A).lower()
        subject = " ".join(item.text(0x0037).split())
        if not (subject or kind or item.text(0x1000) or item.html or item.data(0x1009)):
            raise FileDamaged("The file is no Outlook message: it has no text. Save the message again, and add that.")
        for name, value in _list_fields(item, subject):
            self._blocks.add_line(f"{name}: {value}"[:_MAX_FIELD] if value else "")
        attached = [
            Properties(each, n_header=8, within=item)
            for name, each in sorted(item.folder.folders.items())
            if name.startswith("__attach_version1.0_")
        ]
        if ".smime" in kind:
            self._read_sealed(kind, attached)
            return subject
        content = _read_body(item)
        self._blocks.append(content)
        for each in attached:
            self._read_attached(each, depth)
        return subject

    def _read_sealed(self, kind: str, attached: list[Properties]) -> None:
        """Write the message that a signature holds; refuse one that is wrapped by it or encrypted."""
        data = next((data for each in attached if (data := each.data(0x3701))), b"")
        if "multipartsigned" not in kind:
            raise PasswordNeeded(ENCRYPTED.format(how="S/MIME"))
        if b"multipart/signed" not in data[:2_000].lower():
            raise UnsupportedFormat(OPAQUE)
        MailReader(self._blocks).read(email.message_from_bytes(data.lstrip(), policy=policy.compat32))

    def _read_attached(self, attached: Properties, depth: int) -> None:
        name = " ".join((attached.text(0x3707) or attached.text(0x3704) or attached.text(0x3001)).split())[:300]
        inner = attached.inner(0x3701)
        if inner is not None and any(each.startswith("__substg1.0_0037") for each in inner.streams):
            if depth >= _MAX_FORWARDED:
                self._blocks.notice(f"Messages within more than {_MAX_FORWARDED} others were not read.")
                return
            self._read_item(Properties(inner, n_header=24, within=attached), depth + 1)
            return
        read = next((read for ending, read in _TEXTS.items() if name.lower().endswith(ending)), None)
        if read is not None and attached.data(0x3701):
            try:
                content = read(attached.data(0x3701))
            except QuothError:
                content = Content("")
            if content.text.strip():
                self._blocks.add_line(f"Attachment: {name}")
                self._blocks.append(content)
                return
        is_picture = attached.text(0x370E).lower().startswith("image/") or name.lower().endswith(
            (".png", ".gif", ".jpg")
        )
        if (is_picture and attached.text(0x3712)) or attached.number(0x7FFE):
            return  # shown within the text
        self._attached.append(name or "an object")
        self._unread.append(name or "an object")


def _list_fields(item: Properties, subject: str) -> list[tuple[str, str]]:
    """Return the lines above a message."""
    if "ipm.contact" in item.text(0x001A).lower():
        fields = [(name, " ".join(item.text(number).split())) for name, number in _CONTACT]
        address = item.text(item.named(0x8083))
        return [*fields, ("E-mail", address)]
    sender = _name_person(
        item.text(0x0C1A) or item.text(0x0042),
        item.text(0x5D01) or item.text(0x5D02) or item.text(0x0C1F) or item.text(0x0065),
    )
    people: dict[str, list[str]] = {"To": [], "Cc": []}
    for name, folder in sorted(item.folder.folders.items()):
        if name.startswith("__recip_version1.0_"):
            person = Properties(folder, n_header=8, within=item)
            told = _name_person(person.text(0x3001), person.text(0x39FE) or person.text(0x3003))
            kind = _KINDS.get(person.number(0x0C15) or 0)
            if kind and told and len(people[kind]) < _MAX_RECIPIENTS:
                people[kind].append(told)
    to, copies = (", ".join(people[kind]) or item.text(number) for kind, number in (("To", 0x0E04), ("Cc", 0x0E03)))
    fields = [("From", sender), ("To", to), ("Cc", copies), ("Date", _tell_date(item)), ("Subject", subject)]
    start, end = item.time(item.named(0x820D)), item.time(item.named(0x820E))
    if start:
        fields.append(("When", _tell_when(start, end)))
        fields.append(("Where", " ".join(item.text(item.named(0x8208)).split())))
    return fields


def _name_person(name: str, address: str) -> str:
    name, address = " ".join(name.split()), " ".join(address.split())
    if "@" not in address or address in name:  # the addresses of Exchange are no ones that people see
        return name or (address if "@" in address else "")
    return f"{name.strip(chr(39))} <{address}>" if name.strip("'") != address and name else address


def _tell_date(item: Properties) -> str:
    headers = email.message_from_string(item.text(0x007D).lstrip(), policy=policy.compat32)
    stated = headers["Date"]
    if stated:
        return read_field(str(stated))
    sent = item.time(0x0039) or item.time(0x0E06)
    return format_datetime(sent) if sent else ""


def _tell_when(start: datetime, end: datetime | None) -> str:
    told = f"{start:%A}, {start.day} {start:%B} {start.year}, {start:%H:%M}"
    if end is None:
        return f"{told} (UTC)"
    same = start.date() == end.date()
    return (
        f"{told} to {end:%H:%M} (UTC)"
        if same
        else f"{told} to {end:%A}, {end.day} {end:%B} {end.year} {end:%H:%M} (UTC)"
    )


def _read_body(item: Properties) -> Content:
    """Return the text of a message, of the formats in which it is there."""
    plain = item.text(0x1000).strip("\n")
    page = item.html
    if page.strip():
        content = read_html(page, whole=True)
        return content if is_stub(plain, content.text) else Content(plain)
    if plain.strip():
        return Content(plain)
    rich = decompress_rtf(item.data(0x1009))
    return read_rtf(rich) if rich.strip() else Content("")
