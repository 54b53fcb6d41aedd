"""The text of one part of a message: plain or HTML, as the reader of a mail sees it.

Of a text that is there in two formats the plain one is read, unless it is a stub: empty, far shorter than the page, or
other words than those of the page ("view this message in your browser").
"""

from __future__ import annotations

import re
from email.message import Message

from qa.errors import QuothError
from qa.formats.plain.charset import decode, decode_with_notices
from qa.formats.plain.delimited import read_csv
from qa.formats.web.html import read_html
from qa.formats.writing.content import Content

__all__ = ["READABLE", "is_encrypted_text", "is_stub", "join_flowed", "read_text"]

READABLE = frozenset({"text/plain", "text/html", "text/csv", "text/markdown", "text/rfc822-headers"})
_SHORTER = 0.4  # of the letters of the page: a plain text with fewer leaves out most of it
_LONGEST_STUB = 600  # letters
_LEAST_PAGE = 30  # letters of a page that is a message of its own
_SHARED = 0.5  # of the words of a plain text, which stand in the page as well
_WORD = re.compile(r"\w{3,}")
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)\S+")
_ARMOUR = re.compile(r"^-----BEGIN PGP (MESSAGE|PUBLIC KEY BLOCK)-----\n.*?(?:^-----END PGP \1-----$|\Z)", re.M | re.S)
_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:Hash: .*\n)*\n(.*?)^-----BEGIN PGP SIGNATURE-----\n"
    r".*?(?:^-----END PGP SIGNATURE-----\n?|\Z)",
    re.M | re.S,
)


def read_text(part: Message) -> Content:
    """Return the text of a part; without what is encrypted in it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    kind = part.get_content_type()
    if kind == "text/html":
        return read_html(decode(data, declared=charset).encode(), whole=True)
    decoded = decode_with_notices(data, declared=charset)
    if kind == "text/csv":
        try:
            return read_csv(decoded.text.encode())
        except QuothError:
            return Content(decoded.text, notices=decoded.notices)
    text = decoded.text
    if str(part.get_param("format", "")).lower() == "flowed":
        text = join_flowed(text, without_spaces=str(part.get_param("delsp", "")).lower() == "yes")
    if "-----BEGIN PGP" in text:
        text = _ARMOUR.sub("", _SIGNED.sub(lambda match: re.sub(r"(?m)^- ", "", match[1]), text))
    return Content(text.strip("\n"), notices=decoded.notices)


def is_encrypted_text(part: Message) -> bool:
    """Tell whether a plain text holds an encrypted message."""
    payload = part.get_payload(decode=True)
    return isinstance(payload, bytes) and b"-----BEGIN PGP MESSAGE-----" in payload


def join_flowed(text: str, *, without_spaces: bool = False) -> str:
    """Return a text in which lines that a mail program wrapped (`format=flowed`, RFC 3676) are joined again.

    >>> join_flowed("We meet at \\nnoon.\\n> Where \\n> then?\\n-- \\nAnn")
    'We meet at noon.\\n> Where then?\\n-- \\nAnn'
    """
    lines: list[str] = []
    depth_before, soft = 0, False
    for line in text.split("\n"):
        rest = line.lstrip(">")
        depth = len(line) - len(rest)
        rest = rest.removeprefix(" ")  # what was put in so that no line begins otherwise than it should
        if soft and depth == depth_before and rest != "-- ":
            before = lines[-1][:-1] if without_spaces else lines[-1]
            lines[-1] = before + rest
        else:
            lines.append(">" * depth + " " * bool(depth and rest) + rest)
        depth_before, soft = depth, rest.endswith(" ") and rest != "-- "
    return "\n".join(lines)


def is_stub(plain: str, page: str) -> bool:
    """Tell whether a plain text only stands in for the page that holds the message."""
    plain, page = _ADDRESS.sub(" ", plain), _ADDRESS.sub(" ", page)
    words, words_of_page = _WORD.findall(plain.lower()), set(_WORD.findall(page.lower()))
    size, size_of_page = sum(map(len, words)), sum(map(len, _WORD.findall(page)))
    if not words or not words_of_page:
        return bool(words_of_page) or not plain.strip()
    if size < _SHORTER * size_of_page and size_of_page >= _LEAST_PAGE:
        return True
    return (
        size <= _LONGEST_STUB
        and size_of_page >= _LEAST_PAGE
        and sum(word in words_of_page for word in words) < _SHARED * len(words)
    )
