"""Bytes to characters, and nothing else but line ends.

The charset is, in this order: what a byte order mark says, UTF-8 if nearly all fits (a byte that does not is no reason
to read the rest otherwise), what the file declares if that makes a plausible text, and what makes the most plausible
one. What had to be read otherwise than the rest is told, with its lines.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from unicodedata import normalize

from qa.formats.plain.code_pages import PAGES, rate
from qa.formats.plain.east_asian import rate_east_asian
from qa.formats.plain.mending import mend_utf8
from qa.formats.plain.sampling import sample_beyond_ascii
from qa.formats.plain.telling import count, name_charset, tell_lines
from qa.formats.plain.wide import find_wide, has_controls
from qa.text.unicode import without_surrogates

__all__ = ["Decoded", "decode", "decode_with_notices"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
_WIDER = {  # what files are in that say so: names that are given by habit, and the charsets that hold what is meant
    "ascii": "",
    "utf-8": "",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "cp950",
}
_MUCH_BETTER = 0.8  # by how much another reading must be more plausible for what is declared to be an error
_FEW = 100.0  # bytes of which no charset is to be told: of so few, the one that is declared is taken
_GARBLED = -7.5  # a reading less plausible than this is hardly a text
_MOST_TOLD = 1_000  # characters whose lines are told
_ESCAPE = re.compile(rb"\x1b\$(?:[@B]|\([@BDOPQ])|\x1b\$\)C")
_LINE_ENDS = re.compile(r"\r+\n|\r")
_BROKEN = re.compile("\ufffd")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was read otherwise than it stands in the file, a sentence each."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of `data`, with line ends as "\\n". Bytes that no charset explains become U+FFFD."""
    return decode_with_notices(data, declared=declared).text


def decode_with_notices(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text of `data`, with line ends as "\\n", and what had to be guessed or could not be read.

    declared: the charset that the file, or what holds it, says it is in.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked and marked != "utf-8":
        return _decode_in(data, marked)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None or has_controls(data):
        wide = None if marked else find_wide(data)
        if wide:
            return _decode_in(data, wide)
        escaped = _decode_escaped(data)
        if escaped is not None:
            return Decoded(_tidy(escaped))
    if text is not None:
        return Decoded(_tidy(text))
    mended = mend_utf8(data, certain=marked is not None)
    return Decoded(_tidy(mended[0]), mended[1]) if mended else _guess(data, declared)


def _guess(data: bytes, declared: str | None) -> Decoded:
    """Return the text that is most plausible among those that code pages make of bytes."""
    charset = _check_charset(declared)
    sample, beyond = sample_beyond_ascii(data)
    readings = sorted([*rate(sample), *rate_east_asian(beyond)], key=lambda reading: -reading.mean)
    best = readings[0]
    if charset:
        stated = next((reading for reading in readings if reading.page == charset), None)
        if stated is None and charset not in PAGES:
            with suppress(UnicodeError, RuntimeError):
                return Decoded(_tidy(data.decode(charset)))
        elif stated and stated.mean >= best.mean - _MUCH_BETTER - _FEW / len(sample):
            best = stated
    decoded = _decode_in(data, best.page)
    if best.mean < _GARBLED:
        garbled = "The text may be garbled: its bytes fit no charset well. Save the file as UTF-8 and add it again."
        return replace(decoded, notices=(*decoded.notices, garbled))
    return decoded


def _decode_in(data: bytes, charset: str) -> Decoded:
    """Return the text of data in a charset; what is no character of it is told."""
    text = without_surrogates(_decode(data, charset))
    notices: tuple[str, ...] = ()
    n_broken = text.count("\ufffd")
    if n_broken and n_broken != _decode(data, charset, "ignore").count("\ufffd"):
        lines = sorted({text.count("\n", 0, match.start()) + 1 for match in islice(_BROKEN.finditer(text), _MOST_TOLD)})
        notices = (
            f"{count(n_broken, 'character')} cannot be read in {name_charset(charset)}, which the file is in "
            f"({tell_lines(lines)}): \ufffd stands for each. Save the file as UTF-8 and add it again.",
        )
    if charset == "cp1258":
        text = normalize("NFC", text)  # it has tone marks behind their letters
    return Decoded(_tidy(text), notices)


def _decode(data: bytes, charset: str, errors: str = "replace") -> str:
    """Return the text of data; that of Western Europe where a codec breaks down, as those with escapes may."""
    try:
        return data.decode(charset, errors)
    except RuntimeError:
        return data.decode("cp1252", errors)


def _decode_escaped(data: bytes) -> str | None:
    """Return the text of bytes in which escapes change the charset (ISO-2022); None where there are none."""
    escape = _ESCAPE.search(data)
    if escape is None:
        return None
    for charset in ("iso2022_kr",) if escape[0].endswith(b")C") else ("iso2022_jp_ext", "iso2022_jp_2"):
        text = _decode(data, charset)
        if text.count("\ufffd") <= len(text) // 100:
            return text
    return None


def _check_charset(declared: str | None) -> str | None:
    """Return the charset that a name means, if it is one that a file may be in."""
    try:
        info = codecs.lookup(declared) if declared else None
    except (LookupError, ValueError):
        return None
    if info is None or not info._is_text_encoding or info.name in _NO_CHARSETS:
        return None
    return _WIDER.get(info.name, info.name) or None


def _tidy(text: str) -> str:
    """Return a text with its line ends as they are here, without what has no width and no meaning: marks and NULs."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text.replace("\ufeff", "").replace("\0", "")
