"""Text of two or four bytes a character without a byte order mark (UTF-16, UTF-32), in either order of bytes.

Told by what the text then is: letters of alphabets with signs between them, or frequent characters of East Asia.
"""

from __future__ import annotations

from unicodedata import category

from qa.formats.plain.east_asian import rate_characters

__all__ = ["find_wide", "has_controls", "is_binary"]

_SAMPLE = 4_096  # bytes looked at; a multiple of four
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\f\r")
_LEAST_PLAUSIBLE = -8.0  # characters of East Asia
_MOST_STRANGE = 0.05  # share of characters that no text in an alphabet has
_MOST_NULS, _MOST_CONTROLS = 0.02, 0.01  # shares of bytes that a text may hold


def find_wide(data: bytes) -> str | None:
    """Return the charset of wide text without a mark; None for what is none."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or (len(sample) % 2 and len(sample) < 20):
        return None
    if not has_controls(sample):  # no letter of an alphabet, no space and no line end
        return next((name for name in ("utf-16-le", "utf-16-be") if _is_east_asian(_cut(sample, name))), None)
    if len(sample) >= 8:
        for name, zero in (("utf-32-le", sample[3::4]), ("utf-32-be", sample[::4])):
            if not any(zero) and _is_text(_cut(sample, name)):
                return name
    return next((name for name in ("utf-16-le", "utf-16-be") if _is_text(_cut(sample, name))), None)


def has_controls(data: bytes) -> bool:
    """Tell whether control characters stand among the first bytes that no text has, as NULs of wide letters do."""
    sample = data[:_SAMPLE]
    return len(sample) != len(sample.translate(None, _CONTROLS))


def is_binary(data: bytes) -> bool:
    """Tell whether bytes with NULs are no text: neither a wide one, nor one with a few NULs in it or behind it."""
    if find_wide(data):
        return False
    rest = data.rstrip(b"\0")
    if not rest:
        return True
    plain = rest.replace(b"\0", b"")
    n_controls = len(plain) - len(plain.translate(None, _CONTROLS + b"\x7f"))
    return len(rest) - len(plain) > _MOST_NULS * len(rest) or n_controls > _MOST_CONTROLS * len(plain)


def _cut(sample: bytes, charset: str) -> str:
    """Return the text of a sample; empty where it is none in this charset."""
    step = 4 if "32" in charset else 2
    try:
        return sample[: len(sample) // step * step].decode(charset)
    except UnicodeDecodeError as exc:
        if exc.start < len(sample) - 4:
            return ""
        return sample[: exc.start].decode(charset)  # a character that the sample cuts


def _is_text(text: str) -> bool:
    return _is_alphabetic(text) or _is_east_asian(text)


def _is_alphabetic(text: str) -> bool:
    """Tell whether a text is of letters below the characters of East Asia, with spaces and signs as texts have them."""
    if not text:
        return False
    strange = sum(
        not (character < "\u1100" or "\u1e00" <= character < "\u2e00" or character == "\ufeff")
        or (category(character) in ("Cc", "Cn", "Co", "Cs") and character not in "\t\n\r\f\x85")
        for character in text
    )
    return strange <= _MOST_STRANGE * len(text) and any(character.isalnum() for character in text)


def _is_east_asian(text: str) -> bool:
    beyond = [character for character in text if character > "\x7f"]
    n_controls = sum(character < " " and character not in "\t\n\r\f" for character in text)
    return len(beyond) > max(3, len(text) // 10) and not n_controls and rate_characters(text) >= _LEAST_PLAUSIBLE
