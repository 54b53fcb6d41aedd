"""Text above or below its line, as Office files set it, in plain characters."""

from __future__ import annotations

import regex

from qa.formats.writing.raised import lower_text, raise_text

__all__ = ["set_degrees", "set_text"]

_DEGREE = regex.compile(r"[⁰ᵒ](?=\s?[CFС]\b)")
_WHOLE = {"TM": "™", "SM": "℠", "o": "ᵒ", "a": "ª"}  # an o may turn out to be of degrees
_MAX_SET = 30  # characters: longer text above the line is text in small letters


def set_text(text: str, before: str, *, is_raised: bool) -> str:
    """Return `text`, which stands above or below the line behind `before`, in plain characters.

    A word that stands by itself there is read on.

    >>> set_text("5", "10", is_raised=True), set_text("2", "H", is_raised=False), set_text("new", "a ", is_raised=True)
    ('⁵', '₂', 'new')
    """
    core = text.strip()
    if len(core) > _MAX_SET or core.startswith("["):  # [7] is a mark as it is
        return text
    if not is_raised:
        return lower_text(text)
    if core in _WHOLE:
        return text.replace(core, _WHOLE[core])
    is_alone = not before[-1:].strip() or text[:1].isspace()
    return text if is_alone and not any(map(str.isdigit, core)) else raise_text(text, before)


def set_degrees(text: str) -> str:
    """Return `text` with degrees that are written with a raised letter or figure as such, and ordinals with theirs.

    >>> set_degrees("25 ⁰C"), set_degrees("10⁰ = 1"), set_degrees("nᵒ 5")
    ('25 °C', '10⁰ = 1', 'nº 5')
    """
    return _DEGREE.sub("°", text).replace("ᵒ", "º")
