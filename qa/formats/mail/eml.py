"""E-mails (.eml): sender, recipients, date and subject, then the text, then the names of what is attached.

Of a text that is there in two formats, the plain one is read, else the HTML. Replies that it quotes are kept.
Attachments are named and not read; a forwarded message that is attached is one of them.
"""

from __future__ import annotations

import email
from codecs import BOM_UTF8
from collections.abc import Iterator
from email import policy
from email.header import decode_header
from email.message import Message

from qa.errors import FileDamaged, FileTooLarge, QuothError
from qa.formats.plain.charset import decode
from qa.formats.web.html import read_html
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.text.unicode import without_surrogates

__all__ = ["read_eml"]

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MAX_HEADER = 5_000  # characters; the rest is left out
_MAX_PARTS = 1_000


def read_eml(data: bytes) -> Content:
    """Read an e-mail; its title is its subject. Raises FileDamaged for what is no e-mail, and FileTooLarge."""
    try:
        return _Mail(email.message_from_bytes(data.removeprefix(BOM_UTF8).lstrip(), policy=policy.compat32)).read()
    except (MemoryError, QuothError):
        raise
    except Exception as exc:  # on a broken message the parser of the standard library raises errors of many kinds
        raise FileDamaged(
            f"The file is damaged: it is no whole e-mail ({str(exc)[:200] or type(exc).__name__}). "
            "Save the message again, or its text as .txt, and add that."
        ) from exc


class _Mail:
    """An e-mail while it is read."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.attached: list[str] = []
        self.n_parts = 0

    def read(self) -> Content:
        """Return the text."""
        raw: dict[str, str] = {}
        for name, value in self.message.raw_items():
            raw.setdefault(name.title(), str(value))
        headers = {name: _read_header(raw[name]) for name in _SHOWN if name in raw}
        if not headers:
            raise FileDamaged(
                f"The file is no e-mail: it has no line {', '.join(_SHOWN)}. Save its text as .txt and add that."
            )
        blocks = BlockWriter()
        for name, value in headers.items():
            blocks.add_line(f"{name}: {value}" if value else "")
        for content in self._read_texts(self.message):
            blocks.append(content)
        for name in self.attached:
            blocks.add_line(f"Attachment: {name}")
        return blocks.build(title=headers.get("Subject", ""))

    def _read_texts(self, part: Message) -> Iterator[Content]:
        """Yield the texts of a part in order, and note what is attached to it."""
        self.n_parts += 1
        if self.n_parts > _MAX_PARTS:
            raise FileTooLarge(f"The message has more than {_MAX_PARTS:,} parts. Save its text as .txt and add that.")
        kind = part.get_content_type()
        name = _read_header(part.get_filename() or "")
        if kind == "multipart/alternative" and part.is_multipart():
            yield from self._read_texts(_prefer(_list_parts(part)))
        elif kind.startswith("multipart/") and part.is_multipart():
            for below in _list_parts(part):
                yield from self._read_texts(below)
        elif kind == "message/rfc822":
            forwarded = [
                _read_header(str(value))
                for below in _list_parts(part)
                for key, value in below.raw_items()
                if key.title() == "Subject"
            ]
            self.attached.append(name or next(iter(forwarded), "a message"))
        elif name or part.get_content_disposition() == "attachment":
            self.attached.append(name or kind)
        elif kind in ("text/plain", "text/html") or kind.startswith("multipart/"):  # one whose parts nothing parts
            yield _read_text(part)


def _list_parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [below for below in payload if isinstance(below, Message)] if isinstance(payload, list) else []


def _prefer(parts: list[Message]) -> Message:
    """Return the first plain part with a text, else the last: by RFC 2046 the richest stands there."""
    for part in parts:
        if part.get_content_type() == "text/plain" and _read_text(part).text.strip():
            return part
    return parts[-1]


def _read_text(part: Message) -> Content:
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else b"", declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        return read_html(text.encode(), whole=True)
    return Content(text.replace("\0", "").strip("\n"))


def _read_header(value: str) -> str:
    """Return the text of a header field on one line: `=?utf-8?q?Caf=C3=A9?=` is `Café`."""
    raw = decode(value[:_MAX_HEADER].encode("utf-8", "surrogateescape"))
    try:
        pieces = decode_header(raw)
    except ValueError:  # HeaderParseError is one
        pieces = [(raw, None)]
    text = ""
    for piece, charset in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            text += decode(piece, declared=charset) if charset else piece.decode("raw-unicode-escape", "replace")
    return " ".join(without_surrogates(text).split())
