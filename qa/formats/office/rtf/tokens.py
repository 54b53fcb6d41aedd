"""The bytes of a rich text file as tokens: groups, words of control with their numbers, single bytes, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "find_tokens"]

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,64})(-?\d{1,10})? ?"  # a word with its number, and the space that ends it
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z])"
    rb"|([{}])"
    rb"|[\r\n\0]+"
    rb"|([^\\{}\r\n\0]+)"
    rb"|\\",
    re.S,
)


class Token(NamedTuple):
    """A piece of a file.

    kind: `{`, `}`, `word`, `byte`, `sign` (a word of one character that is no letter) or `text`.
    number: None where a word has none.
    """

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def find_tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file in order; bytes that follow `\\bin` are passed over."""
    position = 0
    while position < len(data):
        match = _TOKEN.match(data, position)
        if match is None:  # nothing that a file may have
            position += 1
            continue
        position = match.end()
        word, number, code, sign, brace, text = match.groups()
        if text is not None:
            yield Token("text", data=text)
        elif brace is not None:
            yield Token("{" if brace == b"{" else "}")
        elif code is not None:
            yield Token("byte", data=bytes([int(code, 16)]))
        elif word == b"bin":
            position += max(0, int(number or 0))
        elif word is not None:
            yield Token("word", word.decode("ascii"), int(number) if number else None)
        elif sign is not None:
            yield Token("sign", sign.decode("latin-1"))
