"""E-mails (.eml), mailboxes (.mbox) and web pages saved as one file (.mht), all of which are messages.

A mail begins with sender, recipients, date and subject; its title is the subject. A page that was saved is read as the
page that it is.
"""

from __future__ import annotations

import email
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import replace
from email import policy
from email.message import Message
from itertools import islice

from qa.errors import FileDamaged, QuothError
from qa.formats.mail.headers import SHOWN, read_field
from qa.formats.mail.message import MailReader, find_pages
from qa.formats.plain.charset import decode
from qa.formats.web.html import read_html
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content

__all__ = ["read_eml", "read_mbox", "read_mhtml"]

_MAX_FRAMES, _FRAME = 50, 200  # pages in one; characters that a page of nothing but others has at most
_MAX_MESSAGES = 20_000  # of a mailbox
_FROM_LINE = re.compile(
    rb"^From [^\n]*\n(?=[A-Za-z][A-Za-z0-9-]*:)|(?:\A|(?<=\n\n))From \S+ [^\n]*\d{4}[^\n]*\n(?=\n)", re.M
)
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.M)


def read_eml(data: bytes) -> Content:
    """Read an e-mail; its title is its subject.

    Raises FileDamaged for what is no e-mail, FileTooLarge, and PasswordNeeded or UnsupportedFormat for one that is
    wrapped by its encryption or signature.
    """
    return _guard(_read_eml, data)


def read_mbox(data: bytes) -> Content:
    """Read a mailbox: its messages one after the other, each with its header lines. Raises what `read_eml` raises."""
    return _guard(_read_mbox, data)


def read_mhtml(data: bytes) -> Content:
    """Read a web page that was saved with its pictures as one file. Raises FileDamaged where no page is in it."""
    return _guard(_read_mhtml, data)


def _guard(read: Callable[[bytes], Content], data: bytes) -> Content:
    try:
        return read(data.removeprefix(BOM_UTF8).lstrip())
    except (MemoryError, QuothError):
        raise
    except Exception as exc:  # on a broken message the parser of the standard library raises errors of many kinds
        raise FileDamaged(
            f"The file is damaged: it is no whole e-mail ({str(exc)[:200] or type(exc).__name__}). "
            "Save the message again, or its text as .txt, and add that."
        ) from exc


def _parse(data: bytes) -> Message:
    return email.message_from_bytes(data, policy=policy.compat32)


def _read_eml(data: bytes) -> Content:
    if data.startswith(b"From "):  # the line that a mailbox has before each message
        data = data.partition(b"\n")[2]
    blocks = BlockWriter()
    message = _parse(data)
    fields = MailReader(blocks).read(message)
    if not fields and not (message["MIME-Version"] or message["Content-Type"] or message["Received"]):
        raise FileDamaged(
            f"The file is no e-mail: it has no line {', '.join(SHOWN)}. Save its text as .txt and add that."
        )
    return blocks.build(title=fields.get("Subject", ""))


def _read_mbox(data: bytes) -> Content:
    starts = [match.span() for match in _FROM_LINE.finditer(data)]
    if not starts:
        return _read_eml(data)
    blocks = BlockWriter()
    reader = MailReader(blocks)
    n_damaged = 0
    for number, (_, start) in enumerate(starts[:_MAX_MESSAGES]):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(data)
        try:
            reader.read(_parse(_ESCAPED_FROM.sub(rb"\1", data[start:end])))
        except QuothError as exc:
            n_damaged += 1
            blocks.notice(f"Message {number + 1:,} of the mailbox was not read. {exc}")
    if n_damaged == len(starts):
        raise FileDamaged("The mailbox holds no message that can be read. Save its messages as .eml and add those.")
    if len(starts) > _MAX_MESSAGES:
        blocks.notice(
            f"The mailbox has {len(starts):,} messages: those beyond {_MAX_MESSAGES:,} were not read. Split it."
        )
    return blocks.build()


def _read_mhtml(data: bytes) -> Content:
    message = _parse(data)
    pages = [(page, _read_page(page)) for page in islice(find_pages(message), _MAX_FRAMES)]
    if not pages:
        raise FileDamaged("The file holds no web page. Save the page again as .html, and add that.")
    page, content = next((each for each in pages if each[1].text.strip()), pages[0])
    if len(content.text) < _FRAME:  # what shows other pages in its frames
        blocks = BlockWriter()
        for _, each in pages:
            blocks.append(each)
        content = blocks.build(title=content.title, language=content.language)
    source = read_field(str(message["Snapshot-Content-Location"] or page["Content-Location"] or ""))
    return replace(
        content,
        title=content.title or read_field(str(message["Subject"] or "")),
        source=source if source.startswith(("http://", "https://")) else "",
    )


def _read_page(page: Message) -> Content:
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = page.get_content_charset()
    return read_html(decode(data, declared=declared).encode() if declared else data)
