"""Raised and lowered text in plain characters, so that it does not run into what stands before it.

10 with a raised 5 is 10⁵, a note's mark behind 41,300 is 41,300⁴, H with a lowered 2 is H₂O. What has no raised
character of its own is written with a caret, `10^(x+1)`, but for the endings of ordinals and shortened words (1st,
Mme), which are read on.
"""

from __future__ import annotations

import regex

__all__ = ["lower_text", "raise_text", "tidy_levels"]

_PLAIN = "0123456789+-=()"
_RAISED = str.maketrans(f"{_PLAIN}−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻⁻")
_LOWERED = str.maketrans(f"{_PLAIN}−–", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋₋")
_FIGURES = regex.compile(r"[\d+\-−–=()]*\d[\d+\-−–=()]*", regex.ASCII)
_LETTERS = {**dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))}
_RAISED_LETTERS = str.maketrans(_LETTERS)
_ORDINAL = regex.compile(
    r"(?:st|nd|rd|th|er|ère|re|e|è|eme|ème|es|nde?|de|te|ste|o|os|a|as|r|ra|to|ta|ª|º|\.[ºª])", regex.I
)
_COUNT = regex.compile(r"(?<![\d.,])\d{1,2}$")
_MARKS = regex.compile(r"[\d,;*†‡§¶\s]+")  # of notes: 1, 2
_LETTERED = regex.compile(r"[a-z](?:[,;\s]+[a-z\d*†‡§¶])+")  # a,b
_BRACKETED = regex.compile(r"\[[^\[\]]{1,9}\](?:,?\s?\[[^\[\]]{1,9}\])*")  # [1]
_SIGNS = {"TM": "™", "SM": "℠"}
_DEGREE = regex.compile(r"[⁰ᵒ](?=\s?[CFС]\b)")
_FRACTION = regex.compile(
    r"(?<![\p{L}⁰¹²³⁴-⁹])(?P<whole>\d)?(?P<above>[⁰¹²³⁴-⁹]{1,3})(?P<stroke>[/⁄])(?P<below>[₀-₉]{1,3}|\d{1,3})(?!\d)"
)
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)


def raise_text(text: str, before: str) -> str:
    """Return `text`, which is set above the line, as it is written behind `before`.

    >>> raise_text("5", "10"), raise_text("-7", "10"), raise_text("4", "41,300"), raise_text("st", "1")
    ('⁵', '⁻⁷', '⁴', 'st')
    >>> raise_text("1, 2", "Sundays."), raise_text("x+1", "10"), raise_text("n", "2"), raise_text("me", "M")
    ('¹, ²', '^(x+1)', 'ⁿ', 'me')
    >>> raise_text("[1]", "way."), raise_text("a,b", "Ito"), raise_text("TM", "Quoth")
    ('[1]', 'ᵃ,ᵇ', '™')
    """
    core = text.strip()
    if _FIGURES.fullmatch(core) or _MARKS.fullmatch(core):
        return text.translate(_RAISED)
    if _LETTERED.fullmatch(core) or (len(core) == 1 and core in _LETTERS and not before[-1:].isupper()):
        ordinal = _COUNT.search(before) and _ORDINAL.fullmatch(core)
        return text if ordinal else text.translate(_RAISED).translate(_RAISED_LETTERS)
    if core in _SIGNS:
        return text.replace(core, _SIGNS[core])
    return text if _is_read_on(core, before) else text.replace(core, f"^{core}" if core.isalpha() else f"^({core})")


def _is_read_on(core: str, before: str) -> bool:
    """Tell whether what is raised is written like all else: * † ®, [1], the end of 1st or of a shortened word."""
    return (
        not any(map(str.isalnum, core))
        or _BRACKETED.fullmatch(core) is not None
        or (core.isalpha() and before[-1:].isalpha())
        or (_COUNT.search(before) is not None and _ORDINAL.fullmatch(core) is not None)
    )


def lower_text(text: str) -> str:
    """Return `text`, which is set below the line: figures as lowered ones, all else as it is.

    >>> lower_text("2"), lower_text("max")
    ('₂', 'max')
    """
    core = text.strip()
    return text.translate(_LOWERED) if _FIGURES.fullmatch(core) else text


def tidy_levels(text: str) -> str:
    """Return `text` with raised and lowered figures that make degrees or a fraction as such.

    >>> tidy_levels("25 ⁰C"), tidy_levels("10⁰ = 1"), tidy_levels("2¹/₂ cups")
    ('25 °C', '10⁰ = 1', '2 1/2 cups')
    """
    return text if text.isascii() else _FRACTION.sub(_write_fraction, _DEGREE.sub("°", text))


def _write_fraction(match: regex.Match[str]) -> str:
    above, below = match["above"].translate(_LEVEL), match["below"].translate(_LEVEL)
    if int(above) >= int(below):
        return match.group()
    return f"{match['whole'] or ''}{' ' if match['whole'] else ''}{above}{match['stroke']}{below}"
