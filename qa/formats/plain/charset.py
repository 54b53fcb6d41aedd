"""Bytes to characters, and nothing else but line ends."""

from __future__ import annotations

import codecs

import charset_normalizer

from qa.text.unicode import without_surrogates

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 100_000  # bytes that the charset is guessed from
_WESTERN, _CLOSE = "cp1252", 0.1
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of `data`, with line ends as "\\n".

    The charset is, in this order: what a byte order mark says, UTF-8 if it fits, what the file declares, the best
    guess from its first bytes. Bytes that fit none become U+FFFD.
    """
    charset = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if charset is None:
        try:
            return _unify_line_ends(data.decode("utf-8"))
        except UnicodeDecodeError:
            charset = _check_charset(declared) or _guess_charset(data[:_SAMPLE])
    return _unify_line_ends(without_surrogates(data.decode(charset, errors="replace")))


def _guess_charset(sample: bytes) -> str:
    """Return the likeliest charset: Windows-1252, by far the most frequent, unless another fits clearly better."""
    matches = charset_normalizer.from_bytes(sample)
    best = matches.best()
    if best is None or _WESTERN in best.could_be_from_charset:
        return _WESTERN
    western = [match for match in matches if _WESTERN in match.could_be_from_charset]
    if western and western[0].chaos <= best.chaos + _CLOSE and western[0].coherence >= best.coherence:
        return _WESTERN
    return best.encoding


def _check_charset(name: str | None) -> str | None:
    """Return the charset that `name` names, if it is one that a file may be in."""
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return None
    return info.name if info and info._is_text_encoding and info.name not in _NO_CHARSETS else None


def _unify_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
