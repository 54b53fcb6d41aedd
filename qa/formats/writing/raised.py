"""Raised and lowered text in plain characters, so that it does not run into what stands before it.

10 with a raised 5 is 10⁵, a note's mark behind 41,300 is 41,300⁴, H with a lowered 2 is H₂O. What has no raised
character of its own is written with a caret, `10^(x+1)`, but for the endings of ordinals and shortened words (1st,
Mme), which are read on.
"""

from __future__ import annotations

import regex

__all__ = ["lower_text", "raise_text"]

_PLAIN = "0123456789+-=()"
_RAISED = str.maketrans(f"{_PLAIN}−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻⁻")
_LOWERED = str.maketrans(f"{_PLAIN}−–", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋₋")
_FIGURES = regex.compile(r"[\d+\-−–=()]*\d[\d+\-−–=()]*", regex.ASCII)
_LETTERS = {**dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))}
_ORDINAL = regex.compile(
    r"(?:st|nd|rd|th|er|ère|re|e|è|eme|ème|es|nde?|de|te|ste|o|os|a|as|r|ra|to|ta|ª|º|\.[ºª])", regex.I
)
_COUNT = regex.compile(r"(?<![\d.,])\d{1,2}$")
_MARKS = regex.compile(r"[\d,;*†‡§¶\s]+")  # of notes: 1, 2


def raise_text(text: str, before: str) -> str:
    """Return `text`, which is set above the line, as it is written behind `before`.

    >>> raise_text("5", "10"), raise_text("-7", "10"), raise_text("4", "41,300"), raise_text("st", "1")
    ('⁵', '⁻⁷', '⁴', 'st')
    >>> raise_text("1, 2", "Sundays."), raise_text("x+1", "10"), raise_text("n", "2"), raise_text("me", "M")
    ('¹, ²', '^(x+1)', 'ⁿ', 'me')
    """
    core = text.strip()
    if _FIGURES.fullmatch(core) or _MARKS.fullmatch(core):
        return text.translate(_RAISED)
    if not any(map(str.isalnum, core)) or (_COUNT.search(before) and _ORDINAL.fullmatch(core)):
        return text  # * † ® ™ st
    if len(core) == 1 and core in _LETTERS and not before[-1:].isupper():
        return text.replace(core, _LETTERS[core])
    if core.isalpha() and before[-1:].isalpha():
        return text
    return text.replace(core, f"^{core}" if core.isalpha() else f"^({core})")


def lower_text(text: str) -> str:
    """Return `text`, which is set below the line: figures as lowered ones, all else as it is.

    >>> lower_text("2"), lower_text("max")
    ('₂', 'max')
    """
    core = text.strip()
    return text.translate(_LOWERED) if _FIGURES.fullmatch(core) else text
