"""A message while it is read: its header lines, its texts in order, what is forwarded in it, and what is attached.

Texts that are attached are read, with the name before them. What else is attached is named, in the text and in a
notice. Of what is signed the message is read, not the signature. A message that is wrapped by its encryption or its
signature is refused, where nothing else is in it.
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from email import policy
from email.message import Message

from qa.errors import FileTooLarge, PasswordNeeded, UnsupportedFormat
from qa.formats.mail.bodies import READABLE, is_encrypted_text, is_stub, read_text
from qa.formats.mail.headers import read_field, read_fields
from qa.formats.mail.invitation import read_calendar
from qa.formats.plain.charset import decode
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["ENCRYPTED", "OPAQUE", "MailReader", "find_page", "find_pages", "tell_attachments"]

_MAX_PARTS = 1_000  # of a message, those of the messages in it counted
_MAX_FORWARDED = 20  # messages within each other
_MAX_NAMED = 12  # attachments that a notice names
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_WRAPPED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_OUTLOOK = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
ENCRYPTED = (
    "The message is encrypted ({how}), and only its recipients have the key. Open it in your mail program, save its "
    "text as .txt, and add that."
)
OPAQUE = (
    "The message is wrapped by its signature (S/MIME), so that its text stands in no readable form. Open it in your "
    "mail program, save its text as .txt, and add that."
)


class MailReader:
    """Reads messages into one text."""

    def __init__(self, blocks: BlockWriter) -> None:
        self._blocks = blocks
        self._attached: list[str] = []
        self._unread: list[str] = []
        self._sealed: list[PasswordNeeded | UnsupportedFormat] = []
        self._n_parts = 0
        self._n_texts = 0

    def read(self, message: Message) -> dict[str, str]:
        """Write a message with all that is in it; return its header fields. Raises PasswordNeeded and the like."""
        fields = self._write_fields(message)
        self._read_part(message, 0)
        if self._sealed and not self._n_texts:
            raise self._sealed[0]
        for error in self._sealed:
            self._blocks.notice(f"A part was not read. {error}")
        for name in self._attached:
            self._blocks.add_line(f"Attachment: {name}")
        if self._unread:
            self._blocks.notice(tell_attachments(self._unread))
        self._attached, self._unread, self._sealed, self._n_parts, self._n_texts = [], [], [], 0, 0
        return fields

    def _write_fields(self, message: Message) -> dict[str, str]:
        fields = read_fields(message)
        for name, value in fields.items():
            self._blocks.add_line(f"{name}: {value}" if value else "")
        return fields

    def _read_part(self, part: Message, depth: int) -> None:
        """Write the texts of a part in order, and note what is attached to it."""
        self._n_parts += 1
        if self._n_parts > _MAX_PARTS:
            raise FileTooLarge(f"The message has more than {_MAX_PARTS:,} parts. Save its text as .txt and add that.")
        kind = part.get_content_type()
        below = list_parts(part)
        if kind == "message/rfc822" and below:
            self._read_forwarded(_decode_forwarded(part, below[0]), depth)
        elif kind == "multipart/encrypted":
            self._sealed.append(PasswordNeeded(ENCRYPTED.format(how="PGP")))
        elif kind == "multipart/alternative" and below:
            self._read_alternatives(below, depth)
        elif kind.startswith("multipart/") and below:
            for each in below:
                self._read_part(each, depth)
        elif kind == "message/delivery-status":
            self._write(Content("\n".join(f"{name}: {value}" for each in below for name, value in each.raw_items())))
        else:
            self._read_single(part, kind)

    def _read_single(self, part: Message, kind: str) -> None:
        name = read_field(part.get_filename() or "")
        disposition = part.get_content_disposition()
        if kind in _SIGNATURES:
            return
        if kind in _WRAPPED:
            opaque = "signed" in str(part.get_param("smime-type", "")).lower()
            sealed = UnsupportedFormat(OPAQUE) if opaque else PasswordNeeded(ENCRYPTED.format(how="S/MIME"))
            self._sealed.append(sealed)
        elif kind == "text/calendar":
            payload = part.get_payload(decode=True)
            text = payload if isinstance(payload, bytes) else b""
            self._write(read_calendar(decode(text, declared=part.get_content_charset())))
        elif kind in READABLE or kind.startswith("multipart/"):  # one whose parts nothing parts
            if name or disposition == "attachment":
                self._blocks.add_line(f"Attachment: {name or kind}")
            if is_encrypted_text(part):
                self._sealed.append(PasswordNeeded(ENCRYPTED.format(how="PGP")))
            self._write(read_text(part))
        elif kind in _OUTLOOK:
            self._attached.append(name or "winmail.dat")
            self._blocks.notice(
                f"{name or 'winmail.dat'} was not read: it holds formatting and attachments in a form that only "
                "Outlook reads. Save the message from Outlook as .msg, and add that."
            )
        elif not (kind.startswith("image/") and part["Content-ID"] and disposition != "attachment"):
            if name or disposition == "attachment":
                self._attached.append(name or kind)
            self._unread.append(name or kind)

    def _read_forwarded(self, message: Message, depth: int) -> None:
        if depth >= _MAX_FORWARDED:
            self._blocks.notice(f"Messages within more than {_MAX_FORWARDED} others were not read.")
            return
        if self._write_fields(message):
            self._n_texts += 1
        self._read_part(message, depth + 1)

    def _read_alternatives(self, parts: list[Message], depth: int) -> None:
        """Write one of several forms of a text: the plain one, else the last, the richest by RFC 2046."""
        texts = [part for part in parts if part.get_content_type() != "text/calendar"] or parts
        plain = next((part for part in texts if part.get_content_type() == "text/plain"), None)
        rich = next((page for part in reversed(texts) if (page := find_page(part)) is not None), None)
        chosen = plain or texts[-1]
        if plain is not None:
            text = read_text(plain).text
            if rich is not None and is_stub(text, read_text(rich).text):
                chosen = next(part for part in reversed(texts) if find_page(part) is not None)
            elif not text.strip():
                chosen = texts[-1]
        for part in parts:
            if part is chosen or part.get_content_type() == "text/calendar":
                self._read_part(part, depth)
            elif part.is_multipart():
                self._note_attachments(part)

    def _note_attachments(self, part: Message) -> None:
        """Note what is attached within a form of the text that is not read."""
        for each in list_parts(part):
            kind = each.get_content_type()
            if each.is_multipart() and kind != "message/rfc822":
                self._note_attachments(each)
            elif each.get_content_disposition() == "attachment" or not kind.startswith(
                ("text/", "image/", "multipart/")
            ):
                self._read_part(each, 0)

    def _write(self, content: Content) -> None:
        if content.text.strip():
            self._n_texts += 1
        self._blocks.append(content)


def _decode_forwarded(part: Message, message: Message) -> Message:
    """Return a message that is forwarded, which some programs encode against the rules."""
    if message.keys() or str(part["Content-Transfer-Encoding"] or "").strip().lower() not in (
        "base64",
        "quoted-printable",
    ):
        return message
    message["Content-Transfer-Encoding"] = str(part["Content-Transfer-Encoding"])
    data = message.get_payload(decode=True)
    return email.message_from_bytes(data if isinstance(data, bytes) else b"", policy=policy.compat32)


def tell_attachments(names: list[str]) -> str:
    """Return the notice of attachments that were not read."""
    told = ", ".join(names[:_MAX_NAMED]) + (f" and {len(names) - _MAX_NAMED:,} more" if len(names) > _MAX_NAMED else "")
    if len(names) == 1:
        return f"1 attachment was not read: {told}. Save it and add it."
    return f"{len(names):,} attachments were not read: {told}. Save them and add them."


def list_parts(part: Message) -> list[Message]:
    """Return the parts of a part; none when it has none."""
    payload = part.get_payload()
    return [below for below in payload if isinstance(below, Message)] if isinstance(payload, list) else []


def find_page(part: Message) -> Message | None:
    """Return the HTML text of a part that is one, or is one with its pictures; None for any other."""
    return next(find_pages(part), None)


def find_pages(part: Message) -> Iterator[Message]:
    """Yield the HTML texts of a part in order, those of messages in it left out."""
    waiting = [part]
    for _ in range(_MAX_PARTS):
        if not waiting:
            return
        each = waiting.pop(0)
        if each.get_content_type() == "text/html" and each.get_content_disposition() != "attachment":
            yield each
        if each.get_content_type() != "message/rfc822":
            waiting = [*list_parts(each), *waiting]
