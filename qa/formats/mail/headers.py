"""The lines above a message: sender, recipients, date and subject, each on one line and decoded."""

from __future__ import annotations

from email.header import decode_header
from email.message import Message

from qa.formats.plain.charset import decode
from qa.text.unicode import without_surrogates

__all__ = ["SHOWN", "read_field", "read_fields"]

SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MAX_FIELD = 5_000  # characters; the rest is left out


def read_fields(message: Message) -> dict[str, str]:
    """Return the fields of a message that are shown, by name, in the order in which they are."""
    raw: dict[str, str] = {}
    for name, value in message.raw_items():
        raw.setdefault(name.title(), str(value))
    return {name: read_field(raw[name]) for name in SHOWN if name in raw}


def read_field(value: str) -> str:
    """Return the text of a header field on one line: `=?utf-8?q?Caf=C3=A9?=` is `Café`."""
    raw = decode(value[:_MAX_FIELD].encode("utf-8", "surrogateescape"))
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
